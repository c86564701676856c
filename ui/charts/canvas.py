"""The canvas of Matplotlib inside a chart. Imported only where a chart is drawn: it is slow to load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure
    from PySide6.QtGui import QPaintEvent


class ChartCanvas(FigureCanvasQTAgg):
    """Asks for its content whenever it is painted, and so never while it is out of sight or still changing its size."""

    def __init__(self, figure: Figure, prepare: Callable[[], None]) -> None:
        super().__init__(figure)  # type: ignore[no-untyped-call]  # Matplotlib's Qt backend has no annotations
        self._prepare = prepare

    def render_figure(self) -> None:
        """Draw the figure as it stands."""
        FigureCanvasAgg.draw(self)

    def draw_idle(self) -> None:
        """Paint again soon; by itself the canvas would draw after each change of size."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._prepare()
        super().paintEvent(event)  # type: ignore[no-untyped-call]
