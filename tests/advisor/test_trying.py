"""A what-if changes nothing of the playbook and draws the same futures; a remade playbook has no loose ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from advisor.engine import matrices
from advisor.findings import judge
from advisor.trial import NOTHING, Entry, Number, Trial
from advisor.trying import InvalidTrial, known_without, remade, scaled, tried
from advisor.uncertainty import draw_blocks

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.findings import BestFindings
    from advisor.playbook import Playbook

VETO, OPTION = Entry("rule", "military_objection"), Entry("option", "alt_dev")
OFF = Trial(frozenset({VETO, OPTION}))


def test_nothing_tried_out_is_the_same_judgment(playbook: Playbook, cases: dict[str, Case]) -> None:
    sheet = cases["Peru"].latest.sheet
    assert judge(tried(playbook, NOTHING), sheet) == judge(playbook, sheet) == judge(remade(playbook, NOTHING), sheet)


def test_a_rule_switched_off_gives_no_points_no_veto_and_no_advice(playbook: Playbook, cases: dict[str, Case]) -> None:
    sheet = cases["Peru"].latest.sheet
    before, after = judge(playbook, sheet), judge(tried(playbook, Trial(frozenset({VETO}))), sheet)
    assert any(VETO.id in option.vetoes for option in before.options)
    for option in after.options:
        assert VETO.id not in option.vetoes
        assert all(one.id != VETO.id for one in option.contributions)
    stance = Trial(frozenset({Entry("rule", playbook.stance_rules[0].id)}))
    assert judge(tried(playbook, stance), sheet).stance.index != before.stance.index


def test_a_strength_scales_what_the_rule_adds_and_a_demand_moves_the_standing(
    playbook: Playbook, cases: dict[str, Case]
) -> None:
    sheet = cases["Peru"].latest.sheet
    units = Entry("option", "vetted_units")
    given = playbook.option[units.id].political["unrest"].effect
    strength = Number(Entry("rule", "unrest_core"), "strength")
    trial = Trial(numbers={strength: 0.5, Number(units, "political", "unrest"): 2.0})
    before, after = judge(playbook, sheet), judge(tried(playbook, trial), sheet)
    column = playbook.option_ids.index(units.id)
    moved = after.options[column].standing - before.options[column].standing
    assert moved == pytest.approx((2 - given) / 10 * before.factors["unrest"])

    def adds(best: BestFindings, option: str) -> float:
        found = next(one for one in best.options if one.id == option)
        return sum(one.points for one in found.contributions if one.id == "unrest_core")

    assert adds(after, "pause_metrics") == pytest.approx(adds(before, "pause_metrics") / 2)


def test_a_what_if_draws_the_same_futures(playbook: Playbook) -> None:
    first, second = (next(iter(draw_blocks(one, 16, 1))) for one in (playbook, tried(playbook, OFF)))
    assert np.array_equal(first.scores, second.scores)
    assert np.array_equal(first.standing, second.standing)


def test_a_remade_playbook_names_nothing_that_is_gone(playbook: Playbook) -> None:
    made = remade(playbook, OFF)
    only = {rule.id for rule in playbook.rules if all(effect.option == OPTION.id for effect in rule.then)}
    assert set(playbook.option) - set(made.option) == {OPTION.id}
    assert set(playbook.rule) - set(made.rule) == {VETO.id, *only}
    named = {effect.option for rule in made.rules for effect in rule.then}
    named |= {name for option in made.options for name in (*option.complements, *option.mutually_exclusive_with)}
    named |= {name for acts in made.known_acts for name in (*acts.accepted, *acts.refused)}
    named |= {*made.plan.standing_package, *(name for one in made.plan.requires_any for name in (one.option, *one.any))}
    assert named - {None} <= set(made.option_ids)
    assert len(playbook.options) == len(matrices(playbook).us_value)


def test_what_does_not_fit_is_refused(playbook: Playbook) -> None:
    for make in (tried, remade):
        with pytest.raises(InvalidTrial, match="is no rule of this playbook"):
            make(playbook, Trial(frozenset({Entry("rule", "nothing")})))


def test_known_acts_can_be_left_out_and_points_keep_no_dust(playbook: Playbook) -> None:
    left = known_without(playbook, ["erad_core"])
    assert all("erad_core" not in (*acts.accepted, *acts.refused) for acts in left.known_acts)
    assert scaled(-2.0, 0.35) == -0.7
