"""Files dragged over the window: a cover says that they may be dropped anywhere, and takes them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.tokens import RADIUS_CONTROL, SPACE, font, tokens
from ui.widgets.marking_banner import HEIGHT

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPaintEvent, QWindow

DROP = "Drop to see what an import would change"
_VEIL = 235


class DropCover(QWidget):
    """Lies over the window while files are dragged over it, so that no field takes them for text."""

    dropped = Signal(object)
    """The paths of the files."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._covered = window
        self._watched: QWindow | None = None
        self.setAcceptDrops(True)
        self.setAccessibleName(DROP)
        self.hide()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._watch()
        elif event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if files_in(event.mimeData()):
                self.cover()
        elif event.type() == QEvent.Type.Resize and self.isVisible() and watched is self._covered:
            self.cover()
        return False

    def cover(self) -> None:
        """Lie over everything."""
        # The markings stay in sight.
        self.setGeometry(self._covered.rect().adjusted(0, HEIGHT, 0, -HEIGHT))
        self.raise_()
        self.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.hide()
        paths = files_in(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if paths:
            self.dropped.emit(paths)

    def mousePressEvent(self, event: QEvent) -> None:
        # Where the system forgot to tell that the files were carried off again.
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = tokens(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(theme.surface)
        veil.setAlpha(_VEIL)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(QColor(theme.focus), 2, Qt.PenStyle.DashLine))
        box = QRectF(self.rect()).adjusted(SPACE[4], SPACE[4], -SPACE[4], -SPACE[4])
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setPen(QColor(theme.ink))
        painter.setFont(font(25, serif=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, DROP)

    def _watch(self) -> None:
        """Watch the window of the system, which hears of a drag before the field below the pointer does."""
        handle = self.window().windowHandle()
        if handle is not self._watched:
            self._watched = handle
            handle.installEventFilter(self)


def files_in(data: QMimeData) -> list[Path]:
    """Return the files of this computer that are carried."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
