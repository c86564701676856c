"""A waterfall as a picture to put into a document: on white, whatever the theme of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize

from ui.charts.pictures import image_of, png_of, svg_of
from ui.tokens import LIGHT
from ui.widgets.line_text import Type, paint_line
from ui.widgets.waterfall_layout import lay_out
from ui.widgets.waterfall_painting import Look, paint_waterfall

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage, QPainter

    from advisor.waterfall import Bar

_WIDTH, _MARGIN, _NAME = 640, 16, 26


def picture(name: str, title: str, rows: Sequence[Bar]) -> QImage:
    """Return the waterfall of an option as an image, sharp enough for print."""
    return image_of(_size(title, rows), _painter_of(name, title, rows))


def png(name: str, title: str, rows: Sequence[Bar]) -> QByteArray:
    """Return the waterfall of an option as the content of a PNG file."""
    return png_of(picture(name, title, rows))


def svg(name: str, title: str, rows: Sequence[Bar]) -> QByteArray:
    """Return the waterfall of an option as the content of an SVG file."""
    return svg_of(f"{name}. {title}", _size(title, rows), _painter_of(name, title, rows))


def _size(title: str, rows: Sequence[Bar]) -> QSize:
    layout = lay_out(rows, title, _WIDTH - 2 * _MARGIN)
    return QSize(_WIDTH, round(layout.height) + _NAME + 2 * _MARGIN)


def _painter_of(name: str, title: str, rows: Sequence[Bar]) -> Callable[[QPainter], None]:
    def paint(painter: QPainter) -> None:
        painter.translate(_MARGIN, _MARGIN)
        width = _WIDTH - 2 * _MARGIN
        box = QRectF(0, -4, width, _NAME)
        paint_line(painter, box, name, Type(17, serif=True, bold=True), LIGHT.ink)
        painter.translate(0, _NAME)
        paint_waterfall(painter, lay_out(rows, title, width), title, rows, LIGHT, Look())

    return paint
