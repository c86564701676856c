"""Bring a library file to the schema of this version: numbered steps, each one transaction, after a dated backup."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from data.library import indexing, recording
from data.library.backups import make_backup
from data.library.errors import PRIMARY_CODE, DamagedLibrary

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

APPLICATION_ID = 0x53496D67
_FOLDER = Path(__file__).parent / "migrations"
_DOES_NOT_FIT = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH)
_FILE_NAME = re.compile(r"(\d{4})_\w+\.sql")


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema: the version it leads to, and its statements."""

    version: int
    sql: str


@cache
def shipped_migrations() -> tuple[Migration, ...]:
    """Return the steps that come with the program, in order."""
    named = sorted((path, _FILE_NAME.fullmatch(path.name)) for path in _FOLDER.glob("*.sql"))
    return tuple(Migration(int(match[1]), path.read_text("utf-8")) for path, match in named if match)


def version_of(connection: sqlite3.Connection) -> int:
    """Return the schema version of the file; 0 is a file without a schema."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, path: Path, steps: Sequence[Migration], now: dt.datetime) -> Path | None:
    """Apply the steps that the file lacks and return the backup made first; a new file needs none.

    Raises
    ------
    DamagedLibrary
        The contents do not fit a step; the file stays as it was before that step.
    """
    version = version_of(connection)
    missing = [step for step in steps if step.version > version]
    backup = make_backup(connection, path, now, f".version-{version}") if missing and version > 0 else None
    for step in missing:
        _apply(connection, path, step)
    return backup


def _apply(connection: sqlite3.Connection, path: Path, step: Migration) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked inside the transaction: two programs may have opened the file at the same time.
        if version_of(connection) < step.version:
            _run(connection, path, step)
        connection.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & PRIMARY_CODE not in _DOES_NOT_FIT:
            raise
        raise DamagedLibrary(
            f"{path}: cannot be brought up to date ({error}); it stays as it was. Open a backup copy"
        ) from error
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _run(connection: sqlite3.Connection, path: Path, step: Migration) -> None:
    for triggers in (recording, indexing):
        triggers.remove_triggers(connection)
    for statement in _statements(step.sql):
        connection.execute(statement)
    for triggers in (recording, indexing):
        triggers.add_triggers(connection)
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise DamagedLibrary(f"{path}: holds rows that belong to nothing; it stays as it was. Open a backup copy")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {step.version}")


def _statements(sql: str) -> Iterator[str]:
    """Split a script, for `executescript` would commit the transaction it runs in."""
    collected = ""
    for piece in sql.split(";"):
        collected += f"{piece};"
        if sqlite3.complete_statement(collected):
            yield collected
            collected = ""
