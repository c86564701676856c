"""Sentences on a plan: limits, triggers, substitutes, tipping points, and what flexibility is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from advisor.phrasing import listed, uncapitalised
from advisor.wording import VERDICT_WORDS, likelihood, percent, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from advisor.knobs import Knobs
    from advisor.package import LimitName, LimitUse
    from advisor.plan import Plan, Role
    from advisor.playbook import Playbook
    from advisor.strategy import Result
    from advisor.substitutes import Substitute
    from advisor.switches import Change, Switch
    from advisor.tipping import State, TippingPoint
    from advisor.triggers import Trigger
    from advisor.worth import Worth

Strategy = Literal["untailored", "standing", "rigid", "flexible", "foresight"]
ROLE_WORDS: Mapping[Role, str] = {
    "lead": "lead",
    "offer_with_conditions": "offer with conditions",
    "sweetener": "sweetener",
}
LIMIT_WORDS: Mapping[LimitName, tuple[str, str]] = {
    "budget": ("Budget", "USD million a year"),
    "footprint": ("Visible footprint", "points of visibility"),
    "options": ("Number of options", "options"),
}
_THEN: Mapping[State, str] = {
    "lead": "treat {} as a lead",
    "offer_with_conditions": "offer {} with conditions",
    "hold_in_reserve": "hold {} in reserve",
    "avoid": "avoid {}",
}


def amount(number: float) -> str:
    """Print a sum of money or a limit with at most one decimal: "116.5", "1,000"."""
    return f"{number:,.1f}".removesuffix(".0")


def settings_text(playbook: Playbook, knobs: Knobs) -> str:
    """Say which of the playbook's numbers the analyst has changed for this plan; empty where none."""
    objectives = {objective.id: objective.name for objective in playbook.objectives}
    numbers = (
        ("budget", knobs.budget, ""),
        ("visible footprint", knobs.footprint, ""),
        ("horizon", knobs.horizon_months, " months"),
        ("term", knobs.term_months, " months"),
    )
    options = (("pinned:", knobs.pinned), ("ruled out:", knobs.ruled_out))
    parts = [
        *(f"weight of {uncapitalised(objectives[name])} {plain(weight)}" for name, weight in knobs.weights.items()),
        *(f"{name} {amount(value)}{unit}" for name, value, unit in numbers if value is not None),
        *(f"{what} {_options(playbook, some)}" for what, some in options if some),
    ]
    return f"Set by the analyst for this plan: {'; '.join(parts)}." if parts else ""


def limit_text(use: LimitUse) -> str:
    """Say how much of a limit is used, and what it keeps out."""
    name, unit = LIMIT_WORDS[use.limit]
    used = f"{name}: {use.used:g} of {use.allowed:g} {unit}"
    return f"{used}; without this limit the best package is worth {use.gain_without:.1f} more" if use.binds else used


def limit_note(use: LimitUse) -> str:
    """Say the same beside the limit itself: "116.5 used; without it 5.2 points more"."""
    used = f"{amount(use.used)} used"
    return f"{used}; without it {use.gain_without:.1f} points more" if use.binds else used


def trigger_text(playbook: Playbook, trigger: Trigger) -> str:
    """Say what sets off a switch: "Trust and access falls to 5 (now 7)"."""
    return f"{playbook.indicator[trigger.indicator].name} {reaching_text(trigger)} (now {trigger.now:g})"


def reaching_text(trigger: Trigger) -> str:
    """Say what the indicator of a trigger does: "falls to 5"."""
    return f"{trigger.direction.replace('_', ' ')} {trigger.threshold}"


def switch_text(playbook: Playbook, switch: Switch) -> str:
    """Say what a switch changes: "drop vetted units, add technical cooperation"."""
    parts = (("drop", switch.drop), ("add", switch.add))
    return ", ".join(f"{verb} {_options(playbook, (one.option for one in some))}" for verb, some in parts if some)


def switch_reason(playbook: Playbook, switch: Switch) -> str:
    """Say why a switch pays: how likely the options are accepted where it acts, and how sure the gain is."""
    chances = "; ".join(_chance(playbook, one) for one in (*switch.drop, *switch.add))
    gain = f"adds {switch.gain:.2f} ± {switch.standard_error:.2f} over all futures, acting in {percent(switch.share)}"
    return f"{chances}. The switch {gain} of them."


def no_switch_text(plan: Plan) -> str:
    """Say why the switch table is empty."""
    if not plan.horizon_months:
        return "With a horizon of 0 months there is nothing to wait for, and no trigger."
    return (
        "No trigger pays: within the horizon, late starts and drops cost as much as any switch gains, "
        "or its gain is too unsure."
    )


def empty_package_text() -> str:
    """Say what it means that nothing is committed to."""
    return "Nothing to commit to: no option allowed within these limits is worth more than nothing."


def narrowed_text(playbook: Playbook, plan: Plan) -> str:
    """Say which options switches and reviews left aside because there were too many packages; empty where none."""
    ruled_out = set(plan.knobs.ruled_out)
    aside = [name for name in playbook.option_ids if name not in plan.considered and name not in ruled_out]
    if not aside:
        return ""
    return f"Too many packages fit these limits: switches and reviews leave aside {_options(playbook, aside)}."


def substitute_text(playbook: Playbook, substitute: Substitute) -> str:
    """Say what to do if an option is refused."""
    refused = f"{playbook.option[substitute.option].name} ({likelihood(substitute.p_refused)} to be refused)"
    return f"{refused}: {replacement_text(playbook, substitute)}"


def replacement_text(playbook: Playbook, substitute: Substitute) -> str:
    """Say what takes the place of a refused option: "add justice-sector support"."""
    parts = (("add", substitute.add), ("and let go", substitute.drop))
    moves = " ".join(f"{verb} {_options(playbook, some)}" for verb, some in parts if some)
    return moves or "go on without it"


def watch_text(playbook: Playbook, point: TippingPoint) -> str:
    """Say at which score an option of the package changes its verdict."""
    verb = point.direction.replace("_", " ")
    where = f"{playbook.indicator[point.indicator].name} {verb} {point.value:.1f} (now {point.now:g})"
    return f"{where}: {playbook.option[point.subject].name} → {_state(point)}"


def no_watch_text(playbook: Playbook) -> str:
    """Say why the watch list is empty."""
    years = playbook.plan.watch_years
    return f"No indicator on its own changes a verdict of the package within {years:g} typical years of change."


def consequence_text(playbook: Playbook, point: TippingPoint) -> str:
    """Say what to do with an option beyond its tipping point: "offer vetted police units with conditions"."""
    only = " only" if point.after == "offer_with_conditions" and not point.for_the_better else ""
    return _THEN[point.after].format(f"{uncapitalised(playbook.option[point.subject].name)}{only}")


def strategy_texts(playbook: Playbook, worth: Worth) -> Mapping[Strategy, str]:
    """Say what each way of acting does that a plan is measured beside."""
    return {
        "untailored": _options(playbook, worth.term.untailored_package),
        "standing": _options(playbook, playbook.plan.standing_package),
        "rigid": "today's package, kept",
        "flexible": "re-scored and re-planned at each review",
        "foresight": "the best package at every moment",
    }


def plan_cautions(plan: Plan) -> Iterator[str]:
    """Yield what the reader of a plan's figures must know."""
    yield (
        "Costs are midpoints, prices in USD million a year or its equivalent. Worth is in points of US value, each "
        f"option as far as it would be carried out; today and in {plan.horizon_months:g} months, added up."
    )
    yield (
        "The watch list holds all else as it is. Typical years away: how far off a score is, as a multiple of how far "
        "its indicator usually moves in 12 months."
    )
    yield (
        f"A switch is chosen on {plan.draws:,} futures and kept only if it pays on as many others. Its likelihood is "
        f"the share of those in which it acts, everything being scored anew in {plan.horizon_months:g} months."
    )
    if plan.worth is None:
        return
    term = plan.worth.term
    yield (
        f"What tailoring and flexibility are worth is a model's estimate and no forecast: {plan.draws:,} futures drawn "
        f"afresh, which chose nothing before, over {term.term_months:g} months, counted at {term.moments} moments, "
        "today and at each review. ± is one standard error of the draws; it says nothing of errors in scores or rules."
    )
    yield (
        "Perfect foresight knows everything in advance and pays for no change: more than any planner could reach. Nine "
        "futures in ten are better than the worst tenth; it is shown as a share of the mean of perfect foresight."
    )


def worth_lines(playbook: Playbook, worth: Worth) -> Iterator[str]:
    """Yield what tailoring and flexibility are worth."""
    term, horizon = worth.term, worth.horizon
    yield (
        f"Worth over {term.term_months:g} months, {term.moments} moments, beside perfect foresight "
        f"({term.foresight.mean:.1f} ± {term.foresight.standard_error:.1f} points):"
    )
    texts = strategy_texts(playbook, worth)
    yield f"  untailored  {_result(term.untailored)}  {texts['untailored']}"
    yield f"  the usual   {_result(term.standing)}  {texts['standing']}"
    yield f"  rigid       {_result(term.rigid)}  {texts['rigid']}"
    yield f"  flexible    {_result(term.flexible)}  {texts['flexible']}"
    yield f"Flexibility adds {term.added:.1f} ± {term.added_error:.1f} points."
    if horizon.rigid.share is not None and horizon.flexible.share is not None:
        yield (
            f"Over {horizon.horizon_months:g} months: rigid {horizon.rigid.share:.3f}, with the switch table "
            f"{horizon.flexible.share:.3f} of the best package of each future."
        )


def _result(result: Result) -> str:
    share = "    –" if result.share is None else f"{result.share:5.2f}"
    return f"{share}  mean {result.mean:6.1f} ± {result.standard_error:.1f}  worst tenth {result.worst_tenth:6.1f}"


def _chance(playbook: Playbook, change: Change) -> str:
    name = playbook.option[change.option].name
    return f"{name} is then accepted in {percent(change.if_fired)} of futures, otherwise in {percent(change.otherwise)}"


def _state(point: TippingPoint) -> str:
    return next(words for verdict, words in VERDICT_WORDS.items() if verdict == point.after)


def _options(playbook: Playbook, options: Iterable[str]) -> str:
    names: Sequence[str] = [uncapitalised(playbook.option[name].name) for name in options]
    return listed(names, len(names)) if names else "nothing"
