from __future__ import annotations

from advisor.answers import RULE_MARK, Subject
from advisor.answers_rule import rule_answer, stance_rule_answer
from advisor.answers_stance import stance_answer
from tests.advisor.known_peru import PLAYBOOK, known


def test_behind_a_rule_stand_its_condition_rationale_source_and_scores() -> None:
    option = next(one for one in known().best.options for part in one.contributions if part.kind == "rule")
    rule = next(one for one in option.contributions if one.kind == "rule" and abs(one.points) >= 0.2)
    found = rule_answer(known(), f"{option.id}{RULE_MARK}rule:{rule.id}")
    assert option.name in found.title
    assert "Because " in found.meaning
    assert known().playbook.rule[rule.id].rationale in found.meaning
    assert found.sources
    assert {part.subject.kind for part in found.parts if part.subject} <= {"factor", "score"}
    assert found.parts


def test_the_constant_is_said_once() -> None:
    option = known().best.ranked[0]
    found = rule_answer(known(), f"{option.id}{RULE_MARK}cost_of_agreeing:cost_of_agreeing")
    assert found.value == "−1.00"
    assert found.value not in found.meaning


def test_a_rule_of_the_stance_leads_to_the_scores_of_its_condition() -> None:
    asked = [part.subject for part in stance_answer(known()).parts if part.subject]
    rule = next(one for one in asked if one.kind == "stance_rule")
    found = stance_rule_answer(known(), rule.id)
    assert PLAYBOOK.stance_rule[rule.id].rationale in found.meaning
    assert found.sources
    assert Subject("score", "su_level") in [part.subject for part in found.parts]


def test_a_rule_that_does_not_hold_adds_nothing() -> None:
    quiet = next(rule for rule in PLAYBOOK.stance_rules if known().best.degree(rule.id) == 0)
    assert stance_rule_answer(known(), quiet.id).value == "0.00"
