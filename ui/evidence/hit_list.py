"""What a search of the library found: where each text stands, and the words around the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from ui.plan import runs
from ui.plan.runs import Run
from ui.widgets.line_text import Type, paint_line
from ui.widgets.painted_rows import PaintedList, RowPainter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
    from PySide6.QtWidgets import QWidget

    from ui.library_ports import HitPort
    from ui.tokens import Tokens
    from ui.widgets.painted_rows import Index

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


class HitList(PaintedList, QListView):
    """Goes to a hit on a click or Enter; Escape leaves the search."""

    chosen = Signal(object)
    """The hit to go to."""
    left = Signal()
    """The keyboard wants to leave the search."""

    def __init__(self, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = HitsModel(names)
        self.setModel(self.found)
        self.dress("Found in the library", _HitPainter(self))
        self.setUniformItemSizes(True)
        self.clicked.connect(self._go)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keyboard.key_used()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.found.hits:
            self.setCurrentIndex(self.found.index(0))

    def _go(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(index.data(_HIT))


class _HitPainter(RowPainter):
    """Paints where a text stands, and below it the words around the place, those found in bold."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW_HEIGHT)

    def paint_row(self, painter: QPainter, box: QRectF, index: Index, theme: Tokens, *, selected: bool) -> None:
        hit: HitPort = index.data(_HIT)
        inner = box.adjusted(_PAD, _ABOVE, -_PAD, -_ABOVE)
        paint_line(
            painter, QRectF(inner.left(), inner.top(), inner.width(), 15), index.data(_PLACE), _WHERE, theme.ink3
        )
        words = inner.adjusted(0, 15, 0, 0)
        painter.setClipRect(words)
        pieces = tuple(Run(" ".join(piece.splitlines()), "ink", bold=found) for piece, found in hit.snippet)
        runs.paint(painter, words.left(), words.top(), words.width(), pieces, theme)
        painter.setClipping(False)
