"""Knobs go as far as makes sense for the playbook, in steps a hand can hit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.knob_ranges import KnobRange, budget_range, footprint_range, horizon_range, weight_range
from advisor.knobs import LONGEST_MONTHS, Knobs, apply
from advisor.parameters import Objective

if TYPE_CHECKING:
    from advisor.playbook import Playbook


def with_budget(playbook: Playbook, budget: float) -> Playbook:
    return replace(playbook, plan=replace(playbook.plan, budget=budget))


def test_the_shipped_limits_go_to_twice_the_number_of_the_playbook(playbook: Playbook) -> None:
    assert budget_range(playbook) == KnobRange(240.0, 5.0, 120.0)
    assert footprint_range(playbook) == KnobRange(44.0, 1.0, 22.0)


@pytest.mark.parametrize("budget", [0.0, 0.3, 3.0, 120.0, 1000.0, 123_456.0])
def test_whatever_the_budget_it_lies_within_the_range_and_the_steps_are_few(playbook: Playbook, budget: float) -> None:
    extent = budget_range(with_budget(playbook, budget))
    assert extent.given == budget <= extent.highest
    assert 1 <= extent.steps <= 60
    assert extent.value(extent.steps) == extent.highest


def test_more_money_than_everything_costs_is_not_offered(playbook: Playbook) -> None:
    total = sum(sum(option.cost_usd_m) / 2 for option in playbook.options)
    extent = budget_range(with_budget(playbook, 0.9 * total))
    assert total <= extent.highest < total + extent.step


def test_weights_go_from_nothing_to_three_or_to_what_the_playbook_has(playbook: Playbook) -> None:
    extent = weight_range(playbook.objectives[0])
    assert [extent.value(step) for step in range(extent.steps + 1)] == [0, 0.5, 1, 1.5, 2, 2.5, 3]
    assert weight_range(Objective("a", "A", 7.2)).highest == 7.5


def test_the_horizon_goes_from_today_to_the_longest_that_a_plan_takes(playbook: Playbook) -> None:
    extent = horizon_range(playbook)
    assert (extent.value(0), extent.value(extent.steps)) == (0.0, LONGEST_MONTHS)
    assert extent.value(extent.nearest(extent.given)) == extent.given


@pytest.mark.parametrize(("value", "step"), [(-4.0, 0), (0.0, 0), (2.4, 0), (2.6, 1), (500.0, 48)])
def test_a_number_between_two_steps_stands_at_the_nearer(playbook: Playbook, value: float, step: int) -> None:
    assert budget_range(playbook).nearest(value) == step


def test_every_end_of_every_range_is_a_knob_that_a_plan_takes(playbook: Playbook) -> None:
    for share in (0, 1):
        knobs = Knobs(
            weights={one.id: weight_range(one).highest for one in playbook.objectives},
            budget=share * budget_range(playbook).highest,
            footprint=share * footprint_range(playbook).highest,
            horizon_months=share * horizon_range(playbook).highest,
        )
        assert apply(playbook, knobs).plan.budget == knobs.budget
