from __future__ import annotations

from dataclasses import replace

from advisor.answers import NOT_COMPUTED, Subject
from advisor.answers_plan import (
    UNSOLVED,
    futures_answer,
    limit_answer,
    package_answer,
    switches_answer,
    timeline_answer,
    worth_answer,
)
from advisor.survey import survey
from advisor.uncertainty import draw_blocks
from tests.advisor.known_peru import PLAYBOOK, barely_known, known


def test_the_package_names_its_options_and_limits() -> None:
    found = package_answer(known())
    assert found.value == "worth 9.5"
    assert [part.subject.kind for part in found.parts if part.subject] == [
        "standing",
        "standing",
        "limit",
        "limit",
        "switches",
    ]


def test_a_limit_says_what_each_option_takes_of_it() -> None:
    plan = known().plan
    assert plan is not None
    found = limit_answer(known(), "budget")
    assert found.value == "70 of 120 USD million a year"
    assert found.meaning == "Without it the best package would be worth 4.9 more."
    costs = PLAYBOOK.option[plan.package[0].option].cost_usd_m
    assert float(found.parts[0].value) == sum(costs) / 2
    assert limit_answer(known(), "footprint").meaning == "It keeps nothing out that is worth having."


def test_a_switch_says_why_it_pays() -> None:
    (part,) = switches_answer(known()).parts
    assert part.name == "Trust and access falls to 5 (now 7)"
    assert "The switch adds 0.08 ± 0.01" in part.note
    plan = known().plan
    assert plan is not None
    assert switches_answer(replace(known(), plan=replace(plan, switches=()))).meaning.startswith("No trigger pays")


def test_worth_is_set_beside_perfect_foresight() -> None:
    found = worth_answer(known())
    assert found.value == "1.2 ± 0.1 points"
    assert [part.name for part in found.parts][-1] == "Perfect foresight"


def test_without_a_plan_that_is_said() -> None:
    for found in (
        package_answer(barely_known()),
        limit_answer(barely_known(), "budget"),
        switches_answer(barely_known()),
        worth_answer(barely_known()),
    ):
        assert found.meaning == UNSOLVED


def test_the_futures_name_what_to_firm_up() -> None:
    made = survey(PLAYBOOK, known().assessment.sheet, draw_blocks(PLAYBOOK, 64, 1))
    found = futures_answer(replace(known(), survey=made))
    assert found.value == "64 futures"
    assert any(part.note.startswith("would settle") for part in found.parts)
    assert futures_answer(known()).meaning == NOT_COMPUTED


def test_the_timeline_names_its_assessments() -> None:
    found = timeline_answer(known())
    assert found.value == "3 assessments"
    assert found.parts[0].subject == Subject("stance")
