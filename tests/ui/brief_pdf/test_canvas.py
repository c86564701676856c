from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage, QPainter

from ui.brief_pdf.canvas import Canvas, Cell, Row, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

WHITE = 0xFFFFFFFF


@pytest.fixture
def image(qtbot: QtBot) -> QImage:
    made = QImage(400, 200, QImage.Format.Format_RGB32)
    made.fill(WHITE)
    return made


@pytest.fixture
def painter(image: QImage) -> Iterator[QPainter]:
    made = QPainter(image)
    yield made
    made.end()


def canvas(painter: QPainter, *, measures: bool = False) -> Canvas:
    return Canvas(painter, 200, 2, measures=measures)


def is_blank(image: QImage) -> bool:
    return all(image.pixel(x, y) == WHITE for x in range(0, 400, 2) for y in range(0, 200, 2))


def test_measuring_moves_on_as_painting_does_and_paints_nothing(image: QImage, painter: QPainter) -> None:
    cells = [Cell(0, 60, (Run("a text that takes more than one line"),)), Cell(80, 200, (Run("short"),))]
    measured, painted = canvas(painter, measures=True), canvas(painter)
    measured.row(cells, Row(fill="#FF0000"))
    assert is_blank(image)
    painted.row(cells, Row(fill="#FF0000"))
    assert measured.y == painted.y > 30
    assert not is_blank(image)


def test_a_row_is_as_high_as_its_highest_cell_and_lines_end_paragraphs(painter: QPainter) -> None:
    page = canvas(painter, measures=True)
    one, three = Cell(0, 200, (Run("a", 10),)), Cell(0, 200, (Run("a\n", 10), Run("b\nc", 10, bold=True)))
    assert page.height_of(three) == pytest.approx(3 * page.height_of(one))
    top, high = page.row([one, three], Row(padding=2, rule=""))
    assert top == 0
    assert high == pytest.approx(page.height_of(three) + 4)


def test_a_run_is_made_smaller_until_it_takes_one_line(painter: QPainter) -> None:
    page, run = canvas(painter, measures=True), Run("Financial intelligence and anti-money-laundering", 9)
    fitted = page.fitted(run, 100)
    assert fitted.size < 9
    assert page.fitted(fitted, 100) == fitted
    assert page.fitted(run, 1000) == run


def test_a_number_is_not_parted_from_its_per_cent(painter: QPainter) -> None:
    page = canvas(painter, measures=True)
    wide = [Cell(0, width, (Run("aligned 17 %", 10),)) for width in range(20, 80)]
    narrow = [Cell(0, width, (Run("aligned 17", 10),)) for width in range(20, 80)]
    assert all(page.height_of(one) <= page.height_of(other) + 13 for one, other in zip(wide, narrow, strict=True))
