from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.library import Library, LibraryLocked, LibraryUnavailable, opening

if TYPE_CHECKING:
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
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)
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
