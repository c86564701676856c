"""A label that keeps to one line and to the room it has; what is cut off stands in the tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.tokens import tokens
from ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent

    from ui.widgets.ink_label import Ink

_LEAST_WIDTH = 40


class ElidedLabel(QWidget):
    """Plain text that ends in an ellipsis where there is no room for all of it."""

    def __init__(self, face: QFont, ink: Ink = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._more, self._ink = "", "", ink
        self.setFont(face)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(_LEAST_WIDTH)

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str, more: str = "") -> None:
        """Show another text; the tooltip says more, where there is more to say."""
        self._text, self._more = text, more
        self.setAccessibleName(text)
        self.setAccessibleDescription(more)
        self._explain()
        self.updateGeometry()
        self.update()

    def set_ink(self, ink: Ink) -> None:
        """Show it in another ink."""
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 1, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._explain()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(getattr(tokens(self.palette()), self._ink)))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._elided())

    def _elided(self) -> str:
        return self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())

    def _explain(self) -> None:
        whole = "" if self._elided() == self._text else self._text
        self.setToolTip(plain_tip(self._more or whole) if self._more or whole else "")
