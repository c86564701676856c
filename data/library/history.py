"""The history: every edit is a step with its changes, and undo and redo replay those changes."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from data.library import rows
from data.library.changes import changes_of, fold
from data.library.errors import PRIMARY_CODE, DamagedLibrary
from data.library.recording import RECORDED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data.library.changes import Change, Kind
    from data.library.database import Database
    from data.library.rows import Value


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One edit as the history shows it; `undone` edits no longer hold, whether they can be redone or not."""

    id: int
    at: dt.datetime
    who: str
    label: str
    case_id: int | None
    undone: bool


@dataclass(slots=True)
class Step:
    """The step being made; what it is called and which case it concerns may be set until it is finished."""

    connection: sqlite3.Connection
    id: int
    label: str = ""
    case_id: int | None = None
    merged: bool = False


class History:
    """Opens steps, takes them back and makes them again."""

    def __init__(
        self,
        database: Database,
        who: str,
        clock: Callable[[], dt.datetime],
        after_edit: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._who = who
        self._clock = clock
        self._after_edit = after_edit
        self._open: Step | None = None
        self._mergeable: tuple[int, str] | None = None

    def sign_as(self, who: str) -> None:
        """Name somebody else as the author of the steps from now on."""
        self._who = who

    @contextmanager
    def step(self, merge_key: str | None = None) -> Iterator[Step]:
        """Record what the block changes as one step; a block inside another becomes part of the outer step."""
        with self._database.writing() as connection:
            if self._open is not None:
                part = Step(connection, self._open.id, merged=self._open.merged)
                yield part
                if self._open.case_id is None:
                    self._open.case_id = part.case_id
                return
            self._open = step = self._begin(connection, merge_key)
            try:
                yield step
            finally:
                self._open = None
            kept = self._finish(connection, step)
        self._mergeable = (step.id, merge_key) if kept and merge_key is not None else None
        if kept:
            self._after_edit()

    @contextmanager
    def unrecorded(self) -> Iterator[sqlite3.Connection]:
        """Write without a record, for what is no edit: replaying the history, and the shipped cases."""
        if self._open is not None:
            raise RuntimeError("undo, redo and seeding are no part of an edit; end the edit first")
        with self._database.writing() as connection:
            connection.execute("UPDATE state SET recording = 0")
            yield connection
            connection.execute("UPDATE state SET recording = 1")

    @property
    def open_step(self) -> int | None:
        """The id of the step that is being made, None between edits."""
        return None if self._open is None else self._open.id

    def undo(self) -> str | None:
        """Take back the last step and return its label, or None where nothing is left to undo."""
        with self.unrecorded() as connection:
            step = _undoable(connection)
            if step is None:
                return None
            for change in reversed(changes_of(connection, step["id"])):
                self._replay(change, _OPPOSITE[change.kind], change.old)
            connection.execute("UPDATE steps SET state = 'undone' WHERE id = ?", (step["id"],))
        return self._replayed(step)

    def redo(self) -> str | None:
        """Make the step undone last again and return its label, or None where nothing is left to redo."""
        with self.unrecorded() as connection:
            step = _redoable(connection)
            if step is None:
                return None
            for change in changes_of(connection, step["id"]):
                self._replay(change, change.kind, change.new)
            connection.execute("UPDATE steps SET state = 'done' WHERE id = ?", (step["id"],))
        return self._replayed(step)

    def undo_label(self) -> str | None:
        """Return what `undo` would take back."""
        with self._database.reading() as connection:
            step = _undoable(connection)
        return None if step is None else str(step["label"])

    def redo_label(self) -> str | None:
        """Return what `redo` would make again."""
        with self._database.reading() as connection:
            step = _redoable(connection)
        return None if step is None else str(step["label"])

    def entries(
        self, case_id: int | None, limit: int, before: int | None = None, containing: str = ""
    ) -> tuple[HistoryEntry, ...]:
        """Return the newest edits first, those of one case or of the whole library, from before one if it is given.

        A step that is still being made has no time yet and is left out. With `containing`, only those whose label or
        analyst holds each of its words.
        """
        words = containing.casefold().split()
        given = {"case": case_id, "before": before}
        with self._database.reading() as connection:
            found = connection.execute(
                "SELECT * FROM steps WHERE at <> '' AND (:case IS NULL OR case_id = :case)"
                " AND (:before IS NULL OR id < :before)"
                " ORDER BY id DESC",
                given,
            )
            # Not in SQL, whose LIKE knows the small letters of English alone.
            wanted = (row for row in found if _holds(row, words))
            return tuple(_entry(row) for row in islice(wanted, limit))

    def _begin(self, connection: sqlite3.Connection, merge_key: str | None) -> Step:
        last = connection.execute("SELECT id, state FROM steps ORDER BY id DESC LIMIT 1").fetchone()
        if last is not None and last["state"] == "done" and self._mergeable == (last["id"], merge_key):
            step = Step(connection, last["id"], merged=True)
        else:
            before = _undoable(connection)
            columns = {"at": "", "who": self._who, "label": "", "parent": 0 if before is None else before["id"]}
            step = Step(connection, rows.insert(connection, "steps", columns))
        connection.execute("UPDATE state SET open_step = ?", (step.id,))
        return step

    def _finish(self, connection: sqlite3.Connection, step: Step) -> bool:
        """Close the step and say whether it is kept: a step that changed nothing leaves no trace."""
        connection.execute("UPDATE state SET open_step = NULL")
        if step.merged:
            fold(connection, step.id)
        if connection.execute("SELECT 1 FROM changes WHERE step_id = ?", (step.id,)).fetchone() is None:
            rows.delete(connection, "steps", step.id)
            return False
        at = self._clock().isoformat(timespec="milliseconds")
        rows.update(connection, "steps", step.id, {"at": at, "label": step.label, "case_id": step.case_id})
        connection.execute("UPDATE steps SET state = 'dropped' WHERE state = 'undone'")
        return True

    def _replay(self, change: Change, kind: Kind, values: dict[str, Value]) -> None:
        connection, touched = self._database.connection, 1
        if change.table not in RECORDED:
            raise DamagedLibrary(f'{self._database.path}: the history names "{change.table}"; open a backup copy')
        try:
            if kind == "insert":
                rows.insert(connection, change.table, values)
            elif kind == "update":
                touched = rows.update(connection, change.table, change.row_id, values)
            else:
                touched = rows.delete(connection, change.table, change.row_id)
        except sqlite3.DatabaseError as error:
            # Names that are none, such as those with a null character, are refused before SQLite is asked.
            if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & PRIMARY_CODE not in _DOES_NOT_FIT:
                raise
            touched = 0
        if touched != 1:
            raise DamagedLibrary(f"{self._database.path}: the history does not fit its contents; open a backup copy")

    def forget(self) -> None:
        """Begin anew with the next edit, where the contents were replaced as a whole."""
        self._mergeable = None

    def _replayed(self, step: sqlite3.Row) -> str:
        self._mergeable = None
        self._after_edit()
        return str(step["label"])


def before(step: Step, table: str, row: sqlite3.Row) -> dict[str, Value] | None:
    """Return a row as it was before the step, None where the step made it: a drag is named from where it began."""
    changes = changes_of(step.connection, step.id) if step.merged else []
    own = [change for change in changes if (change.table, change.row_id) == (table, row["id"])]
    if own and own[0].kind == "insert":
        return None
    return dict(row) | {column: value for change in reversed(own) for column, value in change.old.items()}


_DOES_NOT_FIT = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH)
_OPPOSITE: dict[Kind, Kind] = {"insert": "delete", "update": "update", "delete": "insert"}


def _undoable(connection: sqlite3.Connection) -> sqlite3.Row | None:
    found: sqlite3.Row | None = connection.execute(
        "SELECT id, label FROM steps WHERE state = 'done' ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return found


def _redoable(connection: sqlite3.Connection) -> sqlite3.Row | None:
    found: sqlite3.Row | None = connection.execute(
        "SELECT id, label FROM steps WHERE state = 'undone' ORDER BY id LIMIT 1"
    ).fetchone()
    return found


def _holds(row: sqlite3.Row, words: list[str]) -> bool:
    text = f"{row['label']} {row['who']}".casefold()
    return all(word in text for word in words)


def _entry(row: sqlite3.Row) -> HistoryEntry:
    at = dt.datetime.fromisoformat(row["at"])
    return HistoryEntry(row["id"], at, row["who"], row["label"], row["case_id"], row["state"] != "done")
