"""What a search of the library found: where each text stands, and the words around the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.plan import runs
from ui.plan.runs import Run
from ui.tokens import tokens
from ui.widgets.keyboard_focus import KeyboardFocus
from ui.widgets.line_text import Type, paint_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from ui.library_ports import HitPort

ROW_HEIGHT = 60
KINDS = {
    "note": "Note",
    "justification": "Reason of a score",
    "fact": "Fact",
    "assessment": "Note on an assessment",
    "event": "Event",
}
_PAD, _ABOVE = 12.0, 6.0
_WHERE = Type(11.5)
_HIT, _PLACE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class HitsModel(QAbstractListModel):
    """The hits of a search."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = names
        self.hits: tuple[HitPort, ...] = ()

    def show_hits(self, hits: Sequence[HitPort]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self.hits = tuple(hits)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hits[index.row()]
        if role == _HIT:
            return hit
        if role == _PLACE:
            return self._place(hit)
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.text
        return f"{self._place(hit)}: {hit.text}" if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _place(self, hit: HitPort) -> str:
        about = ", ".join(self._names.get(one, one) for one in hit.indicators)
        return " · ".join(part for part in (KINDS.get(hit.kind, hit.kind), hit.case, about) if part)


class HitList(QListView):
    """Goes to a hit on a click or Enter; Escape leaves the search."""

    chosen = Signal(object)
    """The hit to go to."""
    left = Signal()
    """The keyboard wants to leave the search."""

    def __init__(self, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = HitsModel(names)
        self._keyboard = KeyboardFocus()
        self.setModel(self.found)
        self._rows = _HitDelegate(self)
        self.setItemDelegate(self._rows)
        self.setAccessibleName("Found in the library")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._go)

    @property
    def ringed(self) -> bool:
        """Whether the current row has a focus ring."""
        return self.hasFocus() and self._keyboard.ring

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keyboard.key_used()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._keyboard.mouse_used()
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keyboard.arrived(event)
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.found.hits:
            self.setCurrentIndex(self.found.index(0))

    def _go(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(index.data(_HIT))


class _HitDelegate(QStyledItemDelegate):
    """Paints where a text stands, and below it the words around the place, those found in bold."""

    def __init__(self, view: HitList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = tokens(self._view.palette()), QRectF(option.rect)
        hit: HitPort = index.data(_HIT)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
            painter.fillRect(box, QColor(theme.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(theme.sunken))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(theme.line))
        inner = box.adjusted(_PAD, _ABOVE, -_PAD, -_ABOVE)
        paint_line(
            painter, QRectF(inner.left(), inner.top(), inner.width(), 15), index.data(_PLACE), _WHERE, theme.ink3
        )
        words = inner.adjusted(0, 15, 0, 0)
        painter.setClipRect(words)
        pieces = tuple(Run(" ".join(piece.splitlines()), "ink", bold=found) for piece, found in hit.snippet)
        runs.paint(painter, words.left(), words.top(), words.width(), pieces, theme)
        painter.setClipping(False)
        if self._view.ringed and index.row() == self._view.currentIndex().row():
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        painter.restore()
