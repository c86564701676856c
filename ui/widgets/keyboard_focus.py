"""When a focus ring is due: once the keyboard is in use, and not for a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class KeyboardFocus:
    """Remembers how the focus came and whether keys or the mouse were used since."""

    def __init__(self) -> None:
        self.ring = False
        """Whether a ring shows where the keyboard speaks to."""

    def arrived(self, event: QFocusEvent) -> None:
        """Take note of a focus; one that comes back with its window is as it was."""
        if event.reason() in _KEYS:
            self.ring = True
        elif event.reason() == Qt.FocusReason.MouseFocusReason:
            self.ring = False

    def key_used(self) -> None:
        """Take note of a key."""
        self.ring = True

    def mouse_used(self) -> None:
        """Take note of a click."""
        self.ring = False
