from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.case import Analyst, CaseEvent, Note
from advisor.knobs import Knobs

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.library import Library

LONG = "Eradication was halted for a week and resumed after a call from the ambassador to the minister"


@pytest.mark.parametrize(
    ("edit", "label"),
    [
        (lambda library: library.add_note(1, Note(LONG)), 'Peru: add the note "Eradication was halted for a week and'),
        (lambda library: library.delete_note(2), 'Peru: delete the note "Cocaleros divided"'),
        (lambda library: library.add_event(1, CaseEvent("2014", "Strike")), 'Peru: add the event "Strike"'),
        (lambda library: library.set_event(1, CaseEvent("2014", "Strike")), 'Peru: change the event "Strike"'),
        (lambda library: library.delete_event(1), 'Peru: delete the event "Eradication halted for a week"'),
        (lambda library: library.set_knobs(1, Knobs()), "Peru: budget 90 -> as in the playbook, weights, options pin"),
        (lambda library: library.add_analyst(Analyst("Rosa")), "Add the analyst Rosa"),
    ],
)
def test_every_edit_has_a_name_and_can_be_undone_and_redone(
    library: Library, peru_id: int, edit: Callable[[Library], object], label: str
) -> None:
    before = (library.case(peru_id), library.analysts())
    edit(library)
    after = (library.case(peru_id), library.analysts())
    assert (library.undo_label or "").startswith(label)
    assert after != before
    library.undo()
    assert (library.case(peru_id), library.analysts()) == before
    library.redo()
    assert (library.case(peru_id), library.analysts()) == after


def test_edits_of_evidence_stand_in_the_history_of_their_case(library: Library, peru_id: int) -> None:
    note = library.case(peru_id).notes[0]
    library.set_note(note.id, replace(note, credibility=1))
    library.delete_note(note.id)
    library.delete_event(library.case(peru_id).events[0].id)
    library.set_knobs(peru_id, Knobs())
    assert len(library.history(peru_id)) == 5


def test_a_note_set_to_what_it_is_already_is_no_step(library: Library, peru_id: int) -> None:
    note = library.case(peru_id).notes[0]
    library.set_note(note.id, note)
    assert library.undo_label == "Import Peru"
