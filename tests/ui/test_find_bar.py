from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from ui.find_bar import FindBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page() -> QWidget:
    made = QWidget()
    made.resize(500, 400)
    column = QVBoxLayout(made)
    listed = QListWidget()
    listed.addItems(["Vetted police units", "Compact"])
    for widget in (QLabel("Police reform"), QPushButton("Police later"), listed):
        column.addWidget(widget)
    return made


@pytest.fixture
def bar(qtbot: QtBot, page: QWidget) -> FindBar:
    window = QWidget()
    made = FindBar(lambda: page, window)
    column = QVBoxLayout(window)
    for widget in (page, made):
        column.addWidget(widget)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.open()
    return made


def test_words_are_found_one_after_the_other_and_round(bar: FindBar) -> None:
    QTest.keyClicks(bar.wanted, "police")
    assert bar.told.text() == "1 of 3"
    assert bar.place is not None
    assert bar.place.text == "Police reform"
    assert bar.highlight.isVisible()
    QTest.keyClick(bar.wanted, Qt.Key.Key_Return)
    assert bar.told.text() == "2 of 3"
    for _ in range(2):
        QTest.keyClick(bar.wanted, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.told.text() == "3 of 3"


def test_escape_leaves_the_keyboard_on_the_place_found(bar: FindBar, page: QWidget) -> None:
    bar.wanted.setText("later")
    QTest.keyClick(bar.wanted, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert bar.highlight.isHidden()
    assert page.findChildren(QPushButton)[0].hasFocus()


def test_a_row_of_a_list_is_chosen(bar: FindBar, page: QWidget) -> None:
    bar.wanted.setText("units vetted")
    assert page.findChildren(QListWidget)[0].currentRow() == 0
    bar.done.click()
    assert page.findChildren(QListWidget)[0].hasFocus()


def test_words_that_are_nowhere_are_said_to_be(bar: FindBar) -> None:
    bar.wanted.setText("nowhere")
    assert bar.told.text() == "Not found on this page"
    assert bar.place is None
    assert not bar.next.isEnabled()


def test_the_frame_stays_on_the_place_as_the_page_is_resized(bar: FindBar, page: QWidget) -> None:
    QTest.keyClicks(bar.wanted, "later")
    assert bar.place is not None
    button = bar.place.widget
    bar.window().resize(900, 700)
    page.layout().activate()  # type: ignore[union-attr]
    corner = button.mapTo(bar.window(), button.rect().topLeft())
    assert bar.highlight.isVisible()
    assert bar.highlight.geometry().contains(corner)
    assert bar.highlight.width() >= button.width()
