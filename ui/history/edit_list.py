"""The list of edits: read page by page as it is scrolled, walked through with the arrows."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from ui.history.grouping import DayHeading, EditRow, HistoryRow, rows_of
from ui.tab_separated import tab_separated
from ui.widgets.copying import add_copying
from ui.widgets.line_text import LEFT, RIGHT, Type, advance, paint_line
from ui.widgets.painted_rows import PaintedList, RowPainter
from ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from ui.library_ports import EntryPort
    from ui.tokens import Tokens
    from ui.widgets.painted_rows import Index

    Page = Callable[[int | None], Sequence[EntryPort]]

PAGE = 200
ROW, HEADING = 26, 30
UNDONE = "undone"
_PAD, _TIME, _WHO = 14.0, 44.0, 110.0
_NARROW = 460.0
_TEXT, _SMALL, _DAY = Type(12), Type(11.5, tabular=True), Type(11.5, bold=True)
_ROW = Qt.ItemDataRole.UserRole


class EditsModel(QAbstractListModel):
    """Rows of the history; older ones are read when the view comes to them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[HistoryRow] = []
        self._page: Page = lambda _: ()
        self._case = ""
        self._more = False
        self._last: EntryPort | None = None

    def show_history(self, page: Page, case: str) -> None:
        """Show another history; `page` returns the entries before an id, the newest without one."""
        self.beginResetModel()
        self.rows, self._page, self._case, self._last = [], page, case, None
        self._take(page(None))
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        if self._last is None:
            return
        entries = self._page(self._last.id)
        before = len(self.rows)
        fresh = self._rows_of(entries)
        if fresh:
            self.beginInsertRows(QModelIndex(), before, before + len(fresh) - 1)
            self._take(entries)
            self.endInsertRows()
        else:
            self._more = False

    def flags(self, index: Index) -> Qt.ItemFlag:
        heading = index.isValid() and isinstance(self.rows[index.row()], DayHeading)
        return Qt.ItemFlag.ItemIsEnabled if heading else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.text if isinstance(row, DayHeading) else row.spoken
        return None

    def place_of(self, entry_id: int) -> int | None:
        """Return the row of an edit, None where it is not read yet or not there."""
        places = (place for place, row in enumerate(self.rows) if isinstance(row, EditRow) and row.id == entry_id)
        return next(places, None)

    def _take(self, entries: Sequence[EntryPort]) -> None:
        self.rows += self._rows_of(entries)
        self._more = len(entries) >= PAGE
        if entries:
            self._last = entries[-1]

    def _rows_of(self, entries: Sequence[EntryPort]) -> list[HistoryRow]:
        last_day = None if self._last is None else self._last.at.astimezone().date()
        return list(rows_of(entries, self._case, dt.date.today(), last_day))


class EditList(PaintedList, QListView):
    """Chooses an edit by mouse or arrows; Ctrl+C copies what was read as a table."""

    chosen = Signal(int)
    """Id of the edit to look at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edits = EditsModel()
        self._chosen: int | None = None
        self._showing = False
        self.setModel(self.edits)
        self.dress("Edits of this case", _EditPainter(self))
        add_copying(self, self.copy)

    def show_history(self, page: Page, case: str) -> None:
        """Show another history; the edit that was chosen stays chosen while it is listed, else the newest is."""
        self._showing = True
        self.edits.show_history(page, case)
        self._showing = False
        place = None if self._chosen is None else self.edits.place_of(self._chosen)
        edits = [number for number, row in enumerate(self.edits.rows) if isinstance(row, EditRow)]
        held = (number for number in edits if not self._is_undone(number))
        shown = next(held, edits[0] if edits else None) if place is None else place
        self._chosen = None if shown is None else self._chosen
        self.setCurrentIndex(QModelIndex() if shown is None else self.edits.index(shown))

    def _is_undone(self, number: int) -> bool:
        row = self.edits.rows[number]
        return isinstance(row, EditRow) and row.undone

    def forget(self) -> None:
        """Choose the newest edit with the next history."""
        self._chosen = None

    def copy(self) -> None:
        """Put the edits read so far on the clipboard as a table."""
        table: list[tuple[str, ...]] = [("Day", "Time", "Who", "What", "Holds")]
        day = ""
        for row in self.edits.rows:
            if isinstance(row, DayHeading):
                day = row.text
            else:
                table.append((day, row.time, row.who, row.text, UNDONE if row.undone else "yes"))
        QGuiApplication.clipboard().setText(tab_separated(table))

    # What Qt calls

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = current.data(_ROW) if current.isValid() else None
        if isinstance(row, EditRow) and not self._showing:
            self._chosen = row.id
            self.chosen.emit(row.id)


class _EditPainter(RowPainter):
    """Paints a day as a heading, and an edit with its time, what it was, and who made it."""

    lined = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, HEADING if isinstance(index.data(_ROW), DayHeading) else ROW)

    def paint_row(self, painter: QPainter, box: QRectF, index: Index, theme: Tokens, *, selected: bool) -> None:
        row: HistoryRow = index.data(_ROW)
        if isinstance(row, DayHeading):
            painter.fillRect(box, QColor(theme.sunken))
            painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(theme.line))
            paint_line(painter, box.adjusted(_PAD, 0, -_PAD, 0), row.text, _DAY, theme.ink2)
        else:
            self._paint_edit(painter, box, row, theme)

    def _paint_edit(self, painter: QPainter, box: QRectF, row: EditRow, theme: Tokens) -> None:
        inner = box.adjusted(_PAD, 0, -_PAD, 0)
        paint_line(painter, QRectF(inner.left(), box.top(), _TIME, box.height()), row.time, _SMALL, theme.ink3, LEFT)
        right = inner.right()
        if inner.width() > _NARROW:
            who = QRectF(right - _WHO, box.top(), _WHO, box.height())
            paint_line(painter, who, row.who, _SMALL, theme.ink3, RIGHT)
            right = who.left() - _PAD
        text = QRectF(inner.left() + _TIME, box.top(), right - inner.left() - _TIME, box.height())
        if row.undone:
            width = advance(_SMALL, UNDONE) + 10
            paint_line(painter, text.adjusted(text.width() - width, 0, 0, 0), UNDONE, _SMALL, theme.ink3, RIGHT)
            text.adjust(0, 0, -width, 0)
        paint_line(painter, text, row.text, _TEXT, theme.ink3 if row.undone else theme.ink)
