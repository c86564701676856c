"""A line with an arrow; what belongs below it stays folded away until it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui.tokens import RADIUS_CONTROL, SPACE, font, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class _FoldButton(QToolButton):
    """A line of text with an arrow, ringed while it has the keyboard."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens(self.palette()).focus), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)


class Fold(QWidget):
    """A line to click; below it whatever is put into `body`."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.button = _FoldButton()
        self.button.setObjectName("fold")
        self.button.setText(title)
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setFont(font(12))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.toggled.connect(self._fold)
        self._folded = QWidget()
        self._folded.hide()
        self.body = QVBoxLayout(self._folded)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE[1])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE[0])
        layout.addWidget(self.button)
        layout.addWidget(self._folded)

    def place_button(self, row: QBoxLayout, tip: str) -> None:
        """Put the line, made lower, into another row; what belongs to it takes no room here while it is folded away."""
        self.button.setProperty("dense", "true")
        self.button.setToolTip(tip)
        self.button.setAccessibleDescription(tip)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.button.toggled.connect(self.setVisible)
        self.hide()

    def _fold(self, opened: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self._folded.setVisible(opened)
