from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from advisor.waterfall import Bar
from ui.tokens import DARK, LIGHT
from ui.widgets.waterfall_layout import Ground, Zone, lay_out
from ui.widgets.waterfall_painting import Look, bar_colour, is_hatched, paint_waterfall

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from ui.tokens import Tokens
    from ui.widgets.waterfall_layout import WaterfallLayout

WIDTH = 480
TITLE = "Why the standing is −0.50"
BARS = (
    Bar("home", "Electoral base", "factor", "domestic", -2.0, 0.0, -2.0),
    Bar("abroad", "Shared threat", "factor", "external", 3.0, -2.0, 1.0),
    Bar("both", "Security help", "rule", "interaction", 1.5, 1.0, 2.5, indent=1),
    Bar("cost", "Cost of agreeing", "cost_of_agreeing", "domestic", -3.0, 2.5, -0.5),
    Bar("standing", "Standing", "sum", "domestic", -0.5, 0.0, -0.5),
)


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Fonts need an application."""


def painted(bars: Sequence[Bar] = BARS, look: Look | None = None, theme: Tokens = LIGHT) -> QImage:
    layout = lay_out(bars, TITLE, WIDTH)
    image = QImage(WIDTH, round(layout.height), QImage.Format.Format_RGB32)
    image.fill(QColor(theme.surface))
    painter = QPainter(image)
    paint_waterfall(painter, layout, TITLE, bars, theme, look or Look())
    painter.end()
    return image


def at(image: QImage, value: float, row: int, offset: float = 0.0, bars: Sequence[Bar] = BARS) -> str:
    layout = lay_out(bars, TITLE, WIDTH)
    return image.pixelColor(round(layout.x(value)), round(layout.row(row).center().y() + offset)).name().upper()


def inside(image: QImage, box: QRectF, colour: str) -> int:
    rect = box.toRect()
    wanted = QColor(colour)
    return sum(
        image.pixelColor(x, y) == wanted
        for x in range(rect.left(), rect.right())
        for y in range(rect.top(), rect.bottom())
    )


def test_bars_lie_between_their_running_totals_in_the_colour_of_their_side() -> None:
    image = painted()
    assert at(image, -1.0, 0) == LIGHT.domestic
    assert at(image, -1.0, 1) == LIGHT.external
    assert at(image, 1.0, 3) == LIGHT.neutral
    assert at(image, -0.25, 4) == LIGHT.ink
    assert at(image, 1.5, 0) == LIGHT.win_set


def test_a_bar_points_the_way_it_pushes() -> None:
    image = painted()
    assert at(image, -1.97, 0, offset=3.0) != LIGHT.domestic
    assert at(image, -0.05, 0, offset=3.0) == LIGHT.domestic
    assert at(image, -1.95, 1, offset=3.0) == LIGHT.external
    assert at(image, 0.97, 1, offset=3.0) != LIGHT.external


def test_the_win_set_begins_at_zero() -> None:
    image = painted()
    assert at(image, 0.5, 0) == LIGHT.win_set
    assert at(image, -0.5, 4, offset=7) == LIGHT.surface
    assert at(image, 0.5, 0, offset=7) == LIGHT.win_set


def test_what_belongs_to_both_sides_is_hatched_and_all_else_is_solid() -> None:
    assert [is_hatched(bar) for bar in BARS] == [False, False, True, False, False]
    layout, image = lay_out(BARS, TITLE, WIDTH), painted()
    row = layout.row(2)
    body = QRectF(layout.x(1.0) + 3, row.center().y() - 3, layout.x(2.5) - layout.x(1.0) - 12, 6)
    surface, total = inside(image, body, LIGHT.surface), body.toRect().width() * body.toRect().height()
    assert 0.1 * total < surface < 0.9 * total


def test_the_constant_is_neither_side_and_the_sum_is_ink() -> None:
    assert bar_colour(BARS[3], LIGHT) == QColor(LIGHT.neutral)
    assert bar_colour(BARS[4], LIGHT) == QColor(LIGHT.ink)
    assert bar_colour(BARS[0], LIGHT) == QColor(LIGHT.domestic)


def test_a_veto_carries_its_tag() -> None:
    layout = lay_out(BARS, TITLE, WIDTH)
    label = QRectF(0, layout.row(0).top(), layout.bars[0], layout.row(0).height())
    assert inside(painted(), label, LIGHT.error) == 0
    vetoed = (replace(BARS[0], vetoes=True), *BARS[1:])
    assert inside(painted(vetoed), label, LIGHT.error) > 10


def test_the_selected_row_has_a_ground_and_the_keyboard_a_ring() -> None:
    row = lay_out(BARS, TITLE, WIDTH).row(1)
    assert inside(painted(), row, LIGHT.accent_soft) == 0
    assert inside(painted(look=Look(selected="abroad")), row, LIGHT.accent_soft) > 500
    assert inside(painted(look=Look(selected="abroad")), row, LIGHT.focus) == 0
    assert inside(painted(look=Look(selected="abroad", focused=True)), row, LIGHT.focus) > 200


def test_a_hovered_row_has_a_ground_of_its_own() -> None:
    row = lay_out(BARS, TITLE, WIDTH).row(1)
    assert inside(painted(look=Look(hovered=1)), row, LIGHT.sunken) > 500


def test_an_opened_fold_gives_its_bar_to_its_members() -> None:
    member = Bar("member", "Small rule", "rule", "domestic", -2.0, 0.0, -2.0, indent=2)
    fold = replace(BARS[0], id="fold", kind="folded", members=(member,))
    closed, opened = (fold, *BARS[1:]), (fold, member, *BARS[1:])
    assert at(painted(closed), -1.0, 0, bars=closed) == LIGHT.domestic
    image = painted(opened, Look(opened={"fold"}))
    assert at(image, -1.0, 0, bars=opened) == LIGHT.surface
    assert at(image, -1.0, 1, bars=opened) == LIGHT.domestic


def test_a_contribution_of_nothing_still_shows_where_it_stands() -> None:
    flat = (replace(BARS[0], points=0.0, end=0.0), replace(BARS[1], start=0.0), *BARS[2:])
    assert inside(painted(flat), lay_out(flat, TITLE, WIDTH).row(0), LIGHT.domestic) >= 7


def test_the_dark_theme_paints_with_its_own_colours() -> None:
    image = painted(theme=DARK)
    assert at(image, -1.0, 0) == DARK.domestic
    assert at(image, 1.5, 0) == DARK.win_set


LEVELS = (
    Bar("before", "31 Dec 2011", "level", "domestic", 2.0, 2.0, 2.0),
    Bar("a", "Military", "factor", "domestic", -4.0, 2.0, -2.0),
    Bar("after", "15 May 2014", "level", "domestic", -2.0, -2.0, -2.0),
)
ZONES = Ground((Zone("divergent", -inf, -1.0), Zone("contested", -1.0, 1.0), Zone("aligned", 1.0, inf)))


def painted_on(ground: Ground, bars: Sequence[Bar] = LEVELS) -> tuple[QImage, WaterfallLayout]:
    layout = lay_out(bars, "", WIDTH, ground)
    image = QImage(WIDTH, round(layout.height), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    paint_waterfall(painter, layout, "", bars, LIGHT, Look())
    painter.end()
    return image, layout


def test_the_zones_of_the_stance_are_tinted_and_named_and_there_is_no_win_set() -> None:
    image, layout = painted_on(ZONES)
    above = layout.row(1).center().y() - 7
    seen = [image.pixelColor(round(layout.x(value)), round(above)).name().upper() for value in (-1.5, 0.0, 1.5)]
    assert seen == [LIGHT.domestic_soft, LIGHT.bg, LIGHT.external_soft]
    assert inside(image, QRectF(0, layout.top, WIDTH, 40), LIGHT.win_set) == 0
    for start, end in ((-2.0, -1.0), (-1.0, 1.0), (1.0, 2.0)):
        left, right = layout.x(start), layout.x(end)
        caption = QRectF(left, layout.caption.top(), right - left, layout.caption.height())
        assert inside(image, caption, LIGHT.surface) < caption.width() * caption.height() - 40


def test_zones_that_the_bars_do_not_reach_are_left_out() -> None:
    near = (replace(LEVELS[0], points=2.2, start=2.2, end=2.2), replace(LEVELS[2], points=2.0, start=2.0, end=2.0))
    image, layout = painted_on(ZONES, near)
    whole = QRectF(0, layout.top, WIDTH, layout.height - layout.top)
    assert inside(image, whole, LIGHT.domestic_soft) == 0
    assert inside(image, whole, LIGHT.external_soft) > 500


def test_a_level_is_a_dot_where_the_scale_stands_and_no_bar_from_zero() -> None:
    image, layout = painted_on(ZONES)
    middle = layout.row(0).center().y()
    assert image.pixelColor(round(layout.x(2.0)), round(middle)) == QColor(LIGHT.ink)
    assert image.pixelColor(round(layout.x(1.0)), round(middle)) != QColor(LIGHT.ink)
    assert bar_colour(LEVELS[0], LIGHT) == QColor(LIGHT.ink)


def test_levels_of_a_standing_lie_on_the_win_set() -> None:
    image, layout = painted_on(Ground(legend=("domestic", "external")))
    assert image.pixelColor(round(layout.x(1.0)), round(layout.row(0).center().y())) == QColor(LIGHT.win_set)
    assert inside(image, layout.legend, LIGHT.both) == 0
