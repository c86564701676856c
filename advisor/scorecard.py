"""What a scorecard says beside the scores: means, ranges in words, what to find out next, what a point would do."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from advisor.wording import STANCE_WORDS, percent, verdict_change

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from advisor.findings import Findings
    from advisor.playbook import Playbook, Side
    from advisor.scores import Score, ScoreSheet
    from advisor.tally import Doubt

_CHANGES_NAMED = 3


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """An indicator worth finding out about; `share` of the doubt about the stance is None until it is known."""

    indicator: str
    score: Score | None
    share: float | None


def side_mean(playbook: Playbook, factors: Mapping[str, float], side: Side) -> float:
    """Return the mean of one side's factors; 0 where the playbook has none on that side."""
    values = [factors[factor.id] for factor in playbook.factors if factor.side == side]
    return sum(values) / len(values) if values else 0.0


def range_text(score: Score) -> str:
    """Print a range as in "6–8.5"."""
    return f"{score.low:g}–{score.high:g}"


def score_table(playbook: Playbook, sheet: ScoreSheet) -> list[list[str | float | None]]:
    """Return the scores as a table with its titles; what is not scored has empty cells."""
    titles = ("Factor", "Indicator", "Low", "Best", "High", "Confidence", "Justification")
    rows = [[playbook.factor[one.factor].name, one.name, *_cells(sheet.get(one.id))] for one in playbook.indicators]
    return [list(titles), *rows]


def spoken_score(name: str, score: Score | None) -> str:
    """Say a score as a screen reader should: "Current unrest, 7, range 6 to 8, moderate"."""
    if score is None:
        return f"{name}, unknown"
    return f"{name}, {score.best:g}, range {score.low:g} to {score.high:g}, {score.confidence}"


def nearest_anchors(anchors: Iterable[int], value: float) -> tuple[int, ...]:
    """Return the anchor that a value stands on, or the two it lies between."""
    ordered = sorted(anchors)
    if value in ordered:
        return (int(value),)
    return next((pair for pair in pairwise(ordered) if pair[0] < value < pair[1]), ())


def open_questions(playbook: Playbook, sheet: ScoreSheet, doubts: Sequence[Doubt]) -> tuple[OpenQuestion, ...]:
    """Return all indicators, most worth finding out first: those not scored, then by their share of the doubt."""
    shares = {doubt.indicator: doubt.share for doubt in doubts}
    questions = [OpenQuestion(name, sheet.get(name), shares.get(name)) for name in playbook.indicator_ids]
    return tuple(sorted(questions, key=lambda one: (one.score is not None, -(one.share or 0.0))))


def what_if_text(before: Findings, after: Findings) -> str:
    """Say what another score would do: "Divergent 71 → 77 %. No verdict changes."."""
    return f"{_stance_change(before, after)}. {_verdict_changes(before, after)}"


def _stance_change(before: Findings, after: Findings) -> str:
    was, becomes = before.likeliest, after.likeliest
    first, second = percent(before.probabilities[was]), percent(after.probabilities[becomes])
    if was != becomes:
        return f"{STANCE_WORDS[was]} {first} → {STANCE_WORDS[becomes]} {second}"
    if first == second:
        return f"{STANCE_WORDS[was]} stays at {first}"
    return f"{STANCE_WORDS[was]} {first.removesuffix(' %')} → {second}"


def _verdict_changes(before: Findings, after: Findings) -> str:
    pairs = zip(before.options, after.options, strict=True)
    changes = [change for pair in pairs if (change := verdict_change(*pair))]
    if not changes:
        return "No verdict changes."
    more = len(changes) - _CHANGES_NAMED
    tail = f"; {more} more" if more > 0 else ""
    return f"{'; '.join(changes[:_CHANGES_NAMED])}{tail}."


def _cells(score: Score | None) -> list[str | float | None]:
    if score is None:
        return [None] * 5
    return [score.low, score.best, score.high, score.confidence, score.justification]
