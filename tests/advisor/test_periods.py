from __future__ import annotations

import datetime as dt

import pytest

from advisor.periods import Period, months_since, period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2011", "2011-01-01", "2011-12-31"),
        ("1998-2001", "1998-01-01", "2001-12-31"),
        ("2011-Q1", "2011-01-01", "2011-03-31"),
        ("2011-Q4", "2011-10-01", "2011-12-31"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2011-08-17", "2011-08-17", "2011-08-17"),
    ],
)
def test_a_date_means_the_days_that_its_source_leaves_open(text: str, first: str, last: str) -> None:
    assert period(text) == Period(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    "text", ["", "1990s", "spring 2012", "2001-1998", "0000", "2011-13", "2011-02-30", "2011-05-00", "2011-Q5", "٢٠١١"]
)
def test_what_is_no_date_has_no_period(text: str) -> None:
    assert period(text) is None


@pytest.mark.parametrize(
    ("text", "middle"), [("2011-08-17", "2011-08-17"), ("2011-05", "2011-05-16"), ("2011", "2011-07-02")]
)
def test_the_middle_of_a_period(text: str, middle: str) -> None:
    found = period(text)
    assert found is not None
    assert found.middle == dt.date.fromisoformat(middle)


@pytest.mark.parametrize(
    ("text", "whole"), [("2011", True), ("2011-2012", False), ("2011-Q1", False), ("2011-05", False)]
)
def test_only_a_calendar_year_is_a_year(text: str, whole: bool) -> None:
    found = period(text)
    assert found is not None
    assert found.is_year is whole


def test_months_count_back_and_what_is_ahead_is_no_age() -> None:
    assert months_since(dt.date(2010, 5, 15), dt.date(2014, 5, 15)) == pytest.approx(48)
    assert months_since(dt.date(2014, 5, 16), dt.date(2014, 5, 15)) == 0
