"""How far stated probabilities came true: a dot for each band, and the line on which they would all be right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.hindcast_text import band_words
from advisor.wording import percent
from ui.widgets.line_text import Type

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from advisor.hindcast import ReliabilityBand
    from ui.charts.chart import Table
    from ui.tokens import Tokens

_SIDE = 300
_LEFT, _TOP, _BOTTOM, _RIGHT = 52.0, 30.0, 46.0, 40.0
_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_SMALL = Type(11.5, tabular=True)
_LEAST, _MOST = 5.0, 15.0
_GAP = 5.0
_NEAR_EDGE = 0.1


@dataclass(frozen=True, slots=True)
class ReliabilityPlot:
    """Stated from left to right, came true from bottom to top; the larger a dot, the more was stated."""

    name: str
    sentence: str
    bands: tuple[ReliabilityBand, ...]

    def height(self, width: int) -> int:
        return round(min(_SIDE, width - _LEFT - _RIGHT) + _TOP + _BOTTOM)

    def draw(self, figure: Figure, theme: Tokens) -> None:
        from ui.charts.pixel_sheet import PixelSheet

        sheet = PixelSheet(figure)
        side = sheet.height - _TOP - _BOTTOM
        bottom = _TOP + side
        for share in _TICKS:
            across, up = _LEFT + side * share, bottom - side * share
            sheet.line([(_LEFT, up), (_LEFT + side, up)], theme.line)
            sheet.line([(across, _TOP), (across, bottom)], theme.line)
            sheet.words((_LEFT - 8, up), percent(share), _SMALL, theme.ink2, "right")
            sheet.words((across, bottom + 14), percent(share), _SMALL, theme.ink2, "center")
        sheet.line([(_LEFT, bottom), (_LEFT + side, _TOP)], theme.outline, 1.5, dash="dashed")
        sheet.words((_LEFT + side / 2, bottom + 34), "Stated", _SMALL, theme.ink2, "center")
        sheet.words((_LEFT, 8), "Came true", _SMALL, theme.ink2)
        most = max(band.stated for band in self.bands)
        for band in self.bands:
            place = (_LEFT + side * band.mean, bottom - side * band.happened)
            size = _LEAST + (_MOST - _LEAST) * (band.stated / most) ** 0.5
            sheet.marks([place], theme.ink, size, face=theme.accent_soft)
            # On the side that the line does not cross, unless the words there would leave the chart.
            apart, left = size / 2 + _GAP, band.happened > band.mean > _NEAR_EDGE
            spot = place[0] + (-apart if left else apart), place[1]
            sheet.words(spot, str(band.stated), _SMALL, theme.ink, "right" if left else "left")

    def table(self) -> Table:
        titles = ("Band", "From", "To", "Stated", "Mean stated", "Came true")
        return (titles, *(
            (band_words(band), band.low, band.high, band.stated, band.mean, band.happened) for band in self.bands
        ))  # fmt: skip
