"""What a plot writes and fills, read from the SVG file that it makes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from ui.charts.figure_chart import FigureChart

if TYPE_CHECKING:
    from ui.charts.figure_chart import Plot

_TEXT = "{http://www.w3.org/2000/svg}text"


def svg_of(plot: Plot) -> str:
    """Return the SVG file of a plot; there must be an application."""
    chart = FigureChart()
    chart.show_plot(plot)
    return bytes(chart.svg().data()).decode()


def texts(plot: Plot) -> list[str]:
    """List what a plot writes, in the order of drawing."""
    return ["".join(node.itertext()).strip() for node in ElementTree.fromstring(svg_of(plot)).iter(_TEXT)]


def fills(plot: Plot, colour: str) -> int:
    """Count the shapes filled with a colour."""
    return len(re.findall(f"fill: {colour.lower()}", svg_of(plot)))
