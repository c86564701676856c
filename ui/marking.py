"""The marking that the window shows at its edges and that briefings carry until another is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from advisor.marking import UNCLASSIFIED, marking_line

if TYPE_CHECKING:
    from ui.settings import Settings


class Marking(QObject):
    """Reads and keeps it in the settings, and says when it changes."""

    changed = Signal(str)
    """Another marking is shown from now on."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def text(self) -> str:
        """The marking on one line, never empty."""
        return marking_line(self._settings.marking) or UNCLASSIFIED

    def choose(self, text: str) -> None:
        """Keep a marking."""
        before = self.text
        self._settings.marking = marking_line(text)
        if self.text != before:
            self.changed.emit(self.text)
