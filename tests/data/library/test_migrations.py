from __future__ import annotations

import datetime as dt
import sqlite3
from typing import TYPE_CHECKING

import pytest

from data.library import DamagedLibrary, Library, open_library
from data.library.migrations import Migration, shipped_migrations

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.case import Case

NOW = dt.datetime(2026, 11, 22, 15, 34, 28, tzinfo=dt.UTC)
REGION = Migration(
    2,
    """
    -- A comment; with a semicolon.
    ALTER TABLE cases ADD COLUMN region TEXT NOT NULL DEFAULT 'none; yet';
    UPDATE cases SET region = 'Andes';
    CREATE TABLE regions (name TEXT) STRICT;
    """,
)
BROKEN = Migration(2, "ALTER TABLE cases ADD COLUMN region TEXT; INSERT INTO nowhere VALUES (1);")
ORPHANS = Migration(2, "DELETE FROM cases;")


def reopened(path: Path, *extra: Migration) -> Library:
    return open_library(path, who="Rosa", clock=lambda: NOW, migrations=(*shipped_migrations(), *extra))


def test_the_shipped_steps_are_numbered_without_a_gap() -> None:
    assert [step.version for step in shipped_migrations()] == list(range(1, len(shipped_migrations()) + 1))


def test_a_new_library_needs_no_backup(tmp_path: Path) -> None:
    reopened(tmp_path / "library.sqlite", REGION).close()
    assert [file.name for file in tmp_path.iterdir()] == ["library.sqlite"]


def test_an_older_library_is_updated_after_a_dated_backup(
    library: Library, peru_id: int, peru: Case, path: Path
) -> None:
    library.close()
    with reopened(path, REGION) as updated:
        assert updated.case(peru_id) == peru
        connection = updated._database.connection
        assert connection.execute("SELECT region FROM cases").fetchone()[0] == "Andes"
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 2
    backup = path.with_name("library.version-1.2026-11-22T153428Z.sqlite")
    assert sorted(file.name for file in path.parent.iterdir()) == ["library.sqlite", backup.name]
    assert backup.stat().st_mode & 0o077 == 0
    with open_library(backup) as old:
        assert old.case(peru_id) == peru
        assert old.undo_label == "Import Peru"


def test_an_updated_library_is_not_updated_again(library: Library, path: Path) -> None:
    library.close()
    for _ in range(3):
        reopened(path, REGION).close()
    assert len(list(path.parent.iterdir())) == 2


def test_what_a_migration_rewrites_is_no_edit(library: Library, peru_id: int, path: Path) -> None:
    library.close()
    with reopened(path, REGION) as updated:
        assert [entry.label for entry in updated.history()] == ["Import Peru"]


def test_edits_from_before_a_migration_can_be_undone_after_it(
    library: Library, peru_id: int, peru: Case, path: Path
) -> None:
    library.delete_case(peru_id)
    library.close()
    with reopened(path, REGION) as updated:
        updated.undo()
        assert updated.case(peru_id) == peru
        assert updated._database.connection.execute("SELECT region FROM cases").fetchone()[0] == "none; yet"


def test_new_columns_are_recorded_too(library: Library, peru_id: int, path: Path) -> None:
    library.close()
    with reopened(path, REGION) as updated:
        updated.delete_case(peru_id)
        updated.undo()
        assert updated._database.connection.execute("SELECT region FROM cases").fetchone()[0] == "Andes"


@pytest.mark.parametrize(("step", "error"), [(BROKEN, sqlite3.OperationalError), (ORPHANS, DamagedLibrary)])
def test_a_migration_that_fails_leaves_the_library_as_it_was(
    library: Library, peru_id: int, peru: Case, path: Path, step: Migration, error: type[Exception]
) -> None:
    library.close()
    before = path.read_bytes()
    with pytest.raises(error):
        reopened(path, step)
    assert path.read_bytes() == before
    with open_library(path) as again:
        again.rename_case(peru_id, "Perú")
        assert again.undo() == "Rename Peru to Perú"
        assert again.case(peru_id) == peru
