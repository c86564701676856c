from __future__ import annotations

import os
import sqlite3
import stat
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from data.library import DamagedLibrary, Library, LibraryLocked, LibraryUnavailable, copying, open_library
from data.library.copying import transfer, write_copy

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.case import Case


def connection_of(library: Library) -> sqlite3.Connection:
    return library._database.connection


def test_a_copy_is_a_whole_library_in_a_single_file_of_the_owners(
    library: Library, peru_id: int, peru: Case, tmp_path: Path
) -> None:
    target = tmp_path / "deep" / "copy.sqlite"
    target.parent.mkdir()
    write_copy(connection_of(library), target)
    assert [path.name for path in target.parent.iterdir()] == ["copy.sqlite"]
    if sys.platform != "win32":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with open_library(target) as copy:
        assert copy.case(peru_id) == peru
        assert copy.undo_label == "Import Peru"


def test_a_copy_takes_the_place_of_what_was_there(library: Library, peru_id: int, tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite"
    target.write_text("an older copy", encoding="utf-8")
    write_copy(connection_of(library), target)
    with open_library(target) as copy:
        assert [case.id for case in copy.cases()] == [peru_id]


def test_a_copy_that_cannot_be_written_leaves_what_was_there_and_nothing_else(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "gone" / "copy.sqlite"
    with pytest.raises(LibraryUnavailable, match=r"copy\.sqlite: not written: its folder does not exist"):
        write_copy(connection_of(library), target)
    folder = tmp_path / "full"
    folder.mkdir()
    full = folder / "copy.sqlite"
    full.write_text("an older copy", encoding="utf-8")

    def fails(_source: sqlite3.Connection, file: Path) -> None:
        file.write_bytes(b"half")
        raise sqlite3.OperationalError("database or disk is full")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(copying, "fill", fails)
        with pytest.raises(LibraryUnavailable, match="no copy was written: database or disk is full; nothing was repl"):
            write_copy(connection_of(library), full)
    assert [path.name for path in folder.iterdir()] == ["copy.sqlite"]
    assert full.read_text(encoding="utf-8") == "an older copy"


def test_a_copy_that_is_not_whole_is_not_kept(library: Library, peru_id: int, tmp_path: Path) -> None:
    def scribble(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
        transfer(source, target)
        target.execute("PRAGMA ignore_check_constraints = ON")
        target.execute("UPDATE state SET recording = 0")
        target.execute("UPDATE scores SET best = 99")
        target.execute("PRAGMA ignore_check_constraints = OFF")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(copying, "transfer", scribble)
        with pytest.raises(DamagedLibrary, match="the copy is not whole"):
            write_copy(connection_of(library), tmp_path / "copy.sqlite")
    assert not (tmp_path / "copy.sqlite").exists()


def test_a_library_that_stays_in_use_is_not_waited_for_without_end(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "PATIENCE_SECONDS", 0.05)
    target = tmp_path / "busy.sqlite"
    with closing(sqlite3.connect(target, isolation_level=None)) as other:
        other.execute("CREATE TABLE t (a)")
        other.execute("BEGIN EXCLUSIVE")
        busy = pytest.raises(LibraryLocked, match="is in use by another program; nothing was changed")
        with closing(sqlite3.connect(os.fspath(target), timeout=0)) as mine, busy:
            transfer(connection_of(library), mine)
        other.execute("ROLLBACK")
        assert other.execute("SELECT name FROM sqlite_schema").fetchall() == [("t",)]
