from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from ui.charts.pictures import image_of, pdf_of, png_of, save, svg_of
from ui.tokens import LIGHT

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

SIZE = QSize(120, 40)


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Fonts need an application."""


def paint(painter: QPainter) -> None:
    painter.fillRect(20, 10, 20, 20, QColor(LIGHT.domestic))
    painter.drawText(50, 25, "Unrest & more")


def test_a_picture_is_on_white_and_sharp_enough_for_print() -> None:
    image = image_of(SIZE, paint)
    assert image.size() == SIZE * 2
    assert image.pixelColor(0, 0) == QColor(LIGHT.surface)
    assert image.pixelColor(50, 30) == QColor(LIGHT.domestic)


def test_a_png_file_holds_the_picture() -> None:
    assert QImage.fromData(png_of(image_of(SIZE, paint))).size() == SIZE * 2


def test_an_svg_file_holds_text_as_text_and_says_its_title() -> None:
    content = svg_of("Pressures & trends", SIZE, paint)
    assert QSvgRenderer(content).viewBox().size() == SIZE
    text = bytes(content.data()).decode()
    assert "Unrest &amp; more" in text
    assert "<title>Pressures &amp; trends</title>" in text


def test_a_pdf_file_is_one_page_of_the_size_of_the_picture() -> None:
    content = bytes(pdf_of("Pressures", svg_of("Pressures", SIZE, paint)).data())
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") == 1
    assert b"/MediaBox [0 0 90 30]" in content.replace(b".000000", b"")


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "waterfall.png"
    assert save(QByteArray(b"content"), str(path)) is None
    assert path.read_bytes() == b"content"


def test_a_file_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    assert save(QByteArray(b"content"), str(tmp_path / "nowhere" / "x.png"))
