"""What several analysts gave every indicator: a mark for each best estimate, with its range, widest apart first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.merge_text import widest_text
from advisor.scores import SCALE
from ui.widgets.line_text import Type, advance, elided

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from advisor.merge import Merged
    from advisor.playbook import Playbook
    from advisor.scores import Score
    from ui.charts.chart import Cell, Table
    from ui.charts.pixel_sheet import PixelSheet
    from ui.tokens import Tokens

_NAME, _SMALL, _GAP_NUMBER = Type(12), Type(11.5), Type(12, bold=True, tabular=True)
_SHAPES = ("o", "s", "^", "D", "v", "p")
_LANE, _LEAST_ROW, _ROOM = 8.0, 24.0, 9.0
_LEGEND, _FOOT, _MARK = 26.0, 24.0, 7.0
_NAME_SHARE, _SPACE, _NUMBER, _END = 0.42, 14.0, 62.0, 4.0
_APART = "≠"


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """An indicator with the score of each analyst, the gap of their best estimates, and whether ranges lie apart."""

    name: str
    scores: tuple[Score | None, ...]
    gap: float
    apart: bool


@dataclass(frozen=True, slots=True)
class SpreadPlot:
    """Rows from top to bottom as they are given."""

    name: str
    sentence: str
    analysts: tuple[str, ...]
    rows: tuple[SpreadRow, ...]

    @property
    def row_height(self) -> float:
        """How high a row is: a lane for each analyst, so that marks on one value stay apart."""
        return max(_LEAST_ROW, _LANE * len(self.analysts) + _ROOM)

    def height(self, width: int) -> int:
        return round(_LEGEND + len(self.rows) * self.row_height + _FOOT)

    def draw(self, figure: Figure, theme: Tokens) -> None:
        from ui.charts.pixel_sheet import PixelSheet

        sheet = PixelSheet(figure)
        names = max((advance(_NAME, row.name) for row in self.rows), default=0.0)
        left = min(_NAME_SHARE * sheet.width, names) + _SPACE
        right = sheet.width - _NUMBER
        bottom = _LEGEND + len(self.rows) * self.row_height
        self._legend(sheet, theme)
        self._axis(sheet, theme, left, right, bottom)
        for number, row in enumerate(self.rows):
            middle = _LEGEND + (number + 0.5) * self.row_height
            sheet.words((0, middle), elided(_NAME, row.name, left - _SPACE), _NAME, theme.ink)
            self._scores(sheet, theme, row, middle, left, right)
            gap = f"{_APART} {row.gap:g}" if row.apart else f"{row.gap:g}"
            sheet.words((sheet.width - _END, middle), gap, _GAP_NUMBER, theme.ink if row.gap else theme.ink3, "right")

    def table(self) -> Table:
        titles: list[Cell] = ["Indicator"]
        for who in self.analysts:
            titles += [who, f"{who}: low", f"{who}: high"]
        return ([*titles, "Gap", "Ranges apart"], *(_cells(row) for row in self.rows))

    def _legend(self, sheet: PixelSheet, theme: Tokens) -> None:
        left = 0.0
        for number, who in enumerate(self.analysts):
            self._mark(sheet, theme, number, left + _MARK / 2, _LEGEND / 2 - 4)
            left += _MARK + 6
            sheet.words((left, _LEGEND / 2 - 4), who, _SMALL, theme.ink2)
            left += advance(_SMALL, who) + 2 * _SPACE
        sheet.words((sheet.width - _END, _LEGEND / 2 - 4), "gap", _SMALL, theme.ink3, "right")

    def _axis(self, sheet: PixelSheet, theme: Tokens, left: float, right: float, bottom: float) -> None:
        for value in range(int(SCALE[0]), int(SCALE[1]) + 1, 2):
            x = _x(value, left, right)
            sheet.line([(x, _LEGEND - 2), (x, bottom)], theme.line)
            sheet.words((x, bottom + _FOOT / 2), str(value), _SMALL, theme.ink3, "center")

    def _scores(
        self, sheet: PixelSheet, theme: Tokens, row: SpreadRow, middle: float, left: float, right: float
    ) -> None:
        first = middle - _LANE * (len(self.analysts) - 1) / 2
        for number, score in enumerate(row.scores):
            if score is None:
                continue
            y = first + number * _LANE
            low, best, high = (_x(value, left, right) for value in (score.low, score.best, score.high))
            sheet.line([(low, y), (high, y)], theme.outline, 1.5)
            self._mark(sheet, theme, number, best, y)

    def _mark(self, sheet: PixelSheet, theme: Tokens, number: int, x: float, y: float) -> None:
        hollow = theme.surface if number % 2 else None
        sheet.marks([(x, y)], theme.ink, _MARK, shape=_SHAPES[number % len(_SHAPES)], face=hollow)


def spread_plot(playbook: Playbook, merged: Merged, of: str) -> SpreadPlot:
    """Return the plot of several analysts' scores; `of` says of what and when."""
    given = [dict(one.opinions) for one in merged.spreads]
    rows = [
        SpreadRow(
            playbook.indicator[one.indicator].name,
            tuple(scores.get(who) for who in merged.analysts),
            one.gap,
            one.apart,
        )
        for one, scores in zip(merged.spreads, given, strict=True)
    ]
    rows.sort(key=lambda row: -row.gap)
    return SpreadPlot(f"Scores by analyst: {of}", widest_text(playbook, merged), merged.analysts, tuple(rows))


def _x(value: float, left: float, right: float) -> float:
    return left + (right - left) * (value - SCALE[0]) / (SCALE[1] - SCALE[0])


def _cells(row: SpreadRow) -> list[Cell]:
    cells: list[Cell] = [row.name]
    for score in row.scores:
        cells += [None, None, None] if score is None else [score.best, score.low, score.high]
    return [*cells, row.gap, "yes" if row.apart else ""]
