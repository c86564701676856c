from __future__ import annotations

import datetime as dt

import pytest

from advisor.case import Point, Series
from advisor.case_series import DataSeries, data_series, reading_text, telling
from advisor.periods import Period
from tests.advisor.made_cases import day

AS_OF = day("2014-05-15")


def seen(*points: Point, name: str = "coca", unit: str = "ha", description: str = "") -> DataSeries:
    return data_series([Series(name, unit, description, points)], AS_OF)[0]


def test_readings_stand_in_order_of_date_whatever_their_order_in_the_file() -> None:
    found = seen(Point("2013-12", 2.0), Point("2012-Q1", 1.0), Point("2014-01-31", 3.0))
    assert [one.value for one in found.readings] == [1.0, 2.0, 3.0]


def test_a_reading_whose_period_was_not_over_was_known_only_later() -> None:
    found = seen(Point("2013", 1.0), Point("2014-Q1", 2.0), Point("2014-05", 3.0), Point("2014-05-15", 4.0))
    assert {one.date: one.later for one in found.readings} == {
        "2013": False,
        "2014-Q1": False,
        "2014-05": True,
        "2014-05-15": False,
    }


def test_a_reading_keeps_its_source_and_whether_it_was_looked_up() -> None:
    found = seen(Point("2013", 1.0, "UNODC", True, "revised"), Point("2012", 1.0, "memory", False))
    assert [(one.source, one.verified, one.note) for one in found.readings] == [
        ("memory", False, ""),
        ("UNODC", True, "revised"),
    ]


def test_a_reading_without_a_date_is_kept_apart_and_not_lost() -> None:
    found = seen(Point("spring", 1.0), Point("2013", 2.0))
    assert [one.value for one in found.readings] == [2.0]
    assert [one.value for one in found.undated] == [1.0]


@pytest.mark.parametrize(
    ("dates", "yearly"),
    [
        (("2012", "2013"), True),
        (("2012", "2013-Q1"), False),
        (("2012", "2012"), False),
        (("2012-01-01",), False),
        ((), False),
    ],
)
def test_a_series_is_yearly_where_each_reading_covers_another_year(dates: tuple[str, ...], yearly: bool) -> None:
    assert seen(*(Point(date, 1.0) for date in dates)).yearly is yearly


@pytest.mark.parametrize(
    ("name", "description", "title", "detail"),
    [
        ("coca_area", "Coca area at year end, UNODC survey", "Coca area at year end", "UNODC survey"),
        ("conflicts", "Conflicts (active) counted by the office", "Conflicts", "active, counted by the office"),
        ("GDP growth", "Annual, World Bank", "GDP growth", "Annual, World Bank"),
        ("coca_area", "", "Coca area", "Ipsos"),
        ("approval", "x" * 60, "Approval", "x" * 60),
    ],
)
def test_a_series_has_a_title_to_read_and_says_what_else_is_known_of_it(
    name: str, description: str, title: str, detail: str
) -> None:
    found = seen(Point("2012", 1.0, "Ipsos"), name=name, description=description)
    assert (found.title, found.detail) == (title, detail)


def test_shown_first_are_the_series_with_most_readings_in_the_window() -> None:
    window = Period(day("2012-01-01"), day("2013-12-31"))
    dates = (("2005",), ("2012-01", "2012-02"), (), ("2012",), ("2012-01", "2012-02", "2012-03"), ("none",))
    series = [Series(str(place), "", "", tuple(Point(date, 1.0) for date in each)) for place, each in enumerate(dates)]
    found = data_series(series, AS_OF)
    assert telling(found, window) == (1, 3, 4)
    assert telling(found, window, most=2) == (1, 4)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (65.0, "65"),
        (12.34, "12.3"),
        (-4.62, "−4.62"),
        (0.0, "0"),
        (56100.0, "56,100"),
        (999.6, "1,000"),
        (1_250_000.0, "1.25m"),
        (-3.2e9, "−3.2bn"),
        (4e12, "4tn"),
    ],
)
def test_a_reading_is_printed_short(value: float, text: str) -> None:
    assert reading_text(value) == text


def test_the_first_and_the_last_day_there_is_are_dates_too() -> None:
    found = data_series([Series("s", "", "", (Point("0001", 1.0), Point("9999", 2.0)))], dt.date.max)
    assert [one.later for one in found[0].readings] == [False, False]
