"""Reasoning about conditions is exact: it agrees with the degrees at all scores."""

from __future__ import annotations

import itertools
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from advisor.condition import And, Not, Or, parse
from advisor.normal_form import TooInvolved, droppable, highest_degree, minimal_form
from tests.advisor.condition_strategies import conditions
from tests.advisor.slow_engine import slow_degree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.condition import Condition
    from advisor.normal_form import Conjunction

SHARES = {"f": {"a": 0.5, "b": 0.25, "c": 0.25}, "g": {"d": 1.0}}
NAMES = ("a", "b", "c", "d", "f", "g")
SCORES = st.fixed_dictionaries(dict.fromkeys("abcd", st.sampled_from([0, 2, 3, 5, 6.5, 8, 10]) | st.floats(0, 10)))


def with_factors(scores: dict[str, float]) -> dict[str, float]:
    means = {factor: sum(share * scores[name] for name, share in parts.items()) for factor, parts in SHARES.items()}
    return {**scores, **means}


def same(one: str, other: str) -> bool:
    return minimal_form(parse(one), SHARES) == minimal_form(parse(other), SHARES)


def highest(text: str) -> float:
    return highest_degree(minimal_form(parse(text), SHARES), SHARES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("high(a) and high(b)", "high(b) and high(a)"),
        ("high(a) or high(b)", "high(b) or high(a) or high(b)"),
        ("not (high(a) and low(b))", "not high(a) or not low(b)"),
        ("not not high(a)", "high(a)"),
        ("high(a) and (high(b) or low(c))", "(high(a) and high(b)) or (high(a) and low(c))"),
        ("high(a) or (high(a) and high(b))", "high(a)"),
        ("high(a) and not low(a)", "high(a)"),
        ("high(a) or not low(a)", "not low(a)"),
        ("moderate(a)", "not high(a) and not low(a)"),
        ("not moderate(a)", "high(a) or low(a)"),
        ("high(b) or (high(a) and low(a))", "high(b)"),
        ("high(b) or (high(g) and low(d))", "high(b)"),
    ],
)
def test_conditions_that_say_the_same_have_one_form(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("high(a)", "high(b)"),
        ("high(a)", "not low(a)"),
        ("high(a) and high(b)", "high(a) or high(b)"),
        ("high(a) or not high(a)", "high(b) or not high(b)"),
        ("high(f)", "high(a) and high(b) and high(c)"),
    ],
)
def test_conditions_that_differ_somewhere_have_two_forms(one: str, other: str) -> None:
    assert not same(one, other)


@given(one=conditions(NAMES, 5), other=conditions(NAMES, 5), scores=SCORES)
def test_the_same_form_means_the_same_degree_at_all_scores(
    one: Condition, other: Condition, scores: dict[str, float]
) -> None:
    values = with_factors(scores)
    for rewritten in (Not(Not(one)), Or((one, And((one, other)))), And((one, Or((one, other))))):
        assert minimal_form(rewritten, SHARES) == minimal_form(one, SHARES)
    if minimal_form(one, SHARES) == minimal_form(other, SHARES):
        assert slow_degree(one, values) == pytest.approx(slow_degree(other, values), abs=1e-9)


@given(condition=conditions(NAMES), scores=SCORES)
def test_the_form_has_the_degree_of_the_condition_at_all_scores(condition: Condition, scores: dict[str, float]) -> None:
    values = with_factors(scores)
    form = minimal_form(condition, SHARES)
    by_form = max((min(atom_degree(one, values)) for one in form), default=0.0)
    assert by_form == pytest.approx(slow_degree(condition, values), abs=1e-9)


def atom_degree(conjunction: Conjunction, values: dict[str, float]) -> Iterator[float]:
    for atom in conjunction:
        level = parse(f"{atom.level}({atom.name})")
        yield slow_degree(Not(level) if atom.negated else level, values)


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("high(a)", 1),
        ("moderate(a)", 1),
        ("high(a) and low(a)", 0),
        ("high(a) and not high(a)", 0.5),
        ("high(a) and moderate(a)", 0.5),
        ("low(a) and not high(a)", 1),
        ("high(f) and low(a) and low(b) and low(c)", 0),
        ("high(f) and low(a)", 5 / 9),  # a = 5 - 3t, b = c = 10: f = 7.5 - 1.5t, and high to t at 5 + 3t
        ("low(f) and high(b) and high(c)", 5 / 9),
        ("high(g) and low(d)", 0),
        ("moderate(f) and high(a) and high(b) and high(c)", 0.5),
        ("(high(a) and low(a)) or (high(b) and not high(b))", 0.5),
    ],
)
def test_the_highest_degree_is_known_by_hand(text: str, degree: float) -> None:
    assert highest(text) == pytest.approx(degree)


@settings(max_examples=60)
@given(condition=conditions(NAMES))
def test_the_highest_degree_is_that_of_a_linear_programme(condition: Condition) -> None:
    form = minimal_form(condition, SHARES)
    assert highest_degree(form, SHARES) == pytest.approx(max((solved(one) for one in form), default=0.0), abs=1e-7)


def solved(conjunction: Conjunction) -> float:
    """Maximise t over scores a, b, c, d, so that every atom has at least degree t."""
    rows, bounds = [], []
    for atom in conjunction:
        parts = SHARES.get(atom.name, {atom.name: 1.0})
        upwards = (atom.level == "high") != atom.negated
        bound = 5 if not atom.negated else 2 if upwards else 8
        sign = -1 if upwards else 1
        rows.append([sign * parts.get(name, 0.0) for name in "abcd"] + [3.0])
        bounds.append(sign * bound)
    result = linprog([0, 0, 0, 0, -1], A_ub=rows, b_ub=bounds, bounds=[(0, 10)] * 4 + [(0, 1)])
    assert result.x is not None
    return float(result.x[-1])


@given(condition=conditions(NAMES), scores=SCORES)
def test_no_scores_give_more_than_the_highest_degree(condition: Condition, scores: dict[str, float]) -> None:
    top = highest_degree(minimal_form(condition, SHARES), SHARES)
    assert slow_degree(condition, with_factors(scores)) <= top + 1e-9


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("high(a) and high(b)", []),
        ("high(a) and high(a)", ["high(a)"]),
        ("high(a) and not low(a)", ["not low(a)"]),
        ("high(a) or (high(a) and high(b))", ["high(a) and high(b)"]),
        ("high(b) or (high(a) and low(a))", ["high(a) and low(a)"]),
        ("high(a) and (high(b) or (high(b) and high(c)))", ["high(b) and high(c)"]),
        ("not (high(a) or high(a))", ["high(a)"]),
        ("high(a) and high(a) and high(a)", ["high(a)", "high(a)"]),
        ("high(a) or high(b) or low(b) or not moderate(b)", ["not moderate(b)"]),
    ],
)
def test_terms_without_effect_are_found(text: str, terms: list[str]) -> None:
    assert list(droppable(parse(text), SHARES)) == [parse(term) for term in terms]


@given(condition=conditions(NAMES, 5), scores=SCORES)
def test_a_condition_with_a_term_added_twice_can_lose_it(condition: Condition, scores: dict[str, float]) -> None:
    assert droppable(And((condition, condition)), SHARES)


def wide(pairs: int) -> tuple[Condition, ...]:
    return tuple(parse(f"high(x{number}) or low(y{number})") for number in range(pairs))


def test_a_condition_of_4096_conjunctions_is_reasoned_about_and_a_larger_one_is_not() -> None:
    started = time.perf_counter()
    assert len(minimal_form(And(wide(12)), {})) == 4096
    for condition in (And(wide(13)), Not(Or(tuple(Not(term) for term in wide(13))))):
        with pytest.raises(TooInvolved, match="more than 4096 ways to hold"):
            minimal_form(condition, {})
    assert time.perf_counter() - started < 10


def test_no_scores_at_the_kinks_fire_a_rule_that_the_reasoning_rules_out() -> None:
    grid = [dict(zip("abcd", row, strict=True)) for row in itertools.product((0.0, 2.0, 5.0, 8.0, 10.0), repeat=4)]
    for text in ("high(f) and low(a) and low(b) and low(c)", "high(g) and low(d)", "low(f) and high(a) and high(f)"):
        assert highest(text) == 0
        assert max(slow_degree(parse(text), with_factors(row)) for row in grid) == 0
