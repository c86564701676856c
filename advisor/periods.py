"""Dates as precise as their sources: a day, a month, a quarter, a year or a span of years."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass

_FORMS = re.compile(r"(\d{4})(?:-(\d{4})|-Q([1-4])|-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
NO_DATE = "Write 2014-05-15, 2014-05, 2014-Q2, 2014 or 2012-2014"
"""What to say where a date was expected."""
DAYS_PER_MONTH = 365.25 / 12
_LAST_MONTH, _MONTHS_PER_QUARTER = 12, 3


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a date may mean."""

    first: dt.date
    last: dt.date

    @property
    def middle(self) -> dt.date:
        """The day in the middle, the earlier of two."""
        return self.first + (self.last - self.first) // 2

    @property
    def is_year(self) -> bool:
        """Whether it is one calendar year."""
        year = self.first.year
        return (self.first, self.last) == (dt.date(year, 1, 1), dt.date(year, _LAST_MONTH, 31))


def period(text: str) -> Period | None:
    """Return the days that a date may mean, or None where it is no date.

    Read are "2011", "1998-2001", "2011-Q3", "2011-05" and "2011-05-17".
    """
    found = _FORMS.fullmatch(text)
    if not found:
        return None
    year, *rest = (int(part) if part else None for part in found.groups())
    until, quarter, month, day = rest
    try:
        if year is None or (until is not None and until < year):
            return None
        first_month, last_month = _months(quarter, month)
        last_year = until or year
        last_day = monthrange(last_year, last_month)[1] if day is None else day
        return Period(dt.date(year, first_month, 1 if day is None else day), dt.date(last_year, last_month, last_day))
    except ValueError:
        return None


def _months(quarter: int | None, month: int | None) -> tuple[int, int]:
    if month is not None:
        return month, month
    if quarter is not None:
        return _MONTHS_PER_QUARTER * (quarter - 1) + 1, _MONTHS_PER_QUARTER * quarter
    return 1, _LAST_MONTH


def months_since(day: dt.date, as_of: dt.date) -> float:
    """Return how many months a day lies back, 0 where it is still ahead."""
    return max(0.0, (as_of - day).days / DAYS_PER_MONTH)
