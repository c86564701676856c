"""Tell whether a library still lies where it was opened: edits of a file that is gone are found by nobody."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from data.library.places import Place

_REMEDY = "Put it back where it was, or keep what is open here with File > Back up library and open that copy"


class Whereabouts:
    """The file that was opened at a path, which may be moved, deleted or replaced while it is open."""

    def __init__(self, path: Path, place: Place) -> None:
        self._path = path
        # Shares number their files anew as they like; there only a file that is gone, or emptied, is told.
        self._opened = _number(path) if place == "local" else None

    @property
    def lost(self) -> str:
        """Why what is edited now could not be found again, and what to do; empty where all is well."""
        try:
            found = self._path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return self._told("was moved or deleted")
        except OSError:
            # A disk that does not answer: what that means for an edit, SQLite says.
            return ""
        if not found.st_size:
            return self._told("was emptied by another program")
        if self._opened is not None and (found.st_dev, found.st_ino) != self._opened:
            return self._told("was replaced by another file")
        return ""

    def _told(self, what: str) -> str:
        return f"the library {what} while it was open, so nothing can be saved. {_REMEDY} ({self._path})"


def _number(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from all others on this computer."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
