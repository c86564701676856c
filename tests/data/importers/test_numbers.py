"""Numbers are read with the decimal mark of the file, and a missing value is no zero."""

from __future__ import annotations

import contextlib
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.importers.numbers import NotANumber, found_decimal, read_number


@pytest.mark.parametrize(
    ("cell", "decimal", "value"),
    [
        ("12.5", ".", 12.5),
        ("12,5", ",", 12.5),
        ("1,234.5", ".", 1234.5),
        ("1.234,5", ",", 1234.5),
        ("1 234,5", ",", 1234.5),
        ("1'234.5", ".", 1234.5),
        ("-3", ".", -3),
        ("−3", ".", -3),
        ("42 %", ".", 42),
        ("1e3", ".", 1000),
        (".5", ".", 0.5),
        (73.10000000000001, ".", 73.1),
        (7, ".", 7),
    ],
)
def test_numbers_are_read_as_written(cell: str | float, decimal: str, value: float) -> None:
    assert read_number(cell, decimal) == value  # type: ignore[arg-type]


@pytest.mark.parametrize("cell", ["", "  ", "..", "NA", "n/a", "x", "-", "NaN", None])
def test_signs_of_a_missing_value_are_no_number_and_no_mistake(cell: str | None) -> None:
    assert read_number(cell) is None


@pytest.mark.parametrize("cell", ["12,5", "many", "1.2.3", "1,23,4", "5 or 6", "#REF!", "1e999", float("inf"), True])
def test_what_is_no_finite_number_is_refused(cell: str | float) -> None:
    with pytest.raises(NotANumber):
        read_number(cell)


def test_a_column_settles_its_decimal_mark() -> None:
    assert found_decimal(["42,5", "40,0"]) == (",", True)
    assert found_decimal(["42.5", "40"]) == (".", True)
    assert found_decimal(["1.234,5", "7"]) == (",", True)
    assert found_decimal(["42", "40"]) == (".", True)
    assert found_decimal(["1,234", "2,345"]) == (".", False)


@given(st.floats(-1e9, 1e9).map(lambda value: round(value, 3)))
def test_a_number_survives_either_way_of_writing_it(value: float) -> None:
    assert read_number(f"{value:,.3f}") == value
    assert read_number(f"{value:.3f}".replace(".", ","), ",") == value


@given(st.text(st.sampled_from("0123456789.,eE+-% '\u2212"), max_size=12), st.sampled_from([".", ","]))
def test_any_text_is_a_finite_number_a_missing_one_or_refused(text: str, decimal: str) -> None:
    with contextlib.suppress(NotANumber):
        value = read_number(text, decimal)  # type: ignore[arg-type]
        assert value is None or math.isfinite(value)
