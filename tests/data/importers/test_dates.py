"""Dates are read as they are published, as precise as they are, and nothing is made of what is no date."""

from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.periods import period
from data.importers.dates import NotADate, found_order, read_date, year_of


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("2014-05-15", "2014-05-15"),
        ("2014/5/15", "2014-05-15"),
        ("2014-05-15 00:00:00", "2014-05-15"),
        ("2014-05-15T08:30", "2014-05-15"),
        ("20140515", "2014-05-15"),
        ("15 May 2014", "2014-05-15"),
        ("15-May-2014", "2014-05-15"),
        ("May 15, 2014", "2014-05-15"),
        ("15.05.2014", "2014-05-15"),
        ("3 ago 2014", "2014-08-03"),
        ("setiembre 2014", "2014-09"),
        ("Sept 2014", "2014-09"),
        ("2014-05", "2014-05"),
        ("05/2014", "2014-05"),
        ("2014-Q2", "2014-Q2"),
        ("2014Q2", "2014-Q2"),
        ("Q2 2014", "2014-Q2"),
        ("2014", "2014"),
        (2014, "2014"),
        (2014.0, "2014"),
        (44562.0, "2022-01-01"),
        (dt.date(2014, 5, 15), "2014-05-15"),
        (dt.datetime(2014, 5, 15, 8), "2014-05-15"),
    ],
)
def test_every_usual_way_to_write_a_date_is_read(cell: str | float | dt.date, date: str) -> None:
    assert read_date(cell) == date
    assert period(read_date(cell)) is not None


def test_the_order_of_day_and_month_is_the_one_given() -> None:
    assert read_date("04/05/2014", "dmy") == "2014-05-04"
    assert read_date("04/05/2014", "mdy") == "2014-04-05"


@pytest.mark.parametrize(
    ("cell", "what"),
    [
        ("2014-02-30", "is a day that does not exist"),
        ("31/04/2014", "is a day that does not exist"),
        ("15/15/2014", "is a day that does not exist"),
        ("2014-13", "names no month of the year"),
        ("15 Mai 2014", "names no month of the year"),
        ("15/05/14", "has a year of two digits"),
        ("15-May-14", "has a year of two digits"),
        ("0014-05-15", "has a year outside 1700-2200"),
        ("soon", "is no date"),
        ("44562", "is no date"),
        (12.5, "is no date"),
        (True, "is no date"),
        ("", "is empty"),
        (None, "is empty"),
    ],
)
def test_what_is_no_date_says_what_is_wrong_with_it(cell: str | float | None, what: str) -> None:
    with pytest.raises(NotADate, match=what):
        read_date(cell)


def test_one_day_beyond_the_twelfth_settles_the_order_of_a_whole_column() -> None:
    assert found_order(["04/05/2014", "17/05/2014"]) == ("dmy", True)
    assert found_order(["04/05/2014", "05/17/2014"]) == ("mdy", True)
    assert found_order(["04/05/2014", "05/06/2014"]) == ("dmy", False)
    assert found_order(["17/05/2014", "05/17/2014"]) == ("dmy", False)
    assert found_order(["2014-05-17", "May 2014"]) == ("ymd", True)


def test_a_year_is_taken_from_a_number_or_a_date() -> None:
    assert year_of(2022.0) == year_of("2022") == year_of(dt.date(2022, 1, 1)) == year_of(44562.0) == 2022


@given(st.dates(dt.date(1700, 1, 1), dt.date(2200, 12, 31)))
def test_any_day_is_read_back_from_any_form_it_is_written_in(day: dt.date) -> None:
    for text, order in (
        (day.isoformat(), ""),
        (f"{day:%d/%m/}{day.year:04}", "dmy"),
        (f"{day:%m/%d/}{day.year:04}", "mdy"),
        (f"{day:%Y%m%d}", ""),
    ):
        assert read_date(text, order) == day.isoformat()  # type: ignore[arg-type]


@given(st.text(max_size=30))
def test_no_text_gives_anything_but_a_date_or_a_reason(text: str) -> None:
    with contextlib.suppress(NotADate):
        assert period(read_date(text)) is not None
