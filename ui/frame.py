"""The window as the screen knows it: there at once, and empty until what it shows has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter
from PySide6.QtWidgets import QFrame, QMainWindow, QScrollArea, QWidget

from ui.tokens import DARK, LIGHT, SPACE, font, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from ui.settings import Settings
    from ui.tokens import Tokens

TITLE = "Second Image"
OPENING = "Opening the library…"
FIRST_SIZE = QSize(1440, 900)
LEAST_SIZE = QSize(480, 320)
_LIBRARY_WIDTH, _LINE = 196, 120
_GRIP = QSize(120, 40)
"""What must be seen of a window so that it can be taken hold of."""


class Frame(QMainWindow):
    """Holds the work once it is there, and lets it scroll where the screen is smaller than the work needs."""

    painted = Signal()
    """The window is on the screen for the first time."""
    closed = Signal()
    """The window was closed, and its work with it."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._is_painted = False
        self.work: QWidget | None = None
        self.setWindowTitle(TITLE)
        self.setMinimumSize(LEAST_SIZE)
        self.setCentralWidget(Blank({"light": LIGHT, "dark": DARK}.get(settings.theme)))
        self._place()

    def hold(self, work: QWidget) -> None:
        """Show the work in place of what was there; its title becomes the window's, and closing closes it."""
        from PySide6.QtCore import Qt  # takes longer to load than the empty window to paint

        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(work)
        self.work = work
        self.setCentralWidget(area)
        self.setWindowTitle(work.windowTitle() or TITLE)
        work.windowTitleChanged.connect(self.setWindowTitle)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and not self._is_painted:
            self._is_painted = True
            self.painted.emit()
        return handled

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.geometry = self.saveGeometry()
        # Gone at once: what is at work ends with the step it is at, and nobody needs to see it wait for that.
        self.hide()
        if self.work is not None:
            self.work.close()
        self._settings.save()
        super().closeEvent(event)
        self.closed.emit()

    def _place(self) -> None:
        """Stand where the window stood last, or the first time as large as the screen allows."""
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        self.resize(FIRST_SIZE.boundedTo(screens[0].size()) if screens else FIRST_SIZE)
        self.restoreGeometry(self._settings.geometry)
        if not self.isMaximized() and not self.isFullScreen():
            self.setGeometry(reachable(self.geometry(), screens))


class Blank(QWidget):
    """What is seen before the work: the colours of the window, and a word on what it is waiting for."""

    def __init__(self, theme: Tokens | None = None) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(OPENING)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme or tokens(self.palette()), QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.surface))
        painter.fillRect(0, 0, _LIBRARY_WIDTH, self.height(), QColor(theme.sunken))
        painter.fillRect(_LIBRARY_WIDTH - 1, 0, 1, self.height(), QColor(theme.line))
        painter.setPen(QColor(theme.ink2))
        painter.setFont(font(17, serif=True))
        painter.drawText(_LIBRARY_WIDTH + SPACE[3], _LINE, OPENING)


def reachable(wanted: QRect, screens: Iterable[QRect]) -> QRect:
    """Return the place of a window: as wanted where its top can be seen on a screen, else within the first screen.

    A window may have stood on a screen that is no longer there, or on a larger one.
    """
    there = list(screens)
    if not there:
        return wanted
    top = QRect(wanted.topLeft(), QSize(wanted.width(), _GRIP.height()))
    for screen in there:
        seen = top.intersected(screen)
        if seen.width() >= min(_GRIP.width(), wanted.width()) and seen.height() >= _GRIP.height() // 2:
            return QRect(wanted.topLeft(), wanted.size().boundedTo(screen.size()))
    size = wanted.size().boundedTo(there[0].size())
    moved = QRect(there[0].topLeft(), size)
    moved.moveCenter(there[0].center())
    return moved
