from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.library import (
    DamagedLibrary,
    Library,
    LibraryLocked,
    LibraryUnavailable,
    connecting,
    database,
    open_library,
)

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
