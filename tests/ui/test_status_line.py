from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.conftest import DRAWS, PERU_2012, UNREST
from ui.status_line import COMPUTING, SAVED, StatusLine
from ui.widgets.work_indicator import Work

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.session import Session


@pytest.fixture
def status(qtbot: QtBot, session: Session) -> StatusLine:
    made = StatusLine(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_says_how_complete_and_how_sure_the_assessment_is(status: StatusLine, session: Session) -> None:
    assert status.scored.text() == "22 of 22 indicators scored"
    assert status.confidence.text() == "Confidence moderate"
    session.set_score(UNREST, None)
    assert status.scored.text() == "21 of 22 indicators scored"


def test_it_names_the_playbook_and_the_draws(status: StatusLine) -> None:
    assert status.playbook.text() == "Counternarcotics playbook 1.0"
    assert status.draws.text() == f"{DRAWS} draws, fixed seed"
    assert status.saved.text == SAVED


def test_the_first_likelihoods_are_announced(qtbot: QtBot, status: StatusLine, session: Session) -> None:
    with qtbot.waitSignal(session.likelihoods_changed):
        session.open_assessment(PERU_2012)
        assert status.work.text.text() == COMPUTING
    assert not status.work.text.isVisible()


def test_with_nothing_open_only_the_program_is_described(status: StatusLine, session: Session) -> None:
    session.close_assessment()
    assert not status.scored.isVisible()
    assert status.playbook.isVisible()


def test_that_all_is_saved_is_never_cut_while_the_program_is_described(qtbot: QtBot, status: StatusLine) -> None:
    status.setMinimumWidth(1)
    status.tell_trial("Playbook trial on: 2 changes, nothing saved")
    status.resize(980, status.height())
    qtbot.waitUntil(lambda: status.saved.width() >= status.saved.sizeHint().width())
    assert not status.draws.isVisible()


def test_in_a_narrow_window_work_and_its_cancel_keep_their_room(qtbot: QtBot, status: StatusLine) -> None:
    status.setMinimumWidth(1)
    status.resize(1400, status.height())
    qtbot.waitUntil(status.draws.isVisible)
    status.resize(760, status.height())
    status.tell("plan", Work("Measuring what flexibility is worth…", 0.5, lambda: None))
    qtbot.waitUntil(lambda: status.work.cancel.width() >= status.work.cancel.sizeHint().width())
    assert not status.draws.isVisible()
    status.resize(1400, status.height())
    qtbot.waitUntil(status.draws.isVisible)
