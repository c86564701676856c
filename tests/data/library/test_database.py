from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from data.library import (
    DamagedLibrary,
    InvalidEdit,
    Library,
    LibraryError,
    LibraryLocked,
    LibraryUnavailable,
    connecting,
    database,
    errors,
    open_library,
)
from data.library.errors import in_words

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.case import Case
    from tests.data.library.conftest import OpenLibrary


def test_a_full_disk_loses_the_edit_and_says_so_and_nothing_else(library: Library, peru_id: int, peru: Case) -> None:
    connection = library._database.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LibraryUnavailable, match=r"the disk is full; the edit was not saved\. Make room") as raised:
        library.update_assessment("PER-2014-2016", note="x" * 100_000)
    assert str(library.path) in str(raised.value)
    assert library.case(peru_id) == peru
    connection.execute(f"PRAGMA max_page_count = {pages * 1000}")
    library.update_assessment("PER-2014-2016", note="x" * 100_000)
    assert library.assessment("PER-2014-2016").note == "x" * 100_000


def test_a_full_disk_inside_a_group_loses_the_whole_group(library: Library, peru_id: int, peru: Case) -> None:
    connection = library._database.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")

    def group() -> None:
        with library.edit("Two edits"):
            library.rename_case(peru_id, "Perú")
            library.update_assessment("PER-2014-2016", note="x" * 100_000)

    with pytest.raises(LibraryUnavailable, match="the disk is full"):
        group()
    assert library.case(peru_id) == peru


def test_an_edit_holds_the_library_from_its_first_look_at_it(
    library: Library, peru_id: int, reopen: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.01)
    other = reopen()
    with library._database.writing(), pytest.raises(LibraryLocked):
        other.rename_case(peru_id, "Perú")


def test_what_is_read_together_is_of_one_state(library: Library, peru_id: int, peru: Case, reopen: OpenLibrary) -> None:
    other = reopen()
    with other._database.reading():
        assert other.case(peru_id) == peru
        assert [case.name for case in other.cases()] == ["Peru"]
    library.rename_case(peru_id, "Perú")
    assert [case.name for case in other.cases()] == ["Perú"]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        ("UPDATE notes SET text = CAST(x'61ff62' AS TEXT)", "is damaged; nothing was changed"),
        ("UPDATE assessments SET as_of = '0000-01-01'", "holds what cannot be read"),
        ("UPDATE settings SET value = -1", "holds what cannot be read"),
    ],
)
def test_a_value_that_no_edit_could_have_written_is_damage(
    library: Library, peru_id: int, spoil: str, words: str
) -> None:
    library._database.connection.execute("UPDATE state SET recording = 0")
    library._database.connection.execute(spoil)
    with pytest.raises(DamagedLibrary, match=words):
        library.case(peru_id)


def test_the_place_of_the_file_is_asked_for_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []

    def place_of(file: Path) -> str:
        asked.append(file)
        return "network"

    monkeypatch.setattr(database, "place_of", place_of)
    with open_library(path) as library:
        library.add_case("Peru")
        assert library.on_network
    assert asked == [path]


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (sqlite3.SQLITE_PROTOCOL, LibraryUnavailable, "cannot be locked on its disk"),
        (sqlite3.SQLITE_TOOBIG, DamagedLibrary, "does not hold what it should"),
        (sqlite3.SQLITE_CONSTRAINT, InvalidEdit, "cannot keep this as it is; nothing was changed"),
        (sqlite3.SQLITE_CORRUPT, DamagedLibrary, "is damaged"),
    ],
)
def test_whatever_sqlite_reports_is_said_in_words(path: Path, code: int, kind: type[LibraryError], words: str) -> None:
    reported = sqlite3.DatabaseError("as SQLite says it")
    reported.sqlite_errorcode = code
    with pytest.raises(kind, match=f"{words}.*as SQLite says it"), in_words(path):
        raise reported


def test_damage_that_is_a_disk_that_cannot_be_read_is_said_to_be_that(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported = sqlite3.DatabaseError("database disk image is malformed")
    reported.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    monkeypatch.setattr(errors, "why_unreadable", lambda _path: "Input/output error")
    with pytest.raises(LibraryUnavailable, match="the disk or the network share failed"), in_words(path):
        raise reported


def test_without_memory_it_says_so(path: Path) -> None:
    with pytest.raises(LibraryUnavailable, match="needs more memory than there is"), in_words(path):
        raise MemoryError
