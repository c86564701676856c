from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from advisor.scores import Score
from data.playbook_files import shipped_playbook
from ui.indicator_panel import IndicatorPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook

# The platform without a screen says so of every window whose size is limited.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SEVEN = Score(6, 7, 8, "high", "212 conflicts")


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return shipped_playbook()


@pytest.fixture
def panel(qtbot: QtBot, playbook: Playbook) -> IndicatorPanel:
    made = IndicatorPanel()
    qtbot.addWidget(made)
    made.resize(455, 600)
    made.set_indicator(playbook.indicator["su_level"], SEVEN)
    made.show()
    made.activateWindow()
    return made


def click(panel: IndicatorPanel, row: int) -> None:
    place = panel.anchors.visualItemRect(panel.anchors.item(row)).center()
    QTest.mouseClick(panel.anchors.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_the_panel_asks_the_question_of_its_indicator(panel: IndicatorPanel, playbook: Playbook) -> None:
    unrest = playbook.indicator["su_level"]
    assert panel.title.text() == "Current unrest"
    assert panel.change.text() == "±1.8 in 12 months"
    assert panel.question.text() == unrest.question
    assert panel.guidance.text() == unrest.guidance
    assert panel.movement.text() == unrest.volatility_reason
    assert panel.anchors.near == (6, 8)


def test_the_us_lever_is_shown_where_there_is_one(panel: IndicatorPanel, playbook: Playbook) -> None:
    panel.more.button.setChecked(True)
    assert not panel.lever.isVisible()
    panel.set_indicator(playbook.indicator["ue_aid"], None)
    assert panel.lever.isVisible()
    assert panel.lever.text() == playbook.indicator["ue_aid"].us_lever


def test_a_click_on_an_anchor_sets_the_best_score_and_takes_its_range_along(
    panel: IndicatorPanel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.edited) as edited:
        click(panel, 1)
    assert edited.args == ["su_level", Score(1, 2, 3, "high", "212 conflicts")]


def test_a_click_on_an_anchor_scores_an_unknown_indicator(panel: IndicatorPanel, qtbot: QtBot) -> None:
    panel.set_score(None)
    with qtbot.waitSignal(panel.edited) as edited:
        click(panel, 2)
    assert edited.args == ["su_level", Score(3, 4, 5, "low")]


def test_a_justification_is_kept_with_the_same_numbers(panel: IndicatorPanel, qtbot: QtBot) -> None:
    panel.justification.setFocus()
    panel.justification.selectAll()
    QTest.keyClicks(panel.justification, "Roads blocked")
    with qtbot.waitSignal(panel.edited) as edited:
        QTest.keyClick(panel.justification, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert edited.args == ["su_level", replace(SEVEN, justification="Roads blocked")]


def test_a_justification_being_typed_is_kept_for_the_indicator_it_was_typed_for(
    panel: IndicatorPanel, playbook: Playbook, qtbot: QtBot
) -> None:
    panel.justification.setFocus()
    panel.justification.selectAll()
    QTest.keyClicks(panel.justification, "Roads blocked ")
    with qtbot.waitSignal(panel.edited) as edited:
        panel.set_indicator(playbook.indicator["ue_aid"], replace(SEVEN, justification="Half of the budget"))
    assert edited.args[0] == "su_level"
    assert panel.justification.toPlainText() == "Half of the budget"


def test_an_unknown_indicator_has_nothing_to_justify(panel: IndicatorPanel) -> None:
    panel.set_score(None)
    assert not panel.justification.isEnabled()
    assert panel.justification.toPlainText() == ""


def test_a_panel_to_look_at_changes_nothing(panel: IndicatorPanel, qtbot: QtBot) -> None:
    panel.set_editable(False)
    with qtbot.assertNotEmitted(panel.edited):
        click(panel, 1)
        QTest.keyClicks(panel.justification, "Roads")
        panel.justification.keep()
    assert panel.justification.toPlainText() == "212 conflicts"


def test_all_of_the_panel_is_laid_out_within_it(panel: IndicatorPanel, playbook: Playbook) -> None:
    panel.set_indicator(playbook.indicator["de_access"], SEVEN)
    panel.more.button.setChecked(True)
    panel.resize(420, panel.heightForWidth(420))
    panel.grab()
    for part in (panel.question, panel.anchors, panel.guidance, panel.lever, panel.sources):
        assert part.height() >= part.heightForWidth(part.width()) if part.hasHeightForWidth() else part.height() > 0
        assert part.mapTo(panel, part.rect().bottomLeft()).y() < panel.height()


def test_what_is_seldom_needed_is_folded_away_and_stays_open_once_asked_for(
    panel: IndicatorPanel, playbook: Playbook
) -> None:
    assert not panel.guidance.isVisible()
    panel.more.button.click()
    panel.set_indicator(playbook.indicator["de_access"], SEVEN)
    assert panel.guidance.isVisible()
