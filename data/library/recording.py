"""Triggers that write every change of a kept row into the history, so that no edit can escape its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.library.rows import quoted

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

RECORDED = (
    "cases",
    "assessments",
    "outcomes",
    "scores",
    "facts",
    "series",
    "points",
    "notes",
    "note_indicators",
    "note_assessments",
    "events",
    "analysts",
    "settings",
    "scored_with",
    "locks",
)
_PREFIX = "record_"


def remove_triggers(connection: sqlite3.Connection) -> None:
    """Stop recording altogether, for a migration that rewrites rows."""
    recorders = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB ?"
    for (name,) in connection.execute(recorders, (f"{_PREFIX}*",)).fetchall():
        connection.execute(f"DROP TRIGGER {quoted(name)}")


def add_triggers(connection: sqlite3.Connection) -> None:
    """Record all changes from now on, in the columns that the tables have now."""
    for table in RECORDED:
        columns = [row[1] for row in connection.execute("SELECT * FROM pragma_table_info(?)", (table,))]
        # An early step of a new library knows only some of the tables.
        for statement in _triggers(table, columns) if columns else ():
            connection.execute(statement)


def _triggers(table: str, columns: list[str]) -> Iterator[str]:
    """Yield the three triggers of a table; an update that changes nothing leaves no record."""
    inserted = [f"SELECT {_text(column)}, NULL, new.{quoted(column)}" for column in columns]
    deleted = [f"SELECT {_text(column)}, old.{quoted(column)}, NULL" for column in columns]
    differs = {column: f"old.{quoted(column)} IS NOT new.{quoted(column)}" for column in columns}
    updated = [
        f"SELECT {_text(column)}, old.{quoted(column)}, new.{quoted(column)} WHERE {differs[column]}"
        for column in columns
    ]
    yield _trigger(table, "insert", "new", inserted, "1")
    yield _trigger(table, "update", "old", updated, " OR ".join(differs.values()))
    yield _trigger(table, "delete", "old", deleted, "1")


def _trigger(table: str, kind: str, row: str, cells: list[str], condition: str) -> str:
    return f"""
        CREATE TRIGGER {quoted(f"{_PREFIX}{table}_{kind}")} AFTER {kind.upper()} ON {quoted(table)}
        WHEN (SELECT recording FROM state) AND ({condition})
        BEGIN
            INSERT INTO changes (step_id, kind, table_name, row_id)
            VALUES ((SELECT open_step FROM state), {_text(kind)}, {_text(table)}, {row}.id);
            INSERT INTO cells (change_id, column_name, old, new)
            SELECT (SELECT max(id) FROM changes), * FROM ({" UNION ALL ".join(cells)});
        END"""


def _text(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"
