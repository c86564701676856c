"""The full-text index: triggers note what an edit makes stale, and every transaction brings it up to date."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from data.library.errors import PRIMARY_CODE, LibraryUnavailable
from data.library.rows import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["note", "justification", "fact", "assessment", "event"]
PLACES = 8
_PREFIX = "index_"


@dataclass(frozen=True, slots=True)
class Indexed:
    """A table whose texts can be found; `text` is NULL in SQL where a row has none, and `place` tells the tables apart.

    The id of a row in the index is its id times `PLACES`, plus the place.
    """

    kind: Kind
    table: str
    place: int
    text: str
    source: str


INDEXED = (
    Indexed("note", "notes", 0, "text", "source"),
    Indexed("justification", "scores", 1, "justification", ""),
    Indexed("fact", "facts", 2, "text", "source"),
    Indexed("assessment", "assessments", 3, "note", "issue"),
    Indexed("event", "events", 4, "text", "source"),
)
_DAMAGED_INDEX = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_CONSTRAINT)
_EMPTY_IS_NONE = {"scores"}


def remove_triggers(connection: sqlite3.Connection) -> None:
    """Stop noting what is stale, for a migration that rewrites rows."""
    found = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB ?"
    for (name,) in connection.execute(found, (f"{_PREFIX}*",)).fetchall():
        connection.execute(f"DROP TRIGGER {quoted(name)}")


def add_triggers(connection: sqlite3.Connection) -> None:
    """Note from now on what becomes stale."""
    if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'unindexed'").fetchone() is None:
        return
    for one in INDEXED:
        for statement in _triggers(one):
            connection.execute(statement)


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Index what the transaction changed; nothing is stale after it.

    An index that is damaged is made anew from the texts.

    Raises
    ------
    LibraryUnavailable
        The damage made SQLite give up the transaction; the edit can be made again at once.
    """
    if connection.execute("SELECT 1 FROM unindexed LIMIT 1").fetchone() is None:
        return
    try:
        _index_stale(connection)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & PRIMARY_CODE not in _DAMAGED_INDEX:
            raise
        rebuild(connection)
        if not connection.in_transaction:
            raise LibraryUnavailable(
                "the index for the search was damaged and has been made anew; the edit was not saved. Make it again"
            ) from error
    connection.execute("DELETE FROM unindexed")


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the index anew from the texts."""
    connection.execute("INSERT INTO search (search) VALUES ('rebuild')")


def _index_stale(connection: sqlite3.Connection) -> None:
    connection.execute(
        "INSERT INTO search (search, rowid, text, source)"
        " SELECT 'delete', id, text, source FROM unindexed WHERE text IS NOT NULL"
    )
    # Looked up one by one: a join with the view would read every text of the library.
    stale = connection.execute("SELECT id FROM unindexed").fetchall()
    connection.executemany(
        "INSERT INTO search (rowid, text, source) SELECT id, text, source FROM searchable WHERE id = ?", stale
    )


def _triggers(one: Indexed) -> Iterator[str]:
    columns = [column for column in (one.text, one.source) if column]
    differs = " OR ".join(f"old.{quoted(column)} IS NOT new.{quoted(column)}" for column in columns)
    yield _trigger(one, "insert", "INSERT", "1", f"new.id * {PLACES} + {one.place}, NULL, NULL")
    yield _trigger(one, "update", f"UPDATE OF {', '.join(map(quoted, columns))}", differs, _indexed_so_far(one))
    yield _trigger(one, "delete", "DELETE", "1", _indexed_so_far(one))


def _indexed_so_far(one: Indexed) -> str:
    text = f"nullif(old.{quoted(one.text)}, '')" if one.table in _EMPTY_IS_NONE else f"old.{quoted(one.text)}"
    source = f"old.{quoted(one.source)}" if one.source else "''"
    return f"old.id * {PLACES} + {one.place}, {text}, {source}"


def _trigger(one: Indexed, kind: str, event: str, condition: str, values: str) -> str:
    """Return a trigger; of several changes of a row in one transaction the first knows what the index has."""
    return f"""
        CREATE TRIGGER {quoted(f"{_PREFIX}{one.table}_{kind}")} AFTER {event} ON {quoted(one.table)}
        WHEN {condition}
        BEGIN
            INSERT OR IGNORE INTO unindexed (id, text, source) VALUES ({values});
        END"""
