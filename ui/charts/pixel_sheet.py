"""Drawing on a figure of Matplotlib in pixels of the window, from the top left.

Without axes, whose making takes longer than all that is drawn on them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from matplotlib.collections import PolyCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox, TransformedBbox

from ui.charts.figure_style import DOTS_PER_INCH, points
from ui.tokens import SANS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

    from ui.widgets.line_text import Type

Align = Literal["left", "center", "right"]
Dash = Literal["solid", "dashed", "dotted"]
Place = tuple[float, float]
Box = tuple[float, float, float, float]
_PLAIN = [SANS, "sans-serif"]
_BOLD = [f"{SANS} SemiBold", *_PLAIN]
# How far the baseline lies below the middle of a line, as a share of the size of the text.
_FALL = 0.36
_DASHED = (0.0, (3.0, 2.5))
_STYLES: Mapping[Dash, Literal["solid"] | tuple[float, tuple[float, float]]] = {
    "solid": "solid",
    "dashed": _DASHED,
    "dotted": (0.0, (1.0, 2.0)),
}
_EDGE, _MARK_EDGE, _HALO = 1.0, 1.25, 3.0


class PixelSheet:
    """What is drawn later lies above; places are (x, y) in pixels, boxes (left, top, right, bottom)."""

    def __init__(self, figure: Figure) -> None:
        self.width, self.height = (float(size) * DOTS_PER_INCH for size in figure.get_size_inches())
        self._figure = figure
        self._transform = Affine2D().scale(1 / self.width, -1 / self.height).translate(0, 1) + figure.transFigure

    def fill(self, box: Box, colour: str, *, outline: str | None = None, dashed: bool = False) -> None:
        """Fill a box, with an outline where one is given."""
        left, top, right, bottom = box
        self._add(
            Rectangle(
                (left, top),
                right - left,
                bottom - top,
                facecolor=colour,
                edgecolor=outline or "none",
                linewidth=points(_EDGE),
                linestyle=_DASHED if dashed else "solid",
            )
        )

    def fill_all(self, boxes: Sequence[Box], colours: Sequence[str]) -> None:
        """Fill many boxes at once, which takes a fraction of the time of filling them one by one."""
        corners = [((one, two), (three, two), (three, four), (one, four)) for one, two, three, four in boxes]
        self._add(PolyCollection(corners, facecolors=colours, linewidths=0.0))

    def line(
        self,
        places: Sequence[Place],
        colour: str,
        width: float = 1.0,
        *,
        dash: Dash = "solid",
        within: Box | None = None,
    ) -> None:
        """Draw a line through places, cut off at the edges of a box where one is given."""
        drawn = Line2D(
            [x for x, _ in places],
            [y for _, y in places],
            color=colour,
            linewidth=points(width),
            linestyle=_STYLES[dash],
        )
        self._add(drawn, within)

    def marks(
        self,
        places: Sequence[Place],
        colour: str,
        size: float,
        *,
        shape: str = "o",
        face: str | None = None,
        within: Box | None = None,
    ) -> None:
        """Draw a mark at each place, hollow where its face has another colour."""
        drawn = Line2D(
            [x for x, _ in places],
            [y for _, y in places],
            linestyle="none",
            marker=shape,
            markersize=points(size),
            markerfacecolor=face or colour,
            markeredgecolor=colour,
            markeredgewidth=points(_MARK_EDGE),
        )
        self._add(drawn, within)

    def words(
        self, place: Place, text: str, type_: Type, colour: str, align: Align = "left", *, halo: str | None = None
    ) -> None:
        """Write one line; `place` is its left end, middle or right end, at half its height.

        A halo in the colour of the ground keeps text on lines readable.
        """
        x, y = place
        drawn = Text(
            x,
            y + _FALL * type_.size,
            text,
            color=colour,
            fontsize=points(type_.size),
            fontfamily=_BOLD if type_.bold else _PLAIN,
            horizontalalignment=align,
            verticalalignment="baseline",
            parse_math=False,
        )
        # Since Matplotlib 3.11; figures as wide as one another also keep "7" from covering the point after it.
        if type_.tabular and hasattr(drawn, "set_fontfeatures"):
            drawn.set_fontfeatures(["tnum"])
        if halo is not None:
            drawn.set_path_effects([withStroke(linewidth=points(_HALO), foreground=halo)])
        self._add(drawn)

    def _add(self, drawn: Artist, within: Box | None = None) -> None:
        drawn.set_transform(self._transform)
        # All alike, so that the order of drawing decides what lies above.
        drawn.set_zorder(1)
        self._figure.add_artist(drawn)
        if within is not None:
            left, top, right, bottom = within
            drawn.set_clip_box(TransformedBbox(Bbox([[left, top], [right, bottom]]), self._transform))
