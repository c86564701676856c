"""Dated backups in a folder beside the library: made while the analyst works, thinned as they age."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import threading
import time
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.library.connecting import connect
from data.library.copying import write_copy
from data.library.errors import LibraryError, LibraryUnavailable, in_words
from data.library.thinning import superfluous

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from data.library.database import Database

EVERY = dt.timedelta(minutes=30)
_STAMP = "%Y-%m-%dT%H%M%SZ"
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d{6}Z)(?:-\d+)?(\.version-\d+)?")
_ONE_DAY_SECONDS = 86400


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a library in the folder beside it; `thinned` ones make room with time, those of updates stay."""

    path: Path
    at: dt.datetime
    thinned: bool


def backup_folder(library: Path) -> Path:
    """Return the folder of the backups of a library, there or not."""
    return library.with_name(f"{library.stem} backups")


def backups_of(library: Path) -> tuple[Backup, ...]:
    """Return the backups of a library, the newest first."""
    found = [_backup(path, library) for path in backup_folder(library).glob(f"*{library.suffix}")]
    return tuple(sorted((one for one in found if one), key=lambda one: (one.at, one.path.name), reverse=True))


def make_backup(source: sqlite3.Connection, library: Path, now: dt.datetime, mark: str = "") -> Path:
    """Write a backup of an open library and return its path; `mark` sets apart those that are not thinned."""
    folder = backup_folder(library)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        target = _free_name(folder, library, now.strftime(_STAMP), mark)
    except OSError as error:
        raise LibraryUnavailable(
            f"{folder}: the folder for backups cannot be made ({error.strerror or error}); nothing was changed"
        ) from error
    write_copy(source, target)
    return target


class Backups:
    """The backups of one open library; those made while the analyst works do not keep anybody waiting."""

    def __init__(self, database: Database, clock: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._library = database.path
        self._clock = clock
        self._newest: dt.datetime | None = None
        self._looked = False
        self._running: threading.Thread | None = None
        self._making = threading.Lock()
        self.problem = ""
        """Why the last backup could not be made, for the status bar; empty where it could."""

    @property
    def folder(self) -> Path:
        """Where the backups are."""
        return backup_folder(self._library)

    def all(self) -> tuple[Backup, ...]:
        """Return the backups there are, the newest first."""
        return backups_of(self._library)

    def make(self) -> Path:
        """Make a backup now and return its path; on any thread.

        Raises
        ------
        LibraryError
            It could not be made.
        """
        self.wait()
        return self._make(self._clock())

    def write_to(self, target: Path) -> None:
        """Write a copy of the library to a file of the user's choice, in place of what is there.

        This may be done on any thread; but where the file was moved or deleted, what is open can still be copied on
        the thread that opened it.

        Raises
        ------
        LibraryError
            It could not be written, or is the library itself.
        """
        if target.exists() and self._library.exists() and target.samefile(self._library):
            raise LibraryUnavailable(f"{target}: is the library itself; choose another file for the backup")
        if self._database.lost:
            with in_words(self._library):
                write_copy(self._database.connection, target)
            return
        with self._source() as source:
            write_copy(source, target)

    def after_edit(self) -> None:
        """Make a backup in the background where the newest is older than half an hour."""
        now = self._clock()
        if (self._running is None or not self._running.is_alive()) and self._is_due(now):
            self._newest = now
            self._running = threading.Thread(target=self._make_or_note, args=(now,), name="backup")
            self._running.start()

    def wait(self) -> None:
        """Wait for a backup that is being made."""
        if (running := self._running) is not None:
            running.join()

    def _is_due(self, now: dt.datetime) -> bool:
        if not self._looked:
            self._newest = next((one.at for one in self.all()), None)
            self._looked = True
        # A clock that was put back is no reason to go without.
        return self._newest is None or not dt.timedelta() <= now - self._newest < EVERY

    def _make_or_note(self, now: dt.datetime) -> None:
        try:
            self._make(now)
        except LibraryError as error:
            self.problem = f"no backup could be made: {error}"

    def _make(self, now: dt.datetime) -> Path:
        if lost := self._database.lost:
            raise LibraryUnavailable(lost)
        with self._making:
            with self._source() as source:
                made = make_backup(source, self._library, now)
            self._newest, self._looked, self.problem = now, True, ""
            self._thin(now)
        return made

    def _source(self) -> closing[sqlite3.Connection]:
        """Connect anew: what an edit has not finished is no part of a backup, and threads share no connection."""
        with in_words(self._library):
            return closing(connect(self._library, "mode=ro"))

    def _thin(self, now: dt.datetime) -> None:
        """Delete what has grown superfluous, and what a crash left half made; what cannot be deleted stays."""
        thinned = [one for one in self.all() if one.thinned]
        gone = superfluous((one.at for one in thinned), now)
        places = (self.folder, self._library.parent)
        leftovers = [path for place in places for path in place.glob(".second-image-*") if _is_old(path)]
        for path in [*(one.path for one in thinned if one.at in gone), *leftovers]:
            try:
                _delete(path)
            except OSError as error:
                self.problem = f"an old backup could not be deleted: {path}: {error.strerror or error}"


def _backup(path: Path, library: Path) -> Backup | None:
    if not path.name.startswith(f"{library.stem}."):
        return None
    found = _NAME.fullmatch(path.name[len(library.stem) + 1 : len(path.name) - len(library.suffix)])
    if found is None:
        return None
    at = dt.datetime.strptime(found[1], _STAMP).replace(tzinfo=dt.UTC)
    return Backup(path, at, found[2] is None)


def _free_name(folder: Path, library: Path, stamp: str, mark: str) -> Path:
    """Return a name that is not taken: several backups may be made in one second."""
    number = 1
    while True:
        counted = "" if number == 1 else f"-{number}"
        path = folder / f"{library.stem}.{stamp}{counted}{mark}{library.suffix}"
        if not path.exists():
            return path
        number += 1


def _delete(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _is_old(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > _ONE_DAY_SECONDS
    except OSError:
        return False
