"""Edits of notes, events, analysts and settings: what each changes, and how the history calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.library import rows
from data.library.analysts import analyst_columns
from data.library.events import event_columns, event_row, insert_event
from data.library.labels import knobs_label, note_label, shortened
from data.library.locks import refuse_locked
from data.library.notes import insert_note, linked_assessments, note_row, read_note, update_note
from data.library.reading import assessment_row, case_row
from data.library.settings import read_knobs, write_knobs

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from advisor.case import Analyst, CaseEvent, Note
    from advisor.knobs import Knobs
    from data.library.history import Step


def add_note(step: Step, case_id: int, note: Note) -> int:
    """Add a note to a case and return its id."""
    step.case_id, step.label = case_id, f"{_name(step, case_id)}: add the note {shortened(note.text)}"
    _refuse_locked(step, note.assessments)
    return insert_note(step.connection, case_id, note)


def set_note(step: Step, note_id: int, note: Note) -> None:
    """Change a note and its links to what is given."""
    row = note_row(step.connection, note_id)
    old = read_note(step.connection, row)
    step.case_id = row["case_id"]
    if note == old:
        return
    _refuse_locked(step, (*old.assessments, *note.assessments))
    step.label = f"{_name(step, row['case_id'])}: {note_label(old, note)}"
    update_note(step.connection, row, note)


def delete_note(step: Step, note_id: int) -> None:
    """Delete a note with its links."""
    row = note_row(step.connection, note_id)
    step.case_id = row["case_id"]
    step.label = f"{_name(step, row['case_id'])}: delete the note {shortened(row['text'])}"
    _refuse_locked(step, linked_assessments(step.connection, note_id))
    rows.delete(step.connection, "notes", note_id)


def add_event(step: Step, case_id: int, event: CaseEvent) -> int:
    """Add an event to a case and return its id."""
    step.case_id, step.label = case_id, f"{_name(step, case_id)}: add the event {shortened(event.text)}"
    return insert_event(step.connection, case_id, event)


def set_event(step: Step, event_id: int, event: CaseEvent) -> None:
    """Change an event to what is given."""
    row = event_row(step.connection, event_id)
    step.case_id = row["case_id"]
    step.label = f"{_name(step, row['case_id'])}: change the event {shortened(event.text)}"
    rows.update(step.connection, "events", event_id, event_columns(event))


def delete_event(step: Step, event_id: int) -> None:
    """Delete an event."""
    row = event_row(step.connection, event_id)
    step.case_id = row["case_id"]
    step.label = f"{_name(step, row['case_id'])}: delete the event {shortened(row['text'])}"
    rows.delete(step.connection, "events", event_id)


def add_analyst(step: Step, analyst: Analyst) -> int:
    """Add an analyst to the library and return the id."""
    step.label = f"Add the analyst {analyst.name}"
    return rows.insert(step.connection, "analysts", analyst_columns(step.connection, analyst))


def set_knobs(step: Step, case_id: int, knobs: Knobs) -> None:
    """Change the settings of the plan of a case to those given."""
    name = _name(step, case_id)
    step.case_id, step.label = case_id, f"{name}: {knobs_label(read_knobs(step.connection, case_id), knobs)}"
    write_knobs(step.connection, case_id, knobs)


def _name(step: Step, case_id: int) -> str:
    return str(case_row(step.connection, case_id)["name"])


def _refuse_locked(step: Step, assessments: Iterable[str]) -> None:
    """What an assessment was briefed with stays too: its notes are part of it."""
    for slug in dict.fromkeys(assessments):
        row: sqlite3.Row | None = step.connection.execute(
            "SELECT 1 FROM assessments WHERE slug = ?", (slug,)
        ).fetchone()
        if row is not None:
            refuse_locked(step.connection, assessment_row(step.connection, slug))
