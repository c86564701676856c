"""When a focus ring is due: once the keyboard is in use, and not for a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    _Widget = QWidget
else:
    _Widget = object

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


class KeyboardRing(_Widget):
    """What a widget that paints its own focus ring is as well; named before the class of Qt."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self._keyboard = KeyboardFocus()

    @property
    def ringed(self) -> bool:
        """Whether a ring shows that the keyboard speaks to this."""
        return self.hasFocus() and self._keyboard.ring

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keyboard.key_used()
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._keyboard.mouse_used()
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keyboard.arrived(event)
        super().focusInEvent(event)
