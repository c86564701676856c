"""Makes the numbers of a whole part of the window clickable, without touching the widgets that show them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QHoverEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Callable

_FIGURE = re.compile(r"\d")


class Cover(QObject):
    """Sees the clicks that nothing within `root` took, and asks about the number below the mouse.

    Parameters
    ----------
    hint
        What a number says when the mouse rests on it.
    has_answer
        Whether a widget is about something.
    ask
        Asks about a widget.
    """

    def __init__(
        self, root: QWidget, hint: str, has_answer: Callable[[QWidget], bool], ask: Callable[[QWidget], None]
    ) -> None:
        super().__init__(root)
        self._root, self._hint, self._has_answer, self._ask = root, hint, has_answer, ask
        self._pressed: QWidget | None = None
        self._over: QWidget | None = None
        root.setAttribute(Qt.WidgetAttribute.WA_Hover)
        root.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.HoverMove if isinstance(event, QHoverEvent):
                self._point(event.position().toPoint())
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                self._pressed = self._number_at(event.position().toPoint())
            case QEvent.Type.MouseButtonRelease if isinstance(event, QMouseEvent):
                return event.button() == Qt.MouseButton.LeftButton and self._release(event.position().toPoint())
            case QEvent.Type.ToolTip if isinstance(event, QHelpEvent):
                return self._tell(event)
        return False

    def _point(self, place: QPoint) -> None:
        """Show by the cursor that a number can be asked about."""
        over = self._number_at(place)
        if over is not self._over:
            self._over = over
            if over is None:
                self._root.unsetCursor()
            else:
                self._root.setCursor(Qt.CursorShape.PointingHandCursor)

    def _release(self, place: QPoint) -> bool:
        pressed, self._pressed = self._pressed, None
        if pressed is None or self._number_at(place) is not pressed:
            return False
        self._ask(pressed)
        return True

    def _tell(self, event: QHelpEvent) -> bool:
        number = self._number_at(event.pos())
        if number is None or number.toolTip():
            return False
        QToolTip.showText(event.globalPos(), self._hint, number)
        return True

    def _number_at(self, place: QPoint) -> QWidget | None:
        widget = self._root.childAt(place)
        return widget if widget is not None and shows_number(widget) and self._has_answer(widget) else None


def shows_number(widget: QWidget) -> bool:
    """Say whether a widget is a label with a figure in it."""
    return bool(_FIGURE.search(text_of(widget)))


def text_of(widget: QWidget) -> str:
    """Return the text of a label of either kind; empty of anything else."""
    if isinstance(widget, QLabel):
        return widget.text()
    return widget.text if isinstance(widget, ElidedLabel) else ""
