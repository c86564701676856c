"""What stands in place of rows or a chart while there are none: one sentence, what to do, and buttons that do it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel


class EmptyState(QWidget):
    """Stands at the top left; the first button is the one to press."""

    def __init__(self, *buttons: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence, self.advice = InkLabel(font(17, serif=True)), InkLabel(font(12.5), "ink2")
        self.buttons = tuple(QPushButton(text) for text in buttons)
        row = QHBoxLayout()
        row.setContentsMargins(0, SPACE[0], 0, 0)
        row.setSpacing(SPACE[1])
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch()
        if self.buttons:
            self.buttons[0].setProperty("primary", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE[1], 0, SPACE[1])
        column.setSpacing(SPACE[1])
        column.addWidget(self.sentence)
        column.addWidget(self.advice)
        column.addLayout(row)
        column.addStretch()

    def say(self, sentence: str, advice: str = "", *, offers: bool = True) -> None:
        """Say why nothing is here, and what to do; the buttons stand below where they help."""
        self.sentence.setText(sentence)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        for button in self.buttons:
            button.setVisible(offers)
