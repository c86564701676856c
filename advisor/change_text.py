"""What is said of a change beside its sentence: which classes it leads through, what a share is, what is behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.change import SIDES, sentence
from advisor.engine import SCALE_TOP, evaluate
from advisor.likelihood_moves import NO_BREAK
from advisor.phrasing import uncapitalised
from advisor.reasons import Reason
from advisor.scores import UNKNOWN_BEST
from advisor.stance import classify
from advisor.tipping import STANCE
from advisor.wording import STANCE_WORDS, plain, signed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.change import Change
    from advisor.playbook import Factor, Playbook
    from advisor.scores import ScoreSheet
    from advisor.waterfall import Bar


def told(playbook: Playbook, change: Change) -> str:
    """Say a change in one sentence, and for the stance between which classes where they differ."""
    said = sentence(playbook, change)
    if change.subject != STANCE:
        return said
    first, last = (classify(value, playbook.stance_model) for value in (change.before, change.after))
    return said if first == last else f"From {first} to {last}: {uncapitalised(said)}"


def sides_text(playbook: Playbook, change: Change) -> str:
    """Say what the factors of each side add up to: "Domestic factors −1.88, external factors −2.07."."""
    sums = {
        side: sum(one.points for one in change.shares if playbook.factor[one.factor].side == side) for side in SIDES
    }
    return f"Domestic factors {signed(sums['domestic'])}, external factors {signed(sums['external'])}."


def explanation(change: Change) -> str:
    """Say in plain words what a share is, and what the shares add up to."""
    return (
        "The share of a factor is what putting its later scores in place of the earlier ones adds, averaged over every "
        "order in which the factors can be replaced (Shapley values). The shares add up to the change of "
        f"{signed(change.difference)} exactly."
    )


def unscored_text(playbook: Playbook, before: ScoreSheet, after: ScoreSheet) -> str:
    """Say how many indicators count as the middle for want of a score, empty where there is none."""
    first, last = (sum(sheet.get(name) is None for name in playbook.indicator_ids) for sheet in (before, after))
    if not first and not last:
        return ""
    return (
        f"Not scored are {first} indicators before and {last} after; here they count as {plain(UNKNOWN_BEST)}, "
        "so that scoring one for the first time looks like a change."
    )


def reason(playbook: Playbook, before: ScoreSheet, after: ScoreSheet, change: Change, bar: Bar) -> Reason:
    """Return what stands behind a bar of a change: the indicators that moved, and what the factor means."""
    if bar.kind == "level":
        return Reason(bar.label, signed(bar.points), "", _place(playbook, change, bar.points))
    factor = playbook.factor[bar.id.partition(":")[2]]
    start, end = (_factor_value(playbook, sheet, factor) for sheet in (before, after))
    arithmetic = f"{start:.1f} → {end:.1f} of {SCALE_TOP:g}, share {signed(bar.points)}"
    moved = "; ".join(_moved(playbook, factor, before, after))
    return Reason(factor.name, arithmetic, f"{moved}." if moved else "", _meaning(playbook, factor, change.subject))


def _place(playbook: Playbook, change: Change, value: float) -> str:
    if change.subject != STANCE:
        return "At zero or above, an option is in the win-set unless a veto takes it out."
    model = playbook.stance_model
    word = STANCE_WORDS[classify(value, model)]
    return f"{word}: divergent up to {signed(model.cut_divergent)}, aligned above {signed(model.cut_aligned)}."


def _factor_value(playbook: Playbook, sheet: ScoreSheet, factor: Factor) -> float:
    evaluation = evaluate(playbook, sheet.arrays(playbook.indicator_ids).best[None, :])
    return float(evaluation.factors[0, playbook.factor_ids.index(factor.id)])


def _moved(playbook: Playbook, factor: Factor, before: ScoreSheet, after: ScoreSheet) -> Iterator[str]:
    for indicator in playbook.indicators:
        if indicator.factor != factor.id:
            continue
        first, last = before.get(indicator.id), after.get(indicator.id)
        was, becomes = ("not scored" if one is None else plain(one.best) for one in (first, last))
        if was != becomes:
            yield f"{indicator.name} {was}{NO_BREAK}→{NO_BREAK}{becomes}"


def _meaning(playbook: Playbook, factor: Factor, subject: str) -> str:
    if subject == STANCE:
        return f"Rules aside, a point more moves the index by {signed(playbook.stance_model.weights[factor.id])}."
    effect = playbook.option[subject].political[factor.id]
    means = f"Rules aside, a point more moves the standing by {signed(effect.effect / SCALE_TOP)}"
    return f"{means}: {uncapitalised(effect.reason)}" if effect.reason else f"{means}."
