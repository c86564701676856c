"""A waterfall as a picture to put into a document: on white, whatever the theme of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize

from ui.charts.pictures import image_of, png_of, svg_of
from ui.tokens import LIGHT
from ui.widgets.line_text import Type, paint_line
from ui.widgets.waterfall_layout import WIN_SET, Ground, lay_out
from ui.widgets.waterfall_painting import Look, paint_waterfall

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage, QPainter

    from advisor.waterfall import Bar

_WIDTH, _MARGIN, _NAME = 640, 16, 26


def picture(name: str, title: str, rows: Sequence[Bar], ground: Ground = WIN_SET) -> QImage:
    """Return the waterfall of an option, or on another ground, as an image sharp enough for print."""
    return image_of(_size(title, rows, ground), _painter_of(name, title, rows, ground))


def png(name: str, title: str, rows: Sequence[Bar], ground: Ground = WIN_SET) -> QByteArray:
    """Return the waterfall as the content of a PNG file."""
    return png_of(picture(name, title, rows, ground))


def svg(name: str, title: str, rows: Sequence[Bar], ground: Ground = WIN_SET) -> QByteArray:
    """Return the waterfall as the content of an SVG file."""
    said = ". ".join(part for part in (name, title) if part)
    return svg_of(said, _size(title, rows, ground), _painter_of(name, title, rows, ground))


def _size(title: str, rows: Sequence[Bar], ground: Ground) -> QSize:
    layout = lay_out(rows, title, _WIDTH - 2 * _MARGIN, ground)
    return QSize(_WIDTH, round(layout.height) + _NAME + 2 * _MARGIN)


def _painter_of(name: str, title: str, rows: Sequence[Bar], ground: Ground) -> Callable[[QPainter], None]:
    def paint(painter: QPainter) -> None:
        painter.translate(_MARGIN, _MARGIN)
        width = _WIDTH - 2 * _MARGIN
        box = QRectF(0, -4, width, _NAME)
        paint_line(painter, box, name, Type(17, serif=True, bold=True), LIGHT.ink)
        painter.translate(0, _NAME)
        paint_waterfall(painter, lay_out(rows, title, width, ground), title, rows, LIGHT, Look())

    return paint
