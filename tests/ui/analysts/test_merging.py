from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.analysts import opinions
from ui.analysts.merging import keep_merged

if TYPE_CHECKING:
    import pytest

    from tests.conftest import LogGuard
    from ui.session import Session


def test_the_merged_sheet_is_one_step_of_the_history_beside_the_others(example_session: Session) -> None:
    session = example_session
    assert session.case is not None
    assert session.assessment is not None
    found = opinions(session.playbook, session.case, session.assessment.as_of)
    assert found is not None
    made = keep_merged(session, found)
    assert session.assessment.id == made
    assert session.assessment.issue == found.assessments[0].issue
    assert session.assessment.sheet == found.merged.sheet
    assert session.library.undo_label == "Peru, two analysts: merge the scores of First analyst and Second analyst"
    session.undo()
    assert [one.id for one in session.case.assessments] == [one.id for one in found.assessments]


def test_what_the_library_refuses_changes_nothing(
    example_session: Session, monkeypatch: pytest.MonkeyPatch, log_guard: LogGuard
) -> None:
    session = example_session
    assert session.case is not None
    assert session.assessment is not None
    found = opinions(session.playbook, session.case, session.assessment.as_of)
    assert found is not None
    log_guard.expect("The scores were not merged")

    def refuse(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(session.library, "set_score", refuse)
    assert keep_merged(session, found) is None
    assert len(session.case.assessments) == 2
