from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from advisor.scores import Score
from data.library import DamagedLibrary, Library, open_library
from data.library.backups import backups_of
from data.library.migrations import Migration, shipped_migrations

if TYPE_CHECKING:
    from advisor.case import Case

VERSION_1 = Path(__file__).with_name("version_1.sqlite")
NOW = dt.datetime(2026, 11, 22, 15, 34, 28, tzinfo=dt.UTC)
NEXT = len(shipped_migrations()) + 1
REGION = Migration(
    NEXT,
    """
    -- A comment; with a semicolon.
    ALTER TABLE cases ADD COLUMN region TEXT NOT NULL DEFAULT 'none; yet';
    UPDATE cases SET region = 'Andes';
    CREATE TABLE regions (name TEXT) STRICT;
    """,
)
BROKEN = Migration(NEXT, "ALTER TABLE cases ADD COLUMN region TEXT; INSERT INTO nowhere VALUES (1);")
ORPHANS = Migration(NEXT, "DELETE FROM cases;")


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
        assert connection.execute("PRAGMA user_version").fetchone()[0] == NEXT
    backup = path.parent / "library backups" / f"library.2026-11-22T153428Z.version-{NEXT - 1}.sqlite"
    assert [one.path for one in backups_of(path) if not one.thinned] == [backup]
    assert backup.stat().st_mode & 0o077 == 0
    with open_library(backup) as old:
        assert old.case(peru_id) == peru
        assert old.undo_label == "Import Peru"


def test_an_updated_library_is_not_updated_again(library: Library, path: Path) -> None:
    library.close()
    for _ in range(3):
        reopened(path, REGION).close()
    assert len([one for one in backups_of(path) if not one.thinned]) == 1


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


@pytest.mark.parametrize(
    ("step", "words"),
    [(BROKEN, r"cannot be brought up to date \(no such table"), (ORPHANS, "rows that belong to nothing")],
)
def test_a_migration_that_fails_leaves_the_library_as_it_was(
    library: Library, peru_id: int, peru: Case, path: Path, step: Migration, words: str
) -> None:
    library.close()
    before = path.read_bytes()
    with pytest.raises(DamagedLibrary, match=words):
        reopened(path, step)
    assert path.read_bytes() == before
    with open_library(path) as again:
        again.rename_case(peru_id, "Perú")
        assert again.undo() == "Rename Peru to Perú"
        assert again.case(peru_id) == peru


@pytest.fixture
def version_1(tmp_path: Path) -> Path:
    """A library as the program of version 1 left it: five steps, one overtaken and one undone."""
    return Path(shutil.copy(VERSION_1, tmp_path / "old.sqlite"))


def test_a_library_of_version_1_opens_with_its_cases_and_its_history(version_1: Path) -> None:
    with reopened(version_1) as library:
        (summary,) = library.cases()
        assessment = library.assessment("PER-2011H2")
        assert (summary.name, assessment.sheet.get("ue_aid"), len(assessment.facts)) == ("Peru", Score(1, 2, 3), 1)
        assert library.redo() == "Rename Peru to Perú"
        labels = [library.undo() for _ in range(4)]
        expected = [
            "Rename Peru to Perú",
            "Peru: ue_aid not scored -> 2",
            "Peru: Current unrest 6.5 -> 7",
            "Import Peru",
        ]
        assert labels == expected
        assert library.cases() == ()


def test_what_a_library_of_version_1_holds_can_be_searched(version_1: Path) -> None:
    with reopened(version_1) as library:
        kinds = {text: [hit.kind for hit in library.search(text)] for text in ("conflicts", "maria", "half-year")}
        assert kinds == {"conflicts": ["justification"], "maria": ["fact"], "half-year": ["assessment"]}


def test_steps_of_version_1_know_which_came_before_unless_they_were_overtaken(version_1: Path) -> None:
    with reopened(version_1) as library:
        found = library._database.connection.execute("SELECT id, parent FROM steps ORDER BY id")
        assert [tuple(row) for row in found] == [(1, 0), (2, 1), (3, None), (4, 2), (5, 4)]
