from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.case import Case
from advisor.playbook import STANCE_CLASSES
from advisor.scores import ScoreSheet
from advisor.timeline import timeline
from tests.advisor.made_cases import PLAYBOOK, assessment, day, long_case
from tests.ui.charts.drawings import colour_at, drawn, is_dashed, lines, text_boxes, texts, ys
from ui.charts.pixel_sheet import PixelSheet
from ui.charts.timeline_layout import lay_out
from ui.charts.timeline_panels import NOTHING_SCORED, draw_factors, draw_stance, stance_scale
from ui.tokens import LIGHT

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pytestqt.qtbot import QtBot

    from advisor.timeline import Moment

MODEL = PLAYBOOK.stance_model
WIDTH = 800


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Fonts need an application."""


def moments_of(case: Case, opened: str) -> tuple[Moment, ...]:
    return timeline(PLAYBOOK, case, opened, {}).moments


def stance_of(
    case: Case, opened: str, moments: tuple[Moment, ...] | None = None, first: tuple[str, ...] = ()
) -> Figure:
    seen = timeline(PLAYBOOK, case, opened, {})
    made = lay_out(seen, PLAYBOOK.factors, 0, WIDTH)
    shown = seen.moments if moments is None else moments
    return drawn(lambda figure: draw_stance(PixelSheet(figure), made, MODEL, shown, first, LIGHT), WIDTH, made.height)


def factors_of(case: Case, opened: str, first: tuple[str, ...] = ()) -> Figure:
    seen = timeline(PLAYBOOK, case, opened, {})
    made = lay_out(seen, PLAYBOOK.factors, 0, WIDTH)
    return drawn(
        lambda figure: draw_factors(PixelSheet(figure), made, PLAYBOOK.factors, seen.moments, first, LIGHT),
        WIDTH,
        made.height,
    )


def test_aligned_stands_above_divergent_and_everything_is_within_the_panel() -> None:
    case = long_case(5)
    made = lay_out(timeline(PLAYBOOK, case, "A4", {}), PLAYBOOK.factors, 0, WIDTH)
    moments = [replace(one, stance_range=(-20.0, 15.0)) for one in moments_of(case, "A4")]
    y = stance_scale(MODEL, moments, made.stance)
    assert made.stance.top <= y(15.0) < y(MODEL.cut_aligned) < y(MODEL.cut_divergent) < y(-20.0) <= made.stance.bottom


def test_the_zones_are_tinted_and_named() -> None:
    case = long_case(2)
    figure = stance_of(case, "A1")
    assert {"aligned", "contested", "divergent"} <= set(texts(figure))
    for stance in STANCE_CLASSES:
        ((left, top, _, bottom),) = text_boxes(figure, stance)
        tint = LIGHT.stance_soft(stance).name().upper()
        assert colour_at(figure, left - 20, (top + bottom) / 2) == tint


def test_the_line_is_dashed_towards_what_came_later() -> None:
    case = long_case(3)
    figure = stance_of(case, "A1")
    assert [is_dashed(line) for line in lines(figure, LIGHT.ink)] == [False, True]


def test_range_and_chance_stand_at_the_mark_once_they_are_known_and_are_dim_while_they_are_stale() -> None:
    case = long_case(2)
    first, second = moments_of(case, "A1")
    assert not any("%" in text for text in texts(stance_of(case, "A1")) if text[0].isdigit())
    known = (
        replace(first, stance_range=(-2.0, 3.0), chance=0.51),
        replace(second, stance_range=(-4.0, 1.0), chance=0.71, stale=True),
    )
    figure = stance_of(case, "A1", known)
    assert {"51 %", "71 %"} <= set(texts(figure))
    assert len(lines(figure, LIGHT.ink3)) == 1


def test_an_assessment_without_scores_breaks_the_line_and_has_no_mark() -> None:
    whole = long_case(3)
    case = replace(
        whole,
        assessments=(whole.assessments[0], assessment("A1", day("2010-03-01"), ScoreSheet()), whole.assessments[2]),
    )
    assert lines(stance_of(case, "A2"), LIGHT.ink) == []


def test_where_nothing_is_scored_the_panel_says_so() -> None:
    blank = Case("S", (assessment("one", day("2014-01-01"), ScoreSheet()),))
    assert NOTHING_SCORED in texts(stance_of(blank, "one"))
    assert NOTHING_SCORED not in texts(stance_of(long_case(1), "A0"))


def test_every_factor_has_its_name_its_side_and_its_colour() -> None:
    figure = factors_of(long_case(3), "A2")
    assert {"DOMESTIC FACTORS, 0–10", "EXTERNAL FACTORS, 0–10"} <= set(texts(figure))
    for factor in PLAYBOOK.factors:
        assert any(text.rstrip("…") and factor.name.startswith(text.rstrip("…")) for text in texts(figure))
    sides = [factor.side for factor in PLAYBOOK.factors]
    assert len(lines(figure, LIGHT.domestic)) == 2 * sides.count("domestic")
    assert len(lines(figure, LIGHT.external)) == 2 * sides.count("external")


def test_a_higher_score_stands_higher() -> None:
    case = long_case(2)
    figure = factors_of(case, "A1")
    patrons = next(
        line
        for line, factor in zip(lines(figure, LIGHT.domestic), PLAYBOOK.factors, strict=False)
        if factor.id != "unrest"
    )
    start, end = ys(patrons)
    assert end < start


def test_few_assessments_all_have_numbers_and_of_many_only_the_ends_and_those_compared() -> None:
    def numbers(count: int, first: tuple[str, ...]) -> int:
        figure = factors_of(long_case(count, days=200), f"A{count - 1}", first)
        return sum(text.replace(".", "").isdigit() for text in texts(figure))

    factors = len(PLAYBOOK.factors)
    assert numbers(4, ()) == 4 * factors
    assert numbers(60, ("A30", "A20")) == 4 * factors


def test_a_number_stays_in_the_row_of_its_factor() -> None:
    made = lay_out(timeline(PLAYBOOK, long_case(12), "A11", {}), PLAYBOOK.factors, 0, WIDTH)
    figure = factors_of(long_case(12), "A11")
    for text in {one for one in texts(figure) if one.replace(".", "").isdigit()}:
        for _, top, _, bottom in text_boxes(figure, text):
            middle = (top + bottom) / 2
            assert any(band.top - 1 <= middle <= band.bottom + 1 for band in made.factors)
