"""What the window shows when it cannot show anything else: why, what to do, and the text to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel

HEADING = "Second Image could not open its library."
_WIDEST = 720


class FailurePage(QWidget):
    """One heading, the reason with its remedy, and two buttons."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setMaximumWidth(_WIDEST)
        self.copy, self.leave = QPushButton("Copy"), QPushButton("Close")
        self.copy.setToolTip("Copy what is said here")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        self.leave.clicked.connect(lambda: self.window().close())
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE[1])
        for button in (self.copy, self.leave):
            buttons.addWidget(button)
        buttons.addStretch()
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE[4]] * 4)
        column.setSpacing(SPACE[3])
        column.addWidget(InkLabel(font(19, serif=True, bold=True), "ink", HEADING))
        column.addWidget(self.text)
        column.addLayout(buttons)
        column.addStretch()
