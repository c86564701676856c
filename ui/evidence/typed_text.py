"""A text that is kept while it is typed: whenever the typing pauses, and when the keyboard leaves it."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from ui.widgets.justification_edit import JustificationEdit

PAUSE_MS = 700


class TypedText(JustificationEdit):
    """Keeps what was typed without moving the cursor; an empty text is not kept until the keyboard leaves."""

    def __init__(self, name: str, hint: str, lines: int) -> None:
        super().__init__(name, hint, lines)
        self.setToolTip("Kept as you type; Esc goes back to the list")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep_typing)
        self.textChanged.connect(self._pause.start)

    def keep_typing(self) -> None:
        """Have kept what was typed so far."""
        self._pause.stop()
        text = self.toPlainText().strip()
        if text and text != self._kept:
            self._kept = text
            self.edited.emit(text)

    def keep(self) -> None:
        self._pause.stop()
        super().keep()
