"""The cases that a new library starts with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.library.writing import insert_case

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3
    from collections.abc import Iterable

    from advisor.case import Case


def is_new(connection: sqlite3.Connection) -> bool:
    """Say whether a library was never filled, holds no case and has no history."""
    used = "SELECT 1 FROM state WHERE seeded_at IS NOT NULL UNION ALL SELECT 1 FROM cases UNION ALL SELECT 1 FROM steps"
    return connection.execute(used).fetchone() is None


def fill_once(connection: sqlite3.Connection, cases: Iterable[Case], now: dt.datetime) -> int:
    """Write the entries among the cases into a library that is new and return how many there are."""
    if not is_new(connection):
        return 0
    connection.execute("UPDATE state SET seeded_at = ?", (now.isoformat(timespec="milliseconds"),))
    entries = [entry for case in cases if (entry := _entry(case)).assessments]
    return len([insert_case(connection, entry) for entry in entries])


def _entry(case: Case) -> Case:
    """Return a case without the assessments that have no playbook: those serve the track record only."""
    kept = tuple(one for one in case.assessments if one.playbook is not None)
    ids = {one.id for one in kept}
    notes = tuple(
        replace(note, assessments=tuple(one for one in note.assessments if one in ids))
        for note in case.notes
        if not note.assessments or not ids.isdisjoint(note.assessments)
    )
    return replace(case, assessments=kept, notes=notes)
