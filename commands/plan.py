"""`plan CASE`: package, switch table, substitutes, prices, and what flexibility is worth."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from advisor.knobs import InvalidKnob, Knobs, apply
from advisor.phrasing import uncapitalised
from advisor.plan import solve, with_worth
from advisor.plan_text import (
    ROLE_WORDS,
    empty_package_text,
    limit_text,
    narrowed_text,
    no_switch_text,
    substitute_text,
    switch_reason,
    switch_text,
    trigger_text,
    watch_text,
    worth_lines,
)
from advisor.tipping import tipping_points
from advisor.uncertainty import draw_blocks
from advisor.wording import move_text, no_price_text, percent
from commands.contract import SCHEMA, print_json
from commands.selection import select

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from advisor.levers import Price
    from advisor.plan import Plan
    from advisor.playbook import Playbook
    from advisor.strategy import Result
    from advisor.switches import Change, Switch
    from advisor.worth import Worth
    from commands.selection import Selection

_NAME_WIDTH = 46


def run(arguments: argparse.Namespace) -> None:
    """Print the plan for the assessment that the arguments name."""
    knobs = knobs_of(arguments)
    selection = select(arguments.case, arguments.episode, arguments.library, arguments.playbook)
    plan = plan_of(selection, knobs)
    if arguments.json:
        print_json(plan_json(selection, plan))
    else:
        print("\n".join(lines(selection, plan)))


def knobs_of(arguments: argparse.Namespace) -> Knobs:
    """Return the knobs that the arguments turn."""
    return Knobs(
        weights=dict(_weight(text) for text in arguments.weight),
        budget=arguments.budget,
        footprint=arguments.footprint,
        horizon_months=arguments.horizon,
        pinned=tuple(arguments.pin),
        ruled_out=tuple(arguments.rule_out),
    )


def plan_of(selection: Selection, knobs: Knobs) -> Plan:
    """Return the plan of a selected assessment with its worth, telling standard error where it stands."""
    playbook, sheet = selection.playbook, selection.assessment.sheet
    draws = list(draw_blocks(playbook, playbook.uncertainty.draws, playbook.uncertainty.seed_fit))
    points = tipping_points(apply(playbook, knobs), sheet, playbook.option_ids)
    plan = solve(playbook, sheet, draws, knobs, points, progress=_told)
    return with_worth(playbook, sheet, plan, progress=_told)


def plan_json(selection: Selection, plan: Plan) -> dict[str, Any]:
    """Return the result of `plan`."""
    playbook = selection.playbook
    return {
        "schema": SCHEMA,
        "case": selection.case.name,
        "assessment": selection.assessment.id,
        "as_of": selection.assessment.as_of.isoformat(),
        "horizon_months": plan.horizon_months,
        "package": [
            {
                "option": one.option,
                "role": one.role,
                "verdict": one.verdict,
                "p_now": one.p_now,
                "p_horizon": one.p_horizon,
                "worth": one.worth,
            }
            for one in plan.package
        ],
        "limits": [
            {"limit": one.limit, "used": one.used, "allowed": one.allowed, "gain_without": one.gain_without}
            for one in plan.limits
        ],
        "switches": [_switch_json(playbook, one) for one in plan.switches],
        "substitutes": [
            {"option": one.option, "p_refused": one.p_refused, "add": list(one.add), "drop": list(one.drop)}
            for one in plan.substitutes
        ],
        "watch": [
            {
                "option": one.subject,
                "indicator": one.indicator,
                "direction": one.direction,
                "now": one.now,
                "value": one.value,
                "after": one.after,
            }
            for one in plan.watch_list
        ],
        "prices": [_price_json(one) for one in plan.prices],
        "worth": _worth_json(plan.worth) if plan.worth else None,
    }


def lines(selection: Selection, plan: Plan) -> Iterator[str]:
    """Yield the plan as lines of text."""
    playbook = selection.playbook
    yield f"{selection.case.name}, as of {selection.assessment.as_of.isoformat()} ({selection.assessment.id})"
    if not selection.assessment.sheet.scores:
        yield "Nothing is scored yet: this is what the playbook gives when every pressure is unknown."
    yield ""
    yield from _package_lines(playbook, plan)
    yield ""
    yield "Switch when"
    yield from _switch_lines(playbook, plan)
    yield from _section("If refused", (substitute_text(playbook, one) for one in plan.substitutes))
    yield from _section("Watch", (watch_text(playbook, one) for one in plan.watch_list))
    yield from _section("Prices of what is not offered", (_price_line(playbook, one) for one in plan.prices))
    if plan.worth:
        yield ""
        yield from worth_lines(playbook, plan.worth)


def _told(share: float, what: str) -> None:
    print(f"{percent(share):>5}  {what} ...", file=sys.stderr)


def _weight(text: str) -> tuple[str, float]:
    name, _, number = text.partition("=")
    try:
        return name.strip(), float(number)
    except ValueError:
        raise InvalidKnob(f'--weight "{text}": write OBJECTIVE=N, for example cultivation=3') from None


def _switch_json(playbook: Playbook, switch: Switch) -> dict[str, Any]:
    return {
        "indicator": switch.trigger.indicator,
        "direction": switch.trigger.direction,
        "threshold": switch.trigger.threshold,
        "now": switch.trigger.now,
        "drop": _ids(switch.drop),
        "add": _ids(switch.add),
        "why": switch_reason(playbook, switch),
        "share": switch.share,
        "gain": switch.gain,
        "standard_error": switch.standard_error,
    }


def _ids(changes: Iterable[Change]) -> list[str]:
    return [one.option for one in changes]


def _price_json(price: Price) -> dict[str, Any]:
    return {
        "option": price.option,
        "moves": [
            {"indicator": one.indicator, "from": one.start, "to": one.end, "cost": one.cost} for one in price.moves
        ],
        "with": list(price.linked),
        "p_now": price.p_now,
        "none_because": price.none_because,
    }


def _worth_json(worth: Worth) -> dict[str, Any]:
    """Return shares of perfect foresight; the worst tenth also as a share of its mean, points and errors beside it."""
    term, best = worth.term, worth.term.foresight.mean
    named = {
        "untailored": term.untailored,
        "standing": term.standing,
        "rigid": term.rigid,
        "flexible": term.flexible,
        "perfect_foresight": term.foresight,
    }
    return {
        **{name: result.share for name, result in named.items()},
        "worst_tenth": {name: named[name].worst_tenth / best if best > 0 else None for name in ("rigid", "flexible")},
        "standard_errors": {name: result.share_error for name, result in named.items()},
        "points": {name: _points(result) for name, result in named.items()},
        "flexibility_adds": {"points": term.added, "standard_error": term.added_error},
        "term_months": term.term_months,
        "untailored_package": list(term.untailored_package),
        "horizon": {"rigid": worth.horizon.rigid.share, "flexible": worth.horizon.flexible.share},
    }


def _points(result: Result) -> dict[str, float]:
    return {
        "mean": result.mean,
        "standard_error": result.standard_error,
        "worst_tenth": result.worst_tenth,
        "worst_tenth_error": result.worst_tenth_error,
    }


def _package_lines(playbook: Playbook, plan: Plan) -> Iterator[str]:
    if not plan.package:
        yield empty_package_text()
    else:
        yield f"Commit to ({plan.worth_of_package:.1f} points, now and in {plan.horizon_months:g} months)"
    for one in plan.package:
        chance = f"{percent(one.p_now):>5} now {percent(one.p_horizon):>5} later"
        yield f"  {one.name:<{_NAME_WIDTH}} {chance}  {one.worth:4.1f}  {ROLE_WORDS[one.role]}"
    for use in plan.limits:
        yield f"  {limit_text(use)}"
    if note := narrowed_text(playbook, plan):
        yield f"  {note}"


def _switch_lines(playbook: Playbook, plan: Plan) -> Iterator[str]:
    for one in plan.switches:
        yield f"  {trigger_text(playbook, one.trigger)}: {switch_text(playbook, one)}"
        yield f"    {switch_reason(playbook, one)}"
    if not plan.switches:
        yield f"  {no_switch_text(plan)}"


def _section(title: str, entries: Iterable[str]) -> Iterator[str]:
    found = list(entries)
    if found:
        yield from ("", title, *(f"  {entry}" for entry in found))


def _price_line(playbook: Playbook, price: Price) -> str:
    name = playbook.option[price.option].name
    if price.none_because is not None:
        return f"{name}: {no_price_text(price)}"
    moves = ", ".join(move_text(playbook, move) for move in price.moves) or "nothing"
    linked = "".join(f", with {uncapitalised(playbook.option[other].name)}" for other in price.linked)
    return f"{name}: {moves}{linked}; {price.cost:g} USD million a year"
