from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.case import Case, Fact, Point, Series
from advisor.scores import ScoreSheet
from advisor.timeline import timeline
from advisor.timeline_text import chance_text, event_text, in_words, moment_text, reading_told, table
from advisor.wording import signed
from tests.advisor.made_cases import PLAYBOOK, assessment, day, long_case

if TYPE_CHECKING:
    from advisor.timeline import Timeline

FACTS = (Fact("2012-05", "The cabinet fell", "Reuters", True), Fact("2015", "Later on", "memory", False, True))
SERIES = (
    Series("approval", "percent", "Approval, Ipsos", (Point("2014-01", 25.5, "Ipsos", True, "rural"),)),
    Series("old", "ha", "", (Point("long ago", 3.0),)),
)
CASE = Case("Peru", (assessment("one", day("2014-05-15"), facts=FACTS),), SERIES)


def seen(case: Case = CASE) -> Timeline:
    return timeline(PLAYBOOK, case, case.assessments[-1].id, {})


def rows(found: Timeline) -> list[dict[str, object]]:
    header, *body = table(PLAYBOOK, found)
    return [dict(zip(map(str, header), row, strict=True)) for row in body]


def test_the_table_holds_stance_and_factors_of_every_assessment() -> None:
    found = rows(seen(long_case(3)))
    stance = [row for row in found if row["Kind"] == "Stance"]
    factors = [row for row in found if row["Kind"] == "Factor"]
    assert [row["Date"] for row in stance] == ["2010-01-15", "2010-04-16", "2010-07-16"]
    assert len(factors) == 3 * len(PLAYBOOK.factors)
    assert {row["What"] for row in factors} >= {"Military (domestic)", "Shared threat (external)"}


def test_the_table_holds_every_event_and_every_reading_those_without_a_place_included() -> None:
    found = rows(seen())
    events = {row["Text"]: row for row in found if row["Kind"] == "Event"}
    series = {row["Date"]: row for row in found if row["Kind"] == "Series"}
    assert set(events) == {"The cabinet fell", "Later on"}
    assert events["The cabinet fell"]["Source"] == "Reuters"
    assert (series["2014-01"]["Value"], series["2014-01"]["Unit"], series["2014-01"]["Text"]) == (
        25.5,
        "percent",
        "rural",
    )
    assert series["long ago"]["Value"] == 3.0


def test_the_table_says_what_was_known_by_the_date_and_what_was_looked_up() -> None:
    found = {row["Text"]: row for row in rows(seen()) if row["Kind"] == "Event"}
    assert (found["The cabinet fell"]["Known by 15 May 2014"], found["The cabinet fell"]["Verified"]) == ("yes", "yes")
    assert (found["Later on"]["Known by 15 May 2014"], found["Later on"]["Verified"]) == ("only later", "no")


def test_a_range_and_a_chance_that_are_known_stand_in_the_table() -> None:
    found = seen()
    moment = replace(found.moments[0], stance_range=(-3.0, 1.0), chance=0.63)
    stance = next(row for row in rows(replace(found, moments=(moment,))) if row["Kind"] == "Stance")
    assert (stance["80 % from"], stance["80 % to"], stance["Chance of class"]) == (-3.0, 1.0, 0.63)
    assert chance_text(moment) == "63 %"
    assert chance_text(found.moments[0]) == ""


def test_few_assessments_are_all_told_and_of_many_the_first_and_the_last() -> None:
    index = signed(seen().moments[0].index or 0.0, 1)
    assert in_words(seen()) == f"Peru, 1 assessment: contested ({index}) on 15 May 2014. With 2 events, 2 data series."
    long = in_words(seen(long_case(60)))
    assert "60 assessments" in long
    assert long.count(" on ") == 2


def test_an_assessment_without_scores_says_so() -> None:
    blank = Case("Peru", (assessment("one", day("2014-05-15"), ScoreSheet()),))
    assert in_words(seen(blank)) == "Peru, 1 assessment: nothing scored on 15 May 2014."
    assert moment_text(seen(blank).moments[0]) == "15 May 2014: nothing scored."


def test_an_assessment_pointed_at_says_class_chance_index_and_range() -> None:
    moment = replace(seen().moments[0], stance="divergent", index=-1.75, stance_range=(-4.2, 0.76), chance=0.636)
    assert moment_text(moment) == "15 May 2014: divergent 64 %; index −1.8, 80 % range −4.2 to +0.8."
    assert moment_text(replace(moment, chance=None, stance_range=None)) == "15 May 2014: divergent; index −1.8."


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "2012-05: The cabinet fell. Reuters."),
        (1, "2015: Later on. Memory; not verified."),
    ],
)
def test_an_event_pointed_at_says_all_with_its_source(number: int, text: str) -> None:
    assert event_text(seen().events[number]) == text


def test_a_reading_pointed_at_says_its_unit_note_and_source() -> None:
    series = seen().series[0]
    assert reading_told(series, series.readings[0]) == "Approval, 2014-01: 25.5 percent (rural). Ipsos."
