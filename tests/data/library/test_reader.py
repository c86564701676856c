from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.case import Case
    from data.library import Library
    from tests.data.library.conftest import OpenLibrary


def test_an_open_library_says_where_it_is_and_whether_it_can_be_edited(library: Library, path: Path) -> None:
    assert (library.path, library.read_only, library.read_only_reason) == (path, False, "")
    assert not library.from_newer_version
    assert library.is_new


def test_what_one_window_reads_is_what_another_wrote(library: Library, peru: Case, reopen: OpenLibrary) -> None:
    other = reopen()
    seen = other.data_version()
    case_id = library.import_case(peru)
    assert other.data_version() != seen
    assert other.case(case_id) == peru
    assert other.analysts() == peru.analysts
    assert (other.undo_label, other.redo_label) == ("Import Peru", None)
    assert other.history(case_id) == library.history()


def test_a_group_that_edits_one_case_stands_in_its_history(library: Library, peru_id: int) -> None:
    with library.edit("Add Bolivia"):
        bolivia = library.add_case("Bolivia")
    assert [entry.label for entry in library.history(bolivia)] == ["Add Bolivia"]
    assert [entry.label for entry in library.history(peru_id)] == ["Import Peru"]
