"""Days along the width of a chart, and which of them are named above it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.dates import month_written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.periods import Period

_YEAR_ROOM, _MONTH_ROOM = 44.0, 62.0
_YEAR_STEPS, _MONTH_STEPS = (1, 2, 5, 10, 25, 100, 1000), (1, 3, 6)
_MONTHS_A_YEAR, _MONTH, _YEAR = 12, 30, 365
_NAMED_BY_MONTH = 900


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days along the width."""

    window: Period
    left: float
    right: float

    @property
    def day(self) -> float:
        """The width of a day."""
        return (self.right - self.left) / max(1, (self.window.last - self.window.first).days)

    def x(self, day: dt.date) -> float:
        """Return the place of a day, beyond the ends where it lies outside the window."""
        return self.left + (day - self.window.first).days * self.day

    def holds(self, day: dt.date) -> bool:
        """Say whether a day lies in the window."""
        return self.window.first <= day <= self.window.last


def ticks(scale: TimeScale) -> list[tuple[dt.date, str]]:
    """Return the days to name above the chart: years where they have room, months where the window is short."""
    first, last = scale.window.first, scale.window.last
    if (last - first).days <= _NAMED_BY_MONTH:
        months = next((step for step in _MONTH_STEPS if step * _MONTH * scale.day >= _MONTH_ROOM), _MONTHS_A_YEAR)
        return [(day, month_written(day)) for day in _every(first, last, months)]
    years = next((step for step in _YEAR_STEPS if step * _YEAR * scale.day >= _YEAR_ROOM), _YEAR_STEPS[-1])
    days = (dt.date(year, 1, 1) for year in range(first.year, last.year + 1) if year % years == 0)
    return [(day, str(day.year)) for day in days if scale.holds(day)]


def _every(first: dt.date, last: dt.date, months: int) -> Iterator[dt.date]:
    """Yield the first days of every so many months, counted from January."""
    for number in range(first.year * _MONTHS_A_YEAR, last.year * _MONTHS_A_YEAR + _MONTHS_A_YEAR, months):
        day = dt.date(number // _MONTHS_A_YEAR, number % _MONTHS_A_YEAR + 1, 1)
        if first <= day <= last:
            yield day
