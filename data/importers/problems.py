"""The problems of one import, together: whole-file ones, and those of rows, grouped so that a list stays readable."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_LISTED = 20
_SHOWN = 40
_NAMES_SHOWN = 15


@dataclass(slots=True)
class _Group:
    """Row problems of one kind: the first of them, and how many there are."""

    listed: list[Problem] = field(default_factory=list)
    count: int = 0


class ImportProblems:
    """Collects what is wrong with a file, and what its reader should know."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.notes: list[Problem] = []
        self.bad_rows = 0
        self._whole: list[Problem] = []
        self._groups: dict[tuple[str, str], _Group] = {}
        self._last_row = 0

    def add(self, what: str, entry: str = "") -> None:
        """Report a problem of the whole file, or of a column, that no leaving out of rows can mend."""
        self._whole.append(Problem(self.file, entry, what))

    def row(self, number: int, column: str, what: str, remedy: str) -> None:
        """Report a problem of one row; problems with the same column and remedy are one kind."""
        if number != self._last_row:
            self.bad_rows += 1
            self._last_row = number
        group = self._groups.setdefault((column, remedy), _Group())
        group.count += 1
        if len(group.listed) < MOST_LISTED:
            where = f'row {number:,}, column "{column}"' if column else f"row {number:,}"
            group.listed.append(Problem(self.file, where, f"{what}; {remedy}"))

    def note(self, what: str, entry: str = "") -> None:
        """Say what was done with the file, or what of it was left out."""
        self.notes.append(Problem(self.file, entry, what))

    @property
    def whole(self) -> tuple[Problem, ...]:
        """The problems of the whole file."""
        return tuple(self._whole)

    @property
    def of_rows(self) -> tuple[Problem, ...]:
        """The problems of rows, each kind with its first rows and how many more there are."""
        return tuple(self._listed())

    def _listed(self) -> Iterator[Problem]:
        for (column, remedy), group in self._groups.items():
            yield from group.listed
            more = group.count - len(group.listed)
            if more:
                where = f'column "{column}"' if column else ""
                yield Problem(self.file, where, f"{counted(more, 'further row')} with the same problem; {remedy}")


def shown(value: object) -> str:
    """Quote a value from a file, cut where it is long."""
    text = " ".join(str(value).split())
    return f'"{text}"' if len(text) <= _SHOWN else f'"{text[:_SHOWN]}..."'


def counted(count: int, noun: str) -> str:
    """Print a number with its noun: "1 row", "1,200 rows"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def some_of(names: Iterable[str]) -> str:
    """List names, with a count of those beyond the first few."""
    found = list(names)
    more = len(found) - _NAMES_SHOWN
    return ", ".join(found[:_NAMES_SHOWN]) + (f" and {more:,} more" if more > 0 else "")
