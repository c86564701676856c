"""The table of options: one row an option, chosen by mouse, arrows or the first letters of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from ui.options_model import Column
from ui.tab_separated import tab_separated
from ui.tokens import tokens
from ui.widgets.copying import add_copying
from ui.widgets.flat_tree import flatten
from ui.widgets.keyboard_focus import KeyboardRing
from ui.widgets.likelihood_bar import LikelihoodDelegate, ValueDelegate
from ui.widgets.sort_header import SortHeader
from ui.widgets.table_rows import RowDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from ui.options_model import OptionsModel
from ui.widgets.table_rows import Index

_WIDTHS = {Column.RANK: 38, Column.NOW: 112, Column.HORIZON: 51, Column.VALUE: 69}
_NAME_LEAST, _NAME_MOST, _WHY_LEAST = 150, 300, 120
_HORIZON_FROM = 440
_BY_RANK = (Column.RANK, Qt.SortOrder.AscendingOrder)


class OptionsTable(KeyboardRing, QTreeView):
    """Shows an `OptionsModel`; the option chosen stays chosen whatever its row becomes."""

    option_chosen = Signal(str)
    """Id of the option whose reasons are wanted."""

    def __init__(self, model: OptionsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._chosen: str | None = None
        self._dress()
        self.setModel(model)
        self._delegate()
        self.setSortingEnabled(True)
        self.sortByColumn(*_BY_RANK)
        model.modelReset.connect(self._restore)
        self._offer_copying()
        self._restore()

    @property
    def chosen(self) -> str | None:
        """Id of the option that is selected."""
        return self._chosen

    def choose(self, option_id: str) -> None:
        """Select an option and bring it into view."""
        row = self._model.row_of(option_id)
        if row is not None:
            self.setCurrentIndex(self._model.index(row, Column.NAME))

    def copy(self) -> None:
        """Put the whole table on the clipboard, in the order shown."""
        QGuiApplication.clipboard().setText(tab_separated(self._model.plain_table()))

    # What Qt calls

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self._model.option_at(current.row()) if current.isValid() else None
        if row is not None and row.best.id != self._chosen:
            self._chosen = row.best.id
            self.option_chosen.emit(self._chosen)

    def keyboardSearch(self, search: str) -> None:
        current = self.currentIndex()
        if current.isValid() and current.column() != Column.NAME:
            name = current.siblingAtColumn(Column.NAME)
            self.selectionModel().setCurrentIndex(name, QItemSelectionModel.SelectionFlag.NoUpdate)
        super().keyboardSearch(search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keyboard.key_used()
        ends = {Qt.Key.Key_Home: range(self._model.rowCount()), Qt.Key.Key_End: range(self._model.rowCount())[::-1]}
        rows = ends.get(Qt.Key(event.key()))
        first = next((found for row in rows or () if (found := self._model.option_at(row))), None)
        if first is None:
            super().keyPressEvent(event)
        else:
            self.setCurrentIndex(self._model.index(self._model.row_of(first.best.id) or 0, Column.NAME))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        super().drawRow(painter, options, index)
        if self.ringed and index.row() == self.currentIndex().row():
            painter.save()
            painter.setPen(QPen(QColor(tokens(self.palette()).focus), 2))
            painter.drawRect(QRectF(options.rect).adjusted(1, 1, -1, -1))
            painter.restore()

    # Arranging

    def _delegate(self) -> None:
        self._rows, self._likelihoods, self._values = RowDelegate(self), LikelihoodDelegate(self), ValueDelegate(self)
        self.setItemDelegate(self._rows)
        self.setItemDelegateForColumn(Column.NOW, self._likelihoods)
        self.setItemDelegateForColumn(Column.VALUE, self._values)

    def _offer_copying(self) -> None:
        add_copying(self, self.copy)

    def _dress(self) -> None:
        self.setAccessibleName("Options")
        header = SortHeader("Columns of the options", (Column.HORIZON, Column.VALUE), self, natural=_BY_RANK)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHeader(header)
        flatten(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMinimumWidth(_NAME_LEAST + sum(_WIDTHS.values()) - _WIDTHS[Column.HORIZON])

    def _fit_columns(self) -> None:
        """Give the names what they need and the reasons the rest, or nothing where too few of their words would fit.

        Where even names would be cut short, the horizon gives way too: the panel of the chosen option says it.
        """
        narrow = self.viewport().width() < _HORIZON_FROM
        self.setColumnHidden(Column.HORIZON, narrow)
        fixed = sum(width for column, width in _WIDTHS.items() if not (narrow and column == Column.HORIZON))
        rest = self.viewport().width() - fixed
        why = rest - _NAME_MOST
        self.setColumnHidden(Column.WHY, why < _WHY_LEAST)
        for column, width in _WIDTHS.items():
            if not self.isColumnHidden(column):
                self.setColumnWidth(column, width)
        self.setColumnWidth(Column.NAME, max(_NAME_LEAST, rest) if why < _WHY_LEAST else _NAME_MOST)
        self.setColumnWidth(Column.WHY, why)

    def _restore(self) -> None:
        for row in self._model.headings():
            self.setFirstColumnSpanned(row, QModelIndex(), True)
        if self._chosen is not None:
            self.choose(self._chosen)
