"""Imported data series in the rows of the library."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.library import rows, writing
from data.library.reading import read_case

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from advisor.case import Series


@dataclass(frozen=True, slots=True)
class SeriesAdded:
    """What an import of series did: how many are new, how many took the place of an earlier import, new readings."""

    new: int
    replaced: int
    readings: int


def import_series(connection: sqlite3.Connection, case_id: int, given: Iterable[Series]) -> SeriesAdded:
    """Put imported series into a case.

    Publishers revise what they published: a series that was imported before is replaced as a whole. One that was made
    by hand keeps its readings and gets those of dates that it lacks.
    """
    held = read_case(connection, case_id).series
    keys = [row["id"] for row in connection.execute(_KEYS, (case_id,))]
    there = {one.name: (key, one) for key, one in reversed(list(zip(keys, held, strict=True)))}
    new, replaced, readings, end = 0, 0, 0, _end(connection, case_id)
    for series in given:
        key, before = there.get(series.name, (0, None))
        if before is None:
            writing.insert_series(connection, case_id, end + new, series)
            new, readings = new + 1, readings + len(series.points)
        elif not before.origin:
            readings += _add_points(connection, key, before, series)
        elif before != series:
            place = connection.execute("SELECT position FROM series WHERE id = ?", (key,)).fetchone()["position"]
            rows.delete(connection, "series", key)
            writing.insert_series(connection, case_id, place, series)
            replaced += 1
            readings += sum(point not in before.points for point in series.points)
    return SeriesAdded(new, replaced, readings)


_KEYS = "SELECT id FROM series WHERE case_id = ? ORDER BY position"


def _end(connection: sqlite3.Connection, case_id: int) -> int:
    sql = "SELECT coalesce(max(position) + 1, 0) FROM series WHERE case_id = ?"
    return int(connection.execute(sql, (case_id,)).fetchone()[0])


def _add_points(connection: sqlite3.Connection, key: int, before: Series, series: Series) -> int:
    """Add the readings of dates that a series made by hand lacks, each with where it comes from as its source."""
    dates = {point.date for point in before.points}
    lacking = [point for point in series.points if point.date not in dates]
    for place, point in enumerate(lacking, len(before.points)):
        sourced = point if point.source else replace(point, source=series.origin)
        writing.insert_point(connection, key, place, series.name, sourced)
    return len(lacking)
