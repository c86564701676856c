"""Every problem of a row is said in words; sound rows are ready to be scored."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from data.panel.checking import CheckedChunk, Checker
from data.panel.chunks import RawChunk

INDICATORS = ("a", "b")


def raw(first_row: int = 2, /, **columns: list[Any]) -> RawChunk:
    rows = len(next(iter(columns.values())))
    usual: dict[str, list[Any]] = {
        "case": [f"case {number}" for number in range(rows)],
        "date": ["2014-05"] * rows,
        "a": [1.0] * rows,
        "b": [2.0] * rows,
    }
    return RawChunk(first_row, {name: pa.array(cells) for name, cells in (usual | columns).items()}, 1.0)


def check(chunk: RawChunk, *, ranges: bool = False) -> CheckedChunk:
    return Checker(INDICATORS, ranges=ranges).check(chunk)


def test_sound_rows_become_arrays_in_playbook_order() -> None:
    found = check(raw(b=["2,5", ""], a=[1, 2]))
    np.testing.assert_array_equal(found.best, [[1.0, 2.5], [2.0, np.nan]])
    assert found.months.tolist() == [12 * 2014 + 4] * 2
    assert found.to_the_month
    assert found.sound.all()
    assert (found.problems, found.remarks, found.ranges) == ({}, {}, None)


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"a": [12.0]}, "a is 12, but scores lie between 0 and 10"),
        ({"a": [-0.5]}, "a is −0.5, but scores lie between 0 and 10"),
        ({"a": ["inf"]}, "a is inf, but scores lie between 0 and 10"),
        ({"a": ["high"]}, 'a is "high", but must be a number from 0 to 10'),
        ({"date": ["2014-02-30"]}, 'date is "2014-02-30", which is not in the calendar'),
        ({"date": [""]}, "date is empty, but every row must have one, such as 2014-05"),
        ({"case": [" "]}, "case is empty"),
        ({"a": [None], "b": [None]}, "no indicator is scored"),
        ({"case": [""], "date": [None], "a": [None], "b": [None]}, "holds nothing"),
        (
            {"a": ["x"], "b": [11.0], "date": ["soon"]},
            'a is "x", but must be a number from 0 to 10; b is 11, but scores lie between 0 and 10; '
            'date is "soon", but must be written as 2014-05-15, 2014-05 or 2014',
        ),
    ],
)
def test_what_is_wrong_with_a_row_is_said_and_the_row_is_left_out(columns: dict[str, list[Any]], said: str) -> None:
    found = check(raw(**columns))
    assert found.problems == {0: said}
    assert not found.sound.any()
    assert found.what_of(0) == said


def test_a_row_that_could_not_be_read_has_no_other_problem() -> None:
    chunk = raw(case=["x", None], date=["2014", None], a=[1.0, None], b=[1.0, None])
    found = check(RawChunk(2, chunk.columns, 1.0, {1: "has 3 cells, but the header 4"}))
    assert found.problems == {1: "has 3 cells, but the header 4"}


def test_the_same_case_and_date_are_remarked_across_chunks_and_scored() -> None:
    checker = Checker(INDICATORS, ranges=False)
    first = checker.check(raw(2, case=["Peru", "Chile", "Peru"], date=["2014-05", "2014-05", "2014-06"]))
    second = checker.check(raw(5, case=["Peru ", "Peru"], date=["2014-05", "2014-07"]))
    assert first.remarks == {}
    assert second.remarks == {0: "has the same case and date as row 2"}
    assert second.sound.all()


def test_rows_without_case_or_date_repeat_nothing() -> None:
    found = check(raw(case=["", "", "Peru", "Peru"], date=["2014", "2014", "never", "never"]))
    assert found.remarks == {}


def test_remarks_of_the_reader_are_kept() -> None:
    chunk = raw(case=["Peru"])
    assert check(RawChunk(2, chunk.columns, 1.0, {}, {0: "case is odd"})).what_of(0) == "case is odd"


def test_a_year_alone_makes_the_panel_one_of_years() -> None:
    assert not check(raw(date=["2014", "2015-05"])).to_the_month


def test_ends_of_ranges_are_read_and_filled_in() -> None:
    found = check(raw(a=[4.0, 0.5], a_low=[2.0, None], a_high=[9.0, None]), ranges=True)
    assert found.ranges is not None
    np.testing.assert_array_equal(found.ranges.low[:, 0], [2.0, 0.0])
    np.testing.assert_array_equal(found.ranges.high[:, 0], [9.0, 1.5])
    np.testing.assert_array_equal(found.ranges.low[:, 1], [1.0, 1.0])
    assert found.sound.all()


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"a": [4.0], "a_low": [5.0], "a_high": [9.0]}, "a is 4, outside its range of 5 to 9"),
        ({"a": [4.0], "a_high": [3.0]}, "a is 4, outside its range of 3 to 3"),
        ({"a": [4.0], "a_low": [-1.0]}, "a_low is −1, but scores lie between 0 and 10"),
        ({"a": [4.0], "a_high": ["much"]}, 'a_high is "much", but must be a number from 0 to 10'),
        ({"a": [None], "a_low": [1.0]}, "a has a range, but no score"),
    ],
)
def test_a_range_that_cannot_be_is_told(columns: dict[str, list[Any]], said: str) -> None:
    assert check(raw(**columns), ranges=True).problems == {0: said}
    assert "a_low" not in check(raw(**columns), ranges=False).problems.get(0, "")
