from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.justification_edit import HINT, NOTHING_SAID, JustificationEdit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


# The platform without a screen says so of every window whose size is limited.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def edit(qtbot: QtBot) -> JustificationEdit:
    made = JustificationEdit()
    qtbot.addWidget(made)
    made.show_text("212 conflicts")
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    made.selectAll()
    return made


def test_text_is_kept_on_control_and_enter(edit: JustificationEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(edit, "Roads blocked ")
    with qtbot.waitSignal(edit.edited) as kept:
        QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert kept.args == ["Roads blocked"]


def test_text_is_kept_when_the_keyboard_leaves_it(edit: JustificationEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(edit, "Roads blocked")
    with qtbot.waitSignal(edit.edited) as kept:
        edit.clearFocus()
    assert kept.args == ["Roads blocked"]


def test_text_is_kept_when_its_page_is_left(edit: JustificationEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(edit, "Roads blocked")
    with qtbot.waitSignal(edit.edited):
        edit.hide()


def test_unchanged_text_is_not_kept_again(edit: JustificationEdit, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(edit.edited):
        edit.clearFocus()
        edit.hide()


def test_escape_takes_back_what_was_typed(edit: JustificationEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(edit, "Roads")
    with qtbot.assertNotEmitted(edit.edited), qtbot.waitSignal(edit.left):
        QTest.keyClick(edit, Qt.Key.Key_Escape)
        edit.clearFocus()
    assert edit.toPlainText() == "212 conflicts"


def test_what_is_being_typed_is_not_overwritten(edit: JustificationEdit) -> None:
    QTest.keyClicks(edit, "Roads")
    edit.show_text("Another text")
    assert edit.toPlainText() == "Roads"


def test_tab_goes_on_and_leaves_the_text_alone(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    edit, following = JustificationEdit(), QLineEdit()
    layout.addWidget(edit)
    layout.addWidget(following)
    page.show()
    page.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert following.hasFocus()
    assert edit.toPlainText() == ""


def test_focus_is_visible(edit: JustificationEdit) -> None:
    focused = edit.grab().toImage()
    edit.clearFocus()
    assert edit.grab().toImage() != focused


def test_read_only_words_lie_on_the_page_without_the_look_of_a_field(edit: JustificationEdit) -> None:
    edit.set_editable(False)
    assert edit.isReadOnly()
    assert edit.placeholderText() == NOTHING_SAID
    assert not edit.viewport().autoFillBackground()
    assert not edit.toolTip()
    edit.set_editable(True)
    assert (edit.placeholderText(), edit.viewport().autoFillBackground()) == (HINT, True)
