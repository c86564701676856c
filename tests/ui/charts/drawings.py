"""What stands on a figure that a plot has drawn on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from ui.charts.figure_style import DOTS_PER_INCH, style
from ui.tokens import LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.tokens import Tokens


def figure_of(width: float, height: float) -> Figure:
    """Return an empty figure of so many pixels."""
    return Figure(figsize=(width / DOTS_PER_INCH, height / DOTS_PER_INCH), dpi=DOTS_PER_INCH)


def drawn(draw: Callable[[Figure], None], width: float, height: float, theme: Tokens = LIGHT) -> Figure:
    """Return a figure that `draw` has drawn on, in the style of a theme, and that has been rendered once."""
    with style(theme):
        figure = figure_of(width, height)
        draw(figure)
        FigureCanvasAgg(figure).draw()
    return figure


def texts(figure: Figure) -> list[str]:
    """Return all text on a figure, in the order drawn."""
    return [one.get_text() for one in figure.artists if isinstance(one, Text)]


def text_boxes(figure: Figure, wanted: str) -> list[tuple[float, float, float, float]]:
    """Return left, top, right and bottom of each text that reads as wanted, in pixels from the top left."""
    height = figure.bbox.height
    boxes = [one.get_window_extent() for one in figure.artists if isinstance(one, Text) and one.get_text() == wanted]
    return [(box.x0, height - box.y1, box.x1, height - box.y0) for box in boxes]


def lines(figure: Figure, colour: str) -> list[Line2D]:
    """Return the lines of a colour, without marks."""
    found = [one for one in figure.artists if isinstance(one, Line2D) and one.get_linestyle() != "None"]
    return [one for one in found if str(one.get_color()).lower() == colour.lower()]


def marks(figure: Figure, colour: str) -> list[Line2D]:
    """Return the marks of a colour."""
    found = [one for one in figure.artists if isinstance(one, Line2D) and one.get_linestyle() == "None"]
    return [one for one in found if str(one.get_markeredgecolor()).lower() == colour.lower()]


def xs(line: Line2D) -> list[float]:
    """Return the horizontal places of a line or of marks."""
    return [float(x) for x in np.asarray(line.get_xdata(), dtype=np.float64)]


def ys(line: Line2D) -> list[float]:
    """Return the vertical places of a line or of marks, from the top."""
    return [float(y) for y in np.asarray(line.get_ydata(), dtype=np.float64)]


def is_dashed(line: Line2D) -> bool:
    """Say whether a line is broken."""
    return line.is_dashed()


def colour_at(figure: Figure, x: float, y: float) -> str:
    """Return the colour of a pixel as `#RRGGBB`."""
    canvas = figure.canvas
    assert isinstance(canvas, FigureCanvasAgg)
    red, green, blue, _ = np.asarray(canvas.buffer_rgba())[round(y), round(x)]
    return f"#{red:02X}{green:02X}{blue:02X}"
