from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.case import Case, Note
from data.library import InvalidEdit, Library, UnknownEntry

if TYPE_CHECKING:
    from tests.data.library.conftest import OpenLibrary

FIRST, SECOND = "PER-2011H2", "PER-2014-2016"


def changes(library: Library) -> list[tuple[str, str]]:
    found = library._database.connection.execute(
        "SELECT kind, table_name FROM changes WHERE step_id = (SELECT max(id) FROM steps) ORDER BY id"
    )
    return [(row[0], row[1]) for row in found]


def test_a_note_keeps_text_source_link_date_grade_bearing_and_links(library: Library, reopen: OpenLibrary) -> None:
    peru = library.add_case("Peru")
    may = library.add_assessment(peru, dt.date(2014, 5, 15))
    note = Note("Strike", "AP", "https://example.org", "2014-Q2", "A", 1, "neutral", ("su_level", "ue_aid"), (may,))
    note_id = library.add_note(peru, note)
    library.close()
    (kept,) = reopen().case(peru).notes
    assert kept == note
    assert (kept.id, kept.grade) == (note_id, "A1")


def test_notes_stand_in_the_order_in_which_they_came(library: Library, peru_id: int) -> None:
    for text in ("b", "a"):
        library.add_note(peru_id, Note(text))
    texts = [note.text for note in library.case(peru_id).notes]
    assert texts == ["223 conflicts in July", "Cocaleros divided", "b", "a"]


@pytest.mark.parametrize(
    "links", [("ue_aid", "su_level"), ("su_level",), (), ("th_armed", "su_level", "ue_aid"), ("su_level", "th_armed")]
)
def test_links_come_to_stand_as_they_are_given(library: Library, peru_id: int, links: tuple[str, ...]) -> None:
    _, note = library.case(peru_id).notes
    library.set_note(note.id, replace(note, indicators=links, assessments=(SECOND, FIRST)))
    changed = library.case(peru_id).notes[1]
    assert (changed.indicators, changed.assessments) == (links, (SECOND, FIRST))


def test_a_link_named_twice_is_one_link(library: Library, peru_id: int) -> None:
    library.add_note(peru_id, Note("Twice", indicators=("su_level", "su_level"), assessments=(FIRST, FIRST)))
    note = library.case(peru_id).notes[-1]
    assert (note.indicators, note.assessments) == (("su_level",), (FIRST,))


def test_a_change_of_wording_leaves_the_links_alone(library: Library, peru_id: int) -> None:
    _, note = library.case(peru_id).notes
    library.set_note(note.id, replace(note, text="Cocaleros split"))
    assert changes(library) == [("update", "notes")]


def test_a_deleted_assessment_leaves_its_notes_to_the_case(library: Library, peru_id: int) -> None:
    library.delete_assessment(FIRST)
    assert [note.assessments for note in library.case(peru_id).notes] == [(), ()]
    library.undo()
    assert [note.assessments for note in library.case(peru_id).notes] == [(), (FIRST,)]


def test_a_note_needs_a_text(library: Library, peru_id: int) -> None:
    note = library.case(peru_id).notes[0]
    for edit in (
        lambda: library.add_note(peru_id, Note(" \n")),
        lambda: library.set_note(note.id, replace(note, text="")),
    ):
        with pytest.raises(InvalidEdit, match="a note needs a text"):
            edit()
    assert library.undo_label == "Import Peru"


def test_a_note_that_is_gone_cannot_be_edited(library: Library, peru_id: int) -> None:
    note = library.case(peru_id).notes[0]
    library.delete_note(note.id)
    with pytest.raises(UnknownEntry, match=f"no note {note.id}; it may have been deleted"):
        library.set_note(note.id, note)
    with pytest.raises(UnknownEntry, match="no case 99"):
        library.add_note(99, Note("x"))


def test_a_case_without_notes_has_none(library: Library) -> None:
    assert library.case(library.import_case(Case("Bolivia", ()))).notes == ()
