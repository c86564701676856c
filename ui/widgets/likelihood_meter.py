"""A likelihood as a bar across a panel; its number and its word stand beside it as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor.wording import percent
from ui.tokens import tokens
from ui.widgets.likelihood_bar import paint_likelihood
from ui.widgets.table_rows import Reading

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_HEIGHT = 14


class LikelihoodMeter(QWidget):
    """The bar alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_reading(Reading(None, ""))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_reading(self, reading: Reading) -> None:
        """Show another likelihood."""
        self._reading = reading
        self.setAccessibleName("none yet" if reading.value is None else percent(reading.value))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_likelihood(QPainter(self), QRectF(self.rect()), self._reading, tokens(self.palette()))
