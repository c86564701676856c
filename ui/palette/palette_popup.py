"""The palette in the window: a line to type into, and below it what matches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from ui.palette.entries import Entry
from ui.palette.matching import ranked
from ui.tokens import SPACE, tokens
from ui.widgets.line_text import RIGHT, Type, advance, paint_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

WIDTH, TOP = 600, 64
_ROW, _ROWS, _PAD = 26, 12, 10.0
_REMEMBERED = 12
_LABEL, _ASIDE = Type(12.5), Type(11.5)
_ENTRY = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_ROWS, Qt.Key.Key_PageDown: _ROWS}
NOTHING = "Nothing here has these letters."


class PalettePopup(QFrame):
    """Lies over the window while it is in use; Enter does what is marked, Escape or a click elsewhere leaves.

    What was used lately comes first as long as the window is open; nothing of it is written down.
    """

    left = Signal()
    """The palette is away, whether something was chosen or not."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self._entries: Sequence[Entry] = ()
        self._recent: list[str] = []
        self._keyboard_before: QWidget | None = None
        self.setObjectName("palette")
        self.setAccessibleName("Command palette")
        self.wanted = QLineEdit()
        self.wanted.setPlaceholderText("What to do, or where to go")
        self.wanted.setAccessibleName("What to do, or where to go")
        self.list = QListWidget()
        self.list.setAccessibleName("What matches")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_EntryDelegate(self.list))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[1], SPACE[1], SPACE[1], SPACE[1])
        column.setSpacing(SPACE[1])
        column.addWidget(self.wanted)
        column.addWidget(self.list)
        self.setFocusProxy(self.wanted)
        self.wanted.installEventFilter(self)
        parent.installEventFilter(self)
        self.wanted.textChanged.connect(self._show)
        self.list.itemClicked.connect(self._run)
        self.hide()

    @property
    def labels(self) -> list[str]:
        """The names shown, the best first."""
        return [item.text() for item in self._items()]

    def open(self, entries: Sequence[Entry]) -> None:
        """Offer these entries."""
        self._entries = entries
        self._keyboard_before = QApplication.focusWidget()
        self.wanted.clear()
        self._show("")
        self.place()
        self.show()
        self.raise_()
        self.wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_palette(self) -> None:
        """Go away and give the keyboard back."""
        if self.isHidden():
            return
        before, self._keyboard_before = self._keyboard_before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.left.emit()

    def place(self) -> None:
        """Stand at the top of the window, in the middle, within it."""
        around = self._around
        width = min(WIDTH, around.width() - 2 * SPACE[3])
        room = (around.height() - TOP - SPACE[4] - self.wanted.sizeHint().height()) // _ROW
        self.list.setFixedHeight(max(1, min(_ROWS, room, max(1, self.list.count()))) * _ROW + 2)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((around.width() - width) // 2, TOP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._around:
            if event.type() == QEvent.Type.Resize and not self.isHidden():
                self.place()
            return False
        if event.type() == QEvent.Type.FocusOut and not self.isHidden():
            self._focus_left(event)  # type: ignore[arg-type]  # an event of this type is a QFocusEvent
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return super().eventFilter(watched, event)
        return True

    def _focus_left(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._keyboard_before = None
            self.close_palette()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _show(self, wanted: str) -> None:
        self.list.clear()
        for entry in ranked(wanted, self._entries, self._recent):
            item = QListWidgetItem(entry.label, self.list)
            item.setData(_ENTRY, entry)
            spoken = ", ".join(part for part in (entry.label, entry.kind, entry.shortcut) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setSizeHint(QSize(0, _ROW))
        if not self.list.count():
            item = QListWidgetItem(NOTHING, self.list)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setSizeHint(QSize(0, _ROW))
        self.list.setCurrentRow(0)
        self._tell()
        self.place()

    def _step(self, by: int) -> None:
        last = self.list.count() - 1
        row = self.list.currentRow() + by
        # One step goes round; a page stops at the end.
        self.list.setCurrentRow(row % (last + 1) if abs(by) == 1 else max(0, min(last, row)))
        self._tell()

    def _tell(self) -> None:
        """Let a screen reader, whose place is the line, say what Enter would do."""
        self.wanted.setAccessibleDescription(str(self.list.currentIndex().data() or ""))

    def _run(self, item: QListWidgetItem | None) -> None:
        entry: object = None if item is None else item.data(_ENTRY)
        if not isinstance(entry, Entry):
            return
        self._recent = [entry.key, *(key for key in self._recent if key != entry.key)][:_REMEMBERED]
        self.close_palette()
        entry.run()


class _EntryDelegate(QStyledItemDelegate):
    """Paints name, kind and shortcut of an entry in one line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, box = tokens(option.palette), QRectF(option.rect)
        entry: Entry | None = index.data(_ENTRY)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected and entry is not None:
            painter.fillRect(box, QColor(theme.accent_soft))
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), QColor(theme.accent))
        inner = box.adjusted(_PAD, 0, -_PAD, 0)
        aside = "" if entry is None else "   ".join(part for part in (entry.kind, entry.shortcut) if part)
        room = inner.adjusted(0, 0, -(advance(_ASIDE, aside) + _PAD if aside else 0), 0)
        paint_line(painter, room, index.data(), _LABEL, theme.ink if entry else theme.ink2)
        paint_line(painter, inner, aside, _ASIDE, theme.ink2, RIGHT)
        painter.restore()
