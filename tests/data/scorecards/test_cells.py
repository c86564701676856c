"""Cells are read as people of any locale fill them in, and what they cannot mean is told."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from data.scorecards.cells import Unreadable, confidence_of, day_of, score_value, shown

if TYPE_CHECKING:
    from data.importers.contract import Cell


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (6.5, 6.5), ("6,5", 6.5), (" 6.5 ", 6.5), ("7", 7.0), (",5", 0.5), ("10,0", 10.0), ("-0", 0.0), (0.0, 0.0),
        (None, None), ("", None), ("  ", None), ("unknown", None), ("N/A", None), ("?", None), ("–", None),
    ],
)  # fmt: skip
def test_scores_are_numbers_with_a_point_or_a_comma_or_nothing(cell: Cell, value: float | None) -> None:
    assert score_value(cell) == value


@pytest.mark.parametrize(
    ("cell", "what"),
    [
        ("seven", "'seven' is not a number between 0 and 10"),
        ("6-8", "'6-8' is not a number"),
        ("1e1", "'1e1' is not a number"),
        ("1.000,5", "'1.000,5' is not a number"),
        (10.5, "'10.5' is not a number between 0 and 10"),
        ("-1", "'-1' is not a number"),
        (True, "'TRUE' is not a number"),
        ("#REF!", "'#REF!' is not a number"),
        (float("nan"), "'nan' is not a number"),
        (float("inf"), "'inf' is not a number"),
        (45_114.0, "it looks like a date, which typing 6/7 gives"),
        ("٧", "is not a number"),
    ],
)
def test_anything_else_is_refused_by_what_it_says(cell: Cell, what: str) -> None:
    with pytest.raises(Unreadable, match=what.replace("?", r"\?")):
        score_value(cell)


@pytest.mark.parametrize(("cell", "word"), [(" High ", "high"), ("LOW", "low"), ("unknown", None), (None, None)])
def test_confidence_is_a_word_whatever_its_capitals(cell: Cell, word: str | None) -> None:
    assert confidence_of(cell) == word


@pytest.mark.parametrize("cell", ["medium", 1.0, True])
def test_other_words_are_no_confidence(cell: Cell) -> None:
    with pytest.raises(Unreadable, match="is no confidence; write low, moderate or high"):
        confidence_of(cell)


@pytest.mark.parametrize("cell", [41774.0, "2014-05-15", "15 May 2014", "15.05.2014", "5/15/2014"])
def test_a_date_is_read_however_it_is_written(cell: Cell) -> None:
    assert day_of(cell) == dt.date(2014, 5, 15)


def test_days_counted_from_1904_are_the_same_days() -> None:
    assert day_of(41774.0 - 1462, from_1904=True) == dt.date(2014, 5, 15)


@pytest.mark.parametrize(
    ("cell", "what"),
    [
        ("05/04/2014", "can be two dates; write it as 2014-05-15"),
        ("May 2014", "is no whole date; write it as 2014-05-15"),
        (2014.0, "is no whole date"),
        ("soon", "'soon' is no date; write the date as 2014-05-15"),
        ("31 June 2014", "is a day that does not exist"),
    ],
)
def test_what_is_no_single_day_is_told(cell: Cell, what: str) -> None:
    with pytest.raises(Unreadable, match=what):
        day_of(cell)


def test_what_is_quoted_is_cut() -> None:
    assert shown("x" * 50_000) == f"'{'x' * 40}...'"
    assert shown(6.0) == "'6'"
