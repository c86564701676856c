"""The data series of a case as a chart shows them: readings in order, with titles, and what was known by a date."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.periods import Period, period
from advisor.phrasing import capitalised

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from advisor.case import Point, Series

SHOWN = 5
"""How many series a chart shows before anybody has chosen among them."""
_CLAUSE = re.compile(r"[,;:(]")
_TITLE_LENGTH = 48
_LARGE = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
_THREE_DIGITS = 999.5


@dataclass(frozen=True, slots=True)
class Reading:
    """One dated reading; `later` says that the end of its period lies after the date looked from."""

    date: str
    period: Period
    value: float
    source: str
    verified: bool
    note: str
    later: bool


@dataclass(frozen=True, slots=True)
class DataSeries:
    """A series with its readings in order of date; `undated` are those whose date cannot be placed.

    `detail` is what the description says beyond the title, or else the source of most readings.
    """

    name: str
    title: str
    unit: str
    detail: str
    readings: tuple[Reading, ...]
    undated: tuple[Point, ...]

    @property
    def yearly(self) -> bool:
        """Whether every reading covers one calendar year, each another: a bar a year rather than a line."""
        years = {reading.period.first.year for reading in self.readings}
        return all(reading.period.is_year for reading in self.readings) and len(years) == len(self.readings) > 0


def data_series(series: Iterable[Series], as_of: dt.date) -> tuple[DataSeries, ...]:
    """Return the series of a case as seen from a date."""
    return tuple(_data_series(one, as_of) for one in series)


def telling(series: Sequence[DataSeries], window: Period, most: int = SHOWN) -> tuple[int, ...]:
    """Return the places of the series to show first: those with most readings in the window, in the case's order."""
    counts = [sum(window.first <= one.period.middle <= window.last for one in each.readings) for each in series]
    best = sorted((place for place, count in enumerate(counts) if count), key=lambda place: -counts[place])
    return tuple(sorted(best[:most]))


def reading_text(value: float) -> str:
    """Print a reading short enough to stand beside its mark: "65", "12.3", "56,100", "1.25m"."""
    size = abs(value)
    for least, word in _LARGE:
        if size >= least:
            return f"{value / least:.3g}{word}".replace("-", "−")
    text = f"{value:,.0f}" if size >= _THREE_DIGITS else f"{value:.3g}"
    return text.replace("-", "−")


def _data_series(series: Series, as_of: dt.date) -> DataSeries:
    readings = [found for point in series.points if (found := _reading(point, as_of))]
    title, rest = _title(series)
    return DataSeries(
        name=series.name,
        title=title,
        unit=series.unit,
        detail=rest or _usual_source(series.points),
        readings=tuple(sorted(readings, key=lambda reading: (reading.period.middle, reading.period.last))),
        undated=tuple(point for point in series.points if period(point.date) is None),
    )


def _reading(point: Point, as_of: dt.date) -> Reading | None:
    dated = period(point.date)
    if dated is None:
        return None
    return Reading(point.date, dated, point.value, point.source, point.verified, point.note, later=dated.last > as_of)


def _title(series: Series) -> tuple[str, str]:
    """Return a name fit to be read and what else the description says; ids such as "coca_area" are not fit."""
    description = " ".join(series.description.split())
    if "_" not in series.name and series.name != series.name.lower():
        return series.name, description
    first = _CLAUSE.split(description, maxsplit=1)[0].strip()
    if not first or len(first) > _TITLE_LENGTH:
        return capitalised(series.name.replace("_", " ")), description
    rest = description[len(first) :].replace(")", ",").strip(" ,;:(")
    return first, rest.replace(",,", ",").replace(", ,", ",")


def _usual_source(points: Iterable[Point]) -> str:
    named = Counter(point.source for point in points if point.source)
    return named.most_common(1)[0][0] if named else ""
