"""What stands behind the bar selected: arithmetic, condition, rationale and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.tokens import SPACE, font, tokens
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from advisor.reasons import Reason


class ReasonBox(QWidget):
    """Shows one `Reason`; parts that it does not have take no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason: Reason | None = None
        self._title = InkLabel(font(12, bold=True))
        self._arithmetic = InkLabel(font(12, tabular=True), "ink2")
        self._because = InkLabel(font(12))
        self._rationale = InkLabel(font(12), "ink2")
        self._sources = InkLabel(font(11.5), "ink3")
        self._labels = (self._title, self._arithmetic, self._because, self._rationale, self._sources)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE[2], SPACE[1], SPACE[2], SPACE[1])
        layout.setSpacing(2)
        for label in self._labels:
            layout.addWidget(label)

    @property
    def text(self) -> str:
        """All that is shown, line by line."""
        return "\n".join(label.text() for label in self._labels if label.text())

    def show_reason(self, reason: Reason) -> None:
        """Show another reason."""
        if reason == self._reason:
            return
        self._reason = reason
        texts = (reason.title, reason.arithmetic, reason.because, reason.rationale, "\n".join(reason.sources))
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(reason.sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(tokens(self.palette()).accent_soft))
