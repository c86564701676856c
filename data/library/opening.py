"""Open a library file, or say why it cannot be used; a file that cannot be used stays as it is, to the byte."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from data.library.connecting import connect
from data.library.database import Database
from data.library.errors import (
    PRIMARY_CODE,
    DamagedLibrary,
    LibraryUnavailable,
    NewerLibrary,
    NotALibrary,
    ReadOnlyLibrary,
    in_words,
    why_unreadable,
)
from data.library.migrations import APPLICATION_ID, migrate, version_of
from data.library.recovery import newest_good_backup, offer
from data.library.schema import expected_parts, parts_of, strangers

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from data.library.migrations import Migration

OLDEST_SQLITE = (3, 37, 0)
# With what to look past each kind of leftover: a rollback needs writing, a log only reading.
_LEFTOVERS = {"-wal": "mode=ro", "-journal": "mode=rw"}
_NOTHING_TO_READ = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


def open_database(path: str | Path, migrations: Sequence[Migration], now: dt.datetime) -> Database:
    """Open a library file, creating it where it is missing and bringing it to the newest schema.

    Raises
    ------
    LibraryError
        One of its subclasses, which says why the file cannot be used.
    """
    _refuse_unfit_sqlite()
    file = _checked_path(path)
    try:
        with in_words(file):
            return _opened(file, migrations, now)
    except (DamagedLibrary, NotALibrary) as error:
        return _second_look(file, migrations, now, error)


def _second_look(
    file: Path, migrations: Sequence[Migration], now: dt.datetime, first: DamagedLibrary | NotALibrary
) -> Database:
    """Tell damage from a disk that failed to read: nobody should go back to a backup for a share that was away."""
    if why := why_unreadable(file):
        raise LibraryUnavailable(
            f"{file}: cannot be read ({why}); nothing was changed. "
            "Check the connection to the disk and that you may read the file, then try again"
        ) from first
    try:
        with in_words(file):
            return _opened(file, migrations, now)
    except (DamagedLibrary, NotALibrary) as error:
        backup = newest_good_backup(file)
        if backup is None:
            raise
        raise DamagedLibrary(f"{error}. {offer(backup)}", backup) from error


def _refuse_unfit_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        wanted = ".".join(map(str, OLDEST_SQLITE))
        raise LibraryUnavailable(
            f"SQLite {sqlite3.sqlite_version} is too old; install Python with SQLite {wanted} or later"
        )
    with closing(sqlite3.connect(":memory:")) as connection:
        if connection.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone() is None:
            raise LibraryUnavailable("this SQLite has no full-text search (FTS5); install a Python whose SQLite has it")


def _opened(file: Path, migrations: Sequence[Migration], now: dt.datetime) -> Database:
    _refuse_foreign(file)
    reason = _why_read_only(file)
    connection = _connect_for_reading(file) if reason else connect(file, "mode=rw")
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
            _offer_backup(file, "is no longer there, though its backups are")
            # Owner only, before the first byte: SQLite gives its journals the same rights as the file.
            os.close(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600))
        elif not file.is_file():
            raise NotALibrary(f"{file}: is no ordinary file; choose another with --library")
        else:
            _refuse_emptied(file)
    except OSError as error:
        words = error.strerror or str(error)
        raise LibraryUnavailable(f"{file}: cannot be opened ({words}); choose another path with --library") from error
    return file


def _refuse_emptied(file: Path) -> None:
    """Take an empty file of which there are backups for damaged, and not for a library to begin with."""
    if file.stat().st_size or any(_beside(file, suffix).exists() for suffix in _LEFTOVERS):
        return
    _offer_backup(file, "lost all that it held")


def _offer_backup(file: Path, what: str) -> None:
    """Refuse to begin anew beside the backups of a library: whoever opens it misses what they hold."""
    if backup := newest_good_backup(file):
        raise DamagedLibrary(f"{file}: {what}; nothing was changed. {offer(backup)}", backup)


def _refuse_foreign(file: Path) -> None:
    """Look at the header without locks, recovery or a trace; only what a crash left beside the file needs more."""
    leftovers = [options for suffix, options in _LEFTOVERS.items() if _beside(file, suffix).exists()]
    if any(_mark(file, options) == APPLICATION_ID for options in ("mode=ro&immutable=1", *leftovers)):
        return
    # After the looks, which may have undone a creation that was cut off.
    if file.stat().st_size:
        raise NotALibrary(f"{file}: is no library of Second Image; nothing was changed. Choose another with --library")


def _mark(file: Path, options: str) -> int | None:
    """Return the mark of the program that made a file, or None where there is none to be read in this way."""
    try:
        with closing(connect(file, options)) as connection:
            return int(connection.execute("PRAGMA application_id").fetchone()[0])
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & PRIMARY_CODE not in _NOTHING_TO_READ:
            raise
        return None


def _beside(file: Path, suffix: str) -> Path:
    return file.with_name(f"{file.name}{suffix}")


def _why_read_only(file: Path) -> str:
    if not os.access(file, os.W_OK):
        return "the file is write-protected and the library open for reading only; allow writing to the file to edit it"
    if not os.access(file.parent, os.W_OK):
        return "the folder is write-protected and the library open for reading only; copy the file elsewhere to edit it"
    return ""


def _connect_for_reading(file: Path) -> sqlite3.Connection:
    """Connect where nothing may be written; a log that a crash left beside the file may then be out of reach."""
    connection = connect(file, "mode=ro")
    try:
        version_of(connection)
    except sqlite3.OperationalError as error:
        connection.close()
        log = _beside(file, "-wal")
        if log.exists() and log.stat().st_size:
            raise ReadOnlyLibrary(
                f"{file}: the last edits lie in {log.name} beside it, and bringing them in needs writing; "
                "copy both files to a folder that you may write to and open the copy"
            ) from error
        return connect(file, "mode=ro&immutable=1")
    return connection


def _prepared(database: Database, migrations: Sequence[Migration], now: dt.datetime) -> Database:
    connection, newest = database.connection, migrations[-1].version
    version = version_of(connection)
    _refuse_damaged(database)
    if version > newest:
        database.newer = True
        database.read_only_reason = (
            f"the library was written by a newer version of Second Image (format {version}, known here: {newest}); "
            "update Second Image to edit it"
        )
    elif database.read_only_reason:
        _refuse_older(database, version, newest)
    else:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA fullfsync = ON")  # macOS, where a plain flush stops at the disk's own memory
        migrate(connection, database.path, migrations, now)
        database.leave_log()
    _refuse_incomplete(database, migrations)
    connection.execute("PRAGMA foreign_keys = ON")
    return database


def _refuse_damaged(database: Database) -> None:
    connection = database.connection
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found == "ok" and connection.execute("PRAGMA foreign_key_check").fetchone():
        # As when the file was copied by other means, while it was edited.
        found = "rows that belong to nothing"
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


def _refuse_incomplete(database: Database, migrations: Sequence[Migration]) -> None:
    """Compare the parts with those that this version makes: an altered one is no better than a missing one."""
    wanted, found = expected_parts(tuple(migrations)), parts_of(database.connection)
    if database.newer:
        # What a newer version altered may still be readable.
        wanted, found = (frozenset((name, "") for name, _ in parts) for parts in (wanted, found))
    lacking = sorted({name for name, _ in wanted - found})
    if lacking and database.newer:
        raise NewerLibrary(f"{database.path}: was written by a newer version of Second Image; update to read it")
    if not database.newer and (added := strangers(database.connection, tuple(migrations))):
        raise DamagedLibrary(
            f"{database.path}: holds what another program put there ({', '.join(added)}); nothing was changed. "
            "Open a backup copy"
        )
    if lacking:
        raise DamagedLibrary(
            f"{database.path}: lacks parts of a library ({', '.join(lacking)}); nothing was changed. Open a backup copy"
        )
