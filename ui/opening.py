"""The start: the window comes to the screen first, and what it shows is read while it is already there."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ui.collector import Collector
from ui.frame import TITLE, Frame
from ui.settings import Settings
from ui.text_size import wear_text_size

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
PROGRAM = "second-image"
ICON = Path(__file__).parent / "pictures" / f"{PROGRAM}.svg"
UNSEEN = ("minimal", "offscreen")
"""Platforms of Qt that have no screen."""
PAINT_PATIENCE_MS = 500
"""How long everything waits for a window that nobody sees, such as one that starts minimised."""


class Closed(Exception):
    """The window was closed before it had anything to show."""


class Opening(QObject):
    """The application with its fonts and colours, and its window, empty as yet.

    Nothing before the first picture may touch `PySide6.QtCore.Qt` or define what does: making the hundred enumerations
    in it takes a fifth of the time until then.
    """

    _read = Signal()

    def __init__(self, settings_dir: Path) -> None:
        super().__init__()
        self.settings = Settings(settings_dir)
        wear_text_size(self.settings.text_size)
        application = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(application, QApplication)
        application.setApplicationName(TITLE)
        application.setDesktopFileName(PROGRAM)
        self._collector = Collector(self)
        self.application = application
        self.frame = Frame(self.settings)
        self.frame.show()
        self._paint()
        from PySide6.QtGui import QIcon

        from ui.theme import Theme, load_fonts

        application.setWindowIcon(QIcon(str(ICON)))
        load_fonts()
        self.theme = Theme(application, self.settings.theme, self)

    def wait_for(self, work: Callable[[], T]) -> T:
        """Do slow work that needs no window beside the window, which answers meanwhile; return its result.

        Raises
        ------
        Closed
            The window was closed first; the work ends unseen.
        """
        outcome: list[T] = []
        errors: list[BaseException] = []

        def run() -> None:
            try:
                outcome.append(work())
            except BaseException as error:  # raised again in the thread that waits
                errors.append(error)
            self._read.emit()

        if not self.frame.isVisible():
            raise Closed
        loop, thread = QEventLoop(), threading.Thread(target=run, name="opening")
        # Delivered by this thread's loop, since the loop lives on it and the signal comes from another.
        ended = self._read.connect(loop.quit)
        closed = self.frame.closed.connect(loop.quit)
        thread.start()
        loop.exec()
        for connection in (ended, closed):
            QObject.disconnect(connection)
        if not self.frame.isVisible():
            raise Closed
        thread.join()
        if errors:
            raise errors[0]
        return outcome[0]

    def close(self) -> None:
        """Close the window, if it is still open, and leave the application as it was."""
        if self.frame.isVisible():
            self.frame.close()
        self._collector.close()

    def fail(self, text: str) -> None:
        """Say in the window why it cannot show anything, until it is closed; where nobody can see it, do not wait."""
        from ui.failure_page import FailurePage

        self.frame.hold(FailurePage(text))
        if self.application.platformName() not in UNSEEN:
            self.application.exec()

    def _paint(self) -> None:
        """Let the window come to the screen before anything else is done."""
        loop = QEventLoop()
        QTimer.singleShot(PAINT_PATIENCE_MS, loop, loop.quit)
        ends = [signal.connect(loop.quit) for signal in (self.frame.painted, self.frame.closed)]
        loop.exec()
        for connection in ends:
            QObject.disconnect(connection)
