"""What data series would add to a case, as a table for a preview: readings, first and last, and what they inform."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.answers_series import series_answer
from advisor.case_series import reading_text
from advisor.incoming import Column, Table
from advisor.periods import period
from advisor.phrasing import listed
from advisor.suggestion import wanted_series

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from advisor.case import Point, Series
    from advisor.incoming import Cell
    from advisor.playbook import Playbook

SERIES = "Series found"
_NOTHING = "no indicator of this playbook"
_TITLE_ENDS = "; "


def series_table(
    playbook: Playbook, series: Sequence[Series], held: Sequence[Series], as_of: dt.date | None = None
) -> Table:
    """Return a row for each series; `held` are those of the case as it stands, `as_of` is what they suggest for."""
    columns = (
        Column("Series", 200, 3),
        Column("Readings", 70),
        Column("First", 132, dated=True),
        Column("Last", 132, dated=True),
        Column("Suggests scores for", 150, 2),
        Column("In the library", 130, 1),
    )
    fed = informed(playbook)
    rows = tuple(_row(one, fed.get(one.name, ()), held) for one in series)
    return Table(SERIES, columns, rows, why=lambda row: series_answer(playbook, joined(series[row], held), held, as_of))


def informed(playbook: Playbook) -> dict[str, tuple[str, ...]]:
    """Return the names of the indicators that each series suggests scores for, by the name of the series."""
    return {
        one.name: tuple(playbook.indicator[name].name for name in one.indicators) for one in wanted_series(playbook)
    }


def joined(series: Series, held: Sequence[Series]) -> Series:
    """Return an imported series with the readings of earlier imports that lie outside its dates.

    Within its dates a file replaces what was imported before, because publishers revise. Some publish a year a file.
    """
    there = next((one for one in held if one.name == series.name and one.origin), None)
    kept = _outside(there.points, series.points) if there else ()
    if there is None or not kept:
        return series
    points = sorted((*kept, *series.points), key=lambda point: point.date)
    origins = dict.fromkeys((*series.origin.splitlines(), *there.origin.splitlines()))
    return replace(series, points=tuple(points), origin="\n".join(origins))


def brought(series: Sequence[Series]) -> str:
    """Name what an import adds: "2 data series with 72 readings"."""
    readings = sum(len(one.points) for one in series)
    what = f"the data series {series[0].name}" if len(series) == 1 else f"{len(series)} data series"
    return f"{what} with {readings:,} {'reading' if readings == 1 else 'readings'}"


def _row(series: Series, indicators: Sequence[str], held: Sequence[Series]) -> tuple[Cell, ...]:
    title = series.description.partition(_TITLE_ENDS)[0] or series.name
    name = f"{title} ({series.name}{f', {series.unit}' if series.unit else ''})"
    first, last = (_reading(series.points, place) for place in (0, -1))
    return (
        name,
        f"{len(series.points):,}",
        first,
        last,
        listed(indicators) if indicators else _NOTHING,
        _in_library(series, held),
    )


def _reading(points: Sequence[Point], place: int) -> str:
    return f"{points[place].date}: {reading_text(points[place].value)}" if points else ""


def _in_library(series: Series, held: Sequence[Series]) -> str:
    """Say what becomes of a series of this name."""
    there = next((one for one in held if one.name == series.name), None)
    if there is None:
        return "new"
    count = f"{len(there.points):,} {'reading' if len(there.points) == 1 else 'readings'}"
    if not there.origin:
        dates = {point.date for point in there.points}
        return f"adds {sum(point.date not in dates for point in series.points):,} to {count} made by hand"
    kept = _outside(there.points, series.points)
    if _values(joined(series, held).points) == _values(there.points):
        return f"the same {count}"
    replaced = len(there.points) - len(kept)
    return f"replaces {replaced:,} of {count}" if replaced else f"adds {len(series.points):,} to {count}"


def _outside(held: Sequence[Point], new: Sequence[Point]) -> tuple[Point, ...]:
    """Return the readings that lie before or after all of the new ones."""
    spans = [found for point in new if (found := period(point.date))]
    if not spans:
        return tuple(held)
    first, last = min(one.first for one in spans), max(one.last for one in spans)
    dated = ((point, period(point.date)) for point in held)
    return tuple(point for point, when in dated if when and (when.last < first or when.first > last))


def _values(points: Sequence[Point]) -> list[tuple[str, float]]:
    return [(point.date, point.value) for point in points]
