"""The ranked table: rows are chosen with clicks, Ctrl and Shift, or with the arrow keys and the space bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from ui.compare.ranked_model import ASKED, Column
from ui.tab_separated import tab_separated
from ui.tokens import tokens
from ui.widgets.copying import add_copying
from ui.widgets.keyboard_focus import KeyboardRing
from ui.widgets.sort_header import SortHeader
from ui.widgets.table_rows import RowDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPaintEvent

    from ui.compare.ranked_model import RankedModel

_WIDTHS = {
    Column.COUNTRY: 170,
    Column.AS_OF: 100,
    Column.REGION: 150,
    Column.STANCE: 128,
    Column.INDEX: 62,
    Column.OFFERS: 62,
}
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class RankedTable(KeyboardRing, QTreeView):
    """Shows a `RankedModel`; what is chosen stays chosen while it is shown."""

    chosen_changed = Signal()
    """Other assessments are chosen."""
    opened = Signal(str)
    """Id of an assessment to open."""
    number_activated = Signal()
    """What the tool says in the current cell is asked about."""

    def __init__(self, model: RankedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._chosen: list[str] = []
        self._dress()
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.INDEX, Qt.SortOrder.AscendingOrder)
        model.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self._take)
        self.activated.connect(self._activate)
        add_copying(self, self.copy)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the assessments chosen, in the order in which they were."""
        return tuple(self._chosen)

    def choose(self, assessments: Sequence[str]) -> None:
        """Choose assessments, as far as they are shown."""
        self._chosen = [one for one in assessments if self._model.row_of(one) is not None]
        self._restore()
        row = self._model.row_of(self._chosen[0]) if self._chosen else None
        if row is not None:
            self.selectionModel().setCurrentIndex(self._model.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.chosen_changed.emit()

    def copy(self) -> None:
        """Put the whole table on the clipboard, in the order shown."""
        QGuiApplication.clipboard().setText(tab_separated(self._model.plain_table()))

    # What Qt calls

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.ringed and self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(tokens(self.palette()).focus), 2))
            cell = QRectF(self.visualRect(self.currentIndex()))
            row = QRectF(0, cell.top(), self.viewport().width(), cell.height())
            painter.drawRect((cell if self.currentIndex().column() in ASKED else row).adjusted(1, 1, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keyboard.key_used()
        current = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and current.isValid():
            toggle = QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().select(current, toggle)
        elif event.key() in _SIDEWAYS and current.isValid():
            column = min(max(0, current.column() + _SIDEWAYS[Qt.Key(event.key())]), len(Column) - 1)
            beside = current.siblingAtColumn(column)
            self.selectionModel().setCurrentIndex(beside, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Let the arrow keys go from row to row without giving up what is chosen; with Shift they choose."""
        if isinstance(event, QKeyEvent) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    # Inside

    def _dress(self) -> None:
        self.setAccessibleName("Assessments of the library, ranked")
        self.setHeader(SortHeader("Columns of the ranked table", (Column.INDEX, Column.OFFERS), self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(True)

    def _activate(self, index: QModelIndex) -> None:
        """Open an assessment, or ask about what the tool says of it."""
        if index.column() in ASKED:
            self.number_activated.emit()
        else:
            self.opened.emit(self._model.rows[index.row()].entry.id)

    def _take(self) -> None:
        """Keep what is chosen in the order in which it was chosen, also where the filter hides some of it."""
        rows = {self._model.rows[index.row()].entry.id for index in self.selectionModel().selectedRows()}
        kept = [one for one in self._chosen if one in rows]
        self._chosen = kept + [row.entry.id for row in self._model.rows if row.entry.id in rows - set(kept)]
        self.chosen_changed.emit()

    def _restore(self) -> None:
        selection = QItemSelection()
        for row in filter(lambda one: one is not None, map(self._model.row_of, self._chosen)):
            index = self._model.index(row or 0, 0)
            selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        blocked = self.selectionModel().blockSignals(True)
        self.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()
