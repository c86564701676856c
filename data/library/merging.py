"""Merge a case of a file into a case of the library: what is new is added, and nothing that is there is changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from advisor.knobs import Knobs
from data.library import writing
from data.library.analysts import add_unknown
from data.library.events import insert_event
from data.library.locks import refuse_locked
from data.library.notes import insert_note
from data.library.reading import assessment_row, read_case
from data.library.settings import write_knobs

if TYPE_CHECKING:
    import sqlite3

    from advisor.case import Assessment, Case, Series


@dataclass(frozen=True, slots=True)
class Merged:
    """How much a merge added; nothing at all where the library had everything already."""

    assessments: int
    series: int
    readings: int
    notes: int
    events: int


def merge(connection: sqlite3.Connection, case_id: int, case: Case) -> Merged:
    """Add to a case of the library what it lacks of another.

    An assessment that says the same is the same, whatever its id; one that differs is added, with a number where its id
    is taken. Settings are taken over where the library's are untouched.
    """
    held = read_case(connection, case_id)
    kept, added = _merge_assessments(connection, case_id, held, case)
    notes = [replace(note, assessments=tuple(kept.get(one, one) for one in note.assessments)) for note in case.notes]
    new_notes = [note for note in notes if note not in held.notes]
    for slug in dict.fromkeys(slug for note in new_notes for slug in note.assessments if slug not in added):
        refuse_locked(connection, assessment_row(connection, slug))
    for note in new_notes:
        insert_note(connection, case_id, note)
    new_events = [event for event in case.events if event not in held.events]
    for event in new_events:
        insert_event(connection, case_id, event)
    for analyst in case.analysts:
        add_unknown(connection, analyst)
    if held.knobs == Knobs():
        write_knobs(connection, case_id, case.knobs)
    series, readings = _merge_series(connection, case_id, held, case)
    return Merged(len(added), series, readings, len(new_notes), len(new_events))


def _merge_assessments(
    connection: sqlite3.Connection, case_id: int, held: Case, case: Case
) -> tuple[dict[str, str], list[str]]:
    """Return what each assessment of the file is called in the library, and those that were added."""
    there = [(_said(one), one.id) for one in held.assessments]
    kept: dict[str, str] = {}
    added: list[str] = []
    for assessment in case.assessments:
        same = next((slug for said, slug in there if said == _said(assessment)), None)
        if same is None:
            same = writing.insert_assessment(connection, case_id, assessment)
            added.append(same)
        kept[assessment.id] = same
    return kept, added


def _said(assessment: Assessment) -> Assessment:
    return replace(assessment, id="")


def _merge_series(connection: sqlite3.Connection, case_id: int, held: Case, case: Case) -> tuple[int, int]:
    """Return how many series and how many readings of series there were are new.

    A series is the one of its name and unit; of several such in the file, each is the next such in the library.
    """
    rows = connection.execute(
        "SELECT id, position FROM series WHERE case_id = ? ORDER BY position", (case_id,)
    ).fetchall()
    there: dict[tuple[str, str], list[tuple[int, Series]]] = {}
    for row, series in zip(rows, held.series, strict=True):
        there.setdefault((series.name, series.unit), []).append((row[0], series))
    position = rows[-1][1] + 1 if rows else 0
    new_series, new_readings = 0, 0
    for series in case.series:
        same = there.get((series.name, series.unit))
        if same:
            new_readings += _merge_points(connection, *same.pop(0), series)
        else:
            writing.insert_series(connection, case_id, position + new_series, series)
            new_series += 1
    return new_series, new_readings


def _merge_points(connection: sqlite3.Connection, key: int, held: Series, series: Series) -> int:
    """Add the readings that a series lacks, and return how many there are."""
    new = [point for point in series.points if point not in held.points]
    for place, point in enumerate(new, len(held.points)):
        writing.insert_point(connection, key, place, series.name, point)
    return len(new)
