"""From a blank assessment to the first verdict, a score at a time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from advisor.scores import Score
from ui.library_edits import LibraryEdits
from ui.score_page import ScorePage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.session import Session


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> ScorePage:
    made = ScorePage(session)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def begin(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.likelihoods_changed):
        LibraryEdits(session).new_case("Paraguay", "Radar coverage", dt.date(2026, 3, 1))


def test_a_complete_assessment_is_not_led(page: ScorePage) -> None:
    assert not page.lead.isVisible()


def test_a_blank_one_begins_at_the_score_that_tells_most_and_goes_on_with_f8(
    qtbot: QtBot, page: ScorePage, session: Session
) -> None:
    begin(qtbot, session)
    assert page.lead.isVisible()
    assert page.lead.text.text().startswith("None of 22 indicators is scored.")
    first = page.questions.lines[0].indicator
    assert page.selected == first
    assert page.lead.go.text() == f"Next: {session.playbook.indicator[first].name}"
    with qtbot.waitSignal(session.likelihoods_changed):
        QTest.keyClick(page.rows[first].slider, Qt.Key.Key_7)
    assert page.lead.text.text().startswith("1 of 22")
    QTest.keyClick(page.rows[first].slider, Qt.Key.Key_F8)
    assert page.selected == page.questions.lines[0].indicator != first


def test_it_goes_when_the_last_score_is_given(qtbot: QtBot, page: ScorePage, session: Session) -> None:
    begin(qtbot, session)
    for indicator in session.playbook.indicator_ids:
        session.set_score(indicator, Score(6, 7, 8))
    qtbot.waitUntil(lambda: not session.pending)
    assert not page.lead.isVisible()
    with qtbot.waitSignal(session.likelihoods_changed):
        session.undo()
    assert page.lead.isVisible()
