from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets.fold import Fold

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

# The platform without a screen says so of every window whose size is limited.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def fold(qtbot: QtBot) -> Fold:
    made = Fold("More")
    made.body.addWidget(QLabel("the rest"))
    qtbot.addWidget(made)
    made.show()
    return made


def held(fold: Fold) -> QLabel:
    return fold.findChildren(QLabel)[0]


def test_the_rest_is_folded_away_until_it_is_asked_for(fold: Fold) -> None:
    assert not held(fold).isVisible()
    QTest.mouseClick(fold.button, Qt.MouseButton.LeftButton)
    assert held(fold).isVisible()
    QTest.mouseClick(fold.button, Qt.MouseButton.LeftButton)
    assert not held(fold).isVisible()


def test_the_line_is_ringed_while_it_has_the_keyboard_and_opens_with_the_space_bar(qtbot: QtBot, fold: Fold) -> None:
    fold.activateWindow()
    fold.button.setFocus()
    qtbot.waitUntil(fold.button.hasFocus)
    ringed = fold.button.grab().toImage()
    fold.button.clearFocus()
    assert fold.button.grab().toImage() != ringed
    QTest.keyClick(fold.button, Qt.Key.Key_Space)
    assert held(fold).isVisible()


def test_the_line_may_stand_in_another_row_and_then_nothing_is_left_of_what_is_folded_away(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row, fold = QVBoxLayout(page), Fold("More")
    fold.body.addWidget(QLabel("the rest"))
    fold.place_button(row, "What else there is")
    row.addWidget(fold)
    page.show()
    assert fold.isHidden()
    fold.button.click()
    assert held(fold).isVisible()
