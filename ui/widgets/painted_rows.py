"""Lists whose rows are painted: the ground and the focus ring of a row, and what such a list is dressed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.tokens import Tokens, tokens
from ui.widgets.keyboard_focus import KeyboardRing

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object

Index = QModelIndex | QPersistentModelIndex
_MARK = 3.0


class PaintedList(KeyboardRing, _View):
    """What a list with painted rows is as well; named before the class of Qt."""

    def dress(self, name: str, rows: RowPainter) -> None:
        """Give the list its name for screen readers and what paints its rows."""
        # Qt does not keep it alive.
        self._rows = rows
        self.setItemDelegate(rows)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class RowPainter(QStyledItemDelegate):
    """Paints the ground of a row by its state and the focus ring; `paint_row` of each list paints what is on it."""

    lined = True
    """Whether a line ends each row, and the one below the mouse has another ground."""

    def __init__(self, view: PaintedList) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = tokens(self._view.palette()), QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(box, QColor(theme.accent_soft))
            painter.fillRect(QRectF(box.left(), box.top(), _MARK, box.height()), QColor(theme.accent))
        elif self.lined and option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(theme.sunken))
        if self.lined:
            painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(theme.line))
        self.paint_row(painter, box, index, theme, selected=selected)
        if self._view.ringed and index.row() == self._view.currentIndex().row():
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1 - self.lined))
        painter.restore()

    def paint_row(self, painter: QPainter, box: QRectF, index: Index, theme: Tokens, *, selected: bool) -> None:
        """Paint what stands in a row."""
        raise NotImplementedError
