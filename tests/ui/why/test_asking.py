from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from advisor.answers import Subject
from ui.why.asking import HINT, Asking

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    for text in ("64 %", "18 of 22"):
        layout.addWidget(QLabel(text))
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_within_a_marked_part_is_about_the_same_unless_marked_itself(page: QWidget) -> None:
    asking = Asking(page)
    first, second = page.findChildren(QLabel)
    assert asking.subject_of(first) is None
    asking.mark(page, lambda: Subject("stance"))
    asking.mark(second, lambda: Subject("win_set"))
    assert asking.subject_of(first) == Subject("stance")
    assert asking.subject_of(second) == Subject("win_set")


def test_a_part_that_is_about_nothing_now_leaves_it_to_what_is_around(page: QWidget) -> None:
    asking = Asking(page)
    first = page.findChildren(QLabel)[0]
    asking.mark(page, lambda: Subject("package"))
    asking.mark(first, lambda: None)
    assert asking.subject_of(first) == Subject("package")


def test_a_click_and_return_ask(qtbot: QtBot, page: QWidget) -> None:
    asking, asked = Asking(page), list[object]()
    asking.wanted.connect(lambda subject, _: asked.append(subject))
    first, second = page.findChildren(QLabel)
    asking.mark(first, lambda: Subject("stance"), click=True, stop=True)
    asking.mark(second, lambda: Subject("win_set"))
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert asked == [Subject("stance"), Subject("stance")]
    assert first.toolTip() == HINT
    assert first.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_context_menu_offers_the_question(page: QWidget) -> None:
    asking, asked = Asking(page), list[object]()
    asking.wanted.connect(lambda subject, _: asked.append(subject))
    asking.mark(page, lambda: Subject("package"))
    asking.offer(page)
    page.actions()[0].trigger()
    assert asked == [Subject("package")]
