"""Why the plan is what it is: package, limits, switches and worth; and what charts over many futures rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.answers import Answer, Part, Subject
from advisor.answers_stance import turns
from advisor.package import limits_of
from advisor.plan_text import (
    LIMIT_WORDS,
    amount,
    limit_text,
    no_switch_text,
    plan_cautions,
    settings_text,
    strategy_texts,
    switch_reason,
    switch_text,
    trigger_text,
    watch_text,
)
from advisor.survey_text import firming_rows, futures_text, ranks_text, spread_text
from advisor.tipping import STANCE
from advisor.wording import percent, signed, verdict_text
from advisor.worth_text import share_text

if TYPE_CHECKING:
    from advisor.answers import Known
    from advisor.package import LimitName
    from advisor.plan import Plan
    from advisor.strategy import Result

UNSOLVED = "The plan has not been solved for these scores and knobs."


def package_answer(known: Known) -> Answer:
    """Return what the package is worth, and the part of each option in it."""
    plan = known.plan
    if plan is None:
        return Answer("Package", "", UNSOLVED)
    return Answer(
        title="Package",
        value=f"worth {plan.worth_of_package:.1f}",
        meaning=(
            f"The best of the packages searched ({plan.searched:,}) that keep to the limits: by US value, each option "
            "as far as it would be carried out, over all futures, today and at the horizon. "
            f"{settings_text(known.playbook, plan.knobs)}"
        ).rstrip(),
        parts=(
            *(
                Part(one.name, f"{one.worth:.1f}", verdict_text(one.verdict), Subject("standing", one.option))
                for one in plan.package
            ),
            *(
                Part(LIMIT_WORDS[use.limit][0], amount(use.used), limit_text(use), Subject("limit", use.limit))
                for use in plan.limits
            ),
            Part("Switches", str(len(plan.switches)), "", Subject("switches")),
        ),
        changes=tuple(f"{watch_text(known.playbook, point)}." for point in plan.watch_list),
    )


def limit_answer(known: Known, name: str) -> Answer:
    """Return how much of a limit the package uses, option by option, and what the limit keeps out."""
    plan = known.plan
    use = next((one for one in plan.limits if one.limit == name), None) if plan is not None else None
    if plan is None or use is None:
        return Answer("Limit", "", UNSOLVED)
    parts = tuple(
        Part(one.name, amount(_use(known, plan, one.option, use.limit)), "", Subject("standing", one.option))
        for one in plan.package
    )
    binds = f"Without it the best package would be worth {use.gain_without:.1f} more."
    return Answer(
        title=LIMIT_WORDS[use.limit][0],
        value=f"{amount(use.used)} of {amount(use.allowed)} {LIMIT_WORDS[use.limit][1]}",
        meaning=binds if use.binds else "It keeps nothing out that is worth having.",
        parts=(*parts, Part("Package", f"worth {plan.worth_of_package:.1f}", "", Subject("package"))),
        changes=("Turn the knob beside the plan; the plan is then solved again.",),
    )


def switches_answer(known: Known) -> Answer:
    """Return why each switch pays, or why none does."""
    plan = known.plan
    if plan is None:
        return Answer("Switches", "", UNSOLVED)
    return Answer(
        title="Switches",
        value=str(len(plan.switches)),
        meaning=next((text for text in plan_cautions(plan) if text.startswith("A switch")), "")
        if plan.switches
        else no_switch_text(plan),
        parts=tuple(
            Part(
                trigger_text(known.playbook, one.trigger),
                percent(one.share),
                f"{switch_text(known.playbook, one)}: {switch_reason(known.playbook, one)}",
                Subject("score", one.trigger.indicator),
            )
            for one in plan.switches
        ),
        changes=tuple(f"{watch_text(known.playbook, point)}." for point in plan.watch_list),
    )


def worth_answer(known: Known) -> Answer:
    """Return what tailoring and flexibility are worth, and how that was computed."""
    plan = known.plan
    if plan is None or plan.worth is None:
        return Answer("What flexibility is worth", "", known.not_computed if plan is not None else UNSOLVED)
    term, texts = plan.worth.term, strategy_texts(known.playbook, plan.worth)
    results: tuple[tuple[str, str, Result], ...] = (
        ("Untailored", texts["untailored"], term.untailored),
        ("The usual package", texts["standing"], term.standing),
        ("Rigid", texts["rigid"], term.rigid),
        ("Flexible", texts["flexible"], term.flexible),
        ("Perfect foresight", texts["foresight"], term.foresight),
    )
    return Answer(
        title="What flexibility is worth",
        value=f"{term.added:.1f} ± {term.added_error:.1f} points",
        meaning=" ".join(text for text in plan_cautions(plan) if not text.startswith(("A switch", "The watch"))),
        parts=tuple(
            Part(name, share_text(result.share), f"{text}; mean {result.mean:.1f} ± {result.standard_error:.1f}")
            for name, text, result in results
        ),
        changes=_watched(known, plan),
    )


def futures_answer(known: Known) -> Answer:
    """Return what the charts over many futures are counted from."""
    survey = known.survey
    if survey is None:
        return Answer("Robustness", "", known.not_computed, (_to_stance(known),))
    shown = survey.ranks_now
    return Answer(
        title="Robustness",
        value=f"{survey.draws:,} futures",
        meaning=f"{futures_text(known.playbook, survey)} {ranks_text(known.playbook, shown)} {spread_text(survey)}",
        parts=(
            *(
                Part(one.name, percent(one.share), one.options, Subject("score", one.indicator))
                for one in firming_rows(known.playbook, survey.findings.best.sheet, survey.doubtful)
            ),
            _to_stance(known),
        ),
        changes=turns(known, STANCE),
    )


def timeline_answer(known: Known) -> Answer:
    """Return the stance of the assessment open, and which assessments the lines connect."""
    dates = ", ".join(str(one.as_of) for one in known.case.assessments)
    return Answer(
        title="Timeline",
        value=f"{len(known.case.assessments)} assessments",
        meaning=(
            f"Each line connects what the playbook says of the assessments of {known.case.name} ({dates}). Two of them "
            "can be compared below the chart: every indicator has its exact share of the change of the stance."
        ),
        parts=(
            _to_stance(known),
            *(
                Part(one.name, f"{known.best.factors[one.id]:.1f}", "", Subject("factor", one.id))
                for one in known.playbook.factors
            ),
        ),
        changes=turns(known, STANCE),
    )


def _use(known: Known, plan: Plan, option: str, limit: LimitName) -> float:
    row = tuple(use.limit for use in plan.limits).index(limit)
    return float(limits_of(known.playbook, plan.knobs).uses[row, known.playbook.option_ids.index(option)])


def _watched(known: Known, plan: Plan) -> tuple[str, ...]:
    return tuple(f"{watch_text(known.playbook, point)}." for point in plan.watch_list)


def _to_stance(known: Known) -> Part:
    return Part("Stance by best scores", f"index {signed(known.best.stance.index)}", "", Subject("stance"))
