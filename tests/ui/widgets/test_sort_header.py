from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QTreeWidget

from ui.widgets import sort_header
from ui.widgets.line_text import LEFT, RIGHT
from ui.widgets.sort_header import SortHeader

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def tree(qtbot: QtBot) -> QTreeWidget:
    """Return a table of names and numbers."""
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    tree.setHeaderLabels(["Name", "Number"])
    tree.setHeader(SortHeader("Columns of the table", (1,), tree, natural=(0, UP)))
    return tree


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, object]]:
    """Return a list of what is painted, and at which side."""
    words: list[tuple[str, object]] = []

    def paint_line(_painter: object, _box: object, text: str, _type: object, _ink: object, side: object) -> None:
        words.append((text, side))

    monkeypatch.setattr(sort_header, "paint_line", paint_line)
    return words


def paint(tree: QTreeWidget) -> None:
    header = tree.header()
    assert isinstance(header, SortHeader)
    picture = QPixmap(200, 40)
    painter = QPainter(picture)
    for section in range(2):
        header.paintSection(painter, QRect(0, 0, 100, sort_header.HEIGHT), section)
    painter.end()


def test_an_arrow_says_what_the_table_is_sorted_by(tree: QTreeWidget, words: list[tuple[str, object]]) -> None:
    tree.header().setSortIndicator(1, DOWN)
    paint(tree)
    assert words == [("Name", LEFT), ("Number ▾", RIGHT)]


def test_the_natural_order_needs_no_arrow_and_its_reverse_does(
    tree: QTreeWidget, words: list[tuple[str, object]]
) -> None:
    tree.header().setSortIndicator(0, UP)
    paint(tree)
    tree.header().setSortIndicator(0, DOWN)
    paint(tree)
    assert [text for text, _ in words] == ["Name", "Number", "Name ▾", "Number"]


def test_a_screen_reader_is_told_that_a_click_sorts(tree: QTreeWidget) -> None:
    assert tree.header().accessibleName() == "Columns of the table; a click sorts"
