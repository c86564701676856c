from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from advisor.wording import BAND_EDGES
from ui.tokens import LIGHT
from ui.widgets.likelihood_bar import LikelihoodBar, LikelihoodDelegate, ValueDelegate, paint_likelihood
from ui.widgets.table_rows import Cell, Reading

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WIDTH, HEIGHT = 400, 24


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Fonts need an application."""


def blank() -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    return image


def painted(reading: Reading) -> QImage:
    image = blank()
    painter = QPainter(image)
    paint_likelihood(painter, QRectF(0, 0, WIDTH, HEIGHT), reading, LIGHT)
    painter.end()
    return image


def columns(image: QImage, y: int, colour: str) -> list[int]:
    return [x for x in range(image.width()) if image.pixelColor(x, y) == QColor(colour)]


BAR, TICKS, ABOVE = 10, 16, 4


def test_the_fill_ends_at_the_likelihood_now_and_the_rest_is_track() -> None:
    image = painted(Reading(0.64, "64 %"))
    assert columns(image, BAR, LIGHT.ink3) == list(range(256))
    assert columns(image, BAR, LIGHT.track) == list(range(256, WIDTH))


def test_the_cut_line_stands_at_the_horizon_and_rises_above_the_bar() -> None:
    image = painted(Reading(0.64, "64 %", cut=0.25))
    assert columns(image, BAR, LIGHT.ink) == [99, 100]
    assert columns(image, ABOVE, LIGHT.ink) == [99, 100]


def test_ticks_stand_at_the_edges_of_the_words_and_nowhere_else() -> None:
    found = columns(painted(Reading(0.5, "50 %")), TICKS, LIGHT.outline)
    assert [round(100 * edge) for edge in BAND_EDGES] == [5, 20, 45, 55, 80, 95]
    assert all(min(abs(x - edge * WIDTH) for x in found) <= 1 for edge in BAND_EDGES)
    assert all(min(abs(x - edge * WIDTH) for edge in BAND_EDGES) <= 1 for x in found)


def test_an_earlier_edit_is_dimmed() -> None:
    image = painted(Reading(0.64, "64 %", dim=True))
    assert columns(image, BAR, LIGHT.ink3) == []
    assert len(columns(image, BAR, LIGHT.outline)) == 256


def test_what_is_not_computed_yet_is_an_empty_bar() -> None:
    assert len(columns(painted(Reading(None, "–")), BAR, LIGHT.track)) == WIDTH


def cell_painted(delegate: LikelihoodDelegate | ValueDelegate, reading: Reading) -> QImage:
    image = blank()
    painter = QPainter(image)
    delegate.paint_cell(painter, QRectF(0, 0, WIDTH, HEIGHT), Cell("", reading=reading), LIGHT, chosen=False)
    painter.end()
    return image


def test_a_cell_keeps_room_for_its_number_at_the_right() -> None:
    image = cell_painted(LikelihoodDelegate(), Reading(1.0, "99 %"))
    assert max(columns(image, BAR, LIGHT.ink3)) < WIDTH - 38
    assert any(image.pixelColor(x, y) == QColor(LIGHT.ink) for x in range(WIDTH - 38, WIDTH) for y in range(HEIGHT))


def test_a_value_has_neither_ticks_nor_cut_and_is_empty_below_zero() -> None:
    image = cell_painted(ValueDelegate(), Reading(0.5, "2.2"))
    full = columns(image, 12, LIGHT.verdicts["lead"].fill)
    assert len(full) == pytest.approx((WIDTH - 30) / 2, abs=1)
    assert not any(columns(image, y, LIGHT.outline) for y in range(HEIGHT))
    assert columns(cell_painted(ValueDelegate(), Reading(-0.2, "−0.9")), 12, LIGHT.verdicts["lead"].fill) == []


def test_the_bar_of_a_page_speaks_its_number_and_its_words(qtbot: QtBot) -> None:
    bar = LikelihoodBar("Acceptance now")
    qtbot.addWidget(bar)
    assert bar.accessibleName() == "Acceptance now: not computed yet"
    bar.set_reading(Reading(0.64, "64 %"))
    assert bar.accessibleName() == "Acceptance now: 64 %, likely"


def test_the_bar_of_a_page_is_painted_with_its_number(qtbot: QtBot) -> None:
    bar = LikelihoodBar("Acceptance now")
    qtbot.addWidget(bar)
    bar.resize(200, 18)
    bar.set_reading(Reading(0.5, "50 %"))
    image = bar.grab().toImage()
    filled = columns(image, 7, LIGHT.ink3)
    assert len(filled) == pytest.approx((200 - 42) / 2, abs=1)
