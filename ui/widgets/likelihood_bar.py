"""A likelihood as a bar with ticks at the edges of the ICD 203 words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor.wording import BAND_EDGES, likelihood
from ui.tokens import tokens
from ui.widgets.line_text import RIGHT, paint_line
from ui.widgets.table_rows import NUMBER, STRONG_NUMBER, Reading, RowDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.tokens import Tokens
    from ui.widgets.table_rows import Cell

NUMBER_WIDTH = 38.0
_BAR, _TICK, _GAP = 8.0, 4.0, 2.0
_CUT, _OVERHANG = 2.0, 2.0
_HEIGHT = 18


def paint_likelihood(painter: QPainter, box: QRectF, reading: Reading, theme: Tokens) -> None:
    """Paint the bar with its fill, its ticks below and the cut line, in the middle of a box."""
    top = box.center().y() - (_BAR + _TICK) / 2
    track = QRectF(box.left(), top, box.width(), _BAR)
    painter.fillRect(track, QColor(theme.track))
    if reading.value is not None:
        fill = QRectF(track.left(), track.top(), track.width() * reading.value, track.height())
        painter.fillRect(fill, QColor(theme.outline if reading.dim else theme.ink3))
    for edge in BAND_EDGES:
        x = track.left() + track.width() * edge
        painter.fillRect(QRectF(x - 0.5, track.bottom(), 1, _TICK), QColor(theme.outline))
    if reading.cut is not None:
        x = track.left() + track.width() * reading.cut - _CUT / 2
        cut = QRectF(x, track.top() - _OVERHANG, _CUT, track.height() + 2 * _OVERHANG)
        painter.fillRect(cut.adjusted(-1, 0, 1, 0), QColor(theme.surface))
        painter.fillRect(cut, QColor(theme.ink3 if reading.dim else theme.ink))


def _ink(reading: Reading, theme: Tokens) -> str:
    return theme.ink3 if reading.dim or reading.value is None else theme.ink


class LikelihoodDelegate(RowDelegate):
    """Paints the `Reading` of a cell: bar with cut line, number at the right."""

    def paint_cell(self, painter: QPainter, box: QRectF, cell: Cell, theme: Tokens, *, chosen: bool) -> None:
        if cell.reading is not None:
            paint_likelihood(painter, box.adjusted(0, 0, -NUMBER_WIDTH - _GAP, 0), cell.reading, theme)
            paint_line(painter, box, cell.reading.text, STRONG_NUMBER, _ink(cell.reading, theme), RIGHT)


class ValueDelegate(RowDelegate):
    """Paints the `Reading` of a cell as a small plain bar with its number: a value, not a likelihood."""

    def paint_cell(self, painter: QPainter, box: QRectF, cell: Cell, theme: Tokens, *, chosen: bool) -> None:
        if cell.reading is None:
            return
        bar = QRectF(box.left(), box.center().y() - _BAR / 2 + 1, box.width() - NUMBER_WIDTH + 8, _BAR - 2)
        painter.fillRect(bar, QColor(theme.track))
        share = max(0.0, cell.reading.value or 0.0)
        fill = QRectF(bar.left(), bar.top(), bar.width() * share, bar.height())
        painter.fillRect(fill, theme.verdict("lead"))
        paint_line(painter, box, cell.reading.text, NUMBER, theme.ink, RIGHT)


class LikelihoodBar(QWidget):
    """One likelihood with its number, for a page."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._reading = Reading(None, "–")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)
        self._describe()

    @property
    def reading(self) -> Reading:
        """What is shown."""
        return self._reading

    def set_reading(self, reading: Reading) -> None:
        """Show another likelihood."""
        if reading != self._reading:
            self._reading = reading
            self._describe()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(150, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), tokens(self.palette())
        box = QRectF(self.rect())
        paint_likelihood(painter, box.adjusted(0, 0, -NUMBER_WIDTH - 2 * _GAP, 0), self._reading, theme)
        paint_line(painter, box, self._reading.text, STRONG_NUMBER, _ink(self._reading, theme), RIGHT)

    def _describe(self) -> None:
        value = self._reading.value
        words = "not computed yet" if value is None else f"{self._reading.text}, {likelihood(value)}"
        self.setAccessibleName(f"{self._name}: {words}")
