"""The simplest plot there is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ui.charts.chart import Table
    from ui.tokens import Tokens

ROWS = (("Factor", "Points"), ("Social unrest", 6.25), ("Patrons", -2.0))


@dataclass(frozen=True)
class BarPlot:
    """Two bars; `drawn` notes the theme of each drawing."""

    name: str = "Pressures of Peru"
    sentence: str = "Social unrest presses most."
    drawn: list[str] = field(default_factory=list, compare=False)

    def height(self, width: int) -> int:
        return 100 + width // 10

    def draw(self, figure: Figure, theme: Tokens) -> None:
        self.drawn.append(theme.surface)
        axes = figure.add_axes((0.2, 0.2, 0.7, 0.7))
        axes.barh(["Social unrest", "Patrons"], [6.25, -2.0], color=theme.domestic)

    def table(self) -> Table:
        return ROWS
