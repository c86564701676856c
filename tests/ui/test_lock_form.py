from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.scores import Score
from ui.lock_form import STILL_COMPUTING, LockForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from data.library import Library
    from tests.conftest import LogGuard
    from ui.session import Session


def test_locking_keeps_the_result_of_today_and_refuses_edits_from_then_on(
    qtbot: QtBot, session: Session, library: Library, log_guard: LogGuard
) -> None:
    log_guard.expect("AssessmentLocked")
    assert session.case is not None
    assert session.assessment is not None
    form = LockForm(session, session.case, session.assessment, lambda case, _: f'"{case.name}"')
    qtbot.addWidget(form)
    form.reason.setText(" Country team ")
    with qtbot.waitSignal(form.closed):
        form.submit()
    lock = library.assessment(session.assessment.id).lock
    assert lock is not None
    assert (lock.result, lock.reason, lock.playbook) == ('"Peru"', "Country team", session.playbook_version)
    assert not session.editable
    with qtbot.waitSignal(session.failed) as refused:
        session.set_score("su_level", Score(1, 2, 3))
    assert "To go on, copy it as a new assessment, or unlock it" in refused.args[0]
    session.undo()
    assert session.editable


def test_it_waits_for_the_likelihoods_of_the_scores_as_they_stand(qtbot: QtBot, session: Session) -> None:
    session.set_score("su_level", Score(1, 2, 3))
    assert session.case is not None
    assert session.assessment is not None
    form = LockForm(session, session.case, session.assessment, lambda *_: "{}")
    qtbot.addWidget(form)
    form.submit()
    assert form.problem(form.reason) == STILL_COMPUTING
