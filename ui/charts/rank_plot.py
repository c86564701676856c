"""Rank acceptability: options by ranks, the darker the more futures, with the expected rank outlined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.wording import percent
from ui.charts.shades import shade
from ui.widgets.line_text import Type, advance, elided

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ui.charts.chart import Cell, Table
    from ui.charts.pixel_sheet import Box, PixelSheet
    from ui.tokens import Tokens

_HEAD, _ROW, _FOOT = 26, 23, 4
_NAME, _TITLE, _NUMBERS = Type(12), Type(11.5), (Type(11), Type(10.5), Type(10), Type(9.5), Type(9))
_MOST_NAME, _NAME_SHARE, _GAP = 300.0, 0.46, 10.0
_ACCEPTED, _END, _AIR = 62.0, 4.0, 3.0
_NUMBERED_FROM = 0.095  # prints as 10 %


@dataclass(frozen=True, slots=True)
class RankRow:
    """An option: its shares of the ranks from the first on, the rank to be expected, how likely it is accepted."""

    name: str
    shares: tuple[float, ...]
    expected: float
    accepted: float


@dataclass(frozen=True, slots=True)
class RankPlot:
    """Options from top to bottom as they are given."""

    name: str
    sentence: str
    rows: tuple[RankRow, ...]

    def height(self, width: int) -> int:
        return _HEAD + len(self.rows) * _ROW + _FOOT

    def draw(self, figure: Figure, theme: Tokens) -> None:
        from ui.charts.pixel_sheet import PixelSheet

        sheet = PixelSheet(figure)
        names = max(advance(_NAME, row.name) for row in self.rows)
        left = min(_MOST_NAME, _NAME_SHARE * sheet.width, names) + _GAP
        cell = (sheet.width - left - _ACCEPTED) / len(self.rows)
        self._draw_head(sheet, theme, left, cell)
        for number, row in enumerate(self.rows):
            top = _HEAD + number * _ROW
            middle = top + _ROW / 2
            sheet.words((0, middle), elided(_NAME, row.name, left - _GAP), _NAME, theme.ink)
            self._draw_cells(sheet, theme, row, (left, top, left + cell, top + _ROW))
            sheet.words((sheet.width - _END, middle), percent(row.accepted), _NAME, theme.ink, "right")

    def table(self) -> Table:
        ranks = [f"Rank {rank + 1}" for rank in range(len(self.rows))]
        titles = ("Option", "Expected rank", "Accepted", *ranks)
        body: list[tuple[Cell, ...]] = [(row.name, row.expected, row.accepted, *row.shares) for row in self.rows]
        return (titles, *body)

    def _draw_head(self, sheet: PixelSheet, theme: Tokens, left: float, cell: float) -> None:
        middle, last = _HEAD / 2 - 1, str(len(self.rows))
        type_ = _fitting(last, cell - _AIR)
        step = 1 if advance(type_, last) <= cell - _AIR else 2
        sheet.words((left - _GAP, middle), "rank", _TITLE, theme.ink2, "right")
        for rank in range(0, len(self.rows), step):
            sheet.words((left + (rank + 0.5) * cell, middle), str(rank + 1), type_, theme.ink2, "center")
        sheet.words((sheet.width - _END, middle), "accepted", _TITLE, theme.ink2, "right")
        sheet.line([(0, _HEAD - 1.5), (sheet.width, _HEAD - 1.5)], theme.outline)

    def _draw_cells(self, sheet: PixelSheet, theme: Tokens, row: RankRow, first: Box) -> None:
        left, top, right, bottom = first
        lefts = [left + rank * (right - left) for rank in range(len(row.shares))]
        shades = [shade(theme, share) for share in row.shares]
        boxes = [(here + 0.5, top + 0.5, here + right - left - 0.5, bottom - 0.5) for here in lefts]
        sheet.fill_all(boxes, [fill for fill, _ in shades])
        here = lefts[int(row.expected + 0.5) - 1]
        there = here + right - left
        around = [(here, top), (there, top), (there, bottom), (here, bottom), (here, top), (there, top)]
        for colour, thickness in ((theme.surface, 3.5), (theme.ink, 1.5)):
            sheet.line(around, colour, thickness)
        for here, share, (_, ink) in zip(lefts, row.shares, shades, strict=True):
            if share >= _NUMBERED_FROM:
                text = percent(share).removesuffix(" %")
                type_ = _fitting(text, right - left - _AIR)
                sheet.words((here + (right - left) / 2, (top + bottom) / 2), text, type_, ink, "center")


def _fitting(text: str, width: float) -> Type:
    """Return the largest type in which figures fit, the smallest where none does."""
    return next((type_ for type_ in _NUMBERS if advance(type_, text) <= width), _NUMBERS[-1])
