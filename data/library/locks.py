"""Locked assessments: they were briefed and stay as they were, with the playbook and the result of that day."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

from advisor.case import Lock, PlaybookVersion
from data.library import rows
from data.library.errors import AssessmentLocked, InvalidEdit

if TYPE_CHECKING:
    import sqlite3

    from data.library.rows import Value

_WAY_ON = "To go on, copy it as a new assessment, or unlock it"


def read_lock(connection: sqlite3.Connection, assessment: int) -> Lock | None:
    """Return the lock of an assessment, or None where it is open to edits."""
    row = _row(connection, assessment)
    if row is None:
        return None
    playbook = PlaybookVersion(row["playbook"], row["version"], row["sha256"])
    return Lock(dt.datetime.fromisoformat(row["at"]), row["who"], playbook, row["result"], row["reason"])


def insert_lock(connection: sqlite3.Connection, assessment: int, lock: Lock) -> None:
    """Lock an assessment that is open to edits."""
    try:
        json.loads(lock.result)
    except (ValueError, RecursionError) as error:
        raise InvalidEdit(f"the result to keep with the lock is no JSON text ({error})") from error
    columns: dict[str, Value] = {
        "assessment_id": assessment,
        "at": lock.at.isoformat(),
        "who": lock.who,
        "reason": lock.reason,
        "playbook": lock.playbook.id,
        "version": lock.playbook.version,
        "sha256": lock.playbook.sha256,
        "result": lock.result,
    }
    rows.insert(connection, "locks", columns)


def delete_lock(connection: sqlite3.Connection, assessment: int) -> None:
    """Open an assessment to edits again."""
    connection.execute("DELETE FROM locks WHERE assessment_id = ?", (assessment,))


def refuse_locked(connection: sqlite3.Connection, assessment: sqlite3.Row) -> None:
    """Raise `AssessmentLocked` where an assessment may not be edited; the row comes from `assessment_row`."""
    lock = _row(connection, assessment["id"])
    if lock is not None:
        which = f"{assessment['case_name']}: the assessment as of {assessment['as_of']}"
        by = f" by {lock['who']}" if lock["who"] else ""
        raise AssessmentLocked(
            f"{which} was locked on {lock['at'][:10]}{by} and stays as it was briefed; nothing was changed. {_WAY_ON}"
        )


def locked_in(connection: sqlite3.Connection, case_id: int) -> tuple[str, ...]:
    """Return the ids of the locked assessments of a case."""
    sql = "SELECT slug FROM assessments JOIN locks ON assessment_id = assessments.id WHERE case_id = ? ORDER BY as_of"
    return tuple(slug for (slug,) in connection.execute(sql, (case_id,)))


def _row(connection: sqlite3.Connection, assessment: int) -> sqlite3.Row | None:
    row: sqlite3.Row | None = connection.execute(
        "SELECT * FROM locks WHERE assessment_id = ?", (assessment,)
    ).fetchone()
    return row
