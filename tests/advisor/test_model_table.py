"""The engine as a table: its numbers are those of the engine, and they hang together as docs/model.md says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.engine import evaluate
from advisor.findings import judge
from advisor.model_table import model_table
from advisor.scores import Score, ScoreSheet
from tests import briefings

if TYPE_CHECKING:
    from advisor.model_table import ModelTable

PLAYBOOK = briefings.playbook()
CASES = [briefings.case(name).assessment(episode).sheet for name, episode in briefings.all_cases()[::4]]


def table(sheet: ScoreSheet) -> ModelTable:
    return model_table(PLAYBOOK, judge(PLAYBOOK, sheet))


@pytest.mark.parametrize("sheet", [*CASES, ScoreSheet()])
def test_every_step_from_the_terms_to_the_worth_adds_up(sheet: ScoreSheet) -> None:
    made = table(sheet)
    known, factors = made.constants, made.factors
    for place, one in enumerate(made.options):
        political = sum(
            effect * factor.value / known.scale_top for effect, factor in zip(one.effects, factors, strict=True)
        )
        assert one.factors_domestic + one.factors_external == pytest.approx(political)
        rules = sum(rule.points[place] * rule.degree for rule in made.rules)
        assert one.rules_domestic + one.rules_external + one.rules_interaction == pytest.approx(rules)
        assert one.cap_excess == pytest.approx(max(-known.rule_cap, min(known.rule_cap, rules)) - rules)
        assert one.domestic == pytest.approx(one.factors_domestic + one.rules_domestic - known.cost_of_agreeing)
        assert one.external == pytest.approx(one.factors_external + one.rules_external)
        assert one.interaction == pytest.approx(one.rules_interaction + one.cap_excess)
        assert one.standing == pytest.approx(one.domestic + one.external + one.interaction)
        assert one.vetoes == sum(rule.in_force and rule.points[place] < 0 for rule in made.rules)
        value = one.us_value if one.delivered >= 0 else one.backlash
        assert one.worth == pytest.approx(value * one.delivered)


@pytest.mark.parametrize("sheet", CASES)
def test_weighted_factors_and_rules_make_the_stance_index(sheet: ScoreSheet) -> None:
    made = table(sheet)
    factors = sum(one.stance_weight * one.value for one in made.factors)
    rules = sum(made.constants.stance_rule_weight * one.points * one.degree for one in made.stance_rules)
    assert made.stance_index == pytest.approx(factors + rules)


def test_degrees_are_those_of_the_engine_for_rules_that_do_not_fire_too() -> None:
    sheet = briefings.peru().sheet
    evaluation = evaluate(PLAYBOOK, sheet.arrays(PLAYBOOK.indicator_ids).best[None, :])
    assert [one.degree for one in table(sheet).rules] == evaluation.rule_degrees[0].tolist()
    assert [one.degree for one in table(sheet).stance_rules] == evaluation.stance_degrees[0].tolist()


def test_indicators_stand_by_factor_and_know_their_place_on_the_scorecard() -> None:
    made = table(briefings.peru().sheet)
    factors = [one.factor for one in made.indicators]
    assert factors == sorted(factors, key=PLAYBOOK.factor_ids.index)
    assert all(PLAYBOOK.indicator_ids[one.place] == one.id for one in made.indicators)


def test_indicators_of_a_factor_stand_together_though_the_playbook_scatters_them() -> None:
    scattered = replace(PLAYBOOK, indicators=PLAYBOOK.indicators[::-1])
    made = model_table(scattered, judge(scattered, briefings.peru().sheet))
    assert [one.factor for one in made.indicators] == [one.factor for one in table(ScoreSheet()).indicators]
    assert made.indicators[0].place > made.indicators[1].place or made.indicators[0].place < len(made.indicators)
    assert all(scattered.indicator_ids[one.place] == one.id for one in made.indicators)


def test_what_is_not_scored_counts_as_the_middle_and_is_counted() -> None:
    made = table(ScoreSheet({"su_level": Score(7, 8, 9)}))
    unrest = next(one for one in made.factors if one.id == "unrest")
    level, other = (next(one for one in made.indicators if one.id == name) for name in ("su_level", "su_trend"))
    assert (level.scored, level.value, level.graded.high, level.graded.moderate) == (True, 8, 1, 0)
    assert (other.scored, other.value, other.graded.moderate) == (False, 5, 1)
    assert unrest.scored == 1
    assert made.unscored_share == pytest.approx(21 / 22)


def test_a_veto_is_in_force_from_its_limit_on() -> None:
    made = table(briefings.peru().sheet)
    objection = next(one for one in made.rules if one.id == "military_objection")
    assert objection.veto_at is not None
    assert objection.in_force == (objection.degree >= objection.veto_at - 1e-9)
    assert not any(one.in_force for one in made.rules if one.veto_at is None)
