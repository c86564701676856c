"""Headers of the Score page: one of a side with its overall mean, one of a factor with its value as a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.tokens import SPACE, font, tokens
from ui.widgets.axis import slider_axis
from ui.widgets.ink_label import section_font
from ui.widgets.score_columns import score_columns

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from advisor.playbook import Side

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_BAR = 6
UNKNOWN = "–"


class _Header(QWidget):
    """A painted line with a value from 0 to 10 that is repainted only when its number changes."""

    def __init__(self, name: str, side: Side, height: int) -> None:
        super().__init__()
        self._name, self._side = name, side
        self._value: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(height)
        self.setAccessibleName(name)

    @property
    def number(self) -> str:
        """The number shown."""
        return UNKNOWN if self._value is None else f"{self._value:.1f}"

    def set_value(self, value: float | None) -> None:
        """Show another value, or that none is known."""
        if value != self._value:
            self._value = value
            self.setAccessibleName(f"{self._name}, {'unknown' if value is None else self.number}")
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self.height())


class FactorHeader(_Header):
    """Name of a factor in capitals, its value as a bar and a number; the first of a side also heads the columns."""

    def __init__(self, name: str, side: Side, captions: bool = False) -> None:
        super().__init__(name, side, 28)
        self._captions = captions

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), tokens(self.palette())
        columns = score_columns(self.width(), self.height() + SPACE[1])
        painter.setFont(section_font())
        painter.setPen(QColor(theme.ink))
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, columns.name.width())
        painter.drawText(columns.name, _LEFT, name)
        if self._captions:
            painter.setFont(font(11.5))
            painter.setPen(QColor(theme.ink3))
            painter.drawText(columns.range, _RIGHT, "range")
            painter.drawText(columns.notes.adjusted(-SPACE[1], 0, 0, 0), _RIGHT, "notes")
        self._paint_bar(painter, columns.slider, self._value or 0.0)
        painter.setFont(font(12.5, bold=True, tabular=True))
        painter.setPen(QColor(theme.ink3) if self._value is None else theme.side(self._side))
        painter.drawText(columns.number, _RIGHT, self.number)

    def _paint_bar(self, painter: QPainter, slider: QRect, value: float) -> None:
        axis, theme = slider_axis(slider.width()), tokens(self.palette())
        left, top = slider.left() + axis.left, slider.center().y() - _BAR / 2
        painter.fillRect(QRectF(left, top, axis.length, _BAR), QColor(theme.track))
        painter.fillRect(QRectF(left, top, axis.x(value) - axis.left, _BAR), theme.side(self._side))


class SideHeader(_Header):
    """Name of a side, what a high number means, and the mean of its factors, over a rule in the side's colour."""

    def __init__(self, name: str, meaning: str, side: Side) -> None:
        super().__init__(name, side, 36)
        self._meaning = meaning

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), tokens(self.palette())
        line = self.rect().adjusted(SPACE[1], 0, -SPACE[1], -6)
        painter.setFont(font(17, serif=True, bold=True))
        painter.setPen(QColor(theme.ink))
        painter.drawText(line, _LEFT, self._name)
        painter.setFont(font(20, bold=True, tabular=True))
        number = painter.fontMetrics().horizontalAdvance(self.number)
        painter.setPen(QColor(theme.ink3) if self._value is None else theme.side(self._side))
        painter.drawText(line, _RIGHT, self.number)
        painter.setFont(font(11.5))
        painter.setPen(QColor(theme.ink3))
        painter.drawText(line.adjusted(0, 3, -number - SPACE[1], 3), _RIGHT, self._meaning)
        painter.fillRect(QRect(0, self.height() - 2, self.width(), 2), theme.side(self._side))
