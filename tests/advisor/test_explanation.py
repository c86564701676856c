"""Contributions are named, sided, and add up exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.engine import evaluate
from advisor.explanation import stance_contributions, standing_contributions, total
from data.playbook_files import shipped_playbook

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook

PLAYBOOK = shipped_playbook()


@settings(max_examples=60)
@given(st.lists(st.floats(0, 10), min_size=22, max_size=22))
def test_contributions_add_up_to_every_standing_and_to_the_index(row: list[float]) -> None:
    result = evaluate(PLAYBOOK, np.array([row]))
    for column in range(len(PLAYBOOK.options)):
        contributions = standing_contributions(PLAYBOOK, result, 0, column)
        assert abs(total(contributions) - result.standings[0, column]) < 1e-12
        by_side = sum(total(contributions, side) for side in ("domestic", "external", "interaction"))
        assert abs(by_side - result.standings[0, column]) < 1e-12
    assert abs(total(stance_contributions(PLAYBOOK, result, 0)) - result.stance_index[0]) < 1e-12


def test_removal_in_the_core_in_2014_is_held_down_by_the_command(playbook: Playbook, cases: dict[str, Case]) -> None:
    sheet = cases["Peru"].assessment("PER-2014-2016").sheet
    result = evaluate(playbook, sheet.arrays(playbook.indicator_ids).best[None, :])
    contributions = standing_contributions(playbook, result, 0, playbook.option_ids.index("erad_core"))
    objection = next(one for one in contributions if one.id == "military_objection")
    assert objection.side == "domestic"
    assert objection.points == pytest.approx(-2 * (7 - 5) / 3)


def test_the_cost_of_agreeing_is_domestic_and_always_there(playbook: Playbook) -> None:
    result = evaluate(playbook, np.full((1, 22), 5.0))
    constant = standing_contributions(playbook, result, 0, 0)[-1]
    assert (constant.kind, constant.side, constant.points) == ("cost_of_agreeing", "domestic", -1.0)


def test_what_the_cap_takes_off_is_named_and_split_to_no_side(playbook: Playbook, cases: dict[str, Case]) -> None:
    sheet = cases["Peru"].assessment("PER-2014-2016").sheet
    result = evaluate(playbook, sheet.arrays(playbook.indicator_ids).best[None, :])
    contributions = standing_contributions(playbook, result, 0, playbook.option_ids.index("erad_core"))
    rules = sum(one.points for one in contributions if one.kind == "rule")
    cap = next(one for one in contributions if one.kind == "rule_cap")
    assert rules < -4
    assert rules + cap.points == pytest.approx(-4)
    assert cap.side == "interaction"


def test_a_rule_that_does_not_fire_is_not_among_the_reasons(playbook: Playbook) -> None:
    result = evaluate(playbook, np.full((1, 22), 5.0))
    for column in range(len(playbook.options)):
        kinds = {one.kind for one in standing_contributions(playbook, result, 0, column)}
        assert "rule" not in kinds
