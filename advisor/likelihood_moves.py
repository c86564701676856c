"""How verdicts and likelihoods differ between two assessments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.playbook import STANCE_CLASSES
from advisor.tipping import STANCE
from advisor.wording import VERDICT_WORDS, percent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor.findings import Findings, OptionFinding, Verdict

NO_BREAK = "\N{NO-BREAK SPACE}"
_UNIT = " %"


@dataclass(frozen=True, slots=True)
class OptionMove:
    """One option before and after; probabilities are those of acceptance now."""

    id: str
    name: str
    verdict_before: Verdict
    verdict_after: Verdict
    p_before: float
    p_after: float

    @property
    def turned(self) -> bool:
        """Whether the verdict is another one."""
        return self.verdict_before != self.verdict_after

    @property
    def chances(self) -> str:
        """The likelihoods in per cent: "98 → 64 %"."""
        return _arrow(self.p_before, self.p_after)

    @property
    def sentence(self) -> str:
        """The move in words, for those who cannot see its glyphs."""
        words = VERDICT_WORDS[self.verdict_before]
        if self.turned:
            words = f"{words} → {VERDICT_WORDS[self.verdict_after]}"
        return f"{self.name}: {words}, acceptance {self.chances}"


def option_moves(before: Findings, after: Findings) -> tuple[OptionMove, ...]:
    """Return the options that moved: first those with another verdict, then by how far acceptance moved."""
    moves = [_move(one, other) for one, other in zip(before.options, after.options, strict=True)]
    moved = [one for one in moves if one.turned or percent(one.p_before) != percent(one.p_after)]
    return tuple(sorted(moved, key=lambda one: (not one.turned, -abs(one.p_after - one.p_before))))


def subject_text(before: Findings, after: Findings, subject: str) -> str:
    """Say how the chances of the stance, or verdict and acceptance of an option, differ."""
    if subject == STANCE:
        pairs = [(name, before.probabilities[name], after.probabilities[name]) for name in STANCE_CLASSES]
        return f"Chance of {', '.join(f'{name} {_arrow(was, becomes)}' for name, was, becomes in pairs)}."
    first, last = (next(one for one in found.options if one.best.id == subject) for found in (before, after))
    return f"{_move(first, last).sentence.partition(': ')[2]}{_vetoes(first, last)}."


def table(moves: Iterable[OptionMove]) -> list[tuple[str | float, ...]]:
    """Return the moves as a plain table with its header."""
    return [
        ("Option", "Verdict before", "Verdict after", "Acceptance before", "Acceptance after"),
        *(
            (one.name, VERDICT_WORDS[one.verdict_before], VERDICT_WORDS[one.verdict_after], one.p_before, one.p_after)
            for one in moves
        ),
    ]


def _move(before: OptionFinding, after: OptionFinding) -> OptionMove:
    best = after.best
    return OptionMove(best.id, best.name, before.verdict, after.verdict, before.p_now, after.p_now)


def _arrow(was: float, becomes: float) -> str:
    """Print two probabilities so that a line does not break between them."""
    first, last = percent(was), percent(becomes)
    text = last if first == last else f"{first.removesuffix(_UNIT)} → {last}"
    return text.replace(" ", NO_BREAK)


def _vetoes(before: OptionFinding, after: OptionFinding) -> str:
    if before.best.vetoed == after.best.vetoed:
        return ""
    return "; a veto has come into force" if after.best.vetoed else "; no veto stands any more"
