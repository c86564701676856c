from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.charts.drawings import colour_at, drawn, text_boxes, texts
from ui.charts.pixel_sheet import PixelSheet
from ui.tokens import LIGHT
from ui.widgets.line_text import Type

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure
    from pytestqt.qtbot import QtBot

    from ui.charts.pixel_sheet import Align

WIDTH, HEIGHT = 200, 100
RED, BLUE = "#C00000", "#0000C0"
NUMBER = Type(11, tabular=True)


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Fonts need an application."""


def on_sheet(draw: Callable[[PixelSheet], None]) -> Figure:
    return drawn(lambda figure: draw(PixelSheet(figure)), WIDTH, HEIGHT)


def test_the_sheet_is_as_large_as_the_figure() -> None:
    seen: list[tuple[float, float]] = []
    on_sheet(lambda sheet: seen.append((sheet.width, sheet.height)))
    assert seen == [pytest.approx((WIDTH, HEIGHT))]


def test_places_are_pixels_from_the_top_left() -> None:
    figure = on_sheet(lambda sheet: sheet.fill((10, 20, 30, 40), RED))
    assert colour_at(figure, 20, 30) == RED
    for x, y in ((5, 30), (35, 30), (20, 15), (20, 45)):
        assert colour_at(figure, x, y) == LIGHT.surface


def test_what_is_drawn_later_lies_above() -> None:
    def draw(sheet: PixelSheet) -> None:
        sheet.line([(0, 50), (200, 50)], BLUE, 4)
        sheet.fill((50, 40, 100, 60), RED)

    figure = on_sheet(draw)
    assert (colour_at(figure, 20, 50), colour_at(figure, 75, 50)) == (BLUE, RED)


def test_a_line_is_cut_at_the_edges_of_its_box() -> None:
    figure = on_sheet(lambda sheet: sheet.line([(0, 50), (200, 50)], BLUE, 4, within=(60, 0, 120, 100)))
    assert [colour_at(figure, x, 50) for x in (30, 90, 150)] == [LIGHT.surface, BLUE, LIGHT.surface]


def test_a_dashed_line_has_gaps() -> None:
    def seen(dashed: bool) -> set[str]:
        figure = on_sheet(lambda sheet: sheet.line([(0, 50), (200, 50)], BLUE, 3, dash="dashed" if dashed else "solid"))
        return {colour_at(figure, x, 50) for x in range(20, 180)}

    assert LIGHT.surface in seen(dashed=True)
    assert seen(dashed=False) == {BLUE}


def test_a_hollow_mark_shows_its_face() -> None:
    def draw(sheet: PixelSheet) -> None:
        sheet.marks([(50, 50)], BLUE, 16, face=LIGHT.surface)
        sheet.marks([(150, 50)], BLUE, 16)

    figure = on_sheet(draw)
    assert (colour_at(figure, 50, 50), colour_at(figure, 150, 50)) == (LIGHT.surface, BLUE)
    assert colour_at(figure, 50, 42) == BLUE


def test_a_dashed_outline_surrounds_its_fill() -> None:
    figure = on_sheet(lambda sheet: sheet.fill((20, 20, 120, 80), LIGHT.track, outline=BLUE, dashed=True))
    assert colour_at(figure, 70, 50) == LIGHT.track
    edge = {colour_at(figure, x, 20) for x in range(25, 115)}
    assert len(edge) > 1


@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
def test_text_stands_at_its_place_at_half_its_height(align: Align, share: float) -> None:
    text = "7.1 and 65 %"
    figure = on_sheet(lambda sheet: sheet.words((100, 50), text, NUMBER, LIGHT.ink, align))
    ((left, top, right, bottom),) = text_boxes(figure, text)
    assert left + share * (right - left) == pytest.approx(100, abs=1.5)
    assert (top + bottom) / 2 == pytest.approx(50, abs=2.5)


def test_dollars_are_no_formula_with_or_without_a_halo() -> None:
    text = "US$30m and US$25m"

    def draw(sheet: PixelSheet) -> None:
        sheet.words((10, 30), text, Type(12), LIGHT.ink)
        sheet.words((10, 70), text, Type(12), LIGHT.ink, halo=LIGHT.track)

    figure = on_sheet(draw)
    plain, haloed = text_boxes(figure, text)
    assert texts(figure) == [text, text]
    assert haloed[2] - haloed[0] == pytest.approx(plain[2] - plain[0], abs=4)
    assert plain[2] - plain[0] > 100
    assert LIGHT.track in {colour_at(figure, x, 70) for x in range(5, 160)}


def test_bold_text_is_wider() -> None:
    def draw(sheet: PixelSheet) -> None:
        sheet.words((10, 30), "Stance", Type(12), LIGHT.ink)
        sheet.words((10, 70), "Stance", Type(12, bold=True), LIGHT.ink)

    plain, bold = text_boxes(on_sheet(draw), "Stance")
    assert bold[2] > plain[2]


def test_many_boxes_are_filled_at_once_each_in_its_colour() -> None:
    figure = on_sheet(lambda sheet: sheet.fill_all([(0, 0, 20, 20), (20, 0, 40, 20)], [RED, BLUE]))
    assert (colour_at(figure, 10, 10), colour_at(figure, 30, 10)) == (RED, BLUE)
    assert colour_at(figure, 50, 10) == LIGHT.surface
