from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.case import Case, CaseEvent, Fact, Outcome, Point, Series
from advisor.findings import assess, judge
from advisor.scores import Score, ScoreSheet
from advisor.timeline import Timeline, timeline
from advisor.uncertainty import draw_blocks
from tests.advisor.made_cases import PLAYBOOK, assessment, day, long_case, sheet_at

if TYPE_CHECKING:
    from advisor.playbook import Playbook

PERU_2012, PERU_2014 = "PER-2012-2014", "PER-2014-2016"


def seen(case: Case, opened: str = "") -> Timeline:
    return timeline(PLAYBOOK, case, opened or case.assessments[-1].id, {})


def with_facts(*facts: Fact) -> Case:
    return Case("Somewhere", (assessment("one", day("2014-05-15"), facts=facts),))


def test_every_assessment_stands_with_what_judging_it_says(playbook: Playbook, cases: dict[str, Case]) -> None:
    for one in cases["Peru"].assessments:
        found, moment = judge(playbook, one.sheet), seen(cases["Peru"]).moment(one.id)
        assert moment is not None
        assert moment.index == pytest.approx(found.stance.index, abs=1e-12)
        assert moment.stance == found.stance.stance_class
        assert dict(moment.factors) == pytest.approx(dict(found.factors), abs=1e-12)


def test_assessments_stand_in_order_of_date_and_the_later_ones_are_marked(cases: dict[str, Case]) -> None:
    backwards = replace(cases["Peru"], assessments=cases["Peru"].assessments[::-1])
    found = seen(backwards, PERU_2012)
    assert [one.as_of for one in found.moments] == sorted(one.as_of for one in backwards.assessments)
    assert [one.later for one in found.moments] == [False, False, True]


def test_ranges_and_chances_come_with_the_findings(playbook: Playbook, cases: dict[str, Case]) -> None:
    case = cases["Peru"]
    draws = tuple(draw_blocks(playbook, 256, 1))
    known = {PERU_2014: assess(playbook, case.assessment(PERU_2014).sheet, draws)}
    found = timeline(playbook, case, PERU_2014, known)
    latest, before = found.moment(PERU_2014), found.moment(PERU_2012)
    assert latest is not None
    assert before is not None
    assert latest.stance_range == known[PERU_2014].stance_range
    assert latest.chance == known[PERU_2014].probabilities["divergent"]
    assert (before.stance_range, before.chance) == (None, None)
    assert not latest.stale


def test_findings_of_earlier_scores_are_stale(playbook: Playbook, cases: dict[str, Case]) -> None:
    case = cases["Peru"]
    draws = tuple(draw_blocks(playbook, 256, 1))
    known = {PERU_2014: assess(playbook, sheet_at(3.0), draws)}
    moment = timeline(playbook, case, PERU_2014, known).moment(PERU_2014)
    assert moment is not None
    assert moment.stale
    assert moment.chance == known[PERU_2014].probabilities["divergent"]


def test_what_is_not_scored_has_no_value() -> None:
    part = ScoreSheet({"su_level": Score(4, 5, 6)})
    case = Case(
        "Somewhere", (assessment("a", day("2014-01-01"), ScoreSheet()), assessment("b", day("2014-02-01"), part))
    )
    blank, begun = seen(case).moments
    assert (blank.index, blank.stance, set(blank.factors.values())) == (None, None, {None})
    assert begun.index is not None
    assert {name for name, value in begun.factors.items() if value is not None} == {"unrest"}


def test_an_event_was_known_or_became_known_later_as_its_assessment_says() -> None:
    # Both facts are of the month of the assessment: their dates alone do not say.
    found = seen(with_facts(Fact("2014-05", "Known", "s", True), Fact("2014-05", "Later", "s", True, True)))
    assert {one.label: one.later for one in found.events} == {"Known": False, "Later": True}
    places = {one.label: one.on for one in found.events}
    assert places["Known"] is not None
    assert places["Later"] is not None
    assert places["Known"] <= found.as_of < places["Later"]


@pytest.mark.parametrize(
    ("opened", "later"),
    [("early", {"E1": False, "E2": True, "L1": True}), ("late", {"E1": False, "E2": False, "L1": False})],
)
def test_what_another_assessment_rests_on_was_known_by_then(opened: str, later: dict[str, bool]) -> None:
    early = (Fact("2012", "E1", "s", True), Fact("2012-06-01", "E2", "s", True, True))
    case = Case(
        "Somewhere",
        (
            assessment("early", day("2012-03-01"), facts=early),
            assessment("late", day("2014-05-15"), facts=(Fact("2014-05", "L1", "s", True),)),
        ),
    )
    assert {one.text: one.later for one in seen(case, opened).events} == later


def test_a_fact_that_stands_in_two_assessments_is_one_event() -> None:
    fact = Fact("2012-01", "The same", "s", True)
    case = Case(
        "S", (assessment("a", day("2012-03-01"), facts=(fact,)), assessment("b", day("2013-01-01"), facts=(fact,)))
    )
    assert [one.text for one in seen(case).events] == ["The same"]


def test_events_stand_in_order_of_date_and_those_without_one_come_last() -> None:
    facts = (
        Fact("spring", "No date", "s", True),
        Fact("2013", "Second", "s", True),
        Fact("2012-05", "First", "s", True),
    )
    found = seen(with_facts(*facts))
    assert [(one.label, one.on) for one in found.events] == [
        ("First", day("2012-05-16")),
        ("Second", day("2013-07-02")),
        ("No date", None),
    ]


def test_what_the_government_did_is_an_event_too() -> None:
    done = Outcome("contested", "It wavered", decision_date=day("2014-05-27"))
    one = replace(assessment("one", day("2014-05-15")), outcome=done)
    (event,) = seen(Case("Somewhere", (one,))).events
    assert (event.kind, event.label, event.later, event.verified) == ("outcome", "Outcome: contested", True, False)
    assert "It wavered" in event.text


def test_what_happened_in_the_case_stands_among_the_facts_once() -> None:
    facts = (Fact("2013-11-04", "A strike", "s", True),)
    events = (
        CaseEvent("2013-11-04", "A strike"),
        CaseEvent("2014-06", "Masías goes (at last); others too", "El Comercio"),
    )
    found = seen(replace(with_facts(*facts), events=events)).events
    assert [(one.kind, one.label, one.later, one.verified) for one in found] == [
        ("fact", "A strike", False, True),
        ("event", "Masías goes", True, True),
    ]


def test_an_outcome_without_a_day_is_no_event() -> None:
    one = replace(assessment("one", day("2014-05-15")), outcome=Outcome("contested"))
    assert seen(Case("Somewhere", (one,))).events == ()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The army objects; the cabinet meets", "The army objects"),
        ("In Tingo Maria (Huanuco), voters left", "In Tingo Maria, voters left"),
        ("  Two   lines\nof text ", "Two lines of text"),
        ("word " * 20, "word word word word word word word word word word word word…"),
    ],
)
def test_the_name_of_an_event_is_its_first_clause(text: str, label: str) -> None:
    assert seen(with_facts(Fact("2014-01", text, "s", True))).events[0].label == label


def test_the_window_holds_the_assessments_and_what_happened_near_them() -> None:
    facts = (Fact("1990", "Long before", "s", True), Fact("2009-06-01", "Near", "s", True))
    found = seen(long_case(3, facts=facts))
    assert found.window.first < day("2009-06-01")
    assert found.window.last > found.moments[-1].as_of
    assert [one.text for one in found.dated_events] == ["Near"]
    assert [one.text for one in found.events] == ["Long before", "Near"]


def test_an_assessment_that_the_case_does_not_hold_has_no_moment() -> None:
    assert seen(long_case(1)).moment("nobody") is None


def test_a_fact_dated_by_the_year_of_the_assessment_stands_on_the_side_where_it_was_known() -> None:
    (event,) = seen(with_facts(Fact("2014", "This year", "s", True))).events
    assert event.on == day("2014-05-15")


@settings(max_examples=30)
@given(
    st.lists(st.dates(), min_size=1, max_size=60),
    st.lists(st.sampled_from(["2011", "2011-Q3", "1998-2001", "0001", "9999", "9999-12-31", "spring", ""]), max_size=6),
    st.data(),
)
def test_any_dates_have_a_window_that_holds_every_assessment(
    days: list[dt.date], dates: list[str], data: st.DataObject
) -> None:
    facts = [Fact(date, f"fact {number}", "s", True, number % 2 == 0) for number, date in enumerate(dates)]
    made = tuple(assessment(str(number), one, facts=facts) for number, one in enumerate(days))
    series = (Series("s", "", "", tuple(Point(date, 1.0) for date in dates)),)
    opened = data.draw(st.sampled_from(made))
    found = seen(Case("S", made, series), opened.id)
    assert [one.as_of for one in found.moments] == sorted(days)
    assert all(found.window.first <= one.as_of <= found.window.last for one in found.moments)
    assert all(one.later == (one.as_of > opened.as_of) for one in found.moments)
    assert all(one.on > opened.as_of for one in found.events if one.later and one.on and opened.as_of < dt.date.max)
    assert all(one.on <= opened.as_of for one in found.events if not one.later and one.on)
