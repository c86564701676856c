from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.score_case import NARROW, opened_page, press, saved, write
from ui.widgets.what_if_lines import UNKNOWN_COUNTS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from data.library import Library
    from ui.score_page import ScorePage
    from ui.session import Session

Key = Qt.Key
# The platform without a screen says so of every window whose size is limited.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> ScorePage:
    return opened_page(qtbot, session)


@pytest.fixture
def blank(page: ScorePage, session: Session, library: Library) -> ScorePage:
    """The page on a new case, in which nothing is scored."""
    case = library.add_case("Chile", "counternarcotics")
    session.open_assessment(library.add_assessment(case, dt.date(2015, 1, 1)))
    return page


def test_a_typed_score_is_saved_at_once_and_factors_follow(page: ScorePage, library: Library) -> None:
    page.focus_indicator("su_level")
    before = page.domestic.factors["unrest"].number, page.domestic.header.number
    QTest.keyClicks(page.rows["su_level"].slider, "1")
    score = saved(library, "su_level")
    assert score is not None
    assert score.best == 1
    assert page.domestic.factors["unrest"].number < before[0]
    assert page.domestic.header.number < before[1]


def test_tab_goes_to_the_next_row_and_on_to_the_panel(page: ScorePage) -> None:
    page.rows["eb_overlap"].slider.setFocus()
    order = list(page.rows)
    for following in order[1:]:
        press(Key.Key_Tab)
        assert page.rows[following].slider.hasFocus()
    for part in (page.panel.more.button, page.panel.anchors):
        press(Key.Key_Tab)
        assert part.hasFocus()


def test_up_and_down_go_from_row_to_row_and_stop_at_the_ends(page: ScorePage) -> None:
    order = list(page.rows)
    page.focus_indicator(order[0])
    press(Key.Key_Up)
    assert page.selected == order[0]
    for following in order[1:]:
        press(Key.Key_Down)
        assert page.selected == following
    press(Key.Key_Down)
    assert page.selected == order[-1]


def test_enter_goes_to_the_anchors_enter_picks_one_and_escape_comes_back(page: ScorePage, library: Library) -> None:
    page.focus_indicator("su_level")
    for key in (Key.Key_Return, Key.Key_Down, Key.Key_Return, Key.Key_Escape):
        press(key)
    score = saved(library, "su_level")
    assert score is not None
    assert score.best == 8
    assert page.rows["su_level"].slider.hasFocus()


def test_a_blank_case_is_scored_without_a_mouse(blank: ScorePage, session: Session) -> None:
    assert {row.score for row in blank.rows.values()} == {None}
    blank.rows["eb_overlap"].slider.setFocus()
    keys = ["10", "6.5", "0", "7"]
    for number, _ in enumerate(blank.rows):
        write(keys[number % 4])
        press(Key.Key_Tab)
    assert session.sheet is not None
    given = [session.sheet.get(name) for name in blank.rows]
    assert [score.best if score else None for score in given] == [[10, 6.5, 0, 7][n % 4] for n in range(len(given))]
    assert session.best is not None
    assert session.best.scored == session.best.indicators


def test_delete_makes_an_indicator_unknown_and_the_first_thing_to_find_out(page: ScorePage, library: Library) -> None:
    page.focus_indicator("pa_regional")
    press(Key.Key_Delete)
    assert saved(library, "pa_regional") is None
    assert page.rows["pa_regional"].words == ("", "unknown")
    assert page.questions.lines[0].words[:2] == ("Regional cover", "unknown")
    assert page.panel.what_if.lines == (UNKNOWN_COUNTS,)


def test_what_is_being_typed_survives_a_narrower_window(page: ScorePage) -> None:
    page.focus_indicator("su_level")
    page.panel.justification.setFocus()
    page.panel.justification.selectAll()
    QTest.keyClicks(page.panel.justification, "Roads")
    page.resize(*NARROW)
    write(" blocked")
    assert page.panel.justification.toPlainText() == "Roads blocked"


def test_a_row_reached_by_keyboard_is_scrolled_into_view(page: ScorePage) -> None:
    page.resize(*NARROW)
    page.focus_indicator("de_access")
    QApplication.processEvents()
    row = page.rows["de_access"]
    place = row.mapTo(page.scroll_area, QPoint(0, 0)).y()
    assert 0 <= place <= page.scroll_area.height() - row.height()


def test_a_justification_is_saved_with_its_score(page: ScorePage, library: Library) -> None:
    page.focus_indicator("su_level")
    before = saved(library, "su_level")
    assert before is not None
    page.panel.justification.setFocus()
    page.panel.justification.selectAll()
    QTest.keyClicks(page.panel.justification, "Roads blocked")
    page.focus_indicator("ue_aid")
    assert saved(library, "su_level") == replace(before, justification="Roads blocked")
