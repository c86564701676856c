from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from ui.widgets.line_text import RIGHT, Type, advance, elided, made, paint_line, two_lines

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TEXT = Type(12)
LONG = "Financial intelligence and anti-money-laundering"


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Fonts need an application."""


def test_text_that_fits_is_left_as_it_is() -> None:
    assert elided(TEXT, LONG, 1000.0) == LONG


def test_text_that_does_not_fit_ends_in_an_ellipsis_within_its_width() -> None:
    shown = elided(TEXT, LONG, 120.0)
    assert shown.endswith("…")
    assert LONG.startswith(shown[:-1])
    assert advance(TEXT, shown) <= 120


def test_a_long_text_is_broken_once_at_a_word() -> None:
    assert two_lines(LONG, TEXT, 1000.0) == (LONG,)
    first, second = two_lines(LONG, TEXT, 160.0)
    assert f"{first} {second}" == LONG
    assert advance(TEXT, first) <= 160
    assert two_lines("Unbreakable", TEXT, 5.0) == ("Unbreakable",)


def test_no_room_at_all_is_no_reason_to_fail() -> None:
    assert len(elided(TEXT, LONG, -5.0)) <= 1


def test_a_type_is_the_font_of_the_window_it_names() -> None:
    assert made(Type(12, bold=True))[0].weight() == QFont.Weight.DemiBold
    assert made(Type(12))[0].weight() == QFont.Weight.Normal
    assert advance(Type(24), "Peru") > advance(Type(12), "Peru")


def test_a_line_is_painted_within_its_box_and_its_width_returned() -> None:
    image = QImage(300, 24, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    taken = paint_line(painter, QRectF(100, 0, 150, 24), "64 %", TEXT, "black", RIGHT)
    painter.end()
    inked = [x for x in range(300) for y in range(24) if image.pixelColor(x, y) != QColor("white")]
    assert taken == advance(TEXT, "64 %")
    assert 250 - taken - 1 <= min(inked) <= max(inked) <= 250
