from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from advisor.scores import Score
from ui.tokens import LIGHT
from ui.widgets.axis import Axis
from ui.widgets.range_painting import paint_axis, paint_focus, paint_score, paint_suggested, paint_unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

AXIS, MIDDLE = Axis(10, 200), 13.5


@pytest.fixture
def canvas(qapp: QApplication) -> Callable[[Callable[[QPainter], None]], QImage]:
    def paint(how: Callable[[QPainter], None]) -> QImage:
        image = QImage(220, 27, QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.surface))
        painter = QPainter(image)
        how(painter)
        painter.end()
        return image

    return paint


def named(image: QImage, x: float, y: float) -> str:
    return image.pixelColor(round(x), round(y)).name().upper()


def test_best_stands_out_in_the_colour_of_the_side_between_its_ends(
    canvas: Callable[[Callable[[QPainter], None]], QImage],
) -> None:
    image = canvas(lambda painter: paint_score(painter, AXIS, MIDDLE, Score(3, 6, 8), LIGHT, "external"))
    assert [named(image, AXIS.x(value), MIDDLE) for value in (3, 6, 8)] == [LIGHT.external] * 3
    assert named(image, AXIS.x(4.5), MIDDLE) == LIGHT.external_soft
    assert named(image, AXIS.x(9), MIDDLE) == LIGHT.surface


def test_a_score_that_is_only_read_has_no_handles(canvas: Callable[[Callable[[QPainter], None]], QImage]) -> None:
    def painted(*, editable: bool) -> QImage:
        score = Score(3, 6, 8)
        return canvas(lambda painter: paint_score(painter, AXIS, MIDDLE, score, LIGHT, "external", editable=editable))

    above_the_bar = (AXIS.x(3), MIDDLE - 6.5)
    assert named(painted(editable=True), *above_the_bar) == LIGHT.external
    assert named(painted(editable=False), *above_the_bar) == LIGHT.surface


def test_an_unknown_score_is_hollow_and_dashed_over_the_whole_scale(
    canvas: Callable[[Callable[[QPainter], None]], QImage],
) -> None:
    image = canvas(lambda painter: paint_unknown(painter, AXIS, MIDDLE, LIGHT, focus=False))
    assert named(image, AXIS.x(2), MIDDLE) == LIGHT.surface
    edge = [min(image.pixelColor(x, y).lightness() for y in (8, 9)) for x in range(10, 210)]
    assert min(edge) < 200
    assert max(edge) > 240


def test_what_data_suggest_is_marked_above_the_axis_hollow_where_they_are_not_sound(
    canvas: Callable[[Callable[[QPainter], None]], QImage],
) -> None:
    image = canvas(lambda painter: paint_suggested(painter, AXIS, [(3, True), (7, False)], LIGHT))
    assert named(image, AXIS.x(3), 2) == LIGHT.ink2
    assert named(image, AXIS.x(7), 2) == LIGHT.surface
    assert image.pixelColor(round(AXIS.x(7)) - 3, 1).lightness() < 200
    assert named(image, AXIS.x(3), MIDDLE) == LIGHT.surface


def test_focus_is_drawn_in_its_own_colour(canvas: Callable[[Callable[[QPainter], None]], QImage]) -> None:
    image = canvas(lambda painter: paint_focus(painter, 100, MIDDLE, LIGHT))
    unknown = canvas(lambda painter: paint_unknown(painter, AXIS, MIDDLE, LIGHT, focus=True))
    for picture in (image, unknown):
        inks = {picture.pixelColor(x, y).name().upper() for x in range(220) for y in range(27)}
        assert LIGHT.focus in inks


def test_the_axis_has_a_longer_tick_at_its_ends_and_its_middle(
    canvas: Callable[[Callable[[QPainter], None]], QImage],
) -> None:
    image = canvas(lambda painter: paint_axis(painter, AXIS, MIDDLE, LIGHT))
    lengths = [
        sum(image.pixelColor(round(AXIS.x(value)), y).lightness() < 230 for y in range(27)) for value in range(11)
    ]
    assert lengths[0] == lengths[5] == lengths[10] > max(lengths[1:5])
