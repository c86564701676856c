"""Why the stance is what it is: index, likelihoods, reversal, both sides, factors, and the nearest tipping points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.answers import Answer, Part, Subject
from advisor.condition import english
from advisor.phrasing import capitalised
from advisor.reasons import citations
from advisor.scorecard import range_text, side_mean
from advisor.signposts import nearest_text, turning_text
from advisor.tipping import STANCE, nearest
from advisor.wording import (
    SIDE_WORDS,
    STANCE_WORDS,
    chances,
    contribution_label,
    likelihood,
    percent,
    plain,
    signed,
    stance_sentence,
)

if TYPE_CHECKING:
    from advisor.answers import Known
    from advisor.explanation import Contribution
    from advisor.playbook import Side

TURNS_SHOWN, DOUBTS_SHOWN = 4, 3


def stance_answer(known: Known) -> Answer:
    """Return what adds up to the stance index, and where the classes begin."""
    model, stance = known.playbook.stance_model, known.best.stance
    parts = sorted(stance.contributions, key=lambda one: -abs(one.points))
    return Answer(
        title=f"Stance: {STANCE_WORDS[stance.stance_class]}",
        value=f"index {signed(stance.index)}",
        meaning=(
            "The index is the sum of the factors, each times its weight, and of the stance rules that fire. "
            f"Up to {signed(model.cut_divergent)} the government is divergent, above {signed(model.cut_aligned)} "
            "aligned, between them contested."
        ),
        parts=tuple(_stance_part(known, one) for one in parts),
        changes=turns(known, STANCE),
        sources=citations(
            known.playbook,
            dict.fromkeys(
                name
                for one in parts
                if one.kind == "rule" and one.id in known.playbook.stance_rule
                for name in known.playbook.stance_rule[one.id].source
            ),
        ),
    )


def stance_chance_answer(known: Known) -> Answer:
    """Return how the likelihood of the stance comes about."""
    findings = known.findings
    if findings is None:
        return Answer("Likelihood of the stance", "", known.not_computed, (_to_stance(known),))
    low, high = findings.stance_range
    return Answer(
        title="Likelihood of the stance",
        value=stance_sentence(findings).rstrip("."),
        meaning=(
            f"Counted over {known.playbook.uncertainty.draws:,} futures: every score drawn from its range, and the "
            "index with the error of the fitted model."
        ),
        parts=(
            *(Part(STANCE_WORDS[name], percent(share)) for name, share in findings.probabilities.items()),
            Part("The index in eight of ten futures", f"{signed(low)} to {signed(high)}"),
            *_widest(known),
            _to_stance(known),
        ),
        changes=turns(known, STANCE),
    )


def reversal_answer(known: Known) -> Answer:
    """Return how the likelihood of another stance at the horizon comes about."""
    findings, months = known.findings, known.playbook.uncertainty.horizon_months
    title = f"Reversal within {months:g} months"
    if findings is None:
        return Answer(title, "", known.not_computed, (_to_stance(known),))
    moving = sorted(known.playbook.indicators, key=lambda one: -one.volatility)[:TURNS_SHOWN]
    return Answer(
        title=title,
        value=f"{likelihood(findings.reversal)}, {percent(findings.reversal)}",
        meaning=(
            f"The share of futures in which the stance in {findings.horizon_months:g} months is another one than today "
            "in the same future. Each indicator drifts by its volatility; those that move most in a year:"
        ),
        parts=(
            *(
                Part(one.name, f"± {plain(one.volatility)}", one.volatility_reason, Subject("score", one.id))
                for one in moving
            ),
            Part("Likelihoods today", chances(findings.probabilities), "", Subject("stance_chance")),
        ),
        changes=turns(known, STANCE),
    )


def tipping_answer(known: Known, subject: str) -> Answer:
    """Return the nearest scores at which the stance or a verdict changes."""
    name = "the stance" if subject == STANCE else known.playbook.option[subject].name
    shown = turns(known, subject)
    return Answer(
        title=f"Tipping points of {name}",
        value="" if shown else nearest_text(known.playbook, known.best.sheet, known.tipping, subject),
        meaning=(
            "Each indicator is moved alone, the others held, until the result by best scores changes. Distance counts "
            "typical years: how far off the score is over how far its indicator usually moves in twelve months."
        ),
        parts=tuple(
            Part(
                known.playbook.indicator[one.indicator].name,
                f"{one.now:.1f} → {one.value:.1f}",
                "",
                Subject("score", one.indicator),
            )
            for one in nearest(known.tipping, subject)[:TURNS_SHOWN]
        ),
        changes=shown,
    )


def side_answer(known: Known, side: Side) -> Answer:
    """Return the factors whose mean one side is."""
    factors = [one for one in known.playbook.factors if one.side == side]
    return Answer(
        title=f"{capitalised(SIDE_WORDS[side])} side",
        value=f"{side_mean(known.playbook, known.best.factors, side):.1f}",
        meaning="The mean of its factors, for orientation; stance and standings weigh each factor by itself.",
        parts=tuple(
            Part(one.name, f"{known.best.factors[one.id]:.1f}", "", Subject("factor", one.id)) for one in factors
        ),
    )


def factor_answer(known: Known, factor_id: str) -> Answer:
    """Return the indicators whose weighted mean a factor is, and what it counts for."""
    playbook, factor = known.playbook, known.playbook.factor[factor_id]
    members = [one for one in playbook.indicators if one.factor == factor_id]
    total = sum(one.weight for one in members)
    weight = playbook.stance_model.weights[factor_id]
    value = known.best.factors[factor_id]
    scores = dict(zip(playbook.indicator_ids, known.best.sheet.arrays(playbook.indicator_ids).best, strict=True))
    return Answer(
        title=factor.name,
        value=f"{value:.1f} of 10",
        meaning=(
            f"The mean of its indicators by weight. In the stance it counts {value:.1f} × {signed(weight, 3)} = "
            f"{signed(weight * value)}."
        ),
        parts=tuple(
            Part(
                one.name,
                f"{scores[one.id]:.1f}",
                _member_note(known, one.id, one.weight / total),
                Subject("score", one.id),
            )
            for one in members
        ),
        changes=tuple(
            turning_text(playbook, known.best.sheet, point)
            for point in nearest(known.tipping, STANCE)
            if playbook.indicator[point.indicator].factor == factor_id
        ),
    )


def turns(known: Known, subject: str) -> tuple[str, ...]:
    """Say what would change a state, the nearest first, or that nothing does alone."""
    points = nearest(known.tipping, subject)[:TURNS_SHOWN]
    if known.tipping and not points:
        return (f"{nearest_text(known.playbook, known.best.sheet, known.tipping, subject)}.",)
    return tuple(f"{turning_text(known.playbook, known.best.sheet, point)}." for point in points)


def _stance_part(known: Known, one: Contribution) -> Part:
    playbook = known.playbook
    label = contribution_label(playbook, one)
    if one.kind == "factor":
        weight = playbook.stance_model.weights[one.id]
        note = f"{known.best.factors[one.id]:.1f} of 10 × {signed(weight, 3)}"
        return Part(label, signed(one.points), note, Subject("factor", one.id))
    rule = playbook.stance_rule[one.id]
    because = english(rule.condition, playbook.phrase)
    note = f"degree {known.best.degree(rule.id):.2f}, because {because}. {rule.rationale}"
    return Part(label, signed(one.points), note, Subject("stance_rule", rule.id))


def _member_note(known: Known, indicator: str, share: float) -> str:
    score = known.best.sheet.get(indicator)
    weight = f"weight {percent(share)}"
    return f"not scored, counts as anything; {weight}" if score is None else f"range {range_text(score)}; {weight}"


def _widest(known: Known) -> tuple[Part, ...]:
    """Name the scores whose ranges matter most to the likelihood."""
    doubts = () if known.findings is None else known.findings.doubts
    return tuple(
        Part(
            f"Doubt from {known.playbook.indicator[one.indicator].name}",
            percent(one.share),
            "of the spread of the index",
            Subject("score", one.indicator),
        )
        for one in sorted(doubts, key=lambda one: -one.share)[:DOUBTS_SHOWN]
    )


def _to_stance(known: Known) -> Part:
    return Part("Stance by best scores", f"index {signed(known.best.stance.index)}", "", Subject("stance"))
