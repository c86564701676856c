"""Put a backup in place of an open library: made ready on any thread, put in place on that of the library."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from data.library.connecting import connect
from data.library.copying import fill, transfer
from data.library.errors import LibraryUnavailable, NewerLibrary, in_words
from data.library.migrations import migrate, version_of
from data.library.recovery import whole

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3
    from collections.abc import Iterator, Sequence

    from data.library.migrations import Migration


class Staged:
    """A copy of a backup in a folder of its own beside the library, which goes when nobody needs it any more."""

    def __init__(self, library: Path) -> None:
        folder = Path(tempfile.mkdtemp(prefix=".second-image-", dir=library.parent))
        self.path = folder / library.name
        # That it cannot go is no failure of the work.
        self.drop = weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Restoration:
    """What is ready to be put in place of a library.

    `backup` is of what was there, made when the library was as `seen` says.
    """

    staged: Staged
    backup: Path
    seen: tuple[int, int]


def stage(library: Path, chosen: Path, migrations: Sequence[Migration], now: dt.datetime, page_size: int) -> Staged:
    """Copy a backup of the user's choice beside a library, checked and brought up to date.

    Raises
    ------
    LibraryError
        The file is no whole library that this version can read, or the disk failed; nothing is left behind.
    """
    with in_words(chosen):
        source = whole(chosen)
    with in_words(library), _written_beside(library), closing(source):
        if version_of(source) > migrations[-1].version:
            raise NewerLibrary(f"{chosen}: was written by a newer version of Second Image; update to restore it")
        staged = Staged(library)
        try:
            fill(source, staged.path)
            _bring_up_to_date(staged.path, migrations, now, page_size)
        except BaseException:
            staged.drop()
            raise
    return staged


def replace_contents(connection: sqlite3.Connection, library: Path, staged: Staged) -> None:
    """Put what was staged in place of what an open library holds, in one transaction that other windows see.

    Raises
    ------
    LibraryError
        The disk failed; the library is as it was.
    """
    with in_words(library), closing(connect(staged.path, "mode=rw")) as copy:
        transfer(copy, connection)


def page_size_of(connection: sqlite3.Connection) -> int:
    """Return the size of the pages of a library."""
    return int(connection.execute("PRAGMA page_size").fetchone()[0])


@contextmanager
def _written_beside(library: Path) -> Iterator[None]:
    """Tell of a folder that takes no copy in words of ours."""
    try:
        yield
    except OSError as error:
        raise LibraryUnavailable(
            f"{library}: nothing can be written beside it ({error.strerror or error}); nothing was changed. "
            "Make room, or allow writing to the folder"
        ) from error


def _bring_up_to_date(staged: Path, migrations: Sequence[Migration], now: dt.datetime, page_size: int) -> None:
    with closing(connect(staged, "mode=rw")) as copy:
        migrate(copy, staged, migrations, now)
        # A write-ahead log takes over no pages of another size.
        if page_size_of(copy) != page_size:
            copy.execute(f"PRAGMA page_size = {page_size}")
            copy.execute("VACUUM")
