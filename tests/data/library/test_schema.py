from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from data.library import DamagedLibrary, Library, open_library
from data.library.migrations import shipped_migrations
from data.library.schema import expected_parts, parts_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_library_and_one_that_was_updated_have_the_parts_expected(library: Library, tmp_path: Path) -> None:
    expected = expected_parts(shipped_migrations())
    assert parts_of(library._database.connection) == expected
    assert {"cells", "record_scores_update", "index_notes_delete", "search", "searchable"} <= {
        name for name, _ in expected
    }
    fewer = expected_parts(shipped_migrations()[:1])
    assert "notes" not in {name for name, _ in fewer}


@pytest.mark.parametrize(
    ("alteration", "named"),
    [
        ("DROP TABLE cells", "cells"),
        ("DROP TRIGGER index_notes_insert", "index_notes_insert"),
        ("DROP VIEW searchable", "searchable"),
        ("DROP INDEX changes_by_row", "changes_by_row"),
        ("ALTER TABLE notes DROP COLUMN link", "notes"),
        ("UPDATE sqlite_schema SET name = CAST(name AS BLOB) WHERE name = 'changes_by_row'", "changes_by_row"),
        (
            "UPDATE sqlite_schema SET sql = replace(sql, 'new.\"best\"', 'old.\"best\"')"
            " WHERE name = 'record_scores_update'",
            "record_scores_update",
        ),
        ("UPDATE sqlite_schema SET sql = replace(sql, 'note_id INTEGER', 'note_id TEXT')", "note_assessments"),
    ],
)
def test_a_library_in_which_a_part_is_missing_or_altered_is_refused(
    library: Library, alteration: str, named: str
) -> None:
    library.close()
    with closing(sqlite3.connect(library.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(alteration)
    with pytest.raises(DamagedLibrary, match=rf"lacks parts of a library \([^)]*{named}"):
        open_library(library.path)


def test_what_others_add_is_no_damage(library: Library) -> None:
    library.close()
    with closing(sqlite3.connect(library.path, isolation_level=None)) as connection:
        connection.execute("ANALYZE")
        connection.execute("CREATE TABLE notes_of_a_colleague (text)")
    open_library(library.path).close()
