"""The vocabulary that turns a data series into one number as of a date, on numbers that can be checked by hand."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.aggregation import Readings, aggregate, months_before, readings
from advisor.parameters import Aggregation
from advisor.periods import DAYS_PER_MONTH, period

if TYPE_CHECKING:
    from collections.abc import Mapping

JUNE = dt.date(2014, 6, 30)
LATEST = Aggregation("latest")


def series(values: Mapping[str, float]) -> Readings:
    periods = [found for text in values if (found := period(text))]
    return readings(
        np.array([one.first for one in periods], dtype="datetime64[D]"),
        np.array([one.last for one in periods], dtype="datetime64[D]"),
        np.array(list(values.values()), dtype=np.float64),
    )


def value(
    how: Aggregation, values: Mapping[str, float], as_of: dt.date = JUNE, population: float | None = None
) -> float:
    found = aggregate(how, series(values), as_of, population)
    assert found is not None
    return found.value


MONTHS = {f"2014-{month:02}": float(month) for month in range(1, 13)}


def test_the_latest_is_the_newest_reading_that_had_ended_by_the_date() -> None:
    assert value(LATEST, MONTHS) == 6
    assert value(LATEST, MONTHS, dt.date(2014, 6, 29)) == 5
    assert value(LATEST, {"2013": 3.0, "2014": 4.0}) == 3
    found = aggregate(LATEST, series({"2013": 3.0}), JUNE)
    assert found is not None
    assert (found.since, found.until) == (dt.date(2013, 1, 1), dt.date(2013, 12, 31))


@pytest.mark.parametrize("kind", ["latest", "mean", "sum", "rate", "days", "ratio", "trend", "months_to_next"])
def test_without_a_reading_by_the_date_there_is_no_number(kind: str) -> None:
    how = Aggregation(kind, months=None if kind in ("latest", "months_to_next") else 3)  # type: ignore[arg-type]
    assert aggregate(how, series({}), JUNE, 1e6) is None
    if kind != "months_to_next":
        assert aggregate(how, series({"2015": 1.0}), JUNE, 1e6) is None


def test_a_mean_of_three_months_takes_three_months() -> None:
    assert value(Aggregation("mean", months=3), MONTHS) == pytest.approx(5)
    found = aggregate(Aggregation("mean", months=3), series(MONTHS), dt.date(2014, 4, 30))
    assert found is not None
    assert found.value == pytest.approx(3)
    assert found.readings == 3
    assert (found.since, found.until) == (dt.date(2014, 2, 1), dt.date(2014, 4, 30))


def test_a_sum_takes_days_without_a_reading_as_zero_while_the_series_goes_on() -> None:
    events = {"2013-01-01": 5.0, "2013-07-01": 1.0, "2014-03-01": 2.0, "2014-12-01": 9.0}
    found = aggregate(Aggregation("sum", months=12), series(events), JUNE)
    assert found is not None
    assert (found.value, found.coverage) == (3, 1)
    assert (found.since, found.until) == (dt.date(2013, 7, 1), JUNE)


def test_where_a_series_ends_early_the_window_ends_with_it() -> None:
    events = {"2013-01-01": 5.0, "2013-04-01": 1.0, "2014-03-31": 2.0}
    found = aggregate(Aggregation("sum", months=12), series(events), JUNE)
    assert found is not None
    assert (found.value, found.until) == (3, dt.date(2014, 3, 31))


def test_a_series_that_begins_within_the_window_covers_a_part_of_it() -> None:
    found = aggregate(Aggregation("sum", days=100), series({"2014-06-06": 1.0, "2014-06-30": 1.0}), JUNE)
    assert found is not None
    assert found.coverage == pytest.approx(0.25)


def test_days_counts_each_day_with_something_once() -> None:
    events = {"2014-05-01": 3.0, "2014-05-02": 1.0, "2014-05-03": 0.0, "2014-06-30": 0.0}
    assert value(Aggregation("days", months=3), events) == 2


def test_a_rate_is_per_month_and_million() -> None:
    events = {"2014-04-02": 30.0, "2014-06-30": 60.0}
    per_month = 90 * DAYS_PER_MONTH / 90
    assert value(Aggregation("rate", days=90, per_million="population"), events, population=30e6) == pytest.approx(
        per_month / 30
    )
    assert aggregate(Aggregation("rate", days=90, per_million="population"), series(events), JUNE) is None


def test_a_ratio_compares_with_the_same_days_a_year_earlier() -> None:
    events = {"2012-01-01": 0.0, "2013-05-15": 4.0, "2013-03-01": 50.0, "2014-05-15": 6.0, "2014-06-30": 0.0}
    found = aggregate(Aggregation("ratio", days=90), series(events), JUNE)
    assert found is not None
    assert (found.value, found.coverage) == (1.5, 1)


def test_there_is_no_ratio_to_nothing() -> None:
    events = {"2012-01-01": 0.0, "2014-05-15": 6.0, "2014-06-30": 0.0}
    assert aggregate(Aggregation("ratio", days=90), series(events), JUNE) is None


def test_a_ratio_without_data_a_year_earlier_covers_nothing() -> None:
    found = aggregate(Aggregation("ratio", days=90), series({"2013-06-25": 1.0, "2014-06-30": 2.0}), JUNE)
    assert found is not None
    assert found.coverage == pytest.approx(6 / 90)


def test_a_trend_is_the_slope_per_month() -> None:
    start = dt.date(2014, 1, 1)
    line = {
        (start + dt.timedelta(days=30 * step)).isoformat(): 3.0 + 2 * (30 * step) / DAYS_PER_MONTH for step in range(6)
    }
    assert value(Aggregation("trend", months=6), line) == pytest.approx(2)
    assert aggregate(Aggregation("trend", months=6), series({"2014-05-01": 1.0}), JUNE) is None


def test_months_to_the_next_election_count_from_the_date() -> None:
    elections = {"2011-06-05": 1.0, "2016-04-10": 1.0, "2016-06-05": 1.0}
    found = aggregate(Aggregation("months_to_next"), series(elections), dt.date(2014, 5, 15))
    assert found is not None
    assert found.value == pytest.approx((dt.date(2016, 4, 10) - dt.date(2014, 5, 15)).days / DAYS_PER_MONTH)
    assert found.until == dt.date(2016, 4, 10)
    assert value(Aggregation("months_to_next"), elections, dt.date(2016, 4, 10)) == 0
    assert aggregate(Aggregation("months_to_next"), series(elections), dt.date(2016, 6, 6)) is None


def test_of_an_election_known_to_the_month_the_middle_counts() -> None:
    found = aggregate(Aggregation("months_to_next"), series({"2014-11": 1.0}), JUNE)
    assert found is not None
    assert found.until == dt.date(2014, 11, 15)


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        ("2014-05-15", 12, "2013-05-15"),
        ("2014-05-31", 3, "2014-02-28"),
        ("2014-04-30", 3, "2014-01-31"),
        ("2014-05-30", 3, "2014-02-28"),
        ("2016-02-29", 12, "2015-02-28"),
        ("2015-02-28", 12, "2014-02-28"),
        ("2014-01-15", 1, "2013-12-15"),
    ],
)
def test_months_back_keep_the_day_and_the_end_of_the_month(day: str, months: int, earlier: str) -> None:
    assert str(months_before(np.datetime64(day), months)) == earlier


KINDS = st.sampled_from(["latest", "mean", "sum", "rate", "days", "ratio", "trend", "months_to_next"])
DAYS = st.dates(dt.date(2005, 1, 1), dt.date(2020, 1, 1)).map(dt.date.isoformat)
VALUES = st.dictionaries(DAYS, st.floats(0, 1e6), max_size=40)


@given(kind=KINDS, months=st.integers(1, 24), values=VALUES, as_of=st.dates(dt.date(2006, 1, 1), dt.date(2019, 1, 1)))
def test_any_number_is_finite_dated_and_blind_to_later_readings(
    kind: str, months: int, values: dict[str, float], as_of: dt.date
) -> None:
    how = Aggregation(kind, months=months)  # type: ignore[arg-type]
    found = aggregate(how, series(values), as_of, 1e6)
    if found is None:
        return
    assert np.isfinite(found.value)
    assert 0 <= found.coverage <= 1
    assert found.since <= found.until
    if kind == "months_to_next":
        assert found.until >= as_of
        return
    assert found.until <= as_of
    changed = {day: value + (1 if day > as_of.isoformat() else 0) for day, value in values.items()}
    assert aggregate(how, series(changed), as_of, 1e6) == found


@given(VALUES, st.randoms())
def test_the_order_of_readings_does_not_matter(values: dict[str, float], random: object) -> None:
    shuffled = dict(sorted(values.items(), reverse=True))
    for how in (LATEST, Aggregation("sum", months=12), Aggregation("trend", months=24)):
        one, other = (aggregate(how, series(given), dt.date(2015, 1, 1)) for given in (values, shuffled))
        assert (one is None) == (other is None)
        assert one is None or other is None or one.value == pytest.approx(other.value)
