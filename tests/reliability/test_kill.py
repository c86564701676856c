"""At a small scale what `python3 dev.py proof kill` does five hundred times."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from data.library import database, open_library
from tests.reliability import kill
from tests.reliability.contents import Broken, check
from tests.reliability.workload import LIBRARY, PLACE_OF


@pytest.fixture(autouse=True)
def place_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, PLACE_OF, getattr(database, PLACE_OF))


@pytest.mark.skipif(sys.platform == "win32", reason="processes are started from a server of forks")
def test_a_program_killed_at_any_moment_loses_no_edit_that_it_acknowledged() -> None:
    found = kill.run(kills=4, seed=3, steps=6)
    assert (found.kills, found.migrations) == (4, 0)
    assert found.acknowledged > 0


@pytest.fixture
def held(tmp_path: Path) -> Path:
    path = tmp_path / LIBRARY
    with open_library(path) as library:
        library.backups.after_edit = lambda: None  # type: ignore[method-assign]
        library._history._after_edit = lambda: None
        library.rename_case(library.add_case("Peru"), "Perú")
    return path


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        ("UPDATE cases SET name = 'Chile'", "replayed from nothing gives something else"),
        ("DELETE FROM cells WHERE change_id = 2", "replayed from nothing gives something else"),
        ("UPDATE steps SET state = 'dropped' WHERE id = 2", "replayed from nothing gives something else"),
        ("UPDATE steps SET at = '' WHERE id = 2", "half made"),
    ],
)
def test_the_proof_notices_what_was_lost(held: Path, harm: str, words: str) -> None:
    check(Path(shutil.copy(held, held.with_name("whole.sqlite"))))
    with closing(sqlite3.connect(held, isolation_level=None)) as connection:
        connection.execute("UPDATE state SET recording = 0")
        connection.execute(harm)
        connection.execute("UPDATE state SET recording = 1")
    with pytest.raises(Broken, match=words):
        check(held)
