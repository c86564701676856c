from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from advisor.case import Point, Series
from advisor.case_series import data_series
from advisor.timeline import timeline
from tests.advisor.made_cases import PLAYBOOK, day, long_case
from ui.charts.timeline_layout import DATE, TimelineLayout, date_labels, lay_out, reading_day
from ui.widgets.line_text import advance

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.timeline import Timeline


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Fonts need an application."""


def seen(count: int) -> Timeline:
    case = long_case(count)
    return timeline(PLAYBOOK, case, case.assessments[count // 2].id, {})


def laid(count: int = 3, series: int = 2, width: float = 800.0) -> TimelineLayout:
    return lay_out(seen(count), PLAYBOOK.factors, series, width)


@pytest.mark.parametrize("width", [420.0, 800.0, 1400.0])
@pytest.mark.parametrize("count", [1, 3, 60])
def test_panels_stand_one_below_the_other_within_the_height(width: float, count: int) -> None:
    made = laid(count, 2, width)
    sides = [band for _, band in made.sides]
    bands = [made.years, made.dates, made.stance, *sorted((*sides, *made.factors), key=lambda one: one.top)]
    bands += [made.events, *made.series, made.foot]
    assert all(upper.bottom <= lower.top for upper, lower in pairwise(bands))
    assert bands[-1].bottom == made.height
    assert made.scale.left < made.scale.right <= made.right <= width


def test_factors_are_grouped_under_their_side() -> None:
    made = laid()
    (domestic, first), (external, second) = made.sides
    assert (domestic, external) == ("domestic", "external")
    above = [band for factor, band in zip(PLAYBOOK.factors, made.factors, strict=True) if factor.side == "domestic"]
    below = [band for factor, band in zip(PLAYBOOK.factors, made.factors, strict=True) if factor.side == "external"]
    assert all(first.bottom <= band.top < second.top for band in above)
    assert all(band.top >= second.bottom for band in below)


def test_a_series_more_makes_it_higher_by_a_panel() -> None:
    one, two, three = (laid(series=count).height for count in (1, 2, 3))
    assert three - two == two - one > 0


def test_the_last_assessment_leaves_room_for_its_numbers_and_the_names_of_the_zones() -> None:
    for count in (1, 2, 60):
        made = laid(count)
        assert made.right - made.scale.x(seen(count).moments[-1].as_of) >= 110


@pytest.mark.parametrize("count", [1, 2, 12, 60])
def test_dates_do_not_overlap_and_those_compared_are_always_there(count: int) -> None:
    found, made = seen(count), laid(count)
    wanted = [found.moments[-1].id, found.moments[0].id]
    labels = sorted(date_labels(made, found.moments, wanted), key=lambda one: one.left)
    assert set(wanted) <= {label.moment.id for label in labels}
    assert all(one.left + advance(DATE, one.text) <= other.left for one, other in pairwise(labels))
    assert labels[0].left >= 0
    assert labels[-1].left + advance(DATE, labels[-1].text) <= made.width


def test_two_assessments_of_one_day_have_one_date() -> None:
    case = long_case(3, days=0)
    found = timeline(PLAYBOOK, case, "A0", {})
    made = lay_out(found, PLAYBOOK.factors, 0, 800)
    assert [label.text for label in date_labels(made, found.moments, ["A1"])] == ["15 Jan 2010"]


@pytest.mark.parametrize(
    ("date", "drawn"), [("2014-Q1", "2014-02-14"), ("2014", "2014-07-02"), ("2014-05", "2014-05-16")]
)
def test_a_reading_is_drawn_in_the_middle_of_its_period(date: str, drawn: str) -> None:
    as_of = day("2014-05-15")
    (series,) = data_series([Series("s", "", "", (Point(date, 1.0),))], as_of)
    assert reading_day(series.readings[0], as_of) == day(drawn)


def test_a_reading_known_only_later_is_never_drawn_before_the_date_looked_from() -> None:
    as_of = day("2014-09-15")
    (series,) = data_series([Series("s", "", "", (Point("2014", 1.0),))], as_of)
    assert reading_day(series.readings[0], as_of) == as_of
