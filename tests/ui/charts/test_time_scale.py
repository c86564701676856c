from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.periods import Period
from tests.advisor.made_cases import day
from ui.charts.time_scale import TimeScale, ticks

if TYPE_CHECKING:
    import datetime as dt

DATES = st.dates(day("1850-01-01"), day("2150-12-31"))


def scale(first: str, last: str, width: float = 600.0) -> TimeScale:
    return TimeScale(Period(day(first), day(last)), 100.0, 100.0 + width)


def test_days_run_from_the_left_to_the_right_end() -> None:
    made = scale("2012-01-01", "2012-12-31")
    assert (made.x(day("2012-01-01")), made.x(day("2012-12-31"))) == pytest.approx((100, 700))
    assert made.x(day("2012-07-01")) == pytest.approx(400, abs=2)
    assert made.x(day("2013-07-01")) > 700


def test_a_day_is_held_where_it_lies_in_the_window() -> None:
    made = scale("2012-01-01", "2012-12-31")
    assert made.holds(day("2012-06-01"))
    assert not made.holds(day("2011-12-31"))


@pytest.mark.parametrize(
    ("first", "last", "width", "names"),
    [
        ("2011-04-02", "2015-01-28", 640, ["2012", "2013", "2014", "2015"]),
        ("1995-11-15", "2023-11-25", 640, [str(year) for year in range(1996, 2024, 2)]),
        ("2013-12-02", "2014-05-10", 640, ["Jan 2014", "Feb 2014", "Mar 2014", "Apr 2014", "May 2014"]),
        ("2013-06-01", "2014-05-10", 300, ["Jul 2013", "Oct 2013", "Jan 2014", "Apr 2014"]),
    ],
)
def test_years_are_named_or_months_where_the_window_is_short(
    first: str, last: str, width: float, names: list[str]
) -> None:
    assert [name for _, name in ticks(scale(first, last, width))] == names


@given(DATES, DATES, st.floats(200, 2000))
def test_names_have_room_whatever_the_window(one: dt.date, other: dt.date, width: float) -> None:
    made = TimeScale(Period(min(one, other), max(one, other)), 0.0, width)
    found = [made.x(date) for date, _ in ticks(made)]
    assert found == sorted(found)
    assert len(found) <= width / 40 + 2
