from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.case import CaseEvent, Note
from ui.case_edits import CaseEdits

if TYPE_CHECKING:
    from data.library import Library
    from tests.conftest import LogGuard
    from ui.session import Session

UNREST = "su_level"


@pytest.fixture
def edits(session: Session) -> CaseEdits:
    return CaseEdits(session)


def test_a_note_is_added_changed_in_one_step_and_taken_back(
    session: Session, edits: CaseEdits, library: Library
) -> None:
    assert session.case is not None
    before = session.best
    added = edits.add_note(Note("212 conflicts", indicators=(UNREST,)))
    assert added is not None
    for text in ("212 conflicts in", "212 conflicts in April"):
        edits.set_note(added, replace(session.case.notes[0], text=text), "text")
    assert [note.text for note in session.case.notes] == ["212 conflicts in April"]
    session.undo()
    assert [note.text for note in session.case.notes] == ["212 conflicts"]
    assert edits.delete_note(added)
    assert session.case.notes == ()
    session.undo()
    assert len(session.case.notes) == 1
    assert session.best is before  # nothing was judged again


def test_events_are_edited_alike(session: Session, edits: CaseEdits) -> None:
    assert session.case is not None
    added = edits.add_event(CaseEvent("2013-11", "Strike"))
    assert added is not None
    edits.set_event(added, CaseEvent("2013-12", "Strike"), "date")
    assert [event.date for event in session.case.events] == ["2013-12"]
    assert edits.delete_event(added)
    assert session.case.events == ()


def test_what_the_library_refuses_is_told(session: Session, edits: CaseEdits, log_guard: LogGuard) -> None:
    log_guard.expect("InvalidEdit")
    log_guard.expect("UnknownEntry")
    heard: list[str] = []
    session.failed.connect(lambda what, _: heard.append(what))
    assert edits.add_note(Note(" ")) is None
    assert not edits.delete_event(99)
    assert heard[0].startswith("The note was not added: ")
    assert heard[1].startswith("The event was not deleted: ")


def test_the_suggested_confidence_becomes_that_of_the_score_with_the_playbook_noted(
    session: Session, edits: CaseEdits, library: Library
) -> None:
    edits.take_confidence(UNREST, "high")
    kept = library.assessment("PER-2014-2016")
    score = kept.sheet.get(UNREST)
    assert score is not None
    assert score.confidence == "high"
    assert kept.scored_with == session.playbook_version
