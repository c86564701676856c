"""Go back to the newest good backup where a library is damaged; tell whether a file is a whole library."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from data.errors import DataError
from data.library.backups import backups_of
from data.library.connecting import connect
from data.library.copying import fill
from data.library.errors import (
    DamagedLibrary,
    LibraryUnavailable,
    NotALibrary,
    in_words,
    why_unreadable,
)
from data.library.migrations import APPLICATION_ID
from data.safe_file import replacing

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from data.library.backups import Backup

_BESIDE = ("-journal", "-wal", "-shm")


def newest_good_backup(library: Path) -> Backup | None:
    """Return the newest backup of a library that is whole, or None; nothing is changed."""
    return next((backup for backup in backups_of(library) if _is_whole(backup.path)), None)


def offer(backup: Backup) -> str:
    """Say which backup there is to go back to."""
    return f"The newest good backup is of {backup.at:%d %B %Y, %H:%M} UTC: {backup.path}"


def recover(library: Path, backup: Path, now: dt.datetime) -> Path:
    """Put a copy of a backup in place of a damaged library; return where the damaged one was put aside.

    Raises
    ------
    LibraryError
        The backup is not whole or the disk failed; the damaged library is where it was.
    """
    aside = _free_name(library, f"{library.stem}.damaged.{now:%Y-%m-%dT%H%M%SZ}")
    moved: list[tuple[Path, Path]] = []
    try:
        with replacing(library) as temporary, in_words(backup), closing(whole(backup)) as source:
            fill(source, temporary)
            for suffix in _BESIDE:
                pair = (library.with_name(library.name + suffix), aside.with_name(aside.name + suffix))
                if pair[0].exists():
                    os.replace(*pair)
                    moved.append(pair)
            # At no moment is there no library: the next start would take that for the first and make an empty one.
            _keep(library, aside)
    except BaseException as error:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
        for here, there in moved:
            with contextlib.suppress(OSError):
                os.replace(there, here)
        if type(error) is DataError:
            raise LibraryUnavailable(str(error)) from error
        raise
    return aside


def _keep(library: Path, aside: Path) -> None:
    """Give a file a second name, or where the disk knows no second names, make a copy."""
    if not library.exists():
        return
    try:
        os.link(library, aside)
    except OSError:
        shutil.copy2(library, aside)


def whole(path: Path) -> sqlite3.Connection:
    """Connect to a library at rest, or raise what is wrong with it."""
    if not path.is_file():
        raise LibraryUnavailable(f"{path}: there is no such file; choose another")
    connection = connect(path, "mode=ro&immutable=1")
    try:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise NotALibrary(f"{path}: is no library of Second Image; nothing was changed. Choose another file")
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok" and (why := why_unreadable(path)):
            raise LibraryUnavailable(f"{path}: cannot be read ({why}); nothing was changed. Choose another backup")
        if found != "ok":
            raise DamagedLibrary(f"{path}: is damaged; nothing was changed. Choose another backup (SQLite: {found})")
    except BaseException:
        connection.close()
        raise
    return connection


def _is_whole(path: Path) -> bool:
    try:
        with closing(whole(path)):
            return True
    except (DataError, sqlite3.Error):
        return False


def _free_name(library: Path, stem: str) -> Path:
    number = 1
    while True:
        path = library.with_name(f"{stem}{'' if number == 1 else f'-{number}'}{library.suffix}")
        if not path.exists():
            return path
        number += 1
