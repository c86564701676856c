"""Which indicators drive a result: bars of what each accounts for together with others, and within them alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.wording import percent
from ui.widgets.line_text import Type, advance, elided

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from advisor.drivers import Driver
    from ui.charts.chart import Table
    from ui.tokens import Tokens

_ROW, _BAR, _EDGE = 22, 11, 4
_NAME = Type(12)
_NAME_SHARE, _GAP, _NUMBER, _END = 0.5, 10.0, 46.0, 4.0


@dataclass(frozen=True, slots=True)
class TornadoPlot:
    """Drivers from top to bottom as they are given; there is at least one."""

    name: str
    sentence: str
    drivers: tuple[Driver, ...]

    def height(self, width: int) -> int:
        return len(self.drivers) * _ROW + 2 * _EDGE

    def draw(self, figure: Figure, theme: Tokens) -> None:
        from ui.charts.pixel_sheet import PixelSheet

        sheet = PixelSheet(figure)
        names = max(advance(_NAME, driver.name) for driver in self.drivers)
        left = min(_NAME_SHARE * sheet.width, names) + _GAP
        longest = sheet.width - _NUMBER - left
        most = max(driver.total for driver in self.drivers)
        for number, driver in enumerate(self.drivers):
            middle = _EDGE + (number + 0.5) * _ROW
            ink = theme.ink if driver.indicator else theme.ink2
            sheet.words((0, middle), elided(_NAME, driver.name, left - _GAP), _NAME, ink)
            top, bottom = middle - _BAR / 2, middle + _BAR / 2
            together, alone = (left + longest * share / most for share in (driver.total, driver.first))
            sheet.fill((left, top, together, bottom), theme.track, outline=theme.outline)
            if driver.indicator:
                sheet.fill((left, top, min(alone, together), bottom), theme.ink2)
            sheet.words((sheet.width - _END, middle), percent(driver.total), _NAME, theme.ink, "right")
        sheet.line([(left, 0), (left, self.height(0))], theme.outline)

    def table(self) -> Table:
        titles = ("Indicator", "Together with others", "Alone")
        return (titles, *((driver.name, driver.total, driver.first) for driver in self.drivers))
