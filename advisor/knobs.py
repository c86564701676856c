"""The analyst's knobs of a plan: what the United States wants, may spend and show, and how far ahead it looks.

A knob that is not turned leaves the playbook's number as it is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from advisor.errors import AdvisorError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from advisor.playbook import Playbook

LONGEST_MONTHS = 120.0


class InvalidKnob(AdvisorError):
    """A knob turned to where it makes no sense, or two that contradict each other."""


@dataclass(frozen=True, slots=True)
class Knobs:
    """Settings of one plan.

    Parameters
    ----------
    weights
        Weights of US objectives by id; an objective not named keeps the playbook's weight.
    budget
        USD million a year, against the midpoints of the options' costs.
    footprint
        The most that the visibilities of a package may add up to.
    pinned, ruled_out
        Ids of options that every package must hold, and that none may hold.

    Raises
    ------
    InvalidKnob
        A number is negative, not finite or beyond ten years, or an option is both pinned and ruled out.
    """

    weights: Mapping[str, float] = field(default_factory=dict)
    budget: float | None = None
    footprint: float | None = None
    horizon_months: float | None = None
    term_months: float | None = None
    pinned: tuple[str, ...] = ()
    ruled_out: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "weights", MappingProxyType(dict(self.weights)))
        for objective, weight in self.weights.items():
            _check_number(f'the weight of "{objective}"', weight)
        _check_number("the budget", self.budget)
        _check_number("the footprint", self.footprint)
        _check_months("the horizon", self.horizon_months)
        _check_months("the term", self.term_months)
        if both := sorted(set(self.pinned) & set(self.ruled_out)):
            raise InvalidKnob(f'"{both[0]}" is pinned and ruled out at once; choose one of the two')


def apply(playbook: Playbook, knobs: Knobs) -> Playbook:
    """Return the playbook as the knobs change it.

    Raises
    ------
    InvalidKnob
        A knob names what the playbook does not have, no objective is left with a weight, or no package can hold
        everything pinned.
    """
    _check_names("objective", knobs.weights, (objective.id for objective in playbook.objectives))
    _check_names("option", (*knobs.pinned, *knobs.ruled_out), playbook.option_ids)
    plan, uncertainty = playbook.plan, playbook.uncertainty
    turned = replace(
        playbook,
        objectives=tuple(
            replace(objective, weight=knobs.weights.get(objective.id, objective.weight))
            for objective in playbook.objectives
        ),
        plan=replace(
            plan,
            budget=_turned(knobs.budget, plan.budget),
            footprint_cap=_turned(knobs.footprint, plan.footprint_cap),
            term_months=_turned(knobs.term_months, plan.term_months),
        ),
        uncertainty=replace(uncertainty, horizon_months=_turned(knobs.horizon_months, uncertainty.horizon_months)),
    )
    if not any(objective.weight for objective in turned.objectives):
        raise InvalidKnob("every objective has weight 0; give at least one a weight above 0")
    _check_pins(turned, knobs)
    return turned


def _turned(knob: float | None, given: float) -> float:
    return given if knob is None else knob


def _check_number(label: str, value: float | None) -> None:
    if value is not None and not (math.isfinite(value) and value >= 0):
        raise InvalidKnob(f"{label} is {value:g}; use a number of 0 or more")


def _check_months(label: str, months: float | None) -> None:
    if months is not None and not 0 <= months <= LONGEST_MONTHS:
        raise InvalidKnob(f"{label} is {months:g} months; use 0 to {LONGEST_MONTHS:g}")


def _check_names(kind: str, names: Iterable[str], known: Iterable[str]) -> None:
    allowed = tuple(known)
    for name in names:
        if name not in allowed:
            hint = did_you_mean(name, allowed)
            raise InvalidKnob(f'"{name}" is no {kind} of this playbook{hint}; use one of: {", ".join(allowed)}')


def _check_pins(playbook: Playbook, knobs: Knobs) -> None:
    pinned = tuple(dict.fromkeys(knobs.pinned))
    options = [playbook.option[name] for name in pinned]
    plan = playbook.plan
    for option in options:
        if clash := sorted(set(option.mutually_exclusive_with) & (set(pinned) - {option.id})):
            other = playbook.option[clash[0]].name
            raise InvalidKnob(f'"{option.name}" and "{other}" exclude each other; unpin one of them')
    cost, shown = sum(sum(option.cost_usd_m) / 2 for option in options), sum(option.visibility for option in options)
    _check_total("options", float(len(pinned)), float(plan.max_options), "a package holds")
    _check_total("USD million", cost, plan.budget, "the budget is")
    _check_total("points of visibility", shown, plan.footprint_cap, "the footprint may be")
    for requirement in plan.requires_any:
        if requirement.option in pinned and not set(requirement.any) - set(knobs.ruled_out):
            option, any_of = (
                playbook.option[requirement.option],
                (playbook.option[name].name for name in requirement.any),
            )
            raise InvalidKnob(
                f'"{option.name}" is pinned and needs one of these, which are ruled out: {"; ".join(any_of)}. '
                "Allow one of them or unpin it"
            )


def _check_total(unit: str, total: float, allowed: float, limit: str) -> None:
    if total > allowed:
        raise InvalidKnob(
            f"what is pinned comes to {total:g} {unit}, and {limit} {allowed:g}; unpin an option or raise the limit"
        )
