from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.page_parts import scrolled, steady, top_left, upright
from ui.tokens import font
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_sentence_stands_at_the_top_left(qtbot: QtBot) -> None:
    label = InkLabel(font(17, serif=True), "ink", "Open an assessment")
    page = top_left(label)
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    assert label.geometry().left() == 16
    assert label.geometry().top() == 16


def test_a_column_scrolls_up_and_down_only_and_is_no_stop_of_the_tab_key(qtbot: QtBot) -> None:
    area = scrolled(QLabel("x"))
    qtbot.addWidget(area)
    assert area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus
    line = upright()
    qtbot.addWidget(line)
    assert line.width() == 1


def test_a_scroll_bar_that_comes_moves_nothing(qtbot: QtBot) -> None:
    content, held = QWidget(), QLabel("x")
    column = QVBoxLayout(content)
    column.setContentsMargins(16, 0, 16, 0)
    column.addWidget(held)
    area = steady(content)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    assert held.width() == 268
    held.setMinimumHeight(400)
    qtbot.waitUntil(area.verticalScrollBar().isVisible)
    taken = area.verticalScrollBar().width()
    qtbot.waitUntil(lambda: column.contentsMargins().right() == max(0, 16 - taken))
    assert held.width() == min(268, 300 - taken - 16)
    held.setMinimumHeight(0)
    qtbot.waitUntil(lambda: column.contentsMargins().right() == 16)
