from __future__ import annotations

import datetime as dt

import pytest

from ui.dates import from_qt, month_written, to_qt, told_apart, without_year, written, written_as_precise


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (dt.date(2014, 5, 15), "15 May 2014"),
        (dt.date(2008, 9, 1), "1 Sep 2008"),
        (dt.date(1997, 12, 31), "31 Dec 1997"),
    ],
)
def test_a_date_is_written_as_analysts_write_it(date: dt.date, text: str) -> None:
    assert written(date) == text


def test_a_day_is_written_without_its_year() -> None:
    assert without_year(dt.date(2014, 5, 15)) == "15 May"


def test_a_month_is_written_without_its_day() -> None:
    assert month_written(dt.date(2014, 5, 15)) == "May 2014"


def test_a_date_of_a_source_stays_as_precise_as_it_is() -> None:
    given = ["2014-05-15", "2014-05", "2014", "2014-Q2", "1998-2001", "2014-13-40"]
    assert [written_as_precise(one) for one in given] == ["15 May 2014", "May 2014", *given[2:]]


def test_dates_that_stand_more_than_once_are_numbered() -> None:
    one, other = dt.date(2014, 5, 15), dt.date(2014, 6, 1)
    assert told_apart([one, other, one], ["Rosa"] * 3) == ["15 May 2014 (1)", "1 Jun 2014", "15 May 2014 (2)"]
    assert told_apart([], []) == []


def test_analysts_of_one_date_are_named_where_they_differ() -> None:
    day = [dt.date(2014, 5, 15)] * 4
    assert told_apart(day[:2], ["Rosa", "Ana"]) == ["15 May 2014, Rosa", "15 May 2014, Ana"]
    assert told_apart(day[:2], ["Rosa", ""]) == ["15 May 2014, Rosa", "15 May 2014"]
    expected = ["15 May 2014 (1)", "15 May 2014, Ana", "15 May 2014 (2)", "15 May 2014 (3)"]
    assert told_apart(day, ["Rosa", "Ana", "Rosa", ""]) == expected


def test_a_date_comes_back_from_qt_as_it_went() -> None:
    assert from_qt(to_qt(dt.date(2014, 5, 15))) == dt.date(2014, 5, 15)
