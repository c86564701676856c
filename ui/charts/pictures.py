"""Paint something as a picture to put into a document, and write files whole or not at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QRectF, QSaveFile
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer

from ui.tokens import LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize

    Paint = Callable[[QPainter], None]

_POINTS_A_PIXEL = 0.75
# Qt reads one family, and takes a list for the name of none.
_FAMILIES = re.compile(rb"font-family: '([^']+)'[^;\"]*")
SHARPNESS = 2.0
"""Dots of a picture for each pixel of the window."""
FILTERS = {"PNG picture (*.png)": "png", "SVG picture (*.svg)": "svg", "PDF document (*.pdf)": "pdf"}


def image_of(size: QSize, paint: Paint) -> QImage:
    """Return what `paint` draws on white, sharp enough for print."""
    image = QImage(size * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    painter = QPainter(image)
    _paint(painter, size, paint)
    painter.end()
    return image


def png_of(image: QImage) -> QByteArray:
    """Return an image as the content of a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return content


def svg_of(title: str, size: QSize, paint: Paint) -> QByteArray:
    """Return what `paint` draws as the content of an SVG file, its text as text."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(round(QGuiApplication.primaryScreen().logicalDotsPerInch()))  # else points shrink to 1/72
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    painter = QPainter(generator)
    _paint(painter, size, paint)
    painter.end()
    buffer.close()
    return content


def pdf_of(title: str, svg: QByteArray) -> QByteArray:
    """Return the content of an SVG file as that of a PDF file with one page of its size."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    renderer = QSvgRenderer(QByteArray(_FAMILIES.sub(rb"font-family: \1", svg.data())))
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    size = renderer.viewBoxF().size()
    writer.setPageSize(QPageSize(size * _POINTS_A_PIXEL, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    renderer.render(painter)
    painter.end()
    buffer.close()
    return content


def save(content: QByteArray, path: str) -> str | None:
    """Write a file whole or not at all; return what went wrong, if anything."""
    file = QSaveFile(path)
    written = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(content) == content.size() and file.commit()
    return None if written else file.errorString()


def _paint(painter: QPainter, size: QSize, paint: Paint) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(LIGHT.surface))
    paint(painter)
