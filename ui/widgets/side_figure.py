"""A number in the colour of its side of the two-level game."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QWidget

from ui.tokens import font, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from advisor.playbook import Side


class SideFigure(QLabel):
    """The mean of one side's factors."""

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side: Side = side
        self.setFont(font(12.5, bold=True, tabular=True))

    def set_value(self, value: float) -> None:
        """Show another number."""
        self.setText(f"{value:.1f}")
        self.setAccessibleName(f"{self._side} {self.text()}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(tokens(self.palette()).side(self._side))
        painter.drawText(self.contentsRect(), self.alignment(), self.text())
