"""Why an option stands where it stands: standing, rules, likelihoods, US value, price, and the win-set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.answers import Answer, Part, Subject
from advisor.answers_rule import bar_part
from advisor.answers_stance import turns
from advisor.findings import VERDICTS
from advisor.reasons import citations
from advisor.waterfall import STANDING, in_words, waterfall
from advisor.wording import (
    VERDICT_MEANINGS,
    VERDICT_WORDS,
    likelihood,
    move_text,
    no_price_text,
    option_reason,
    percent,
    plain,
    signed,
    verdict_text,
)

if TYPE_CHECKING:
    from advisor.answers import Known
    from advisor.findings import OptionAtBest, Verdict


def standing_answer(known: Known, option_id: str) -> Answer:
    """Return what adds up to the standing of an option, and the verdict that follows."""
    option, finding = known.option(option_id), known.finding(option_id)
    verdict = option.verdict if finding is None else finding.verdict
    bars = waterfall(known.playbook, option)
    return Answer(
        title=option.name,
        value=f"standing {signed(option.standing)}; {verdict_text(verdict)}, rank {option.rank}",
        meaning=f"{in_words(option, bars)} {VERDICT_WORDS[verdict]}: {VERDICT_MEANINGS[verdict]}.",
        parts=(
            *(bar_part(known, option, bars, bar) for bar in bars if bar.id != STANDING),
            _acceptance(known, option),
            Part("US value", _number(option.us_value), "", Subject("us_value", option_id)),
            *_price_part(known, option),
            *_plan_part(known, option),
        ),
        changes=(*turns(known, option_id), *option.advice),
        sources=citations(known.playbook, known.playbook.option[option_id].sources),
    )


def acceptance_answer(known: Known, option_id: str) -> Answer:
    """Return how the likelihoods that an option is accepted come about."""
    option, finding = known.option(option_id), known.finding(option_id)
    title = f"Acceptance of {option.name}"
    to_standing = Part("Standing by best scores", signed(option.standing), "", Subject("standing", option_id))
    if finding is None:
        return Answer(title, "", known.not_computed, (to_standing,))
    limits, months = known.playbook.verdict, known.playbook.uncertainty.horizon_months
    return Answer(
        title=title,
        value=f"{likelihood(finding.p_now)}, {percent(finding.p_now)}",
        meaning=(
            f"The share of {known.playbook.uncertainty.draws:,} futures in which its standing is not negative and no "
            "rule vetoes it. In each, every score is drawn from its range, effects and the standing with their error."
        ),
        parts=(
            Part(f"In {months:g} months", f"{likelihood(finding.p_horizon)}, {percent(finding.p_horizon)}"),
            Part("To be offered it takes", percent(limits.offer_p), "now"),
            Part("To lead it takes", percent(limits.lead_p), f"now and then, and a worth of {limits.lead_worth:g}"),
            to_standing,
        ),
        changes=turns(known, option_id),
    )


def us_value_answer(known: Known, option_id: str) -> Answer:
    """Return what adds up to the value of an option to the United States."""
    option, described = known.option(option_id), known.playbook.option[option_id]
    objectives = known.playbook.objectives
    total = sum(one.weight for one in objectives)
    return Answer(
        title=f"US value of {option.name}",
        value=_number(option.us_value),
        meaning=(
            "What the option does for each objective of the United States less its risk to it, each from 0 to 10, "
            "by the weight of the objective. The playbook says both; no score of the country enters."
        ),
        parts=tuple(
            Part(
                one.name,
                signed(one.weight / total * (value - risk)),
                f"({plain(value)} − {plain(risk)}) × weight {percent(one.weight / total)}",
            )
            for one in objectives
            for value, risk in ((described.us_value.get(one.id, 0.0), described.us_risk.get(one.id, 0.0)),)
        ),
        changes=("Weights of objectives are knobs of the plan; values and risks are the playbook's.",),
        sources=citations(known.playbook, described.sources),
    )


def price_answer(known: Known, option_id: str) -> Answer:
    """Return the cheapest moves that bring an option into the win-set, or why there are none."""
    option, price = known.option(option_id), (known.prices or {}).get(option_id)
    to_standing = Part("Standing by best scores", signed(option.standing), "", Subject("standing", option_id))
    title = f"Price of {option.name}"
    if price is None:
        meaning = "It is in the win-set; it needs no price." if option.in_win_set else known.not_computed
        return Answer(title, "", meaning, (to_standing,))
    if price.none_because is not None:
        return Answer(title, "none", f"{no_price_text(price)}.", (to_standing,))
    reasons = {lever.indicator: lever.reason for lever in known.playbook.levers}
    target = percent(known.playbook.plan.price_target_p)
    return Answer(
        title=title,
        value=f"{price.cost:g}",
        meaning=(
            "The cheapest set of moves of what the United States can move, with options linked to it, after which it "
            f"is accepted in at least {target} of the futures. Costs are USD million a year or their equivalent."
        ),
        parts=(
            *(
                Part(
                    move_text(known.playbook, move),
                    f"{move.cost:g}",
                    reasons.get(move.indicator, ""),
                    Subject("score", move.indicator),
                )
                for move in price.moves
            ),
            *(
                Part(f"Linked with {known.playbook.option[name].name}", "", "", Subject("standing", name))
                for name in price.linked
            ),
            *(() if price.p_now is None else (Part("Acceptance then", percent(price.p_now)),)),
            to_standing,
        ),
        changes=turns(known, option_id),
    )


def win_set_answer(known: Known) -> Answer:
    """Return which options are in the win-set, and what keeps the others out."""
    options = known.best.ranked
    inside = [one for one in options if one.in_win_set]
    return Answer(
        title="Win-set",
        value=f"{len(inside)} of {len(options)}",
        meaning="Options that the government can live with: their standing is not negative and no rule vetoes them.",
        parts=tuple(
            Part(
                one.name,
                signed(one.standing),
                f"{'' if one.in_win_set else 'outside: '}{option_reason(known.playbook, one)}",
                Subject("standing", one.id),
            )
            for one in sorted(options, key=lambda one: (not one.in_win_set, one.rank))
        ),
    )


def verdict_answer(known: Known, verdict: str) -> Answer:
    """Return the options that have a verdict by best scores."""
    name: Verdict = next(one for one in VERDICTS if one == verdict)
    options = [one for one in known.best.ranked if one.verdict == name]
    return Answer(
        title=f"{VERDICT_WORDS[name]}, by best scores",
        value=f"{len(options)} of {len(known.best.options)} options",
        meaning=f"{VERDICT_WORDS[name]}: {VERDICT_MEANINGS[name]}.",
        parts=tuple(
            Part(one.name, signed(one.standing), option_reason(known.playbook, one), Subject("standing", one.id))
            for one in options
        ),
        changes=tuple(text for one in options for text in turns(known, one.id)[:1]),
    )


def _acceptance(known: Known, option: OptionAtBest) -> Part:
    finding = known.finding(option.id)
    value = "" if finding is None else f"{likelihood(finding.p_now)}, {percent(finding.p_now)}"
    return Part("Acceptance now", value or known.not_computed, "", Subject("acceptance", option.id))


def _price_part(known: Known, option: OptionAtBest) -> tuple[Part, ...]:
    price = (known.prices or {}).get(option.id)
    if price is None:
        return ()
    value = "none" if price.none_because is not None else f"{price.cost:g}"
    return (Part("Price of bringing it in", value, "", Subject("price", option.id)),)


def _plan_part(known: Known, option: OptionAtBest) -> tuple[Part, ...]:
    plan = known.plan
    if plan is None:
        return ()
    member = next((one for one in plan.package if one.option == option.id), None)
    return (Part("In the package of the plan", "no" if member is None else "yes", "", Subject("package")),)


def _number(value: float) -> str:
    return f"{value:.1f}".replace("-", "−")
