from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from advisor.scores import Score
from data.playbook_files import shipped_playbook
from ui.score_row import ScoreRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

# The platform without a screen says so of every window whose size is limited.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SEVEN = Score(6, 7, 8.5)


@pytest.fixture
def row(qtbot: QtBot) -> ScoreRow:
    made = ScoreRow(shipped_playbook().indicator["su_level"])
    qtbot.addWidget(made)
    made.resize(455, 27)
    made.set_score(SEVEN)
    made.show()
    made.activateWindow()
    return made


def test_a_row_shows_number_range_and_confidence(row: ScoreRow) -> None:
    assert row.words == ("7.0", "6–8.5")
    assert row.confidence.confidence == "moderate"


def test_a_row_without_a_score_says_unknown_and_has_no_confidence(row: ScoreRow) -> None:
    scored = row.grab().toImage()
    row.set_score(None)
    assert row.words == ("", "unknown")
    assert row.confidence.confidence is None
    assert row.grab().toImage() != scored


def test_a_click_anywhere_in_the_row_takes_the_keyboard_there(row: ScoreRow, qtbot: QtBot) -> None:
    row.slider.clearFocus()
    with qtbot.waitSignal(row.focused) as focused:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(20, 13))
    assert focused.args == ["su_level"]
    assert row.slider.hasFocus()
    assert row.score == SEVEN


@pytest.mark.parametrize("way", ["key", "click"])
def test_the_key_c_and_a_click_on_the_bars_go_round_the_words_of_confidence(
    row: ScoreRow, qtbot: QtBot, way: str
) -> None:
    row.slider.setFocus()
    seen = []
    row.edited.connect(lambda _, score: seen.append(score.confidence))
    for _ in range(3):
        if way == "key":
            QTest.keyClick(row.slider, Qt.Key.Key_C)
        else:
            QTest.mouseClick(row.confidence, Qt.MouseButton.LeftButton)
    assert seen == ["high", "low", "moderate"]
    assert row.words == ("7.0", "6–8.5")


def test_confidence_of_an_unknown_indicator_cannot_be_given(row: ScoreRow, qtbot: QtBot) -> None:
    row.set_score(None)
    with qtbot.assertNotEmitted(row.edited):
        QTest.keyClick(row.slider, Qt.Key.Key_C)


def test_keys_ask_for_the_neighbours_and_for_the_anchors(row: ScoreRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.neighbour_wanted) as down:
        QTest.keyClick(row.slider, Qt.Key.Key_Down)
    with qtbot.waitSignal(row.neighbour_wanted) as up:
        QTest.keyClick(row.slider, Qt.Key.Key_Up)
    assert (down.args, up.args) == (["su_level", 1], ["su_level", -1])
    with qtbot.waitSignal(row.anchors_wanted):
        QTest.keyClick(row.slider, Qt.Key.Key_Return)


def test_an_edit_is_told_with_its_indicator_and_shown_at_once(row: ScoreRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.edited) as edited:
        QTest.keyClicks(row.slider, "9")
    assert edited.args == ["su_level", Score(8, 9, 10)]
    assert row.words == ("9.0", "8–10")


def test_the_selected_row_stands_out(row: ScoreRow) -> None:
    plain = row.grab().toImage()
    row.set_selected(True)
    assert row.grab().toImage() != plain


def test_a_row_to_look_at_cannot_be_changed(row: ScoreRow, qtbot: QtBot) -> None:
    row.set_editable(False)
    with qtbot.assertNotEmitted(row.edited):
        QTest.keyClicks(row.slider, "9")
        QTest.keyClick(row.slider, Qt.Key.Key_C)
        QTest.mouseClick(row.confidence, Qt.MouseButton.LeftButton)
    assert row.score == SEVEN


def test_a_name_that_does_not_fit_is_told_in_a_tooltip(row: ScoreRow) -> None:
    assert row.toolTip() == ""
    row.resize(250, 27)
    assert row.toolTip() == "Current unrest"
