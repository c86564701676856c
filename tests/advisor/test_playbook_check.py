"""Warnings: one odd playbook each, and none about the shipped one."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from advisor.condition import And, parse
from advisor.playbook import Effect, Rule, StanceRule
from advisor.playbook_check import factor_shares, warnings

if TYPE_CHECKING:
    from advisor.playbook import Playbook


def rule(identifier: str, condition: str, *effects: Effect, **changes: Any) -> Rule:
    return replace(
        Rule(
            identifier,
            parse(condition),
            effects or (Effect(1.0, option="alt_dev"),),
            rationale="",
            source=(),
            basis="theory",
            kind="modifier",
        ),
        **changes,
    )


def odd(playbook: Playbook, *rules: Rule) -> list[str]:
    """Return the warnings about rules put in the place of the shipped ones, as far as they name a rule."""
    found = warnings(replace(playbook, rules=rules, stance_rules=()))
    return [f"{one.entry} {one.what}" for one in found if one.entry.startswith("rule ")]


def about(playbook: Playbook) -> list[tuple[str, str, str]]:
    return [(one.entry, one.what, one.remedy) for one in warnings(playbook)]


def test_the_shipped_playbook_has_no_warning_and_is_checked_quickly(playbook: Playbook) -> None:
    started = time.perf_counter()
    assert warnings(playbook) == ()
    assert time.perf_counter() - started < 2


def test_a_factor_counts_its_indicators_by_their_weights(playbook: Playbook) -> None:
    heavier = tuple(replace(one, weight=3.0) if one.id == "ue_aid" else one for one in playbook.indicators)
    shares = factor_shares(replace(playbook, indicators=heavier))["economic_leverage"]
    assert shares == {"ue_trade": 0.2, "ue_aid": 0.6, "ue_sanction": 0.2}


@pytest.mark.parametrize(
    "condition",
    [
        "high(eb_overlap) and low(eb_overlap)",
        "low(unrest) and high(su_level) and high(su_trend) and high(su_mobilisation) and high(su_disapproval)",
        "high(military) and not (high(ms_opposition) or high(ms_influence) or not low(ms_exposure)) and low(military)",
    ],
)
def test_a_rule_that_no_scores_satisfy_can_never_fire(playbook: Playbook, condition: str) -> None:
    assert odd(playbook, rule("x", condition)) == ['rule "x" can never fire: no scores make its condition true']


@pytest.mark.parametrize(
    "condition",
    [
        "high(eb_overlap) and moderate(eb_overlap)",
        "high(unrest) and low(su_level)",
        "high(eb_overlap) and not high(eb_overlap)",
    ],
)
def test_a_rule_that_some_scores_satisfy_in_part_is_not_suspect(playbook: Playbook, condition: str) -> None:
    assert odd(playbook, rule("x", condition)) == []


def test_a_veto_that_its_degree_never_reaches_can_never_take_effect(playbook: Playbook) -> None:
    against = Effect(-2.0, option="alt_dev")
    half = rule("x", "high(su_level) and not high(su_level)", against, kind="veto", veto_at=0.6)
    assert odd(playbook, half) == [
        'rule "x" can never take effect as a veto: its degree rises to 0.5 at most, and veto_at is 0.6'
    ]
    assert odd(playbook, replace(half, veto_at=0.5)) == []
    assert odd(playbook, replace(half, veto_at=0.0)) == ['rule "x" is a veto at all scores: veto_at is 0']


def test_a_veto_without_negative_points_vetoes_nothing(playbook: Playbook) -> None:
    veto = rule("x", "high(su_level)", Effect(1.0, option="alt_dev"), kind="veto", veto_at=0.6)
    assert odd(playbook, veto) == ['rule "x" is a veto without negative points, which vetoes nothing']


def test_a_condition_too_involved_to_check_is_said_to_be_so(playbook: Playbook) -> None:
    ids = playbook.indicator_ids[:14]
    terms = tuple(parse(f"high({name}) or low({name})") for name in ids)
    assert odd(playbook, replace(rule("x", "high(unrest)"), condition=And(terms))) == [
        'rule "x" has a condition too involved to check'
    ]


def test_a_part_of_a_condition_without_effect_is_pointed_out(playbook: Playbook) -> None:
    found = odd(playbook, rule("x", "high(su_level) or (high(su_level) and high(su_trend))"))
    assert found == ['rule "x" says "high(su_level) and high(su_trend)" to no effect']


def test_a_rule_without_points_or_advice_does_nothing(playbook: Playbook) -> None:
    idle = rule("x", "high(su_level)", Effect(0.0, option="alt_dev"), Effect(1.0, option="justice"))
    assert odd(playbook, idle) == ['rule "x" gives 0 points and no advice to "alt_dev"']
    assert odd(playbook, replace(idle, kind="condition", advice="Do it well.")) == []


def test_taking_an_option_out_of_a_tag_is_not_odd(playbook: Playbook) -> None:
    effects = (Effect(1.0, tag="forced_eradication"), Effect(-1.0, option="erad_core"))
    assert odd(playbook, rule("x", "high(su_level)", *effects)) == []


def test_two_rules_with_one_condition_and_one_option_are_one_rule(playbook: Playbook) -> None:
    one = rule("x", "high(su_level) or low(unrest)")
    other = rule("y", "low(unrest) or high(su_level) or (low(unrest) and high(su_trend))")
    found = odd(playbook, one, other)
    assert 'rule "y" has the same condition as rule "x", and both give points to "alt_dev"' in found
    assert odd(playbook, one, rule("y", "high(su_level)")) == []
    assert odd(playbook, one, rule("y", "high(su_level) or low(unrest)", Effect(1.0, option="justice"))) == []


def test_two_pieces_of_advice_of_one_kind_under_one_condition_are_one(playbook: Playbook) -> None:
    nothing = Effect(0.0, option="alt_dev")
    one = rule("x", "high(su_level)", nothing, kind="condition", advice="First.")
    same = rule("y", "high(su_level)", nothing, kind="condition", advice="Second.")
    assert odd(playbook, one, same) == [
        'rule "y" has the same condition as rule "x", and both attach advice to "alt_dev"'
    ]
    assert odd(playbook, one, replace(same, kind="sequencing")) == []


def test_two_stance_rules_with_one_condition_are_one(playbook: Playbook) -> None:
    twin = replace(playbook.stance_rules[0], id="twin", name="Twin")
    found = about(replace(playbook, stance_rules=(*playbook.stance_rules, twin)))
    what = f'has the same condition as stance_rule "{playbook.stance_rules[0].id}", and both move the stance'
    assert found == [('stance_rule "twin"', what, "Make one rule of the two.")]


def test_a_stance_rule_without_points_may_stand_for_its_reason(playbook: Playbook) -> None:
    idle = StanceRule("idle", parse("high(su_level) and high(ue_aid)"), 0.0, "Why.", (), "Idle")
    assert about(replace(playbook, stance_rules=(*playbook.stance_rules, idle))) == []


def test_names_of_rules_are_short_and_their_own(playbook: Playbook) -> None:
    found = odd(playbook, rule("x", "high(su_level)", name="n" * 39), rule("y", "low(su_level)", name="n" * 39))
    assert found == [
        'rule "x" has a name of 39 characters',
        'rule "y" has a name of 39 characters',
        'rule "y" has the same name as rule "x"',
    ]
    assert odd(playbook, rule("x", "high(su_level)"), rule("y", "low(su_level)")) == []


def test_an_option_that_no_rule_names_is_pointed_out(playbook: Playbook) -> None:
    found = [one.entry for one in warnings(replace(playbook, rules=(rule("x", "high(su_level)"),)))]
    assert 'option "justice"' in found
    assert 'option "alt_dev"' not in found


def test_an_exclusion_holds_both_ways(playbook: Playbook) -> None:
    options = tuple(
        replace(option, mutually_exclusive_with=()) if option.id == "erad_voluntary" else option
        for option in playbook.options
    )
    assert about(replace(playbook, options=options)) == [
        (
            'option "erad_core"',
            'excludes "erad_voluntary", which does not exclude it',
            'Add "erad_core" to mutually_exclusive_with of "erad_voluntary".',
        )
    ]


def test_an_objective_of_weight_0_is_pointed_out(playbook: Playbook) -> None:
    objectives = (replace(playbook.objectives[0], weight=0.0), *playbook.objectives[1:])
    (warning,) = warnings(replace(playbook, objectives=objectives))
    assert (warning.entry, warning.what) == ('objective "cultivation"', "has weight 0 and counts for nothing")


def test_a_lever_on_what_is_not_ours_to_move_is_pointed_out(playbook: Playbook) -> None:
    levers = (*playbook.levers, replace(playbook.levers[0], indicator="th_armed"))
    (warning,) = warnings(replace(playbook, levers=levers))
    assert warning.entry == 'lever "th_armed"'
    assert warning.what == "moves an indicator that is marked us_controllable = false"


def test_sources_that_nobody_cites_are_one_warning_and_datasets_none(playbook: Playbook) -> None:
    extra = [replace(playbook.sources[0], id=name) for name in ("one", "two")]
    dataset = replace(playbook.sources[0], id="three", kind="dataset")
    (warning,) = warnings(replace(playbook, sources=(*playbook.sources, *extra, dataset)))
    assert (warning.entry, warning.what) == ("sources", 'nobody cites "one", "two"')


@pytest.mark.parametrize("side", ["domestic", "external"])
def test_a_playbook_with_factors_of_one_side_only_is_odd(playbook: Playbook, side: str) -> None:
    factors = tuple(one for one in playbook.factors if one.side != side)
    indicators = tuple(one for one in playbook.indicators if one.side != side)
    one_sided = replace(playbook, factors=factors, indicators=indicators, rules=(), stance_rules=(), levers=())
    found = [one.what for one in warnings(one_sided) if one.entry == "factors"]
    assert found == [f"none is {side}, so the stance can lean one way only"]
