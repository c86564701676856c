"""Connect to the file of a library, distrusting what it holds."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from pathlib import Path

BUSY_SECONDS = 2.0
LONGEST_TEXT = 64 * 2**20


def connect(file: Path, options: str) -> sqlite3.Connection:
    """Connect with options of SQLite's URIs, such as "mode=ro"; the file is first read when it is first asked."""
    slashes = "file://" if file.as_posix().startswith("/") else "file:///"
    connection = sqlite3.connect(
        f"{slashes}{quote(file.as_posix())}?{options}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
    )
    connection.row_factory = sqlite3.Row
    # The schema of a file that a colleague sent may not run functions with side effects.
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    # Nor may an expression in it take all of the memory.
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_TEXT)
    return connection
