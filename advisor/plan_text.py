"""Sentences on a plan: limits, triggers, substitutes, tipping points, and what flexibility is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.phrasing import listed, uncapitalised
from advisor.wording import VERDICT_WORDS, likelihood, percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from advisor.package import LimitName, LimitUse
    from advisor.plan import Plan, Role
    from advisor.playbook import Playbook
    from advisor.strategy import Result
    from advisor.substitutes import Substitute
    from advisor.switches import Change, Switch
    from advisor.tipping import TippingPoint
    from advisor.triggers import Trigger
    from advisor.worth import Worth

ROLE_WORDS: Mapping[Role, str] = {
    "lead": "lead",
    "offer_with_conditions": "offer with conditions",
    "sweetener": "sweetener",
}
_LIMIT_WORDS: Mapping[LimitName, tuple[str, str]] = {
    "budget": ("Budget", "USD million a year"),
    "footprint": ("Visible footprint", "points of visibility"),
    "options": ("Number of options", "options"),
}


def limit_text(use: LimitUse) -> str:
    """Say how much of a limit is used, and what it keeps out."""
    name, unit = _LIMIT_WORDS[use.limit]
    used = f"{name}: {use.used:g} of {use.allowed:g} {unit}"
    return f"{used}; without this limit the best package is worth {use.gain_without:.1f} more" if use.binds else used


def trigger_text(playbook: Playbook, trigger: Trigger) -> str:
    """Say what sets off a switch: "Trust and access falls to 5 (now 7)"."""
    verb = trigger.direction.replace("_", " ")
    return f"{playbook.indicator[trigger.indicator].name} {verb} {trigger.threshold} (now {trigger.now:g})"


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
    return "Nothing to commit to: within these limits no option is worth more than nothing."


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
    parts = (("add", substitute.add), ("and let go", substitute.drop))
    moves = " ".join(f"{verb} {_options(playbook, some)}" for verb, some in parts if some)
    return f"{refused}: {moves or 'go on without it'}"


def watch_text(playbook: Playbook, point: TippingPoint) -> str:
    """Say at which score an option of the package changes its verdict."""
    verb = point.direction.replace("_", " ")
    where = f"{playbook.indicator[point.indicator].name} {verb} {point.value:.1f} (now {point.now:g})"
    return f"{where}: {playbook.option[point.subject].name} → {_state(point)}"


def worth_lines(playbook: Playbook, worth: Worth) -> Iterator[str]:
    """Yield what tailoring and flexibility are worth."""
    term, horizon = worth.term, worth.horizon
    yield (
        f"Worth over {term.term_months:g} months, {term.moments} moments, beside perfect foresight "
        f"({term.foresight.mean:.1f} ± {term.foresight.standard_error:.1f} points):"
    )
    yield f"  untailored  {_result(term.untailored)}  {_options(playbook, term.untailored_package)}"
    yield f"  the usual   {_result(term.standing)}  {_options(playbook, playbook.plan.standing_package)}"
    yield f"  rigid       {_result(term.rigid)}  today's package, kept"
    yield f"  flexible    {_result(term.flexible)}  re-scored and re-planned at each review"
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
