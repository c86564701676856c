from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from data.library.connecting import connect

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_connected_is_not_trusted(tmp_path: Path) -> None:
    file = tmp_path / "100% mine? #1.sqlite"
    file.touch()
    with closing(connect(file, "mode=rw")) as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.execute("CREATE VIEW v AS SELECT load_extension('x')")
        assert connection.execute("PRAGMA trusted_schema").fetchone()[0] == 0
        with pytest.raises(sqlite3.OperationalError, match=r"unsafe use of load_extension|not authorized"):
            connection.execute("SELECT * FROM v").fetchall()


def test_for_reading_nothing_is_made_or_written(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    file.touch()
    with closing(connect(file, "mode=ro")) as connection, pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("CREATE TABLE t (a)")
    with pytest.raises(sqlite3.OperationalError), closing(connect(tmp_path / "gone", "mode=ro")) as connection:
        connection.execute("SELECT * FROM sqlite_schema")
    assert [path.name for path in tmp_path.iterdir()] == ["library.sqlite"]


def test_an_expression_in_a_file_cannot_take_all_memory(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    file.touch()
    with closing(connect(file, "mode=rw")) as connection, pytest.raises(sqlite3.DataError, match="too big"):
        connection.execute("SELECT length(zeroblob(900000000) || 'x')")
