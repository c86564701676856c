"""The countries of the library with their assessments, as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from ui.library_model import LibraryModel, Role, found
from ui.tokens import font, tokens
from ui.widgets.glyphs import paint_lock, paint_stance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFontMetrics

    from advisor.playbook import StanceClass
    from ui.library_model import Index, Kind
    from ui.ports import CaseSummary

_ROW, _INDENT, _PAD, _BAR, _GLYPH, _CHEVRON = 25, 14, 11.0, 3.0, 8.0, 3.0
_LOCK, _LOCK_SIZE = 17.0, 11.0


class LibraryTree(QTreeView):
    """One entry a country, below it its assessments from the newest to the oldest, with the stance each comes to."""

    opened = Signal(str)
    """Assessment that is to be opened."""
    new_wanted = Signal(int)
    """Country that is to get another assessment."""
    delete_wanted = Signal(QModelIndex)
    """Entry that is to be deleted."""
    rename_wanted = Signal(QModelIndex)
    """Entry that is to be renamed or redated."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = LibraryModel(self)
        self.setObjectName("tree")
        self.setAccessibleName("Countries and assessments")
        self.setModel(self._model)
        self.setItemDelegate(_EntryDelegate(self))
        self.setHeaderHidden(True)
        self.setIndentation(_INDENT)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._act)

    def show_cases(self, cases: Iterable[CaseSummary], wanted: str = "", *, may_add: bool = True) -> None:
        """Show these cases in this order, or those in which `wanted` is found; what was expanded stays so."""
        expanded, place = self._expanded(), self.verticalScrollBar().value()
        self._model.show((country for case in cases if (country := found(case, wanted)) is not None), may_add=may_add)
        if wanted:
            self.expandAll()
            return
        for row in range(self._model.rowCount()) if expanded else ():
            index = self._model.index(row, 0)
            if index.data(Role.CASE) in expanded:
                self.expand(index)
        self.verticalScrollBar().setValue(place)

    def mark_open(self, assessment_id: str | None) -> None:
        """Mark the assessment that is open, and unfold its country."""
        self._model.set_open(assessment_id)
        index = self.entry(assessment_id or "")
        if index.isValid():
            self.expand(index.parent())
            self.setCurrentIndex(index)

    def show_stance(self, assessment_id: str, stance: StanceClass | None) -> None:
        """Show the stance that an assessment comes to, or none."""
        self._model.set_stance(assessment_id, stance)

    def entry(self, assessment_id: str) -> QModelIndex:
        """Return the entry of an assessment; an invalid one where it is not shown."""
        return self._model.entry(assessment_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current, key = self.currentIndex(), event.key()
        if not current.isValid():
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._act(current)
        elif key == Qt.Key.Key_Delete:
            self.delete_wanted.emit(current)
        elif key == Qt.Key.Key_F2:
            self.rename_wanted.emit(current)
        else:
            super().keyPressEvent(event)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint nothing: the delegate paints the whole row, chevron included."""

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        options.rect.setLeft(0)
        options.rect.setWidth(self.viewport().width())
        self.itemDelegate().paint(painter, options, index)

    def _act(self, index: QModelIndex) -> None:
        kind: Kind = index.data(Role.KIND)
        if kind == "assessment":
            self.opened.emit(index.data(Role.ASSESSMENT))
        elif kind == "new":
            self.new_wanted.emit(index.data(Role.CASE))
        else:
            self.setExpanded(index, not self.isExpanded(index))

    def _expanded(self) -> set[int]:
        cases = (self._model.index(row, 0) for row in range(self._model.rowCount()))
        return {index.data(Role.CASE) for index in cases if self.isExpanded(index)}


def fitted(text: str, shorter: str, metrics: QFontMetrics, width: int) -> str:
    """Return the text where it fits, else the shorter one, if need be without its middle."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    mode = Qt.TextElideMode.ElideRight if shorter == text else Qt.TextElideMode.ElideMiddle
    return metrics.elidedText(shorter, mode, width)


class _EntryDelegate(QStyledItemDelegate):
    """Paints one row over the whole width of the panel."""

    def __init__(self, tree: LibraryTree) -> None:
        super().__init__(tree)
        self._tree = tree
        self._plain, self._bold = font(12.5), font(12.5, bold=True)
        self._small = font(11.5, tabular=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = tokens(self._tree.palette()), QRectF(option.rect)
        kind: Kind = index.data(Role.KIND)
        is_open = bool(index.data(Role.IS_OPEN))
        painter.save()
        if is_open and kind == "assessment":
            painter.fillRect(row, QColor(theme.accent_soft))
            painter.fillRect(QRectF(row.left(), row.top(), _BAR, row.height()), QColor(theme.accent))
        if option.state & QStyle.StateFlag.State_HasFocus and self._tree.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRect(row.adjusted(1, 1, -1, -1))
        if kind == "case":
            self._paint_chevron(painter, row, self._tree.isExpanded(index), QColor(theme.ink2))
        ink = {"case": theme.ink, "assessment": theme.ink if is_open else theme.ink2, "new": theme.accent}[kind]
        painter.setPen(QColor(ink))
        painter.setFont(self._bold if is_open else self._plain)
        taken = 16 + (_LOCK if index.data(Role.LOCKED) else 0)
        room = row.adjusted(2 * _PAD + (8 if kind == "case" else 10), 0, -_PAD - taken, 0)
        text = fitted(index.data(), index.data(Role.SHORTER), painter.fontMetrics(), int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        self._paint_right(painter, row.adjusted(0, 0, -_PAD, 0), index)
        painter.restore()

    def _paint_chevron(self, painter: QPainter, row: QRectF, expanded: bool, ink: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 1.3))
        x, y, size = row.left() + _PAD + _CHEVRON + 2, row.center().y(), _CHEVRON
        if expanded:
            corners = [QPointF(x - size, y - size / 2), QPointF(x, y + size / 2), QPointF(x + size, y - size / 2)]
        else:
            corners = [QPointF(x - size / 2, y - size), QPointF(x + size / 2, y), QPointF(x - size / 2, y + size)]
        painter.drawPolyline(corners)

    def _paint_right(self, painter: QPainter, row: QRectF, index: Index) -> None:
        theme = tokens(self._tree.palette())
        if index.data(Role.KIND) == "case":
            painter.setFont(self._small)
            painter.setPen(QColor(theme.ink3))
            painter.drawText(
                row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(index.data(Role.COUNT))
            )
        else:
            stance: StanceClass | None = index.data(Role.STANCE)
            if stance is not None:
                box = QRectF(row.right() - _GLYPH, row.center().y() - _GLYPH / 2, _GLYPH, _GLYPH)
                paint_stance(painter, box, stance, theme.stance(stance))
            if index.data(Role.LOCKED):
                left, top = row.right() - _GLYPH - _LOCK, row.center().y() - _LOCK_SIZE / 2
                paint_lock(painter, QRectF(left, top, _LOCK_SIZE, _LOCK_SIZE), QColor(theme.ink2))
