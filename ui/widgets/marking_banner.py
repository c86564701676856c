"""The classification marking at the top and the bottom of the window, the same in both themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor.marking import UNCLASSIFIED, marking_colours
from ui.tokens import font
from ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

HEIGHT = 20


class MarkingBanner(QWidget):
    """One banner across the window; a marking that is longer than the window ends in an ellipsis."""

    def __init__(self, marking: str = UNCLASSIFIED, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marking = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_marking(marking)

    def show_marking(self, marking: str) -> None:
        """Show another marking."""
        self._marking = marking
        self.setAccessibleName(f"Marking: {marking}")
        self.setToolTip(plain_tip(marking))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill, text = marking_colours(self._marking)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(fill))
        painter.setPen(QColor(text))
        painter.setFont(font(11, bold=True))
        shown = painter.fontMetrics().elidedText(self._marking, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, shown)
