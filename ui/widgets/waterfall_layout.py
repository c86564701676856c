"""Where everything in a waterfall stands, in pixels, for a width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from ui.widgets.ink_label import section_font
from ui.widgets.line_text import Type, advance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.waterfall import Bar

ROW = 16.0
INDENT = 12.0
TAG_WIDTH = 32.0
LEGEND = ("domestic", "external", "both", "constant")
SWATCH = 10.0
WORD, LABEL = Type(11), Type(12)
_TITLE, _CAPTION, _BELOW = 18.0, 15.0, 4.0
_NUMBER, _GAP = 46.0, 8.0
_LABEL_MOST, _PADDING = 0.5, 0.05
_LEGEND_GAP = 9.0


@dataclass(frozen=True, slots=True)
class WaterfallLayout:
    """Rows below a title, a legend and a caption; bars between labels and numbers, from value `low` to value `high`."""

    width: float
    rows: int
    label_width: float
    low: float
    high: float
    legend: QRectF
    top: float

    @property
    def height(self) -> float:
        """The height of it all."""
        return self.row(self.rows - 1).bottom() + _BELOW if self.rows else self.top

    @property
    def bars(self) -> tuple[float, float]:
        """Left and right end of the space for bars."""
        return self.label_width + _GAP, self.width - _NUMBER - _GAP

    @property
    def caption(self) -> QRectF:
        """The line above the bars where the win-set is named."""
        left, right = self.bars
        return QRectF(left, self.top - _CAPTION, right - left, _CAPTION)

    def row(self, number: int) -> QRectF:
        """The box of a row over the whole width; the last, the sum, stands a little apart."""
        apart = _BELOW if number == self.rows - 1 else 0.0
        return QRectF(0, self.top + number * ROW + apart, self.width, ROW)

    def row_at(self, y: float) -> int | None:
        """Return the row at a height, if there is one."""
        return next((row for row in range(self.rows) if self.row(row).top() <= y < self.row(row).bottom()), None)

    def x(self, value: float) -> float:
        """Return the place of a running total."""
        left, right = self.bars
        return left + (value - self.low) / (self.high - self.low) * (right - left)


def lay_out(rows: Sequence[Bar], title: str, width: float) -> WaterfallLayout:
    """Return the layout of rows for a width."""
    ends = [0.0, *(bar.start for bar in rows), *(bar.end for bar in rows)]
    span = max(ends) - min(ends) or 1.0
    legend = _legend_width()
    beside = QFontMetricsF(section_font()).horizontalAdvance(title) + _LEGEND_GAP + legend <= width
    place = QRectF(max(0.0, width - legend) if beside else 0.0, 0.0 if beside else _TITLE, legend, _TITLE)
    return WaterfallLayout(
        width=width,
        rows=len(rows),
        label_width=min(_label_width(rows), width * _LABEL_MOST),
        low=min(ends) - span * _PADDING,
        high=max(ends) + span * _PADDING,
        legend=place,
        top=place.bottom() + _CAPTION,
    )


def legend_step(word: str) -> float:
    """Return the width of one entry of the legend."""
    return SWATCH + 4 + advance(WORD, word) + _LEGEND_GAP


def label_left(bar: Bar) -> float:
    """Return where the label of a bar begins."""
    return INDENT * bar.indent + (INDENT if bar.members else 0.0)


def _legend_width() -> float:
    return sum(legend_step(word) for word in LEGEND) - _LEGEND_GAP


def _label_width(rows: Sequence[Bar]) -> float:
    tags = {True: TAG_WIDTH + 6, False: 0.0}
    return max((label_left(bar) + advance(LABEL, bar.label) + tags[bar.vetoes] for bar in rows), default=0.0)
