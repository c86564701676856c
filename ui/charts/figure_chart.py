"""A widget that shows a plot drawn by Matplotlib, in the theme of the window, again whenever theme or size change."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.charts.pictures import SHARPNESS
from ui.tokens import LIGHT, tokens

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent

    from ui.charts.canvas import ChartCanvas
    from ui.charts.chart import Table
    from ui.tokens import Tokens

PICTURE_WIDTH = 800
_VEIL = 0.35


class Plot(Protocol):
    """Draws one chart; colours come from the theme given, sizes from the size of the figure."""

    @property
    def name(self) -> str:
        """Say what the chart shows and of what; it names files too."""
        ...

    @property
    def sentence(self) -> str:
        """Say in words what the chart shows, for those who cannot see it."""
        ...

    def height(self, width: int) -> int:
        """Return the height in pixels that the plot needs at this width."""
        ...

    def draw(self, figure: Figure, theme: Tokens) -> None:
        """Draw on an empty figure that has its size."""
        ...

    def table(self) -> Table:
        """Return the numbers shown, a row of column titles first."""
        ...


class FigureChart(QWidget):
    """Shows a `Plot`, as high as it needs to be.

    Nothing is drawn, and Matplotlib not loaded, before it is visible; and only what is painted is drawn.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot: Plot | None = None
        self._canvas: ChartCanvas | None = None
        self._drawn: tuple[Plot | None, Tokens, QSize, float] | None = None
        self._veil = _Veil(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def plot(self) -> Plot | None:
        """The plot shown."""
        return self._plot

    def show_plot(self, plot: Plot | None) -> None:
        """Show another plot, or nothing."""
        self._plot = plot
        self.setAccessibleName(plot.name if plot else "")
        self.setAccessibleDescription(plot.sentence if plot else "")
        self.updateGeometry()
        self._paint_again()

    def set_dimmed(self, *, dimmed: bool) -> None:
        """Show that the plot is of earlier scores, or not, without drawing it again."""
        self._veil.setVisible(dimmed)

    # Taking it elsewhere

    @property
    def name(self) -> str:
        """What the plot shows."""
        return self._plot.name if self._plot else ""

    def picture(self) -> QImage:
        """Return the plot as an image on white."""
        return QImage.fromData(self.png())

    def png(self) -> QByteArray:
        """Return the plot as the content of a PNG file."""
        return QByteArray(self._file("png"))

    def svg(self) -> QByteArray:
        """Return the plot as the content of an SVG file."""
        return QByteArray(self._file("svg"))

    def table(self) -> Table:
        """Return the numbers shown."""
        return self._plot.table() if self._plot else ()

    # What Qt calls

    def sizeHint(self) -> QSize:
        return QSize(PICTURE_WIDTH, self.heightForWidth(PICTURE_WIDTH))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def heightForWidth(self, width: int) -> int:
        return self._plot.height(width) if self._plot else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._veil.resize(self.size())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._paint_again()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_again()

    # Inside

    def _paint_again(self) -> None:
        if self._plot is not None and self.isVisible():
            (self._canvas or self._add_canvas()).update()

    def _draw(self) -> None:
        """Draw the plot, unless it stands there already; called by the canvas when it is painted."""
        canvas = self._canvas
        wanted = (self._plot, tokens(self.palette()), self.size(), self.devicePixelRatioF())
        if canvas is None or self._plot is None or wanted == self._drawn:
            return
        from ui.charts.figure_style import style

        self._drawn = wanted
        with style(wanted[1]):
            canvas.figure.clear()
            canvas.figure.set_facecolor(wanted[1].surface)
            self._plot.draw(canvas.figure, wanted[1])
            canvas.render_figure()

    def _add_canvas(self) -> ChartCanvas:
        from matplotlib.figure import Figure

        from ui.charts.canvas import ChartCanvas
        from ui.charts.figure_style import DOTS_PER_INCH

        size = (max(1, self.width()) / DOTS_PER_INCH, max(1, self.height()) / DOTS_PER_INCH)
        self._canvas = canvas = ChartCanvas(Figure(figsize=size, dpi=DOTS_PER_INCH), self._draw)
        self._column.addWidget(canvas)
        self._column.activate()
        canvas.show()  # at once: a child that comes while its parent appears would wait for the event loop
        self._veil.raise_()
        return canvas

    def _file(self, form: str) -> bytes:
        if self._plot is None:
            return b""
        from matplotlib.figure import Figure

        from ui.charts.figure_style import DOTS_PER_INCH, style

        content = io.BytesIO()
        inches = (PICTURE_WIDTH / DOTS_PER_INCH, self._plot.height(PICTURE_WIDTH) / DOTS_PER_INCH)
        with style(LIGHT):
            figure = Figure(figsize=inches, dpi=DOTS_PER_INCH)
            self._plot.draw(figure, LIGHT)
            facts = {"Title": self._plot.name} if form == "png" else {"Title": self._plot.name, "Date": None}
            figure.savefig(content, format=form, dpi=DOTS_PER_INCH * SHARPNESS, metadata=facts)
        return content.getvalue()


class _Veil(QWidget):
    """Lies over a plot and lets so much of the surface through that the plot recedes and can still be read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = QColor(tokens(self.palette()).surface)
        colour.setAlphaF(_VEIL)
        QPainter(self).fillRect(self.rect(), colour)
