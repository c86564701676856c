"""The classification marking at the top and the bottom of the window, the same in both themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.tokens import font

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

HEIGHT = 20
UNCLASSIFIED = "UNCLASSIFIED"
_WHITE, _BLACK = "#FFFFFF", "#000000"
# The colours that US government standard forms 703 to 712 give to each level, with the text that stands on them.
COLOURS = {
    UNCLASSIFIED: ("#007A33", _WHITE),
    "CUI": ("#502B85", _WHITE),
    "CONFIDENTIAL": ("#0033A0", _WHITE),
    "SECRET": ("#C8102E", _WHITE),
    "TOP SECRET": ("#FF8C00", _BLACK),
    "TOP SECRET//SCI": ("#FCE83A", _BLACK),
}


class MarkingBanner(QWidget):
    """One banner across the window."""

    def __init__(self, marking: str = UNCLASSIFIED, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marking = marking
        self.setAccessibleName(f"Marking: {marking}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill, text = COLOURS[self._marking]
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(fill))
        painter.setPen(QColor(text))
        painter.setFont(font(11, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._marking)
