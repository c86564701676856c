from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.periods import Period
from advisor.timeline import Event
from tests.advisor.made_cases import day
from ui.charts.event_places import EVENT_LABEL, EVENT_ROW, PlacedEvent, place_events
from ui.charts.time_scale import TimeScale
from ui.widgets.line_text import advance

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SCALE = TimeScale(Period(day("2012-01-01"), day("2013-12-31")), 100.0, 700.0)
EVENT = Event("2012-06-01", day("2012-06-01"), "The cabinet fell", "The cabinet fell", "s", verified=True, later=False)
TOP = 50.0


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Fonts need an application."""


def placed(*events: Event) -> list[PlacedEvent]:
    return list(place_events(events, SCALE, 760.0, TOP))


def on(date: str, label: str = "The cabinet fell") -> Event:
    return replace(EVENT, date=date, on=day(date), label=label)


def test_a_name_stands_right_of_its_mark_where_there_is_room() -> None:
    (one,) = placed(on("2012-06-01"))
    assert one.text == "The cabinet fell"
    assert one.text_left > one.x


def test_a_name_stands_left_of_its_mark_at_the_right_end() -> None:
    (one,) = placed(on("2013-12-30"))
    assert one.text_left + advance(EVENT_LABEL, one.text) < one.x


def test_a_long_name_is_cut() -> None:
    (one,) = placed(on("2012-06-01", "A name so long that it would run over everything that stands beside it"))
    assert one.text.endswith("…")


def test_marks_without_room_for_a_name_stand_in_a_strip_below_the_rows() -> None:
    found = placed(*(on("2012-06-01", f"Event number {number}") for number in range(30)))
    named, bare = [one for one in found if one.text], [one for one in found if not one.text]
    assert named
    assert bare
    assert min(one.y for one in bare) > max(one.y for one in named)


def test_outcomes_and_what_was_looked_up_are_named_before_the_rest() -> None:
    crowd = [replace(on("2012-06-01", f"Rumour {number}"), verified=False) for number in range(30)]
    outcome = replace(on("2012-06-01", "Outcome: aligned"), kind="outcome", verified=False)
    found = placed(*crowd, on("2012-06-01", "Looked up"), outcome)
    named = {one.event.label for one in found if one.text}
    assert {"Outcome: aligned", "Looked up"} <= named
    assert len(found) == 32


def test_a_place_on_the_mark_or_the_name_is_the_events() -> None:
    (one,) = placed(on("2012-06-01"))
    assert one.holds(one.x + 3, one.y, 7)
    assert one.holds(one.text_left + 20, one.y, 7)
    assert not one.holds(one.x + 3, one.y + EVENT_ROW, 7)
    assert not one.holds(one.x - 30, one.y, 7)


@settings(max_examples=40)
@given(st.lists(st.dates(SCALE.window.first, SCALE.window.last), max_size=60))
def test_names_overlap_neither_each_other_nor_named_marks(days: list[object]) -> None:
    events = [replace(EVENT, on=one, label=f"Event number {number}") for number, one in enumerate(days)]  # type: ignore[arg-type]
    named = [one for one in placed(*events) if one.text]
    for one, other in combinations(named, 2):
        if one.y != other.y:
            continue
        left, right = sorted((one, other), key=lambda each: each.text_left)
        assert left.text_left + advance(EVENT_LABEL, left.text) <= right.text_left
        for mark, label in ((one, other), (other, one)):
            end = label.text_left + advance(EVENT_LABEL, label.text)
            assert not label.text_left <= mark.x <= end
