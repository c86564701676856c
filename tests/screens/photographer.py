"""Takes pictures of a window once it is at rest, in every theme and size asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

from ui.background import Latest
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.styles import ThemeChoice
    from ui.theme import Theme

Size = tuple[int, int]
WIDE, SMALL = (1440, 900), (1100, 700)
SIZES: tuple[Size, ...] = (WIDE, SMALL)
TALL = (1440, 1900)
"""As high as the longest page, so that what lies below is seen too."""
PATIENCE_MS, ASK_MS, REST_MS = 60_000, 50, 250


@dataclass(frozen=True, slots=True)
class Photographer:
    """Keeps what was asked for on the command line."""

    folder: Path
    scale: str
    theme: Theme
    themes: tuple[ThemeChoice, ...]
    sizes: tuple[Size, ...]

    def take(self, window: QWidget, name: str, sizes: Sequence[Size] = SIZES, *, at_rest: bool = True) -> None:
        """Take a window as it stands, at those of the sizes that are wanted; tall ones always are."""
        for choice in self.themes:
            self.theme.choose(choice)
            for width, height in sizes:
                if (width, height) in self.sizes or (width, height) == TALL:
                    window.resize(width, height)
                    if at_rest:
                        wait(window)
                    else:
                        pass_time(0)
                    self._save(window, f"{name}-{choice}-{width}x{height}-{float(self.scale) * 100:.0f}.png")

    def take_exactly(self, window: QWidget, name: str, size: Size) -> None:
        """Take a window in a size that is wanted whatever sizes are."""
        for choice in self.themes:
            self.theme.choose(choice)
            window.resize(*size)
            wait(window)
            self._save(window, f"{name}-{choice}-{float(self.scale) * 100:.0f}.png")

    def take_as_is(self, window: QWidget, name: str) -> None:
        """Take a window in the size that it has."""
        for choice in self.themes:
            self.theme.choose(choice)
            pass_time(REST_MS)
            self._save(window, f"{name}-{choice}-{float(self.scale) * 100:.0f}.png")

    def _save(self, window: QWidget, file: str) -> None:
        path = self.folder / file
        if not window.grab().save(str(path)):
            raise OSError(f"{path}: the picture could not be written")
        print(path, flush=True)


def wait(window: QWidget) -> None:
    """Let a window work until nothing is computed in the background."""
    loop, ask = QEventLoop(), QTimer(interval=ASK_MS)
    ask.timeout.connect(lambda: None if is_busy(window) else loop.quit())
    ask.start()
    QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
    loop.exec()
    ask.stop()
    # One more round for what the arrival itself set off, such as the effect of a point more.
    pass_time(REST_MS)
    if is_busy(window):
        wait(window)


def pass_time(milliseconds: int) -> None:
    """Let the window answer for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()


def is_busy(window: QWidget) -> bool:
    """Say whether any lane of background work of a window, or of what it has open, has yet to deliver."""
    pending = isinstance(window, MainWindow) and window.session.pending
    return pending or any(lane.busy for lane in window.findChildren(Latest))
