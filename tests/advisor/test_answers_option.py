from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.answers import NOT_COMPUTED, NOT_OPEN, Subject
from advisor.answers_option import (
    acceptance_answer,
    price_answer,
    standing_answer,
    us_value_answer,
    verdict_answer,
    win_set_answer,
)
from tests.advisor.known_peru import barely_known, known

PACKAGE = {one.option for one in known().plan.package}  # type: ignore[union-attr]


def number(text: str) -> float:
    return float(text.replace("−", "-"))


def priced() -> str:
    prices = known().prices or {}
    return next(name for name, price in prices.items() if price.none_because is None)


@pytest.mark.parametrize("place", range(3))
def test_the_parts_add_up_to_the_standing(place: int) -> None:
    option = known().best.ranked[place]
    found = standing_answer(known(), option.id)
    bars = [part for part in found.parts if part.subject is not None and part.subject.kind == "rule"]
    assert sum(number(part.value) for part in bars) == pytest.approx(option.standing, abs=0.06)
    assert f"rank {option.rank}" in found.value


def test_acceptance_says_what_a_verdict_takes() -> None:
    option = known().best.options[0].id
    found = acceptance_answer(known(), option)
    assert any(part.name == "To lead it takes" for part in found.parts)
    assert acceptance_answer(barely_known(), option).meaning == NOT_COMPUTED


def test_the_objectives_add_up_to_the_us_value() -> None:
    option = known().best.ranked[0]
    parts = us_value_answer(known(), option.id).parts
    assert sum(number(part.value) for part in parts) == pytest.approx(option.us_value, abs=0.05)


def test_a_price_is_the_sum_of_its_moves_each_with_its_reason() -> None:
    found = price_answer(known(), priced())
    moves = [part for part in found.parts if part.subject is not None and part.subject.kind == "score"]
    assert sum(number(part.value) for part in moves) == pytest.approx(number(found.value))
    assert all(part.note for part in moves)


def test_what_is_in_the_win_set_needs_no_price() -> None:
    inside = known().best.win_set[0].id
    assert price_answer(known(), inside).meaning == "It is in the win-set; it needs no price."
    assert price_answer(barely_known(), priced()).meaning == NOT_COMPUTED


def test_the_win_set_lists_those_inside_first_and_what_keeps_the_others_out() -> None:
    found = win_set_answer(known())
    inside = len(known().best.win_set)
    assert found.value == f"{inside} of {len(known().best.options)}"
    assert [part.note.startswith("outside: ") for part in found.parts] == [
        place >= inside for place in range(len(found.parts))
    ]
    assert all(part.subject == Subject("standing", part.subject.id) for part in found.parts if part.subject)


def test_a_verdict_names_its_options_and_why_they_stand_there() -> None:
    found = verdict_answer(known(), "lead")
    leads = [one.name for one in known().best.ranked if one.verdict == "lead"]
    assert [part.name for part in found.parts] == leads
    assert found.value == f"{len(leads)} of {len(known().best.options)} options"


def test_nothing_is_said_twice_of_the_cost_of_agreeing() -> None:
    found = standing_answer(known(), known().best.ranked[0].id)
    cost = next(part for part in found.parts if part.name == "Cost of agreeing")
    assert cost.value == "−1.00"
    assert cost.value not in cost.note
    assert cost.note


def test_the_standing_says_whether_the_plan_holds_the_option() -> None:
    plan = known().plan
    assert plan is not None
    inside, outside = plan.package[0].option, next(one.id for one in known().best.options if one.id not in PACKAGE)
    said = [standing_answer(known(), one).parts[-1] for one in (inside, outside)]
    assert [part.value for part in said] == ["yes", "no"]


def test_of_an_assessment_that_is_not_open_it_is_said_how_to_see_more() -> None:
    other = replace(barely_known(), opened=False)
    assert acceptance_answer(other, known().best.options[0].id).meaning == NOT_OPEN
