"""Dates that can be, and what is said of those that cannot."""

from __future__ import annotations

import pytest

from data.panel.dates import Dates, read_date


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2014-05-15", 4),
        ("2014-05", 4),
        ("2014-12-31 00:00", 11),
        ("2014-12-31T13:05:00", 11),
        ("2014-12-31 13:05:00.000000Z", 11),
    ],
)
def test_days_and_months_are_read_in_iso_order(text: str, month: int) -> None:
    found = read_date(text)
    assert (found.problem, found.month, found.to_the_month) == ("", 12 * 2014 + month, True)


def test_a_year_alone_is_a_date_that_names_no_month() -> None:
    found = read_date("2014")
    assert (found.problem, found.month, found.to_the_month) == ("", 12 * 2014, False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2014-02-30", 'date is "2014-02-30", which is not in the calendar'),
        ("2014-13", 'date is "2014-13", which is not in the calendar'),
        ("2015-02-29", 'date is "2015-02-29", which is not in the calendar'),
        ("15.05.2014", 'date is "15.05.2014", but must be written as 2014-05-15, 2014-05 or 2014'),
        ("05/15/2014", "must be written as 2014-05-15"),
        ("May 2014", "must be written as 2014-05-15"),
        ("2014-5-1", "must be written as 2014-05-15"),
        ("1066-10-14", 'date is "1066-10-14", but must lie between 1700 and 2200'),
        ("9999", "must lie between 1700 and 2200"),
        ("41774", 'date is "41774", an Excel date without its format; write it as 2014-05-15'),
        ("", "date is empty, but every row must have one, such as 2014-05"),
    ],
)
def test_a_date_that_cannot_be_is_told_with_its_remedy(text: str, said: str) -> None:
    assert said in read_date(text).problem


def test_many_different_dates_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.panel.dates._KEPT", 3)
    dates = Dates()
    months = [dates.read(f"20{year}-01").month for year in range(10, 30)]
    assert months == [12 * (2000 + year) for year in range(10, 30)]
    assert len(dates._known) <= 3
