"""Confidence as one to three rising bars; never coloured, because colour means side or verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

from advisor.scores import CONFIDENCES
from ui.tokens import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from advisor.scores import Confidence
    from ui.tokens import Tokens

BARS_SIZE = QSize(18, 12)
_BAR_WIDTH, _GAP, _LOWEST, _RISE = 4.0, 2.0, 4.0, 3.5


class ConfidenceBars(QAbstractButton):
    """The confidence of one score; a click asks for the next word. Blank while there is no score."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._confidence: Confidence | None = None
        # The row carries the key, so that Tab goes from one score to the next.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._describe()

    @property
    def confidence(self) -> Confidence | None:
        """The confidence shown."""
        return self._confidence

    def set_confidence(self, confidence: Confidence | None) -> None:
        """Show another confidence, or none."""
        if confidence != self._confidence:
            self._confidence = confidence
            self._describe()
            self.update()

    def sizeHint(self) -> QSize:
        return BARS_SIZE

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._confidence is None:
            return
        painter = QPainter(self)
        top = (self.height() - BARS_SIZE.height()) / 2
        left = (self.width() - BARS_SIZE.width()) / 2
        paint_confidence(painter, left, top, self._confidence, tokens(self.palette()))

    def _describe(self) -> None:
        self.setAccessibleName(f"confidence {self._confidence or 'not given'}")
        self.setToolTip("" if self._confidence is None else f"Confidence: {self._confidence} (click or C for the next)")


def paint_confidence(painter: QPainter, left: float, top: float, confidence: Confidence, theme: Tokens) -> None:
    """Paint three bars of which one, two or three are filled."""
    filled = CONFIDENCES.index(confidence) + 1
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for number in range(len(CONFIDENCES)):
        height = _LOWEST + _RISE * number
        bar = QRectF(left + number * (_BAR_WIDTH + _GAP), top + BARS_SIZE.height() - height, _BAR_WIDTH, height)
        if number < filled:
            painter.fillRect(bar, QColor(theme.ink2))
        else:
            painter.setPen(QColor(theme.outline))
            painter.drawRect(bar.adjusted(0, 0, -1, -1))
    painter.restore()
