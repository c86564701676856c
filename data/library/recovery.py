"""Go back to a backup: to the newest good one where a library is damaged, or to any file of the user's choice."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from data.errors import DataError
from data.library.backups import backups_of
from data.library.connecting import connect
from data.library.copying import fill, transfer
from data.library.errors import (
    DamagedLibrary,
    LibraryUnavailable,
    NewerLibrary,
    NotALibrary,
    in_words,
    why_unreadable,
)
from data.library.migrations import APPLICATION_ID, migrate, version_of
from data.safe_file import replacing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from data.library.backups import Backup
    from data.library.migrations import Migration

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
        with replacing(library) as temporary, in_words(backup), closing(_whole(backup)) as source:
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


def replace_contents(
    connection: sqlite3.Connection, library: Path, chosen: Path, migrations: Sequence[Migration], now: dt.datetime
) -> None:
    """Put what a backup holds in place of what an open library holds, in one transaction that other windows see.

    Raises
    ------
    LibraryError
        The file is no whole library that this version can read, or the disk failed; the library is as it was.
    """
    with in_words(chosen):
        source = _whole(chosen)
    with in_words(library), closing(source), _folder_beside(library) as folder:
        if version_of(source) > migrations[-1].version:
            raise NewerLibrary(f"{chosen}: was written by a newer version of Second Image; update to restore it")
        staged = folder / library.name
        fill(source, staged)
        with closing(connect(staged, "mode=rw")) as copy:
            _bring_up_to_date(copy, connection, staged, migrations, now)
            transfer(copy, connection)


@contextlib.contextmanager
def _folder_beside(library: Path) -> Iterator[Path]:
    """Make a folder for the owner alone that goes with the block; that it cannot go is no failure of the work."""
    try:
        with TemporaryDirectory(prefix=".second-image-", dir=library.parent, ignore_cleanup_errors=True) as folder:
            yield Path(folder)
    except OSError as error:
        raise LibraryUnavailable(
            f"{library}: nothing can be written beside it ({error.strerror or error}); nothing was changed. "
            "Make room, or allow writing to the folder"
        ) from error


def _bring_up_to_date(
    copy: sqlite3.Connection,
    library: sqlite3.Connection,
    path: Path,
    migrations: Sequence[Migration],
    now: dt.datetime,
) -> None:
    migrate(copy, path, migrations, now)
    # A write-ahead log takes over no pages of another size.
    page_size = library.execute("PRAGMA page_size").fetchone()[0]
    if copy.execute("PRAGMA page_size").fetchone()[0] != page_size:
        copy.execute(f"PRAGMA page_size = {page_size}")
        copy.execute("VACUUM")


def _whole(path: Path) -> sqlite3.Connection:
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
        with closing(_whole(path)):
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
