"""A connection to a library file, and its transactions: all of a block is written, or nothing."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from advisor.errors import AdvisorError
from data.library.errors import DamagedLibrary, LibraryUnavailable, ReadOnlyLibrary, in_words
from data.library.indexing import bring_up_to_date
from data.library.places import place_of
from data.library.whereabouts import Whereabouts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_log = logging.getLogger(__name__)


class Database:
    """A connection to a library file; `read_only_reason` is empty where it may be written."""

    def __init__(self, connection: sqlite3.Connection, path: Path, read_only_reason: str) -> None:
        self.connection = connection
        self.path = path
        self.read_only_reason = read_only_reason
        self.newer = False
        self.place = place_of(path)
        self._whereabouts = Whereabouts(path, self.place)
        self._closed = self._written = False

    @property
    def journal_mode(self) -> str:
        """How a transaction is kept safe: "wal" on a disk of this computer, "delete" (a rollback journal) elsewhere."""
        with in_words(self.path, self.newer):
            return str(self.connection.execute("PRAGMA journal_mode").fetchone()[0])

    def leave_log(self) -> None:
        """Give up a write-ahead log that a crash left, where the disk does not suit one."""
        if self.place != "local":
            self._switch_journal("DELETE")

    @property
    def lost(self) -> str:
        """Why an edit could not be found again, since the file is no longer where it was; empty where it is there."""
        return self._whereabouts.lost

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read one state of the file, whatever other programs write meanwhile."""
        with in_words(self.path, self.newer), self._values_in_words():
            if self.connection.in_transaction:
                yield self.connection
                return
            self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                self._roll_back()

    @contextmanager
    def _values_in_words(self) -> Iterator[None]:
        """Report a value that no edit could have written, such as a date that is none."""
        try:
            yield
        except UnicodeError:
            raise
        except (ValueError, TypeError, AdvisorError) as error:
            raise DamagedLibrary(f"{self.path}: holds what cannot be read ({error}); open a backup copy") from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Write everything in the block or nothing; a block inside another joins it.

        Raises
        ------
        ReadOnlyLibrary
            The library is open for reading only.
        LibraryLocked, LibraryUnavailable
            Another program holds the file, it is no longer there, or the disk failed; nothing was written.
        """
        if self.read_only_reason:
            raise ReadOnlyLibrary(f"{self.path}: the edit was not made: {self.read_only_reason}")
        if lost := self.lost:
            raise LibraryUnavailable(lost)
        inner = self.connection.in_transaction
        if not self._written and not inner:
            self._begin_log()
        with in_words(self.path):
            self.connection.execute("SAVEPOINT inner_edit" if inner else "BEGIN IMMEDIATE")
            try:
                yield self.connection
                if not inner:
                    bring_up_to_date(self.connection)
                self.connection.execute("RELEASE inner_edit" if inner else "COMMIT")
            except BaseException:
                self._roll_back(to="inner_edit" if inner else None)
                raise

    def close(self) -> None:
        """Close the file; at rest it is a single file, which can be copied, moved to a share or opened anywhere."""
        if not self.read_only_reason and not self._closed:
            self._switch_journal("DELETE")
        self._closed = True
        self.connection.close()

    def _begin_log(self) -> None:
        """Edit with a write-ahead log on a disk of this computer; who only reads leaves the file as it is."""
        self._written = True
        if self.place == "local":
            self._switch_journal("WAL")

    def _switch_journal(self, mode: str) -> None:
        """Switch at once or, where another program has the file open, not at all."""
        try:
            waiting = self.connection.execute("PRAGMA busy_timeout").fetchone()[0]
            self.connection.execute("PRAGMA busy_timeout = 0")
            try:
                self.connection.execute(f"PRAGMA journal_mode = {mode}")
            finally:
                self.connection.execute(f"PRAGMA busy_timeout = {waiting}")
        except sqlite3.Error as error:
            _log.debug("%s: the journal stays as it is: %s", self.path, error)

    def _roll_back(self, to: str | None = None) -> None:
        # After some failures, a full disk among them, SQLite has rolled back already.
        if not self.connection.in_transaction:
            return
        if to is None:
            self.connection.execute("ROLLBACK")
        else:
            self.connection.execute(f"ROLLBACK TO {to}")
            self.connection.execute(f"RELEASE {to}")
