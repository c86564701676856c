"""The rule language: what it reads, how it answers mistakes, and that all its uses agree."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.condition import (
    MAX_DEPTH,
    MAX_LENGTH,
    And,
    ConditionError,
    Level,
    Not,
    Or,
    degree,
    english,
    formula,
    names_in,
    parse,
    source_text,
)
from advisor.errors import AdvisorError
from tests.advisor.condition_strategies import conditions
from tests.advisor.slow_engine import slow_degree

if TYPE_CHECKING:
    from advisor.arrays import Array
    from advisor.condition import Condition, LevelName

NAMES = ("unrest", "military", "su_level")
HIGH, LOW = Level("high", "unrest"), Level("low", "military")
SCORES = st.floats(0, 10)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("high(unrest)", HIGH),
        ("  moderate ( unrest )  ", Level("moderate", "unrest")),
        ("not high(unrest)", Not(HIGH)),
        ("not not high(unrest)", Not(Not(HIGH))),
        ("high(unrest) and low(military)", And((HIGH, LOW))),
        ("high(unrest) or low(military) and high(unrest)", Or((HIGH, And((LOW, HIGH))))),
        ("(high(unrest) or low(military)) and high(unrest)", And((Or((HIGH, LOW)), HIGH))),
        ("not high(unrest) and low(military)", And((Not(HIGH), LOW))),
        ("not (high(unrest) and low(military))", Not(And((HIGH, LOW)))),
        ("high(unrest)\n  or low(military)", Or((HIGH, LOW))),
        ("((high(unrest)))", HIGH),
    ],
)
def test_not_binds_strongest_then_and_then_or(text: str, condition: Condition) -> None:
    assert parse(text, NAMES) == condition


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("", 0, "the condition is empty"),
        (" \n\t ", 0, "the condition is empty"),
        ("hihg(unrest)", 0, '"hihg" is not high, low or moderate; did you mean "high"?'),
        ("high(unrset)", 5, '"unrset" is no indicator or factor of this playbook; did you mean "unrest"?'),
        ("high(xyz)", 5, '"xyz" is no indicator or factor of this playbook'),
        ("high unrest", 5, 'expected "(" after high, found "unrest"'),
        ("high(unrest", 11, 'expected ")", found the end'),
        ("high()", 5, 'expected the id of an indicator or factor, found ")"'),
        ("high(and)", 5, 'expected the id of an indicator or factor, found "and"'),
        ("high(unrest) low(military)", 13, 'expected "and", "or" or the end, found "low"'),
        ("high(unrest))", 12, 'expected "and", "or" or the end, found ")"'),
        ("high(unrest) and", 16, "expected high(...), low(...), moderate(...), not or (, found the end"),
        ("high(unrest) and or", 17, 'found "or"'),
        ("and high(unrest)", 0, 'found "and"'),
        ("not", 3, "found the end"),
        ("()", 1, 'found ")"'),
        ("high(unrest) & low(military)", 13, '"&" has no meaning here; use high, low, moderate, and, or, not, ( )'),
        ("high(unrest) > 5", 13, '">" has no meaning here'),
        ("high(unrest), low(military)", 12, '"," has no meaning here'),
        ("high(unrest) AND low(military)", 13, 'expected "and", "or" or the end, found "AND"'),
        ("high(unrest)\0", 12, '"\0" has no meaning here'),
        ("high(Ünrest)", 5, '"Ü" has no meaning here'),
        ("high(unrest) ∧ low(military)", 13, '"∧" has no meaning here'),
        ("high(un\u0440est)", 7, '"\u0440" has no meaning here'),  # a Cyrillic letter that looks like p
        ("high(7)", 5, '"7" has no meaning here'),
    ],
)
def test_a_mistake_is_shown_with_a_caret_under_it(text: str, column: int, message: str) -> None:
    with pytest.raises(ConditionError) as caught:
        parse(text, NAMES)
    assert message in caught.value.message
    assert caught.value.column == column
    said, shown, caret = str(caught.value).split("\n")
    assert said == caught.value.message
    assert (shown[:2], caret) == ("  ", "  " + " " * column + "^")


def test_a_line_break_does_not_move_the_caret() -> None:
    with pytest.raises(ConditionError) as caught:
        parse("high(unrest)\n  and hihg(military)", NAMES)
    assert str(caught.value).split("\n")[1:] == ["  high(unrest)   and hihg(military)", " " * 21 + "^"]


def test_a_mistake_in_a_condition_is_the_users() -> None:
    assert issubclass(ConditionError, AdvisorError)


def test_nesting_is_bounded_and_the_bound_is_said() -> None:
    deepest = MAX_DEPTH - 1
    assert parse("(" * deepest + "high(unrest)" + ")" * deepest, NAMES) == HIGH
    with pytest.raises(ConditionError, match=f"nested deeper than {MAX_DEPTH} levels; split the rule"):
        parse("(" * MAX_DEPTH + "high(unrest)" + ")" * MAX_DEPTH, NAMES)
    with pytest.raises(ConditionError, match="nested deeper"):
        parse("not " * MAX_DEPTH + "high(unrest)", NAMES)


def test_length_is_bounded_and_the_bound_is_said() -> None:
    assert parse("high(unrest)".ljust(MAX_LENGTH), NAMES) == HIGH
    with pytest.raises(ConditionError, match=f"longer than {MAX_LENGTH} characters; split the rule"):
        parse("high(unrest)".ljust(MAX_LENGTH + 1), NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 10_000,
        "(" * 10_000 + "high(unrest)" + ")" * 10_000,
        ")" * 10_000,
        "(" * (MAX_LENGTH - 1),
        "not " * 10_000,
        "high(" * 200,
        "high(unrest) and " * 10_000,
        "\0" * 10_000,
        "é" * MAX_LENGTH,
        "_" * MAX_LENGTH,
    ],
    ids=["open", "nested", "closed", "deep", "not", "high", "and", "NUL", "accents", "one word"],
)
def test_hostile_text_is_refused_at_once(text: str) -> None:
    started = time.perf_counter()
    with pytest.raises(ConditionError) as caught:
        parse(text, NAMES)
    assert time.perf_counter() - started < 1
    assert len(str(caught.value)) < 3 * MAX_LENGTH


@given(text=st.text(max_size=60) | st.text(alphabet="high(unrest) andolw\0é", max_size=80))
def test_any_text_is_a_condition_or_a_mistake_within_the_text(text: str) -> None:
    mistake: ConditionError | None = None
    named: set[str] = set()
    try:
        named = set(names_in(parse(text, NAMES)))
    except ConditionError as error:
        mistake = error
    assert bool(named) == (mistake is None)
    assert named <= set(NAMES)
    assert mistake is None or 0 <= mistake.column <= len(mistake.text)


@given(condition=conditions(NAMES))
def test_what_is_printed_reads_back_as_the_same_condition(condition: Condition) -> None:
    assert parse(source_text(condition), NAMES) == condition


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("high(unrest)", "unrest is high"),
        ("not low(military)", "military pressure is not low"),
        ("high(unrest) and not low(military)", "unrest is high and military pressure is not low"),
        (
            "moderate(unrest) or high(military) or low(unrest)",
            "unrest is moderate or military pressure is high or unrest is low",
        ),
        (
            "high(unrest) and (high(military) or low(military))",
            "unrest is high and either military pressure is high or military pressure is low",
        ),
        (
            "high(unrest) or high(military) and low(unrest)",
            "unrest is high or both military pressure is high and unrest is low",
        ),
        (
            "high(unrest) and (low(unrest) or low(military) or high(military))",
            "unrest is high and any of (unrest is low or military pressure is low or military pressure is high)",
        ),
        (
            "high(unrest) or (low(unrest) and low(military) and high(military))",
            "unrest is high or all of (unrest is low and military pressure is low and military pressure is high)",
        ),
        (
            "not (high(unrest) or high(military))",
            "it is not so that either unrest is high or military pressure is high",
        ),
        ("not not high(unrest)", "it is not so that unrest is not high"),
    ],
)
def test_a_condition_is_printed_as_plain_english(text: str, clause: str) -> None:
    assert english(parse(text), {"unrest": "unrest", "military": "military pressure"}.__getitem__) == clause


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("high(unrest)", "high_unrest"),
        ("not low(military)", "(1-low_military)"),
        ("not not high(unrest)", "(1-(1-high_unrest))"),
        ("high(unrest) and not low(military)", "MIN(high_unrest,(1-low_military))"),
        (
            "high(unrest) or high(military) and moderate(unrest)",
            "MAX(high_unrest,MIN(high_military,moderate_unrest))",
        ),
        (
            "not (high(unrest) or low(unrest) or high(military))",
            "(1-MAX(high_unrest,low_unrest,high_military))",
        ),
    ],
)
def test_a_condition_is_printed_as_a_formula(text: str, printed: str) -> None:
    assert formula(parse(text), lambda kind, name: f"{kind}_{name}") == printed


@given(condition=conditions(NAMES), row=st.fixed_dictionaries(dict.fromkeys(NAMES, SCORES)))
def test_the_formula_says_what_the_tree_says(condition: Condition, row: dict[str, float]) -> None:
    printed = formula(condition, lambda kind, name: repr(slow_degree(Level(kind, name), row)))
    calculated = eval(printed, {"MIN": lambda *terms: min(terms), "MAX": lambda *terms: max(terms)})
    assert calculated == pytest.approx(slow_degree(condition, row), abs=1e-12)


def test_names_are_listed_in_order_of_appearance() -> None:
    assert list(names_in(parse("high(b) and not (low(a) or high(b))"))) == ["b", "a", "b"]


@given(
    condition=conditions(NAMES),
    rows=st.lists(st.fixed_dictionaries(dict.fromkeys(NAMES, SCORES)), min_size=1, max_size=5),
)
def test_the_degree_over_arrays_is_that_of_the_formulas_row_by_row(
    condition: Condition, rows: list[dict[str, float]]
) -> None:
    columns = {name: np.array([row[name] for row in rows]) for name in NAMES}

    def level(kind: LevelName, name: str) -> Array:
        high, low = np.clip((columns[name] - 5) / 3, 0, 1), np.clip((5 - columns[name]) / 3, 0, 1)
        return {"high": high, "low": low, "moderate": 1 - np.maximum(high, low)}[kind]

    expected = [slow_degree(condition, row) for row in rows]
    np.testing.assert_allclose(degree(condition, level), expected, rtol=0, atol=1e-12)
