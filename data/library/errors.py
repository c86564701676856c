"""What can be wrong with the library, each in its own class, and the words for what SQLite reports."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from data.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from data.library.backups import Backup


class LibraryError(DataError):
    """The library cannot do what was asked; the message says where, what and what to do."""


class LibraryUnavailable(LibraryError):
    """The file or its folder cannot be reached, created, read or written."""


class NotALibrary(LibraryError):
    """The path leads to something that is no library of Second Image."""


class DamagedLibrary(LibraryError):
    """The file is a library, but its contents are no longer whole; `backup` is the newest good backup, if any."""

    def __init__(self, message: str, backup: Backup | None = None) -> None:
        super().__init__(message)
        self.backup = backup


class LibraryLocked(LibraryError):
    """Another program holds the file."""


class ReadOnlyLibrary(LibraryError):
    """The library is open for reading only, and an edit was asked for."""


class NewerLibrary(LibraryError):
    """The library was written by a newer version, in a form that this version cannot read."""


class UnknownEntry(LibraryError):
    """A case or an assessment that the library does not hold."""


class AssessmentLocked(LibraryError):
    """An edit of an assessment that was briefed and stays as it was."""


class InvalidEdit(LibraryError):
    """An edit whose values cannot be kept, such as a case without a name."""


PRIMARY_CODE = 0xFF
_AT_ONCE = 2**20
# What SQLite and its Python module report without a code of its own.
_DAMAGE = ("Could not decode to UTF-8", "unsupported file format")
_ELSEWHERE = "is in use by another program; nothing was changed. Close it there, then try again"
_PROTECTED = "is write-protected; nothing was changed. Allow writing to the file and its folder"
_OTHER_FILE = "Choose another file with --library"
_MISFIT = (
    "does not hold what it should, so this could not be done; nothing was changed. "
    "Try again; if it comes back, open a backup copy"
)
_REFUSED = "cannot keep this as it is; nothing was changed. Correct the entry and try again"
_MESSAGES: dict[int, tuple[type[LibraryError], str]] = {
    sqlite3.SQLITE_BUSY: (LibraryLocked, _ELSEWHERE),
    sqlite3.SQLITE_LOCKED: (LibraryLocked, _ELSEWHERE),
    sqlite3.SQLITE_READONLY: (ReadOnlyLibrary, _PROTECTED),
    sqlite3.SQLITE_PERM: (ReadOnlyLibrary, _PROTECTED),
    sqlite3.SQLITE_CANTOPEN: (
        LibraryUnavailable,
        "cannot be opened, or its folder cannot be written to; nothing was changed. "
        "Check that the folder is there and that you may write to it",
    ),
    sqlite3.SQLITE_FULL: (
        LibraryUnavailable,
        "cannot be written: the disk is full; the edit was not saved. Make room, then try again",
    ),
    sqlite3.SQLITE_IOERR: (
        LibraryUnavailable,
        "cannot be read or written: the disk or the network share failed; the edit was not saved. "
        "Check the connection to the disk, then try again",
    ),
    sqlite3.SQLITE_PROTOCOL: (
        LibraryUnavailable,
        "cannot be locked on its disk, so the edit was not saved; nothing was changed. "
        "Check the connection to the disk, then try again",
    ),
    sqlite3.SQLITE_NOTADB: (NotALibrary, f"is no library of Second Image; nothing was changed. {_OTHER_FILE}"),
    sqlite3.SQLITE_CORRUPT: (DamagedLibrary, f"is damaged; nothing was changed. Open a backup copy. {_OTHER_FILE}"),
    # The parts of the schema are compared when a file is opened; what still does not fit was put there by no edit.
    sqlite3.SQLITE_ERROR: (DamagedLibrary, _MISFIT),
    sqlite3.SQLITE_CONSTRAINT: (InvalidEdit, _REFUSED),
    sqlite3.SQLITE_MISMATCH: (InvalidEdit, _REFUSED),
    sqlite3.SQLITE_TOOBIG: (DamagedLibrary, _MISFIT),
}


@contextmanager
def in_words(path: Path, newer: bool = False) -> Iterator[None]:
    """Turn what SQLite reports about the file into a `LibraryError`; errors of our own making pass unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & PRIMARY_CODE
        if str(error).startswith(_DAMAGE):
            code = sqlite3.SQLITE_CORRUPT
        if newer and code == sqlite3.SQLITE_ERROR:
            raise NewerLibrary(f"{path}: was written by a newer version of Second Image; update to read it") from error
        if code == sqlite3.SQLITE_CORRUPT and why_unreadable(path):
            code = sqlite3.SQLITE_IOERR
        if code not in _MESSAGES:
            raise
        kind, words = _MESSAGES[code]
        raise kind(f"{path}: {words} (SQLite: {error})") from error
    except MemoryError as error:
        raise LibraryUnavailable(
            f"{path}: needs more memory than there is; nothing was changed. Close other programs, then try again"
        ) from error
    except UnicodeDecodeError as error:
        raise DamagedLibrary(f"{path}: {_MESSAGES[sqlite3.SQLITE_CORRUPT][1]} ({error})") from error
    except UnicodeEncodeError as error:
        words = f"a text holds a character that cannot be stored ({error.reason})"
        raise InvalidEdit(f"{words}; remove it and try again") from error


def why_unreadable(path: Path) -> str:
    """Return why the disk does not give out a file; empty where it does.

    What a disk or a share fails to read SQLite reports as damage; to go back to a backup for that would lose edits.
    """
    try:
        with path.open("rb") as file:
            while file.read(_AT_ONCE):
                pass
    except FileNotFoundError:
        return ""
    except OSError as error:
        return error.strerror or str(error)
    return ""
