"""A waterfall as a picture to put into a document: on white, whatever the theme of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSaveFile, QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from ui.tokens import LIGHT
from ui.widgets.line_text import Type, paint_line
from ui.widgets.waterfall_layout import lay_out
from ui.widgets.waterfall_painting import Look, paint_waterfall

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.waterfall import Bar

FILTERS = ("PNG picture (*.png)", "SVG picture (*.svg)")
_WIDTH, _MARGIN, _NAME = 640, 16, 26
_SHARPNESS = 2.0


def picture(name: str, title: str, rows: Sequence[Bar]) -> QImage:
    """Return the waterfall of an option as an image, sharp enough for print."""
    size = _size(title, rows)
    image = QImage(size * _SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    painter = QPainter(image)
    _paint(painter, size, name, title, rows)
    painter.end()
    return image


def png(name: str, title: str, rows: Sequence[Bar]) -> QByteArray:
    """Return the waterfall of an option as the content of a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture(name, title, rows))
    buffer.close()
    return content


def svg(name: str, title: str, rows: Sequence[Bar]) -> QByteArray:
    """Return the waterfall of an option as the content of an SVG file."""
    size, content = _size(title, rows), QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(round(QGuiApplication.primaryScreen().logicalDotsPerInch()))  # else points shrink to 1/72
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(f"{name}. {title}")
    painter = QPainter(generator)
    _paint(painter, size, name, title, rows)
    painter.end()
    buffer.close()
    return content


def save(content: QByteArray, path: str) -> str | None:
    """Write a file whole or not at all; return what went wrong, if anything."""
    file = QSaveFile(path)
    written = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(content) == content.size() and file.commit()
    return None if written else file.errorString()


def _size(title: str, rows: Sequence[Bar]) -> QSize:
    layout = lay_out(rows, title, _WIDTH - 2 * _MARGIN)
    return QSize(_WIDTH, round(layout.height) + _NAME + 2 * _MARGIN)


def _paint(painter: QPainter, size: QSize, name: str, title: str, rows: Sequence[Bar]) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(LIGHT.surface))
    painter.translate(_MARGIN, _MARGIN)
    width = size.width() - 2 * _MARGIN
    box = QRectF(0, -4, width, _NAME)
    paint_line(painter, box, name, Type(17, serif=True, bold=True), LIGHT.ink)
    painter.translate(0, _NAME)
    paint_waterfall(painter, lay_out(rows, title, width), title, rows, LIGHT, Look())
