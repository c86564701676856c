"""A connection to a library file, and its transactions: all of a block is written, or nothing."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from data.library.errors import ReadOnlyLibrary, in_words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path


class Database:
    """A connection to a library file; `read_only_reason` is empty where it may be written."""

    def __init__(self, connection: sqlite3.Connection, path: Path, read_only_reason: str) -> None:
        self.connection = connection
        self.path = path
        self.read_only_reason = read_only_reason
        self.newer = False

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read one state of the file, whatever other programs write meanwhile."""
        with in_words(self.path, self.newer):
            if self.connection.in_transaction:
                yield self.connection
                return
            self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                self._roll_back()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Write everything in the block or nothing; a block inside another joins it.

        Raises
        ------
        ReadOnlyLibrary
            The library is open for reading only.
        LibraryLocked, LibraryUnavailable
            Another program holds the file, or the disk failed; nothing was written.
        """
        if self.read_only_reason:
            raise ReadOnlyLibrary(f"{self.path}: the edit was not made: {self.read_only_reason}")
        inner = self.connection.in_transaction
        with in_words(self.path):
            self.connection.execute("SAVEPOINT inner_edit" if inner else "BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("RELEASE inner_edit" if inner else "COMMIT")
            except BaseException:
                self._roll_back(to="inner_edit" if inner else None)
                raise

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def _roll_back(self, to: str | None = None) -> None:
        # After some failures, a full disk among them, SQLite has rolled back already.
        if not self.connection.in_transaction:
            return
        if to is None:
            self.connection.execute("ROLLBACK")
        else:
            self.connection.execute(f"ROLLBACK TO {to}")
            self.connection.execute(f"RELEASE {to}")
