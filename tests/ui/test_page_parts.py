from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.page_parts import scrolled, top_left, upright
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
