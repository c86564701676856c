from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QGraphicsPathItem

from tests.ui.plan.a_map import HOME, LESS, QUIET, TALKS, the_map
from ui.plan.pathway_scene import build_scene, lane_rows, map_height, ticks
from ui.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsScene

    from ui.theme import Theme


@pytest.fixture(autouse=True)
def dressed(theme: Theme) -> None:
    """Fonts of the window."""


def ways(scene: QGraphicsScene) -> dict[str, QGraphicsPathItem]:
    """Return the branches by what their tooltips begin with."""
    found = (item for item in scene.items() if isinstance(item, QGraphicsPathItem))
    return {item.toolTip().partition(",")[0]: item for item in found}


def picture(scene: QGraphicsScene) -> QImage:
    image = QImage(scene.sceneRect().size().toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    scene.render(painter)
    painter.end()
    return image


def test_lanes_of_the_external_side_lie_above_and_the_first_to_be_left_for_furthest_out() -> None:
    assert lane_rows((HOME,)) == (0,)
    assert lane_rows((HOME, QUIET, TALKS, LESS)) == (1, 0, 3, 2)


@pytest.mark.parametrize("switches", range(5))
@pytest.mark.parametrize("width", [320.0, 920.0])
def test_whatever_the_number_of_switches_everything_stays_on_the_map(switches: int, width: float) -> None:
    found = the_map(switches)
    scene = build_scene(found, width, LIGHT)
    assert scene.height() == map_height(found)
    assert scene.sceneRect().adjusted(-1, -1, 8, 1).contains(scene.itemsBoundingRect())


def test_a_switch_has_its_number_its_likelihood_and_what_to_do_in_the_tooltip() -> None:
    scene = build_scene(the_map(), 920, LIGHT)
    way = ways(scene)["Switch 1: 12 %"]
    assert way.toolTip() == "Switch 1: 12 %, very unlikely: trust and access falls to 5: drop vetted units"


def test_the_colour_of_a_way_is_that_of_the_triggers_side_and_the_expected_route_is_thick() -> None:
    scene = build_scene(the_map(), 920, LIGHT)
    pens = {name[:8]: way.pen() for name, way in ways(scene).items()}
    assert pens["Switch 1"].color() == LIGHT.side("external")
    assert pens["Switch 2"].color() == LIGHT.side("domestic")
    assert pens["Switch 2"].widthF() > pens["Switch 1"].widthF() == pens["Switch 3"].widthF()


def test_where_the_package_is_likeliest_kept_no_way_out_is_thick() -> None:
    scene = build_scene(the_map(2, shares=(0.1, 0.1, 0, 0)), 920, LIGHT)
    assert len({way.pen().widthF() for way in ways(scene).values()}) == 1


def test_ways_begin_in_the_order_of_the_table() -> None:
    scene = build_scene(the_map(), 920, LIGHT)
    starts = [way.path().elementAt(0).x for _, way in sorted(ways(scene).items())]
    assert starts == sorted(starts)


def test_two_ways_into_one_lane_end_at_the_same_height() -> None:
    scene = build_scene(the_map(), 920, LIGHT)
    ends = {name[:8]: way.path().currentPosition() for name, way in ways(scene).items()}
    assert ends["Switch 1"] == ends["Switch 4"]
    assert ends["Switch 1"].y() < ends["Switch 2"].y()


def test_with_no_horizon_there_is_one_point_in_time() -> None:
    scene = build_scene(the_map(0, months=0.0), 920, LIGHT)
    assert not ways(scene)
    assert scene.itemsBoundingRect().right() < 400


def test_a_dimmed_map_has_no_colour_of_a_side() -> None:
    scene = build_scene(the_map(), 920, LIGHT, dim=True)
    assert {way.pen().color().name().upper() for way in ways(scene).values()} == {LIGHT.ink3}


def test_in_the_dark_it_wears_the_dark_colours() -> None:
    scene = build_scene(the_map(), 920, DARK)
    assert {way.pen().color().name().upper() for way in ways(scene).values()} == {DARK.domestic, DARK.external}


def test_numbers_stand_on_the_line_of_todays_package() -> None:
    scene = build_scene(the_map(), 920, LIGHT)
    image = picture(scene)
    way = ways(scene)["Switch 3: 10 %"]
    start = QPointF(way.path().elementAt(0).x, way.path().elementAt(0).y)
    box = QRectF(start.x() - 8, start.y() - 8, 16, 16).toRect()
    places = ((x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom()))
    inks = {image.pixelColor(x, y).name().upper() for x, y in places}
    assert {LIGHT.accent, LIGHT.on_accent} <= inks


@pytest.mark.parametrize("months", [0.0, 3.0, 9.0, 12.0, 24.0, 30.0, 120.0])
@pytest.mark.parametrize("length", [150.0, 400.0, 700.0])
def test_dates_are_written_from_the_first_to_the_last_day_and_never_over_one_another(
    months: float, length: float
) -> None:
    places = ticks(months, length)
    assert (places[0], places[-1]) == (0.0, months)
    assert places == sorted(set(places))
    gaps = [(later - earlier) / months * length for earlier, later in pairwise(places[:-1])]
    assert all(gap >= 70 for gap in gaps)
    if len(places) > 2:
        assert (places[-1] - places[-2]) / months * length >= 120
