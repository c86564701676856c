"""A table of wrapped texts, as high as its rows, walked through with the arrow keys and copied with Ctrl+C."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QTableWidget,
    QTableWidgetItem,
)

from ui.plan import runs as text
from ui.tab_separated import tab_separated
from ui.tokens import tokens
from ui.widgets.copying import add_copying
from ui.widgets.keyboard_focus import KeyboardRing
from ui.widgets.line_text import Type, paint_line
from ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from ui.plan.runs import Runs
    from ui.tokens import Tokens

HEADER_HEIGHT = 26
PAD, ABOVE = 8.0, 4.0
_TITLE = Type(11.5)
_PAYLOAD = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A column of at least so many pixels; what is left of the width goes to the columns by their shares."""

    title: str
    width: int
    share: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; `value` is what is copied where that is not the text, and what its delegate paints."""

    runs: Runs = ()
    value: object = None
    tip: str = ""

    @property
    def plain(self) -> str | float | None:
        """The cell as it is copied."""
        return self.value if isinstance(self.value, int | float) else text.plain(self.runs)


class CellDelegate(QStyledItemDelegate):
    """Paints the ground and the runs of a cell; others paint something else in `paint_cell`."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        assert isinstance(view, TextTable)
        theme, box = tokens(view.palette()), QRectF(option.rect)
        painter.save()
        if view.hasFocus() and index.row() == view.currentRow():
            painter.fillRect(box, QColor(theme.accent_soft))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(theme.line))
        left = 0.0 if index.column() == 0 else PAD
        self.paint_cell(painter, box.adjusted(left, ABOVE, -PAD, -ABOVE), index.data(_PAYLOAD), theme, dim=view.dimmed)
        painter.restore()

    def paint_cell(self, painter: QPainter, box: QRectF, cell: Cell, theme: Tokens, *, dim: bool) -> None:
        """Paint what stands in a cell, within its padding."""
        text.paint(painter, box.left(), box.top(), box.width(), cell.runs, theme, dim=dim)


class TitleHeader(QHeaderView):
    """Column titles above a line, each where the texts of its column begin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setFixedHeight(HEADER_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, box = tokens(self.palette()), QRectF(rect)
        painter.fillRect(box, QColor(theme.surface))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(theme.outline))
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        paint_line(painter, box.adjusted(PAD if section else 0.0, 0, -PAD, 0), title, _TITLE, theme.ink2)


class TextTable(KeyboardRing, QTableWidget):
    """Shows rows of cells under the titles of its columns; takes its whole height, so that the page scrolls."""

    def __init__(self, name: str, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(0, len(columns), parent)
        self._columns = tuple(columns)
        self._cells: tuple[tuple[Cell, ...], ...] = ()
        self.dimmed = False
        self.rings_cells = False
        """Whether the focus ring is that of a cell, because each can be asked about, and not that of the row."""
        self.spare = 0
        """What the last column gets beyond its share, so that the others stand as in a table with a column more."""
        self._dress(name)
        add_copying(self, self.copy)

    @property
    def cells(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows shown."""
        return self._cells

    def show_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Show other rows."""
        self._cells = tuple(tuple(row) for row in rows)
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                self.setItem(number, column, _item(cell))
        self._fit()

    def set_title(self, column: int, title: str) -> None:
        """Give a column another title."""
        item = self.horizontalHeaderItem(column)
        if item is not None:
            item.setText(title)

    def set_dimmed(self, *, dimmed: bool) -> None:
        """Show the rows as those of an earlier plan, or of this one."""
        self.dimmed = dimmed
        self.viewport().update()

    def copy(self) -> None:
        """Put the whole table on the clipboard."""
        across = Qt.Orientation.Horizontal
        titles = [str(self.model().headerData(place, across)) for place in range(self.columnCount())]
        rows = [[cell.plain for cell in row] for row in self._cells]
        QGuiApplication.clipboard().setText(tab_separated([titles, *rows]))

    # What Qt calls

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(sum(column.width for column in self._columns), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.ringed and self.currentRow() >= 0:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(tokens(self.palette()).focus), 2))
            cell = QRectF(self.visualRect(self.currentIndex()))
            row = QRectF(0, cell.top(), self.viewport().width(), cell.height())
            painter.drawRect((cell if self.rings_cells else row).adjusted(1, 1, -1, -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.currentRow() < 0 and self.rowCount():
            self.setCurrentCell(0, 0)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # Inside

    def _dress(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setHorizontalHeader(TitleHeader(self))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(True)
        self.setHorizontalHeaderLabels([column.title for column in self._columns])

    def _fit(self) -> None:
        """Share the width out among the columns, and give each row the height that its texts then need."""
        rest = max(0, self.viewport().width() - self.spare - sum(column.width for column in self._columns))
        shares = sum(column.share for column in self._columns) or 1
        for number, column in enumerate(self._columns):
            self.setColumnWidth(number, column.width + rest * column.share // shares)
        for number, row in enumerate(self._cells):
            self.setRowHeight(number, self._row_height(row))
        self.updateGeometry()

    def _row_height(self, row: Sequence[Cell]) -> int:
        return round(2 * ABOVE + 1 + max(text.height(cell.runs, self._room(place)) for place, cell in enumerate(row)))

    def _room(self, column: int) -> float:
        return self.columnWidth(column) - (PAD if column == 0 else 2 * PAD)

    def _height(self) -> int:
        return HEADER_HEIGHT + sum(self.rowHeight(row) for row in range(self.rowCount()))


def _item(cell: Cell) -> QTableWidgetItem:
    made = QTableWidgetItem(text.plain(cell.runs) if cell.runs else str(cell.plain or ""))
    made.setData(_PAYLOAD, cell)
    made.setToolTip(plain_tip(cell.tip))
    return made
