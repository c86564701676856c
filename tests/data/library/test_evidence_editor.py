from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.library import Library


def test_a_note_typed_letter_by_letter_is_one_step(library: Library, peru_id: int) -> None:
    note = library.case(peru_id).notes[0]
    for length in range(1, 7):
        library.set_note(note.id, replace(note, text="Strike"[:length]), merge_key="note 1")
    assert [entry.label for entry in library.history(peru_id)] == ['Peru: wording of "Strike"', "Import Peru"]
    library.undo()
    assert library.case(peru_id).notes[0] == note


def test_an_event_typed_letter_by_letter_is_one_step(library: Library, peru_id: int) -> None:
    event = library.case(peru_id).events[0]
    for length in range(1, 7):
        library.set_event(event.id, replace(event, text="Strike"[:length]), merge_key="event 1")
    library.undo()
    assert library.case(peru_id).events[0] == event


def test_edits_of_evidence_grouped_with_others_are_one_step(library: Library, peru_id: int) -> None:
    before = library.case(peru_id)
    with library.edit("Peru: evidence of June", case_id=peru_id):
        library.delete_note(before.notes[0].id)
        library.delete_event(before.events[0].id)
    assert library.undo() == "Peru: evidence of June"
    assert library.case(peru_id) == before
