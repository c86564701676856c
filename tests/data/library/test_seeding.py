from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.case import Case, Note
from data.case_files import SHIPPED_CASES, read_cases
from data.library import InvalidEdit, Library, open_library
from data.playbook_files import shipped_playbook

if TYPE_CHECKING:
    from pathlib import Path

    from tests.data.library.conftest import OpenLibrary


@pytest.fixture(scope="module")
def shipped() -> tuple[Case, ...]:
    indicators = [indicator.id for indicator in shipped_playbook().indicators]
    return read_cases(SHIPPED_CASES, indicators)


def test_a_new_library_starts_with_the_shipped_cases_as_they_were_written(
    library: Library, shipped: tuple[Case, ...]
) -> None:
    with_playbook = {case.name: case for case in shipped if case.latest.playbook is not None}
    assert "Peru" in with_playbook
    assert library.fill_once(shipped) == len(with_playbook)
    assert {case.name: library.case(case.id) for case in library.cases()} == with_playbook


def test_what_a_library_starts_with_is_no_edit(library: Library, shipped: tuple[Case, ...]) -> None:
    library.fill_once(shipped)
    assert (library.undo_label, library.undo(), library.history()) == (None, None, ())


def test_edits_of_a_shipped_case_can_be_undone(library: Library, shipped: tuple[Case, ...]) -> None:
    library.fill_once(shipped)
    first = library.cases()[0]
    before = library.case(first.id)
    library.delete_case(first.id)
    library.undo()
    assert library.case(first.id) == before


def test_a_deleted_shipped_case_does_not_come_back(library: Library, peru: Case, reopen: OpenLibrary) -> None:
    keep = replace(peru, assessments=peru.assessments[:1])
    assert library.fill_once([keep]) == 1
    library.delete_case(library.cases()[0].id)
    library.close()
    again = reopen()
    assert again.fill_once([keep]) == 0
    assert again.cases() == ()


def test_a_start_with_a_library_that_was_filled_before_writes_nothing(
    library: Library, peru: Case, path: Path, reopen: OpenLibrary
) -> None:
    assert library.is_new
    library.fill_once([peru])
    assert not library.is_new
    before = path.read_bytes()
    with reopen()._database.writing():
        assert library.fill_once([peru]) == 0
    library.close()
    assert path.read_bytes() == before


def test_a_library_that_is_in_use_already_gets_no_shipped_cases(library: Library, peru: Case) -> None:
    library.add_case("Bolivia")
    assert library.fill_once([peru]) == 0
    library.undo()
    assert library.fill_once([peru]) == 0
    assert library.cases() == ()


def test_assessments_without_a_playbook_are_no_entries(library: Library, peru: Case) -> None:
    record_only = Case("Chile", tuple(replace(one, country="Chile", playbook=None) for one in peru.assessments))
    assert [one.playbook for one in peru.assessments] == ["counternarcotics", None]
    assert library.fill_once([record_only, peru]) == 1
    assert library.case(library.cases()[0].id) == replace(peru, assessments=peru.assessments[:1])


def test_notes_on_left_out_assessments_alone_are_left_out_and_the_others_keep_their_links(
    library: Library, peru: Case
) -> None:
    entry, record = (one.id for one in peru.assessments)
    links = ((entry,), (record,), (entry, record), ())
    noted = replace(peru, notes=tuple(Note(f"{number}", assessments=ids) for number, ids in enumerate(links)))
    library.fill_once([noted])
    kept = library.case(library.cases()[0].id).notes
    assert [(note.text, note.assessments) for note in kept] == [("0", (entry,)), ("2", (entry,)), ("3", ())]


def test_filling_leaves_out_the_same_as_seeding(library: Library, shipped: tuple[Case, ...]) -> None:
    assert library.fill_once(shipped) == len(library.cases()) < len(shipped)
    assert all(case.playbook for case in library.cases())


def test_a_case_that_cannot_be_written_leaves_the_library_empty_and_seedable(library: Library, peru: Case) -> None:
    with pytest.raises(InvalidEdit, match="needs a name"):
        library.fill_once([peru, replace(peru, name="")])
    assert library.cases() == ()
    assert library.fill_once([peru]) == 1


def test_a_library_open_for_reading_stays_as_it_is(
    library: Library, peru: Case, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.close()
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    with open_library(path) as protected:
        assert protected.read_only
        assert protected.fill_once([peru]) == 0
        assert protected.cases() == ()
