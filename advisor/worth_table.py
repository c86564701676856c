"""What tailoring and flexibility are worth, as rows beside perfect foresight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.phrasing import capitalised
from advisor.plan_text import strategy_texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.plan_text import Strategy
    from advisor.playbook import Playbook
    from advisor.strategy import Result
    from advisor.worth import Worth

STRATEGY_NAMES: Mapping[Strategy, str] = {
    "untailored": "Untailored",
    "standing": "The usual request",
    "rigid": "Rigid",
    "flexible": "Flexible",
    "foresight": "Perfect foresight",
}


@dataclass(frozen=True, slots=True)
class WorthRow:
    """One way of acting over the term; shares are of the mean of perfect foresight, None where that gains nothing."""

    strategy: str
    meaning: str
    mean: float
    standard_error: float
    share: float | None
    share_error: float | None
    worst_tenth: float
    worst_tenth_error: float
    worst_tenth_share: float | None


def worth_rows(playbook: Playbook, worth: Worth | None) -> tuple[WorthRow, ...]:
    """Return a row for each way of acting, from untailored to perfect foresight; none where nothing was measured."""
    if worth is None:
        return ()
    term, texts = worth.term, strategy_texts(playbook, worth)
    results: Mapping[Strategy, Result] = {
        "untailored": term.untailored,
        "standing": term.standing,
        "rigid": term.rigid,
        "flexible": term.flexible,
        "foresight": term.foresight,
    }
    best = term.foresight.mean
    return tuple(_row(STRATEGY_NAMES[name], texts[name], result, best) for name, result in results.items())


def _row(name: str, meaning: str, result: Result, best: float) -> WorthRow:
    return WorthRow(
        strategy=name,
        meaning=f"{capitalised(meaning)}.",
        mean=result.mean,
        standard_error=result.standard_error,
        share=result.share,
        share_error=result.share_error,
        worst_tenth=result.worst_tenth,
        worst_tenth_error=result.worst_tenth_error,
        worst_tenth_share=result.worst_tenth / best if best > 0 else None,
    )
