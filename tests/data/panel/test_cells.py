"""What a cell holds: a number, nothing, or something to be told."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from data.panel.cells import blank, coded, numbers, texts, told


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7.0), ("6.5", 6.5), ("6,5", 6.5), (" 7 ", 7.0), (".5", 0.5), ("1e1", 10.0), ("-3", -3.0), ("+2", 2.0)],
)
def test_numbers_are_read_from_text_also_with_a_decimal_comma(text: str, number: float) -> None:
    values, wrong = numbers(pa.array([text, "1"]))
    assert values.tolist() == [number, 1.0]
    assert wrong == {}


@pytest.mark.parametrize("text", ["", "  ", "NA", "N/A", "#N/A", "NaN", "null", "NULL", "None", ".", None])
def test_an_empty_cell_and_what_programs_write_for_it_is_no_number(text: str | None) -> None:
    values, wrong = numbers(pa.array([text, "4"], pa.string()))
    assert np.isnan(values).tolist() == [True, False]
    assert wrong == {}


@pytest.mark.parametrize("text", ["high", "7/10", "1_0", "0x5", "5 5", "1,234.5", "٥", "#DIV/0!", "TRUE"])
def test_what_is_no_number_is_quoted_with_its_place(text: str) -> None:
    values, wrong = numbers(pa.array(["1", text, None, text]))
    assert wrong == {1: f'"{text}"', 3: f'"{text}"'}
    assert np.isnan(values).tolist() == [False, True, True, True]


@pytest.mark.parametrize(
    "column",
    [
        pa.array([3, None], pa.int32()),
        pa.array([3.0, float("nan")]),
        pa.array([3, None], pa.decimal128(4, 1)),
        pa.array(["3", None]).dictionary_encode(),
    ],
    ids=["whole numbers", "numbers", "decimals", "repeated texts"],
)
def test_columns_of_every_numeric_type_are_numbers(column: Any) -> None:
    values, wrong = numbers(column)
    assert values[0] == 3.0
    assert np.isnan(values[1])
    assert wrong == {}


@pytest.mark.parametrize(
    ("cell", "shown"),
    [(dt.date(2014, 6, 5), '"2014-06-05"'), (True, '"true"'), (dt.datetime(2014, 6, 5), '"2014-06-05"')],
)
def test_a_date_or_a_truth_value_is_no_score(cell: object, shown: str) -> None:
    values, wrong = numbers(pa.array([None, cell]))
    assert wrong == {1: shown}
    assert np.isnan(values).all()


def test_a_column_of_nothing_holds_no_number() -> None:
    values, wrong = numbers(pa.nulls(2))
    assert np.isnan(values).all()
    assert wrong == {}


def test_texts_lose_the_blanks_around_them_and_dates_their_midnight() -> None:
    assert texts(pa.array([" Peru ", None])).to_pylist() == ["Peru", ""]
    assert texts(pa.array([dt.datetime(2014, 5, 15)])).to_pylist() == ["2014-05-15"]
    assert texts(pa.array([604])).to_pylist() == ["604"]


def test_the_distinct_texts_come_with_their_rows() -> None:
    distinct, codes = coded(pa.array(["Peru", "Chile", None, "Peru"]))
    assert [distinct[code] for code in codes] == ["Peru", "Chile", "", "Peru"]
    assert len(distinct) == 3


def test_blank_is_what_holds_nothing() -> None:
    assert blank(pa.array(["", " ", None, "x"])).tolist() == [True, True, True, False]
    assert blank(pa.array([None, float("nan"), 0.0])).tolist() == [True, True, False]
    assert blank(pa.nulls(2)).tolist() == [True, True]


def test_what_is_quoted_stays_short_and_on_one_line() -> None:
    assert told("a\nb") == '"a b"'
    assert told("x" * 200) == f'"{"x" * 40}..."'
