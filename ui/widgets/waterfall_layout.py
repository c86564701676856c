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

    from advisor.playbook import StanceClass
    from advisor.waterfall import Bar

ROW = 16.0
INDENT = 12.0
TAG_WIDTH = 32.0
LEGEND = ("domestic", "external", "both", "constant")
SWATCH = 10.0
WORD, LABEL, TOTAL = Type(11), Type(12), Type(12, bold=True)
_TITLE, _CAPTION, _BELOW = 18.0, 15.0, 4.0
_NUMBER, _GAP = 46.0, 8.0
_LABEL_MOST, _PADDING = 0.5, 0.05
_LEGEND_GAP = 9.0


@dataclass(frozen=True, slots=True)
class Zone:
    """Where running totals mean a stance class; an end that is open is infinite."""

    stance: StanceClass
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies behind the bars: the win-set from zero on, or the zones of the stance; and what the legend names."""

    zones: tuple[Zone, ...] = ()
    legend: tuple[str, ...] = LEGEND

    @property
    def is_win_set(self) -> bool:
        """Whether totals are standings, of which zero matters."""
        return not self.zones


WIN_SET = Ground()


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
    ground: Ground = WIN_SET

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
        """The line above the bars where the win-set or the zones are named."""
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


def lay_out(rows: Sequence[Bar], title: str, width: float, ground: Ground = WIN_SET) -> WaterfallLayout:
    """Return the layout of rows for a width."""
    zero = [0.0] if ground.is_win_set or not rows else []
    ends = [*zero, *(bar.start for bar in rows), *(bar.end for bar in rows)]
    span = max(ends) - min(ends) or 1.0
    legend = _legend_width(ground)
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
        ground=ground,
    )


def legend_step(word: str) -> float:
    """Return the width of one entry of the legend."""
    return SWATCH + 4 + advance(WORD, word) + _LEGEND_GAP


def label_left(bar: Bar) -> float:
    """Return where the label of a bar begins."""
    return INDENT * bar.indent + (INDENT if bar.members else 0.0)


def label_type(bar: Bar) -> Type:
    """Return the type of a bar's label: what the bars lead from and to stands out."""
    return TOTAL if bar.kind in ("sum", "level") else LABEL


def _legend_width(ground: Ground) -> float:
    return sum(legend_step(word) for word in ground.legend) - _LEGEND_GAP


def _label_width(rows: Sequence[Bar]) -> float:
    tags = {True: TAG_WIDTH + 6, False: 0.0}
    widths = (label_left(bar) + advance(label_type(bar), bar.label) + tags[bar.vetoes] for bar in rows)
    return max(widths, default=0.0)
