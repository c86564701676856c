"""The list of entries: arrow keys walk it, what stands there is described beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QTreeView

from ui.playbook.entry_model import HEADING, EntryModel
from ui.tokens import tokens
from ui.widgets.flat_tree import flatten
from ui.widgets.keyboard_focus import KeyboardRing
from ui.widgets.line_text import RIGHT, Type, paint_line
from ui.widgets.table_rows import FIRST_PAD, PAD, RowDelegate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from advisor.playbook_contents import ContentKind, Group, Item
    from advisor.trial import Trial

Index = QModelIndex | QPersistentModelIndex
_NOW, _DOES, _DOES_IN_SHORT, _WIDE, _HEADER = 56, 158, 116, 440, 26
_TITLE, _GROUP = Type(11.5), Type(11.5, bold=True)


class _Header(QHeaderView):
    """The titles of the columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setFixedHeight(_HEADER)
        self.setAccessibleName("Columns of the list of entries")

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, box = tokens(self.palette()), QRectF(rect)
        painter.fillRect(box, QColor(theme.surface))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(theme.outline))
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        inner = box.adjusted(PAD if section else FIRST_PAD, 0, -PAD, 0)
        if section == 1:
            paint_line(painter, inner, title, _TITLE, theme.ink2, RIGHT)
        else:
            paint_line(painter, inner, title, _TITLE, theme.ink2)


class _Rows(RowDelegate):
    """Paints headings over their whole width."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        heading = index.sibling(index.row(), 0).data(HEADING)
        if heading is None:
            super().paint(painter, option, index)
        elif index.column() == 0:
            theme, box = tokens(option.palette), QRectF(option.rect)
            painter.save()
            painter.fillRect(box, QColor(theme.sunken))
            paint_line(painter, box.adjusted(FIRST_PAD, 0, -PAD, 0), heading, _GROUP, theme.ink2)
            painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index)


class EntryTree(KeyboardRing, QTreeView):
    """Shows an `EntryModel`; `chosen` follows the current row."""

    chosen = Signal(str, str)
    """Kind and id of the entry to describe."""

    def __init__(self) -> None:
        super().__init__()
        self.entries = EntryModel(self)
        self._dress()
        self.setModel(self.entries)
        self._rows = _Rows(self)
        self.setItemDelegate(self._rows)
        self.selectionModel().currentChanged.connect(lambda current, _: self._choose(current))

    @property
    def current(self) -> tuple[ContentKind, str] | None:
        """Kind and id of the current entry."""
        return self.entries.key(self.currentIndex())

    def show_groups(self, groups: Iterable[Group], trial: Trial, wanted: Callable[[Item], bool]) -> None:
        """Show other entries; the current one stays, or else the first one becomes it."""
        current = self.current
        blocked = self.selectionModel().blockSignals(True)
        another = self.entries.show_groups(groups, trial, wanted)
        if another:
            for row in range(self.entries.rowCount()):
                self.setFirstColumnSpanned(row, QModelIndex(), True)
            self.expandAll()
            kept = self.entries.index_of(*current) if current is not None else QModelIndex()
            self.setCurrentIndex(kept if kept.isValid() else self.entries.first())
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()
        if self.current != current:
            self._choose(self.currentIndex())

    def choose(self, kind: ContentKind, name: str) -> bool:
        """Go to an entry; say whether it is shown."""
        index = self.entries.index_of(kind, name)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    # What Qt calls

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.ringed and self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(tokens(self.palette()).focus), 2))
            row = self.visualRect(self.currentIndex().siblingAtColumn(0))
            painter.drawRect(QRectF(0, row.top(), self.viewport().width(), row.height()).adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        current, before = self.currentIndex(), self.visualRect(self.currentIndex()).bottom()
        super().resizeEvent(event)
        # Before and after come into view below the list: what was chosen to be tried out stays in view.
        if current.isValid() and event.size().height() <= before < event.oldSize().height():
            self.scrollTo(current)
        width = self.viewport().width()
        does = _DOES if width >= _WIDE else _DOES_IN_SHORT
        self.setColumnWidth(0, max(120, width - _NOW - does))
        self.setColumnWidth(1, _NOW)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.entries.first())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._keyboard.key_used()
            self._leap(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def _leap(self, step: int) -> None:
        """Go to the first entry of the next group, or of the one before."""
        current = self.currentIndex()
        row = (current.parent() if current.parent().isValid() else current).row() + step
        if 0 <= row < self.entries.rowCount():
            index = self.entries.item(row).child(0).index()
            self.setCurrentIndex(index)
            self.scrollTo(index.parent())
            self.scrollTo(index)

    def _choose(self, index: Index) -> None:
        key = self.entries.key(index)
        if key is not None:
            self.chosen.emit(*key)

    def _dress(self) -> None:
        self.setAccessibleName("Entries of the playbook")
        self.setAccessibleDescription("Up and down go from entry to entry, left and right from group to group")
        self.setHeader(_Header(self))
        flatten(self)
        self.setTabKeyNavigation(False)
        self.header().setStretchLastSection(True)
        self.setMinimumWidth(300)
