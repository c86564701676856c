"""What is wrong and what to do about it, beside the thing concerned: a rule, a cross and a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from ui.tokens import SPACE, font, tokens
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_RULE, _CROSS, _CROSS_BELOW = 3, 7.0, 4.0


class ProblemBox(InkLabel):
    """Takes no room while nothing is wrong."""

    def __init__(self) -> None:
        super().__init__(font(12), "ink")
        self.setContentsMargins(_RULE + SPACE[1] + round(_CROSS) + SPACE[1], 2, 0, 2)
        self.hide()

    def show_problem(self, text: str) -> None:
        """Say what is wrong, or nothing."""
        self.setText(text)
        self.setAccessibleName(f"Problem: {text}" if text else "")
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, error = QPainter(self), QColor(tokens(self.palette()).error)
        painter.fillRect(0, 0, _RULE, self.height(), error)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(error, 1.6))
        left, top = _RULE + SPACE[1], self.contentsMargins().top() + _CROSS_BELOW
        painter.drawLine(QPointF(left, top), QPointF(left + _CROSS, top + _CROSS))
        painter.drawLine(QPointF(left + _CROSS, top), QPointF(left, top + _CROSS))
