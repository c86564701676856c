"""The pathway map as a widget: where a plan may lead within its horizon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QGraphicsView, QSizePolicy

from advisor.pathways import pathways_table
from ui.charts.pictures import image_of, png_of, svg_of
from ui.dates import written
from ui.plan.pathway_scene import build_scene, map_height
from ui.tokens import LIGHT, tokens

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from advisor.pathways import Pathways
    from ui.charts.chart import Table

_WIDTH = 900
_LEAST_WIDTH = 320


class PathwayMap(QGraphicsView):
    """Shows `Pathways`; drawn anew whenever the width or the theme changes. It is a `Chart`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Pathways | None = None
        self._dimmed = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def pathways(self) -> Pathways | None:
        """What is shown."""
        return self._found

    def show_pathways(self, found: Pathways, country: str) -> None:
        """Show another map."""
        self._found, self._country = found, country
        self.setAccessibleName(self.name)
        self.setAccessibleDescription(found.sentence)
        self.updateGeometry()
        self._draw()

    def set_dimmed(self, *, dimmed: bool) -> None:
        """Show the map as that of an earlier plan, or of this one."""
        if dimmed != self._dimmed:
            self._dimmed = dimmed
            self._draw()

    # Taking it elsewhere

    @property
    def name(self) -> str:
        """What the map shows."""
        return f"Pathways, {self._country}, from {written(self._found.start)}" if self._found else "Pathways"

    def picture(self) -> QImage:
        """Return the map as an image on white."""
        return image_of(self._size, self._paint)

    def png(self) -> QByteArray:
        """Return the map as the content of a PNG file."""
        return png_of(self.picture())

    def svg(self) -> QByteArray:
        """Return the map as the content of an SVG file."""
        return svg_of(self.name, self._size, self._paint)

    def table(self) -> Table:
        """Return the switches as a table."""
        return tuple(pathways_table(self._found)) if self._found else ()

    # What Qt calls

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, round(map_height(self._found)) if self._found else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the map

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    # Inside

    @property
    def _size(self) -> QSize:
        return self.sizeHint()

    def _paint(self, painter: QPainter) -> None:
        if self._found is not None:
            scene = build_scene(self._found, _WIDTH - 2 * 8, LIGHT)
            scene.render(painter, QRectF(8, 0, _WIDTH - 2 * 8, self._size.height()))

    def _draw(self) -> None:
        theme = tokens(self.palette())
        self.setBackgroundBrush(QColor(theme.surface))
        if self._found is None:
            return
        before = self.scene()
        scene = build_scene(self._found, self.viewport().width(), theme, dim=self._dimmed)
        scene.setParent(self)
        self.setScene(scene)
        if before is not None:
            before.deleteLater()
