"""Turn a data series into one number as of a date: the vocabulary that the proxies of a playbook choose from.

Only readings whose period has ended by that date count, and a window ends with the newest data: what is asked is the
last 90 days of data, and how old they are is said beside the number. Sums and what is made of them take days without a
reading as zero for as long as the series goes on, also beyond the date.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from advisor.periods import DAYS_PER_MONTH

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from advisor.arrays import Array, BoolArray
    from advisor.parameters import Aggregation, AggregationKind

Days: TypeAlias = NDArray[np.datetime64]
MILLION = 1e6
MONTHS_PER_YEAR = 12
_OF_SUMS = ("sum", "rate", "days", "ratio")
_ONE_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, slots=True)
class Readings:
    """A series in order of date; a value covers the days from its `starts` to its `dates`."""

    starts: Days
    dates: Days
    values: Array

    def until(self, day: np.datetime64) -> Readings:
        """Return the readings dated not later than `day`."""
        return self._where(self.dates <= day)

    def between(self, after: np.datetime64, until: np.datetime64) -> Readings:
        """Return the readings dated later than `after` and not later than `until`."""
        return self._where((self.dates > after) & (self.dates <= until))

    def _where(self, kept: BoolArray) -> Readings:
        return Readings(self.starts[kept], self.dates[kept], self.values[kept])


@dataclass(frozen=True, slots=True)
class Aggregate:
    """One number, the days it rests on, how many readings, and which share of its window data cover."""

    value: float
    since: dt.date
    until: dt.date
    readings: int
    coverage: float


@dataclass(frozen=True, slots=True)
class _Window:
    """The days after `start` up to `end`, the newest of the data."""

    start: np.datetime64
    end: np.datetime64
    known: Readings

    @property
    def inside(self) -> Readings:
        return self.known.between(self.start, self.end)

    @property
    def length(self) -> float:
        return float((self.end - self.start) / _ONE_DAY)

    @property
    def coverage(self) -> float:
        begun = max(self.start, self.known.starts[0] - _ONE_DAY)
        return max(0.0, float((self.end - begun) / _ONE_DAY)) / self.length

    def made(self, value: float, readings: int, coverage: float | None = None) -> Aggregate:
        share = self.coverage if coverage is None else coverage
        return Aggregate(value, _day(self.start + _ONE_DAY), _day(self.end), readings, share)


def readings(starts: Days, dates: Days, values: Array) -> Readings:
    """Return readings in order of date; those of one day stay in the order they came in."""
    order = np.argsort(dates, kind="stable")
    return Readings(starts[order], dates[order], values[order])


def aggregate(how: Aggregation, series: Readings, as_of: dt.date, population: float | None = None) -> Aggregate | None:
    """Return the number that the series gives as of a date, or None where it gives none.

    Parameters
    ----------
    population
        What a rate is per million of; no other kind needs it.
    """
    today = np.datetime64(as_of, "D")
    if how.kind == "months_to_next":
        return _months_to_next(series, today)
    known = series.until(today)
    if not known.dates.size:
        return None
    newest = series if how.kind in _OF_SUMS else known
    end = min(newest.dates[-1], today)
    window = _Window(_start(end, how), end, known)
    if how.kind == "rate":
        return _rate(window, population)
    return _KINDS[how.kind](window)


def months_before(day: np.datetime64, months: int) -> np.datetime64:
    """Return the same day some months earlier; the last day of a month goes to the last day of a month."""
    month = day.astype("datetime64[M]")
    earlier = month - np.timedelta64(months, "M")
    last: np.datetime64 = _first_day(earlier + 1) - _ONE_DAY
    same: np.datetime64 = _first_day(earlier) + (day - _first_day(month))
    ends_month = day + _ONE_DAY == _first_day(month + 1)
    return last if ends_month or same > last else same


def _first_day(month: np.datetime64) -> np.datetime64:
    day: np.datetime64 = month.astype("datetime64[D]")
    return day


def _start(end: np.datetime64, how: Aggregation) -> np.datetime64:
    if how.days is not None:
        return end - np.timedelta64(how.days, "D")
    return months_before(end, how.months or 1)


def _latest(window: _Window) -> Aggregate:
    newest = window.known
    return Aggregate(float(newest.values[-1]), _day(newest.starts[-1]), _day(window.end), 1, 1.0)


def _mean(window: _Window) -> Aggregate:
    values = window.inside.values
    return window.made(float(values.mean()), values.size)


def _sum(window: _Window) -> Aggregate:
    values = window.inside.values
    return window.made(float(values.sum()), values.size)


def _days(window: _Window) -> Aggregate:
    inside = window.inside
    return window.made(float(np.unique(inside.dates[inside.values > 0]).size), inside.values.size)


def _rate(window: _Window, population: float | None) -> Aggregate | None:
    if not population or population <= 0:
        return None
    values = window.inside.values
    per_month = float(values.sum()) * DAYS_PER_MONTH / window.length
    return window.made(per_month * MILLION / population, values.size)


def _ratio(window: _Window) -> Aggregate | None:
    """Divide by the same window a year earlier; there is no ratio to nothing."""
    shift = window.end - months_before(window.end, MONTHS_PER_YEAR)
    earlier = _Window(window.start - shift, window.end - shift, window.known)
    before = float(earlier.inside.values.sum())
    if before <= 0:
        return None
    values = window.inside.values
    count = values.size + earlier.inside.values.size
    return window.made(float(values.sum()) / before, count, min(window.coverage, earlier.coverage))


def _trend(window: _Window) -> Aggregate | None:
    """Return the slope of the least-squares line, per month."""
    inside = window.inside
    months = (inside.dates - window.end) / _ONE_DAY / DAYS_PER_MONTH
    spread = months - months.mean()
    if not (spread**2).sum() > 0:
        return None
    slope = float((spread * (inside.values - inside.values.mean())).sum() / (spread**2).sum())
    return window.made(slope, inside.values.size)


def _months_to_next(series: Readings, today: np.datetime64) -> Aggregate | None:
    """Return the months to the first date not yet past; of a date known to the month or year alone, its middle."""
    middles = series.starts + (series.dates - series.starts) // 2
    ahead = middles[middles >= today]
    if not ahead.size:
        return None
    months = float((ahead.min() - today) / _ONE_DAY) / DAYS_PER_MONTH
    return Aggregate(months, _day(today), _day(ahead.min()), 1, 1.0)


def _day(moment: np.datetime64) -> dt.date:
    return dt.date.fromisoformat(str(moment.astype("datetime64[D]")))


_KINDS: Mapping[AggregationKind, Callable[[_Window], Aggregate | None]] = {
    "latest": _latest,
    "mean": _mean,
    "sum": _sum,
    "days": _days,
    "ratio": _ratio,
    "trend": _trend,
}
