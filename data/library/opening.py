"""Open a library file, or say why it cannot be used; a file that cannot be used stays as it is, to the byte."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from data.library.database import Database
from data.library.errors import (
    DamagedLibrary,
    LibraryUnavailable,
    NewerLibrary,
    NotALibrary,
    ReadOnlyLibrary,
    in_words,
)
from data.library.migrations import APPLICATION_ID, migrate, version_of
from data.library.recording import RECORDED, trigger_names

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from data.library.migrations import Migration

BUSY_SECONDS = 2.0
OLDEST_SQLITE = (3, 37, 0)
_NEEDED = frozenset((*RECORDED, *trigger_names(), "steps", "changes", "cells", "state"))


def open_database(path: str | Path, migrations: Sequence[Migration], now: dt.datetime) -> Database:
    """Open a library file, creating it where it is missing and bringing it to the newest schema.

    Raises
    ------
    LibraryError
        One of its subclasses, which says why the file cannot be used.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        wanted = ".".join(map(str, OLDEST_SQLITE))
        raise LibraryUnavailable(
            f"SQLite {sqlite3.sqlite_version} is too old; install Python with SQLite {wanted} or later"
        )
    file = _checked_path(path)
    with in_words(file):
        _refuse_foreign(file)
        reason = _why_read_only(file)
        connection = _connect(file, "mode=ro" if reason else "mode=rw")
        try:
            return _prepared(Database(connection, file, reason), migrations, now)
        except BaseException:
            connection.close()
            raise


def _checked_path(path: str | Path) -> Path:
    """Return the path of an existing file, creating an empty one where there is none."""
    if not os.fspath(path):
        raise NotALibrary("the path of the library is empty; give the path of a file with --library")
    file = Path(path).absolute()
    try:
        if file.is_dir():
            raise NotALibrary(f"{file}: is a folder; give the path of a file, such as {file / 'library.sqlite'}")
        if not file.exists():
            # Owner only, before the first byte: SQLite gives its journals the same rights as the file.
            os.close(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600))
        elif not file.is_file():
            raise NotALibrary(f"{file}: is no ordinary file; choose another with --library")
    except OSError as error:
        words = error.strerror or str(error)
        raise LibraryUnavailable(f"{file}: cannot be opened ({words}); choose another path with --library") from error
    return file


def _refuse_foreign(file: Path) -> None:
    """Look at the header without locks, recovery or a trace; only a journal beside the file needs a real look."""
    journal = file.with_name(f"{file.name}-journal")
    options = "mode=rw" if journal.exists() else "mode=ro&immutable=1"
    with closing(_connect(file, options)) as connection:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
    # After the look, which may have undone a creation that was cut off.
    if file.stat().st_size and application != APPLICATION_ID:
        raise NotALibrary(f"{file}: is a file of another program; nothing was changed. Choose another with --library")


def _why_read_only(file: Path) -> str:
    if not os.access(file, os.W_OK):
        return "the file is write-protected and the library open for reading only; allow writing to the file to edit it"
    if not os.access(file.parent, os.W_OK):
        return "the folder is write-protected and the library open for reading only; copy the file elsewhere to edit it"
    return ""


def _connect(file: Path, options: str) -> sqlite3.Connection:
    slashes = "file://" if file.as_posix().startswith("/") else "file:///"
    connection = sqlite3.connect(
        f"{slashes}{quote(file.as_posix())}?{options}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
    )
    connection.row_factory = sqlite3.Row
    # The schema of a file that a colleague sent may not run functions with side effects.
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def _prepared(database: Database, migrations: Sequence[Migration], now: dt.datetime) -> Database:
    connection, newest = database.connection, migrations[-1].version
    version = version_of(connection)
    _refuse_damaged(database)
    if version > newest:
        database.newer = True
        database.read_only_reason = (
            f"the library was written by a newer version of Second Image (format {version}, known here: {newest}) "
            "and is open for reading only; update Second Image to edit it"
        )
    elif database.read_only_reason:
        _refuse_older(database, version, newest)
    else:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = FULL")
        migrate(connection, database.path, migrations, now)
    _refuse_incomplete(database)
    connection.execute("PRAGMA foreign_keys = ON")
    return database


def _refuse_damaged(database: Database) -> None:
    found = database.connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise DamagedLibrary(
            f"{database.path}: is damaged; nothing was changed. Open a backup copy, or start a new one with --library "
            f"(SQLite: {found})"
        )


def _refuse_older(database: Database, version: int, newest: int) -> None:
    if version < newest:
        found = "is empty" if version == 0 else "was written by an earlier version"
        raise ReadOnlyLibrary(
            f"{database.path}: {found} and must be brought up to date, but it is write-protected; "
            "copy it to a folder that you may write to and open the copy"
        )


def _refuse_incomplete(database: Database) -> None:
    found = {name for (name,) in database.connection.execute("SELECT name FROM sqlite_schema")}
    missing = sorted(_NEEDED - found)
    if missing and database.newer:
        raise NewerLibrary(f"{database.path}: was written by a newer version of Second Image; update to read it")
    if missing:
        raise DamagedLibrary(
            f"{database.path}: lacks parts of a library ({', '.join(missing)}); nothing was changed. Open a backup copy"
        )
