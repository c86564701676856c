from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from advisor.case import Note, PlaybookVersion
from advisor.scores import Score
from data.library import AssessmentLocked, InvalidEdit, Library

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.data.library.conftest import OpenLibrary

FIRST, MAY = "PER-2011H2", "PER-2014-2016"
PLAYBOOK = PlaybookVersion("counternarcotics", "1.0", "ab12")
RESULT = '{"schema": 1, "stance": {"index": -0.75, "class": "contested"}}'


@pytest.fixture
def briefed(library: Library, peru_id: int) -> int:
    """The id of a case whose first assessment, to which a note belongs, is locked."""
    library.lock(FIRST, PLAYBOOK, RESULT, reason="briefed to the DCM")
    return peru_id


def test_a_lock_keeps_when_who_why_the_playbook_and_the_result_of_the_day(
    library: Library, briefed: int, reopen: OpenLibrary
) -> None:
    library.close()
    lock = reopen().assessment(FIRST).lock
    assert lock is not None
    assert (lock.who, lock.playbook, lock.result, lock.reason) == ("Rosa", PLAYBOOK, RESULT, "briefed to the DCM")
    assert lock.at.date() == dt.date(2014, 5, 15)
    assert lock.at.utcoffset() == dt.timedelta(0)


@pytest.mark.parametrize(
    "edit",
    [
        lambda library: library.set_score(FIRST, "su_level", Score(1, 2, 3)),
        lambda library: library.set_score(FIRST, "su_level", None),
        lambda library: library.update_assessment(FIRST, note="Later thoughts"),
        lambda library: library.update_assessment(FIRST, as_of=dt.date(2012, 1, 1)),
        lambda library: library.delete_assessment(FIRST),
        lambda library: library.lock(FIRST, PLAYBOOK, RESULT),
        lambda library: library.add_note(1, Note("Found later", assessments=(FIRST,))),
        lambda library: library.set_note(2, Note("Reworded")),
        lambda library: library.set_note(1, Note("Linked later", assessments=(FIRST,))),
        lambda library: library.delete_note(2),
    ],
)
def test_what_was_briefed_stays_and_the_error_says_how_to_go_on(
    library: Library, briefed: int, edit: Callable[[Library], object]
) -> None:
    before = library.case(briefed)
    with pytest.raises(
        AssessmentLocked,
        match=r"^Peru: the assessment as of 2011-08-10 was locked on 2014-05-15 by Rosa and stays .* nothing was "
        r"changed\. To go on, copy it as a new assessment, or unlock it$",
    ):
        edit(library)
    assert library.case(briefed) == before


def test_a_case_that_holds_what_was_briefed_is_not_deleted(library: Library, briefed: int) -> None:
    with pytest.raises(AssessmentLocked, match=r"Peru holds what was briefed and locked \(PER-2011H2\).*unlock"):
        library.delete_case(briefed)


def test_the_rest_of_the_case_goes_on(library: Library, briefed: int) -> None:
    library.set_score(MAY, "su_level", Score(1, 2, 3))
    library.add_note(briefed, Note("New", assessments=(MAY,)))
    library.set_note(1, Note("Reworded"))
    copy = library.add_assessment(briefed, dt.date(2012, 1, 1), copy_of=FIRST)
    library.set_score(copy, "su_level", Score(1, 2, 3))
    assert library.assessment(copy).lock is None


def test_a_renamed_case_leaves_the_briefed_assessment_its_country(library: Library, briefed: int) -> None:
    library.rename_case(briefed, "Perú")
    assert [one.country for one in library.case(briefed).assessments] == ["Peru", "Perú"]


def test_unlocking_is_a_step_of_the_history_that_can_be_taken_back(library: Library, briefed: int) -> None:
    lock = library.assessment(FIRST).lock
    library.unlock(FIRST)
    assert library.assessment(FIRST).lock is None
    shown = [entry.label for entry in library.history(briefed, limit=2)]
    locked = "Peru: lock the assessment as of 2011-08-10 (briefed to the DCM)"
    assert shown == ["Peru: unlock the assessment as of 2011-08-10", locked]
    library.set_score(FIRST, "su_level", Score(1, 2, 3))
    library.undo()
    library.undo()
    assert library.assessment(FIRST).lock == lock


def test_unlocking_what_is_open_is_no_step(library: Library, peru_id: int) -> None:
    library.unlock(MAY)
    assert library.undo_label == "Import Peru"


def test_a_result_that_is_no_json_is_refused(library: Library, peru_id: int) -> None:
    for result in ("", "stance: contested", "[" * 100_000):
        with pytest.raises(InvalidEdit, match="is no JSON text"):
            library.lock(MAY, PLAYBOOK, result)
