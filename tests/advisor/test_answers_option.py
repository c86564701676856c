from __future__ import annotations

import pytest

from advisor.answers import NOT_COMPUTED, RULE_MARK, Subject
from advisor.answers_option import (
    acceptance_answer,
    price_answer,
    rule_answer,
    standing_answer,
    us_value_answer,
    win_set_answer,
)
from tests.advisor.known_peru import barely_known, known


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
