"""Finding room for labels: lanes in which no two overlap, and text broken into lines that fit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ui.widgets.line_text import advance, elided

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.widgets.line_text import Type


@dataclass(slots=True)
class Lanes:
    """So many lanes from `left` to `right`, each holding intervals that do not overlap."""

    left: float
    right: float
    count: int = 1
    _taken: list[list[tuple[float, float]]] = field(init=False)

    def __post_init__(self) -> None:
        self._taken = [[] for _ in range(self.count)]

    def free(self, start: float, end: float, lane: int = 0) -> bool:
        """Say whether an interval lies within the lane and overlaps no other."""
        if start < self.left or end > self.right:
            return False
        return all(end <= other_start or start >= other_end for other_start, other_end in self._taken[lane])

    def take(self, start: float, end: float, lane: int = 0) -> None:
        """Keep an interval free of others from now on."""
        self._taken[lane].append((start, end))

    def first_free(self, places: Iterable[tuple[float, float]]) -> tuple[int, float] | None:
        """Take the first of the places that is free in any lane, the upper lanes first; return lane and start."""
        wanted = list(places)
        for lane in range(self.count):
            for start, end in wanted:
                if self.free(start, end, lane):
                    self.take(start, end, lane)
                    return lane, start
        return None


def wrapped(type_: Type, text: str, width: float, most: int) -> list[str]:
    """Break text at blanks into at most so many lines; what is too long ends in an ellipsis."""
    lines: list[str] = []
    rest = text.split()
    while rest and len(lines) < most - 1:
        taken = _fitting(type_, rest, width)
        lines.append(elided(type_, " ".join(rest[:taken]), width))
        rest = rest[taken:]
    if rest:
        lines.append(elided(type_, " ".join(rest), width))
    return lines


def _fitting(type_: Type, words: list[str], width: float) -> int:
    """Return how many words fit on a line, at least one."""
    taken = 1
    while taken < len(words) and advance(type_, " ".join(words[: taken + 1])) <= width:
        taken += 1
    return taken
