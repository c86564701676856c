from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.case import Case, Fact, Point, Series
from advisor.timeline import timeline
from tests.advisor.made_cases import PLAYBOOK, assessment, day
from tests.ui.charts.drawings import colour_at, drawn, is_dashed, lines, marks, text_boxes, texts, xs
from ui.charts.pixel_sheet import PixelSheet
from ui.charts.timeline_evidence import NO_EVENTS, NO_READINGS, draw_events, draw_series
from ui.charts.timeline_layout import lay_out
from ui.tokens import LIGHT

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pytestqt.qtbot import QtBot

    from ui.charts.timeline_layout import TimelineLayout

WIDTH = 800
AS_OF = day("2014-05-15")


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Fonts need an application."""


def case_with(*series: Series, facts: tuple[Fact, ...] = ()) -> Case:
    return Case("S", (assessment("a", day("2012-01-01"), facts=facts), assessment("b", AS_OF)), series)


def layout_of(case: Case) -> TimelineLayout:
    return lay_out(timeline(PLAYBOOK, case, "b", {}), PLAYBOOK.factors, len(case.series), WIDTH)


def series_of(
    *points: Point, unit: str = "percent", description: str = "Approval, Ipsos"
) -> tuple[Figure, TimelineLayout]:
    case = case_with(Series("approval", unit, description, points))
    seen, made = timeline(PLAYBOOK, case, "b", {}), layout_of(case)
    figure = drawn(
        lambda figure: draw_series(PixelSheet(figure), made, seen.series, seen.as_of, LIGHT), WIDTH, made.height
    )
    return figure, made


def events_of(*facts: Fact) -> Figure:
    made = layout_of(case_with(facts=facts))
    return drawn(lambda figure: draw_events(PixelSheet(figure), made, LIGHT), WIDTH, made.height)


def test_events_are_named_and_counted() -> None:
    figure = events_of(Fact("2012-03", "The cabinet fell", "s", True), Fact("2013-03", "A strike", "s", True))
    assert {"The cabinet fell", "A strike"} <= set(texts(figure))
    assert "2 of 2 named;" in " ".join(texts(figure))


def test_an_event_that_nobody_looked_up_is_hollow() -> None:
    figure = events_of(Fact("2012-03", "Sure", "s", True), Fact("2013-03", "Rumour", "s", False))
    faces = [str(one.get_markerfacecolor()).upper() for one in marks(figure, LIGHT.ink2)]
    assert faces == [LIGHT.ink2, LIGHT.surface]


def test_without_events_the_panel_says_so() -> None:
    assert NO_EVENTS in texts(events_of())


def test_a_series_has_its_name_unit_and_what_else_is_known() -> None:
    figure, _ = series_of(Point("2013-01", 3.0, "s", True))
    assert {"Approval", "percent, Ipsos"} <= set(texts(figure))


def test_readings_within_a_year_make_a_line_dashed_where_they_were_known_only_later() -> None:
    figure, made = series_of(
        Point("2012-06", 65.0, "s", True), Point("2013-06", 47.0, "s", True), Point("2014-07", 30.0, "s", True)
    )
    known, later = lines(figure, LIGHT.ink2)
    assert (is_dashed(known), is_dashed(later)) == (False, True)
    assert max(xs(known)) <= made.scale.x(AS_OF) < max(xs(later))


def test_a_reading_that_nobody_looked_up_is_hollow() -> None:
    figure, _ = series_of(Point("2012-06", 65.0, "s", True), Point("2013-06", 47.0, "s", False))
    sure, hollow = marks(figure, LIGHT.ink2)
    assert (str(sure.get_markerfacecolor()).upper(), len(xs(sure))) == (LIGHT.ink2, 1)
    assert (str(hollow.get_markerfacecolor()).upper(), len(xs(hollow))) == (LIGHT.surface, 1)


def test_the_first_and_the_last_known_reading_are_named_and_the_last_of_all() -> None:
    figure, _ = series_of(
        Point("2012-06", 65.0, "s", True),
        Point("2013-01", 50.0, "s", True),
        Point("2013-06", 47.0, "s", True),
        Point("2014-05-25", 30.0, "s", True),
    )
    assert {"65", "47", "30"} <= set(texts(figure))
    assert "50" not in texts(figure)


def test_yearly_readings_make_bars_with_their_numbers() -> None:
    figure, made = series_of(Point("2012", 10290.0, "s", True), Point("2013", 14171.0, "s", True))
    assert {"10,290", "14,171"} <= set(texts(figure))
    band = made.series[0]
    assert colour_at(figure, made.scale.x(day("2013-07-01")), band.bottom - 10) == LIGHT.outline
    assert lines(figure, LIGHT.ink2) == []


def test_a_bar_of_a_year_that_was_not_over_is_pale_and_dashed_and_one_not_looked_up_is_hollow() -> None:
    figure, made = series_of(
        Point("2012", 10.0, "s", False), Point("2013", 10.0, "s", True), Point("2014", 10.0, "s", True)
    )
    floor = made.series[0].bottom - 10
    inside = [colour_at(figure, made.scale.x(day(date)), floor) for date in ("2012-07-01", "2013-07-01", "2014-03-01")]
    assert inside == [LIGHT.surface, LIGHT.outline, LIGHT.track]


def test_bars_below_zero_hang_from_it() -> None:
    figure, made = series_of(Point("2012", 5.0, "s", True), Point("2013", -5.0, "s", True))
    band = made.series[0]
    up, down = (made.scale.x(day(date)) for date in ("2012-07-01", "2013-07-01"))
    middle = (band.top + 16 + band.bottom - 7) / 2
    assert (colour_at(figure, up, middle - 6), colour_at(figure, up, middle + 6)) == (LIGHT.outline, LIGHT.surface)
    assert (colour_at(figure, down, middle - 6), colour_at(figure, down, middle + 6)) == (LIGHT.surface, LIGHT.outline)


@pytest.mark.parametrize("points", [(), (Point("spring", 3.0),), (Point("1970-01", 3.0),)])
def test_a_series_without_a_reading_in_the_window_says_so(points: tuple[Point, ...]) -> None:
    figure, _ = series_of(*points)
    assert NO_READINGS in texts(figure)


def test_one_reading_alone_stands_in_the_middle() -> None:
    figure, made = series_of(Point("2013-06", 47.0, "s", True))
    band = made.series[0]
    ((_, top, _, bottom),) = text_boxes(figure, "47")
    assert band.top <= top < bottom <= band.bottom


def test_a_line_does_not_run_out_of_the_window() -> None:
    figure, made = series_of(
        Point("1990-01", 1.0, "s", True), Point("2013-06", 2.0, "s", True), Point("2013-09", 3.0, "s", True)
    )
    band = made.series[0]
    pixels = {
        colour_at(figure, x, y) for x in range(5, 140) for y in range(round(band.top) + 40, round(band.bottom) - 2)
    }
    assert LIGHT.ink2 not in pixels
