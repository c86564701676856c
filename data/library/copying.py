"""Copy a library whole, while it is in use: the copy is of one moment, checked, and complete or not there."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

from data.errors import DataError
from data.library.errors import DamagedLibrary, LibraryError, LibraryLocked, LibraryUnavailable
from data.safe_file import OWNER_ONLY, replacing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE_SECONDS = 5.0
PAGES_AT_ONCE = 256


def write_copy(source: sqlite3.Connection, target: Path) -> None:
    """Write a copy of an open library to a file, in place of what is there.

    Raises
    ------
    LibraryUnavailable, LibraryLocked, DamagedLibrary
        The file cannot be written, the library stays in use, or the copy is not whole; nothing was replaced.
    """
    try:
        with replacing(target) as temporary:
            fill(source, temporary)
    except sqlite3.Error as error:
        raise LibraryUnavailable(f"{target}: no copy was written: {error}; nothing was replaced") from error
    except LibraryError:
        raise
    except DataError as error:
        raise LibraryUnavailable(str(error)) from error


def fill(source: sqlite3.Connection, file: Path) -> None:
    """Fill a new or empty file, for its owner's eyes alone, with a copy of an open library; check that it is whole."""
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT, OWNER_ONLY))
    with closing(sqlite3.connect(os.fspath(file), isolation_level=None)) as copy:
        transfer(source, copy)
        # The copy is a single file, whatever journal the library has.
        copy.execute("PRAGMA journal_mode = DELETE")
        found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise DamagedLibrary(f"{file}: the copy is not whole (SQLite: {found}); it was not kept. Try again")


def transfer(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Put everything that one library holds in place of what another holds, in one transaction."""
    # Without a log a reader keeps others from writing: it lets them in between pieces, and begins anew if they wrote.
    logged = source.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    pages = -1 if logged else PAGES_AT_ONCE
    source.backup(target, pages=pages, progress=_patience(time.monotonic() + PATIENCE_SECONDS), sleep=0.05)


def _patience(until: float) -> Callable[[int, int, int], None]:
    """Make a watch that gives up when another program holds the file for too long; `backup` would wait forever."""

    def watch(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > until:
            raise LibraryLocked("the library is in use by another program; nothing was changed. Try again later")

    return watch
