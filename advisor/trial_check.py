"""Whether a trial fits a playbook: what it names is there, its numbers are within bounds, and something is left."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.errors import did_you_mean
from advisor.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from advisor.playbook import Playbook
    from advisor.trial import Entry, Number, Trial

MOST_POINTS = 3.0
"""Points and political effects lie within -3 and +3 (`advisor.bounds.Points`)."""
TRAITS = ("visibility", "coerciveness", "reversibility")
_RULE_NUMBERS, _OPTION_NUMBERS = ("strength", "veto_at"), ("political", "us_value", *TRAITS)
_BOUNDS: Mapping[str, tuple[float, float]] = {
    "strength": (0.0, math.inf),
    "veto_at": (0.0, 1.0),
    "political": (-MOST_POINTS, MOST_POINTS),
    "us_value": (0.0, 10.0),
    **dict.fromkeys(TRAITS, (0.0, 10.0)),
}
_DUST = 1e-6


@dataclass(frozen=True, slots=True)
class TrialProblem:
    """One thing that does not fit: the entry, and what is wrong with it and how to mend it."""

    where: str
    what: str


def problems(playbook: Playbook, trial: Trial) -> tuple[TrialProblem, ...]:
    """Return everything in a trial that does not fit a playbook."""
    found = list(_unknown(playbook, trial))
    if not found:
        found += [one for number, value in sorted(trial.numbers.items()) for one in _of_number(playbook, number, value)]
        found += _left_over(playbook, trial)
    return tuple(found)


def points_of(playbook: Playbook, rule_id: str) -> tuple[float, ...]:
    """Return the points that a rule of either kind gives, entry by entry."""
    if rule_id in playbook.stance_rule:
        return (playbook.stance_rule[rule_id].points,)
    return tuple(effect.points for effect in playbook.rule[rule_id].then)


def _unknown(playbook: Playbook, trial: Trial) -> Iterator[TrialProblem]:
    known = {"rule": (*playbook.rule, *playbook.stance_rule), "option": playbook.option_ids}
    for entry in sorted(trial.entries):
        names = known[entry.kind]
        if entry.id not in names:
            yield TrialProblem(_where(entry), f"is no {entry.kind} of this playbook{did_you_mean(entry.id, names)}")


def _of_number(playbook: Playbook, number: Number, value: float) -> Iterator[TrialProblem]:
    where = f"{_where(number.entry)}, {number.name}{f'.{number.of}' if number.of else ''}"
    reason = _no_such_number(playbook, number)
    low, high = _BOUNDS[number.name]
    if reason:
        yield TrialProblem(where, reason)
    elif not (math.isfinite(value) and low <= value <= high):
        most = "or more" if high == math.inf else f"to {plain(high)}"
        yield TrialProblem(where, f"is {plain(value)}; use {plain(low)} {most}")
    elif number.name == "strength":
        yield from _too_strong(playbook, number, where, value)


def _no_such_number(playbook: Playbook, number: Number) -> str:
    """Say why an entry has no such number; empty where it has."""
    allowed = _RULE_NUMBERS if number.entry.kind == "rule" else _OPTION_NUMBERS
    if number.name not in allowed:
        return f"is no number of a {number.entry.kind}; use one of: {', '.join(allowed)}"
    if number.name == "strength" and not any(points_of(playbook, number.entry.id)):
        return "the rule gives no points, only advice, so that it has no strength"
    if number.name == "veto_at":
        rule = playbook.rule.get(number.entry.id)
        return "" if rule is not None and rule.veto_at is not None else "the rule is no veto"
    names = {"political": playbook.factor_ids, "us_value": tuple(one.id for one in playbook.objectives)}
    of = names.get(number.name, ("",))
    return "" if number.of in of else f'"{number.of}" is not known here; use one of: {", ".join(of)}'


def _too_strong(playbook: Playbook, number: Number, where: str, strength: float) -> Iterator[TrialProblem]:
    most = max(abs(points) for points in points_of(playbook, number.entry.id))
    if most * strength > MOST_POINTS + _DUST:
        what = f"is {plain(strength)}, which gives {plain(most * strength)} points; use {plain(MOST_POINTS / most)}"
        yield TrialProblem(where, f"{what} or less: points lie within −{plain(MOST_POINTS)} and +{plain(MOST_POINTS)}")


def _left_over(playbook: Playbook, trial: Trial) -> Iterator[TrialProblem]:
    left = [name for name in playbook.option_ids if not trial.is_off("option", name)]
    if not left:
        yield TrialProblem("options", "all are switched off; leave at least one")
    for one in playbook.plan.requires_any:
        if one.option in left and not set(one.any) & set(left):
            others = ", ".join(f'"{playbook.option[name].name}"' for name in one.any)
            what = f"needs one of these beside it, which are switched off: {others}"
            yield TrialProblem(
                f'option "{playbook.option[one.option].name}"', f"{what}; leave one of them or switch it off too"
            )


def _where(entry: Entry) -> str:
    return f'{entry.kind} "{entry.id}"'
