"""What data suggest stands beside the slider: marked, used by a click or a key, and asked about where scores depart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from advisor.scores import Score
from tests.ui.conftest import PERU_2012
from tests.ui.score_case import opened_page, press, saved
from ui.score_suggestions import ScoreSuggestions

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from data.library import Library
    from ui.score_page import ScorePage
    from ui.session import Session

DISAPPROVAL = "su_disapproval"


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> ScorePage:
    return opened_page(qtbot, session)


def test_suggestions_are_those_of_the_open_assessment_s_date(session: Session, qtbot: QtBot) -> None:
    found = ScoreSuggestions(session)
    assert [one.score for one in found.of(DISAPPROVAL)] == [7.8]
    assert found.of("su_level") == ()
    with qtbot.waitSignal(found.changed):
        session.open_assessment(PERU_2012)
    assert [one.score for one in found.of(DISAPPROVAL)] == [2.9]
    session.close_assessment()
    assert found.of(DISAPPROVAL) == ()


def test_a_row_marks_what_data_suggest_and_says_so(page: ScorePage) -> None:
    assert page.rows[DISAPPROVAL].slider.accessibleDescription() == "data suggest 7.8 (thin)"
    assert page.rows["su_level"].slider.accessibleDescription() == ""


def test_u_on_a_row_uses_what_the_data_suggest_and_keeps_the_analyst_s_reason(
    page: ScorePage, library: Library
) -> None:
    reason = saved(library, DISAPPROVAL)
    assert reason is not None
    page.focus_indicator(DISAPPROVAL)
    press(Qt.Key.Key_U)
    used = saved(library, DISAPPROVAL)
    assert used is not None
    assert (used.best, used.justification) == (7.8, reason.justification)
    page.focus_indicator("su_level")
    press(Qt.Key.Key_U)
    assert saved(library, "su_level") == Score(6, 7, 8, "moderate", "212 conflicts in April 2014")


def test_a_score_far_from_its_data_is_up_for_review_until_it_says_why(page: ScorePage, session: Session) -> None:
    assert not page.reviews.lines
    session.set_score(DISAPPROVAL, Score(2, 3, 4))
    (line,) = page.reviews.lines
    assert line.text() == "Unpopular government is 3, its data suggest 7.8"
    line.click()
    assert page.panel.data.review.text() == "4.8 points from its data: say why, or change it."
    session.set_score(DISAPPROVAL, Score(2, 3, 4, "low", "The poll is of Lima alone"))
    assert not page.reviews.lines
    assert page.panel.data.review.isHidden()


def test_the_button_sets_the_score_and_its_source_as_the_reason(
    page: ScorePage, session: Session, library: Library
) -> None:
    session.set_score(DISAPPROVAL, None)
    page.focus_indicator(DISAPPROVAL)
    page.panel.data.buttons[0].click()
    used = saved(library, DISAPPROVAL)
    assert used is not None
    assert (used.low, used.best, used.high, used.confidence) == (6.8, 7.8, 8.8, "low")
    assert "(El Pinguino, citing Ipsos, March 2014)" in used.justification
