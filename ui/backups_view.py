"""The dated backups of the library: to go back to one, to make one now, and to see where they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.dates import written
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel
from ui.widgets.line_text import RIGHT, Type, paint_line
from ui.widgets.painted_rows import PaintedList, RowPainter
from ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QShowEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from ui.library_ports import BackupPort
    from ui.session import Session
    from ui.tokens import Tokens
    from ui.widgets.painted_rows import Index

ABOUT = (
    "The library is backed up by itself while you work, at most every half hour, and before every import, restore and "
    "update. Going back to a backup puts everything back as it was then, after a backup of what is there now."
)
NONE = "There is no backup yet. One is made with the first edit."
_WIDEST, _MEGABYTE = 720, 1_000_000
_PATH, _PARTS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_ROW = 28
_WHEN, _CHOSEN, _SIZE = Type(12.5, tabular=True), Type(12.5, bold=True, tabular=True), Type(12, tabular=True)


class BackupsView(QWidget):
    """Lists the backups, the newest first."""

    restore_wanted = Signal(Path)
    """The backup to go back to."""
    file_wanted = Signal()
    """A backup elsewhere is to be chosen."""
    made_wanted = Signal()
    """A backup is wanted now."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.about = InkLabel(font(12.5), "ink2", ABOUT)
        self.none = InkLabel(font(15, serif=True), "ink", NONE)
        self.list = BackupList()
        self.restore, self.make = QPushButton("Go back to this backup"), QPushButton("Back up now")
        self.other, self.folder = QPushButton("Restore from a file…"), QPushButton("Open folder")
        self._lay_out()
        self.restore.clicked.connect(self._restore)
        self.make.clicked.connect(self.made_wanted)
        self.other.clicked.connect(self.file_wanted)
        self.folder.clicked.connect(self._open_folder)
        self.list.itemActivated.connect(lambda _: self.restore.setFocus())
        self.list.currentRowChanged.connect(lambda _: self._enable())
        session.history_changed.connect(lambda: self.refresh() if self.isVisible() else None)

    def refresh(self) -> None:
        """Read again which backups there are."""
        backups = self._session.ask("The backups could not be listed", self._session.library.backups.all) or ()
        self._fill(backups)
        self.none.setVisible(not backups)
        self.list.setVisible(bool(backups))
        self._enable()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _fill(self, backups: Sequence[BackupPort]) -> None:
        kept = self._chosen
        self.list.clear()
        for backup in backups:
            at, size = _when(backup), _size(backup)
            item = QListWidgetItem(f"{at}, {size}")
            item.setData(_PATH, backup.path)
            item.setData(_PARTS, (at, size))
            item.setToolTip(plain_tip(str(backup.path)))
            self.list.addItem(item)
            if backup.path == kept:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and backups:
            self.list.setCurrentRow(0)

    @property
    def _chosen(self) -> Path | None:
        """The backup that is selected."""
        path = self.list.currentIndex().data(_PATH)
        return path if isinstance(path, Path) else None

    def _enable(self) -> None:
        may_edit = not self._session.library.read_only
        self.restore.setEnabled(may_edit and self.list.currentRow() >= 0)
        self.other.setEnabled(may_edit)

    def _restore(self) -> None:
        if self._chosen is not None:
            self.restore_wanted.emit(self._chosen)

    def _open_folder(self) -> None:
        folder = self._session.library.backups.folder
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder if folder.exists() else folder.parent)))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE[1])
        for button in (self.restore, self.make, self.other, self.folder):
            buttons.addWidget(button)
        buttons.addStretch()
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(SPACE[3], SPACE[3], SPACE[3], SPACE[3])
        inner.setSpacing(SPACE[2])
        inner.addWidget(self.about)
        inner.addLayout(buttons)
        inner.addWidget(self.none)
        inner.addWidget(self.list, 1)
        inner.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(content, 1)
        row.addStretch(0)
        self.setFocusProxy(self.list)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)


class BackupList(PaintedList, QListWidget):
    """When each backup was made, and at the right how large it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dress("Backups, the newest first", _BackupPainter(self))
        self.setUniformItemSizes(True)


class _BackupPainter(RowPainter):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, _ROW)

    def paint_row(self, painter: QPainter, box: QRectF, index: Index, theme: Tokens, *, selected: bool) -> None:
        at, size = index.data(_PARTS)
        inner = box.adjusted(SPACE[2], 0, -SPACE[2], 0)
        paint_line(painter, inner, at, _CHOSEN if selected else _WHEN, theme.ink)
        paint_line(painter, inner, size, _SIZE, theme.ink2, RIGHT)


def _when(backup: BackupPort) -> str:
    at = backup.at.astimezone()
    return f"{written(at.date())}, {at:%H:%M}"


def _size(backup: BackupPort) -> str:
    try:
        return f"{backup.path.stat().st_size / _MEGABYTE:.1f} MB"
    except OSError:
        return "cannot be read"
