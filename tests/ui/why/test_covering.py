from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.tokens import font
from ui.why.covering import Cover, shows_number
from ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NUMBER, WORDS = "index 1.75", "divergent"


@pytest.fixture
def asked() -> list[QWidget]:
    return []


@pytest.fixture
def root(qtbot: QtBot, asked: list[QWidget]) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    for text in (NUMBER, WORDS, "7"):
        column.addWidget(QLabel(text))
    Cover(made, "Why?", lambda widget: isinstance(widget, QLabel) and widget.text() != "7", asked.append)
    made.show()
    return made


def label(root: QWidget, text: str) -> QLabel:
    return next(one for one in root.findChildren(QLabel) if one.text() == text)


def test_a_click_on_a_number_asks_and_one_on_words_does_not(root: QWidget, asked: list[QWidget]) -> None:
    for text in (WORDS, "7", NUMBER):
        QTest.mouseClick(label(root, text), Qt.MouseButton.LeftButton)
    assert asked == [label(root, NUMBER)]


def test_only_the_left_button_asks_and_only_where_it_went_down(root: QWidget, asked: list[QWidget]) -> None:
    number = label(root, NUMBER)
    QTest.mouseClick(number, Qt.MouseButton.RightButton)
    QTest.mousePress(number, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(number, Qt.MouseButton.LeftButton, pos=label(root, WORDS).pos() - number.pos() + QPoint(3, 3))
    assert asked == []


def test_the_mouse_shows_what_can_be_asked_about(root: QWidget) -> None:
    window = root.windowHandle()
    shapes = []
    for text in (NUMBER, WORDS):
        QTest.mouseMove(window, label(root, text).geometry().center())
        shapes.append(root.cursor().shape())
    assert shapes == [Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor]


def test_an_elided_label_shows_a_number_too(qtbot: QtBot) -> None:
    made = ElidedLabel(font(12))
    qtbot.addWidget(made)
    made.set_text(WORDS)
    assert not shows_number(made)
    made.set_text(NUMBER)
    assert shows_number(made)
    assert not shows_number(QWidget(made))
