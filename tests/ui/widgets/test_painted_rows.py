from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from ui.tokens import tokens
from ui.widgets.painted_rows import PaintedList, RowPainter

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem
    from pytestqt.qtbot import QtBot

    from ui.tokens import Tokens
    from ui.widgets.painted_rows import Index

HEIGHT = 20


class Rows(RowPainter):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - the name is of Qt
        return QSize(100, HEIGHT)

    def paint_row(self, painter: QPainter, box: QRectF, index: Index, theme: Tokens, *, selected: bool) -> None:
        """Leave the ground to be looked at."""


class Listed(PaintedList, QListWidget):
    pass


@pytest.fixture
def listed(qtbot: QtBot) -> Listed:
    view = Listed()
    qtbot.addWidget(view)
    view.dress("Rows", Rows(view))
    view.addItems(["one", "two"])
    view.resize(120, 80)
    view.show()
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(view.hasFocus)
    return view


def colours(view: Listed, row: int, x: int) -> str:
    return view.viewport().grab().toImage().pixelColor(x, row * HEIGHT + HEIGHT // 2).name().upper()


def test_the_chosen_row_has_a_mark_and_its_own_ground(listed: Listed) -> None:
    theme = tokens(listed.palette())
    listed.setCurrentRow(1)
    assert (colours(listed, 1, 1), colours(listed, 1, 50)) == (theme.accent.upper(), theme.accent_soft.upper())
    assert colours(listed, 0, 50) == theme.surface.upper()


def test_a_ring_shows_once_the_keyboard_is_used_and_goes_with_a_click(listed: Listed) -> None:
    theme = tokens(listed.palette())
    listed.setCurrentRow(0)
    assert colours(listed, 0, 1) == theme.accent.upper()
    QTest.keyClick(listed, Qt.Key.Key_Down)
    assert listed.ringed
    assert colours(listed, 1, 1) == theme.focus.upper()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton)
    assert not listed.ringed


def test_a_row_that_nobody_paints_is_a_mistake(listed: Listed) -> None:
    with pytest.raises(NotImplementedError):
        RowPainter(listed).paint_row(None, None, None, None, selected=False)  # type: ignore[arg-type]
