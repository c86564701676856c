"""The distribution of the stance index over the futures, with the classes as zones and where best scores put it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from advisor.wording import percent, signed
from ui.widgets.line_text import Type, advance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.figure import Figure

    from advisor.playbook import StanceClass
    from advisor.robustness import StanceSpread
    from ui.charts.chart import Table
    from ui.charts.pixel_sheet import PixelSheet
    from ui.tokens import Tokens

_HEIGHT, _CLASS_ROW, _CHANCE_ROW, _TOP, _FLOOR, _STRIP, _FOOT = 190, 11, 28, 42, 146, 160, 178
_CLASS, _CHANCE, _NUMBER = Type(11.5), Type(12, bold=True), Type(11)
_MARKS: Mapping[StanceClass, str] = {"divergent": "<", "contested": "D", "aligned": ">"}
_MARK, _SMALL_MARK, _CAP, _MARKER, _PAD = 8.0, 6.0, 4.0, 9.0, 6.0
_TAIL = 0.001
_LEAST_ZONE = 2.5


@dataclass(frozen=True, slots=True)
class StancePlot:
    """The distribution; `likely` holds eight futures in ten, `best` is None where nothing is scored.

    The outermost thousandth at either end is left to the table.
    """

    name: str
    sentence: str
    spread: StanceSpread
    probabilities: tuple[tuple[StanceClass, float], ...]
    cuts: tuple[float, float]
    best: float | None
    likely: tuple[float, float]

    def height(self, width: int) -> int:
        return _HEIGHT

    def draw(self, figure: Figure, theme: Tokens) -> None:
        from ui.charts.pixel_sheet import PixelSheet

        sheet = PixelSheet(figure)
        scale = _Scale(*self._ends, sheet.width)
        self._draw_zones(sheet, theme, scale)
        self._draw_bars(sheet, theme, scale)
        self._draw_range(sheet, theme, scale)
        if self.best is not None:
            self._draw_best(sheet, theme, scale, self.best)

    def table(self) -> Table:
        titles = ("Index from", "to", "Share of futures")
        edges = self.spread.edges
        return (titles, *zip(edges, edges[1:], self.spread.shares, strict=False))

    @property
    def _ends(self) -> tuple[float, float]:
        """The ends of the axis: all but the tails, best scores, and enough of every zone."""
        edges, shares = self.spread.edges, self.spread.shares
        low = next(edge for edge, below in zip(edges[1:], accumulate(shares), strict=True) if below >= _TAIL)
        high = next(
            edge for edge, above in zip(edges[-2::-1], accumulate(reversed(shares)), strict=True) if above >= _TAIL
        )
        step = edges[1] - edges[0]
        best = () if self.best is None else (self.best,)
        return min(low - step, self.cuts[0] - _LEAST_ZONE, *best), max(high + step, self.cuts[1] + _LEAST_ZONE, *best)

    def _draw_zones(self, sheet: PixelSheet, theme: Tokens, scale: _Scale) -> None:
        edges = (0.0, *map(scale.x, self.cuts), sheet.width)
        for (stance, chance), left, right in zip(self.probabilities, edges, edges[1:], strict=False):
            sheet.fill((left, 0, right, _FLOOR), theme.stance_soft(stance).name())
            middle, word = (left + right) / 2, advance(_CLASS, stance)
            size = _SMALL_MARK if stance == "contested" else _MARK
            start = middle - (word + _MARK + _PAD) / 2
            sheet.marks([(start + _MARK / 2, _CLASS_ROW)], theme.stance(stance).name(), size, shape=_MARKS[stance])
            sheet.words((start + _MARK + _PAD, _CLASS_ROW), stance, _CLASS, theme.ink2)
            sheet.words((middle, _CHANCE_ROW), percent(chance), _CHANCE, theme.ink, "center")

    def _draw_bars(self, sheet: PixelSheet, theme: Tokens, scale: _Scale) -> None:
        most, edges = max(self.spread.shares), self.spread.edges
        for share, low, high in zip(self.spread.shares, edges, edges[1:], strict=False):
            if share and low >= scale.low - 1e-9 and high <= scale.high + 1e-9:
                top = _FLOOR - (_FLOOR - _TOP) * share / most
                sheet.fill((scale.x(low) + 0.5, top, scale.x(high) - 0.5, _FLOOR), theme.outline)
        sheet.line([(0, _FLOOR), (sheet.width, _FLOOR)], theme.outline)

    def _draw_range(self, sheet: PixelSheet, theme: Tokens, scale: _Scale) -> None:
        low, high = map(scale.x, self.likely)
        sheet.line([(low, _STRIP), (high, _STRIP)], theme.ink)
        for end in (low, high):
            sheet.line([(end, _STRIP - _CAP), (end, _STRIP + _CAP)], theme.ink)
        sheet.words((low - _PAD, _STRIP), signed(self.likely[0], 1), _NUMBER, theme.ink, "right")
        sheet.words((high + _PAD, _STRIP), signed(self.likely[1], 1), _NUMBER, theme.ink)

    def _draw_best(self, sheet: PixelSheet, theme: Tokens, scale: _Scale, best: float) -> None:
        here, text = scale.x(best), f"best scores {signed(best, 1)}"
        sheet.line([(here, _TOP - _CAP), (here, _STRIP)], theme.ink, dash="dashed")
        sheet.marks([(here, _STRIP)], theme.ink, _MARKER, shape="^")
        half = advance(_NUMBER, text) / 2
        sheet.words((min(max(here, half), sheet.width - half), _FOOT), text, _NUMBER, theme.ink, "center")


@dataclass(frozen=True, slots=True)
class _Scale:
    """The index along the width."""

    low: float
    high: float
    width: float

    def x(self, index: float) -> float:
        return self.width * (index - self.low) / (self.high - self.low)
