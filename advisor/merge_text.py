"""What is said of several analysts' scores: how they were merged, where they differ, and whether it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from advisor.phrasing import listed
from advisor.scorecard import range_text
from advisor.wording import VERDICT_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from advisor.merge import Disagreement, Merged, OptionSplit, Spread
    from advisor.playbook import Playbook

RULE_TEXT = (
    "Merged: the least low, the median of the best estimates, the greatest high and the least confidence given; "
    "who gave no score does not count. The justification keeps what each gave; a score that all left as it was stays."
)
_WIDEST_NAMED = 3


def spread_text(playbook: Playbook, spread: Spread) -> str:
    """Say what each gave an indicator: "Current unrest: Ana 7 (6–8), Ben 4 (3–5); ranges apart"."""
    name = playbook.indicator[spread.indicator].name
    given = ", ".join(f"{who} {score.best:g} ({range_text(score)})" for who, score in spread.opinions)
    apart = "; ranges apart" if spread.apart else ""
    silent = f"; not scored by {listed(spread.silent)}" if spread.silent else ""
    return f"{name}: {given}{apart}{silent}"


def widest_text(playbook: Playbook, merged: Merged) -> str:
    """Say where the analysts differ most: "They differ most on current unrest (3 points), ..."."""
    widest = merged.widest
    if not widest:
        return "Their best estimates are the same wherever more than one of them gave a score."
    named = [f"{playbook.indicator[one.indicator].name} ({_points(one.gap)})" for one in widest[:_WIDEST_NAMED]]
    shared = sum(len(one.opinions) > 1 for one in merged.spreads)
    indicators = "indicator" if shared == 1 else "indicators"
    return f"They differ on {len(widest)} of {shared} {indicators} that several scored, most on {listed(named)}."


def disagreement_text(playbook: Playbook, found: Disagreement) -> tuple[str, ...]:
    """Say whether the differences change the stance or any verdict by best scores, then how, a sentence each."""
    if not found.matters:
        return ("The differences change neither the stance nor any verdict by best scores.",)
    options = len(found.verdicts)
    verdicts = f"{options} {'verdict' if options == 1 else 'verdicts'}"
    parts = [*(["the stance"] if found.stance_differs else []), *([verdicts] if options else [])]
    stance = [f"Stance: {_by(found.stances)}."] if found.stance_differs else []
    return (
        f"The differences change {' and '.join(parts)} by best scores.",
        *stance,
        *(_split_text(playbook, one) for one in found.verdicts),
    )


def _split_text(playbook: Playbook, split: OptionSplit) -> str:
    return f"{playbook.option[split.option].name}: {_by({VERDICT_WORDS[kind]: who for kind, who in split.by.items()})}."


def _by(groups: Mapping[Any, Sequence[str]]) -> str:
    return "; ".join(f"{kind} by {listed(who)}" for kind, who in groups.items())


def _points(gap: float) -> str:
    return f"{gap:g} {'point' if gap == 1 else 'points'}"
