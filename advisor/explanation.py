"""The named contributions behind a standing or a stance; they add up to it exactly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from advisor.engine import matrices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from advisor.engine import Evaluation
    from advisor.playbook import ContributionSide, Playbook

ContributionKind = Literal["factor", "rule", "cost_of_agreeing", "rule_cap"]


@dataclass(frozen=True, slots=True)
class Contribution:
    """Points that one factor, rule or constant adds; `id` names the factor or rule."""

    kind: ContributionKind
    id: str
    side: ContributionSide
    points: float


def standing_contributions(
    playbook: Playbook, evaluation: Evaluation, row: int, option: int
) -> tuple[Contribution, ...]:
    """Return what adds up to the standing of an option: factors, rules that fire, the cap's excess, the constant."""
    rules = tuple(_option_rules(playbook, evaluation, row, option))
    return (
        *_factors(playbook, evaluation, row, option),
        *rules,
        *_cap(playbook, rules),
        Contribution("cost_of_agreeing", "cost_of_agreeing", "domestic", -playbook.standing.cost_of_agreeing),
    )


def stance_contributions(playbook: Playbook, evaluation: Evaluation, row: int) -> tuple[Contribution, ...]:
    """Return what adds up to the stance index of one row: weighted factors and the stance rules that fire."""
    table, weights = matrices(playbook), playbook.stance_model.weights
    factors = [
        Contribution("factor", factor.id, factor.side, weights[factor.id] * value)
        for factor, value in zip(playbook.factors, evaluation.factors[row].tolist(), strict=True)
    ]
    points = table.stance_points * evaluation.stance_degrees[row]
    rules = [
        Contribution("rule", playbook.stance_rules[column].id, table.stance_rule_sides[column], float(points[column]))
        for column in np.flatnonzero(points)
    ]
    return (*factors, *rules)


def total(contributions: Iterable[Contribution], side: ContributionSide | None = None) -> float:
    """Add up the points of one side, or of all."""
    return sum(one.points for one in contributions if side is None or one.side == side)


def _factors(playbook: Playbook, evaluation: Evaluation, row: int, option: int) -> Iterator[Contribution]:
    points = (matrices(playbook).political[option] * evaluation.factors[row]).tolist()
    for factor, value in zip(playbook.factors, points, strict=True):
        yield Contribution("factor", factor.id, factor.side, value)


def _option_rules(playbook: Playbook, evaluation: Evaluation, row: int, option: int) -> Iterator[Contribution]:
    table = matrices(playbook)
    points = table.points[option] * evaluation.rule_degrees[row]
    for column in np.flatnonzero(points):
        yield Contribution("rule", playbook.rules[column].id, table.rule_sides[column], float(points[column]))


def _cap(playbook: Playbook, rules: Iterable[Contribution]) -> Iterator[Contribution]:
    summed, cap = total(rules), playbook.standing.rule_cap
    excess = max(-cap, min(cap, summed)) - summed
    if excess != 0:
        yield Contribution("rule_cap", "rule_cap", "interaction", excess)
