from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    made = NoticeBar()
    qtbot.addWidget(made)
    return made


def test_it_is_hidden_until_there_is_something_to_say(bar: NoticeBar) -> None:
    assert not bar.isVisible()
    bar.tell("Done.")
    assert bar.isVisible()
    assert not bar.action.isVisible()


def test_its_action_is_done_once_and_the_notice_goes(bar: NoticeBar) -> None:
    done: list[bool] = []
    bar.tell("Deleted Peru.", "Undo", lambda: done.append(True))
    bar.action.click()
    assert done == [True]
    assert not bar.isVisible()


def test_the_detail_of_an_error_can_be_copied(bar: NoticeBar) -> None:
    bar.complain("It was not saved", "the whole traceback")
    assert bar.is_error
    bar.copy.click()
    assert QGuiApplication.clipboard().text() == "the whole traceback"


def test_a_new_notice_takes_the_place_of_the_old_one(bar: NoticeBar) -> None:
    bar.complain("It was not saved", "the whole traceback")
    bar.tell("Done.")
    assert not bar.is_error
    assert not bar.copy.isVisible()
    assert bar.accessibleName() == "Done."


def test_escape_and_the_button_dismiss_it(qtbot: QtBot, bar: NoticeBar) -> None:
    bar.tell("Done.")
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    bar.tell("Done.")
    bar.dismiss.click()
    assert not bar.isVisible()


def test_a_remark_goes_with_the_next_key_or_click_and_takes_neither(qtbot: QtBot, bar: NoticeBar) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    for number in range(2):
        bar.remark("Nothing here has a number.")
        QTest.keyPress(field, Qt.Key.Key_Shift)
        QApplication.processEvents()
        assert bar.isVisible()
        if number:
            QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(field, Qt.Key.Key_A)
        qtbot.waitUntil(bar.isHidden)
    assert field.text() == "a"


def test_what_was_done_stays_after_a_remark(qtbot: QtBot, bar: NoticeBar) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    bar.remark("Nothing here has a number.")
    QTest.keyClick(field, Qt.Key.Key_A)
    bar.tell("Deleted Peru.", "Undo", bar.hide)
    QTest.keyClick(field, Qt.Key.Key_B)
    QApplication.processEvents()
    assert bar.isVisible()
