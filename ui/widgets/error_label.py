"""What is wrong with a field, in the colour of errors and with a cross, so that colour is not the only sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLabel, QWidget

from ui.tokens import font, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class ErrorLabel(QLabel):
    """One line below a field; takes no room while it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font(11.5))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setVisible(False)

    def setText(self, text: str) -> None:
        """Say what is wrong, or nothing."""
        super().setText(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(tokens(self.palette()).error))
        painter.drawText(self.contentsRect(), self.alignment(), f"✕ {self.text()}")
