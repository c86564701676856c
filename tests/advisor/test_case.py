"""A case names its latest assessment and says which ones it has."""

from __future__ import annotations

import datetime as dt

import pytest

from advisor.case import Assessment, Case, Note, UnknownAssessment


def case_with(*dates: str) -> Case:
    return Case("Peru", tuple(Assessment(f"PER-{date}", "Peru", dt.date.fromisoformat(date)) for date in dates))


def test_the_latest_assessment_is_the_one_with_the_greatest_date_whatever_the_order() -> None:
    assert case_with("2014-05-15", "2011-08-10").assessment().id == "PER-2014-05-15"


def test_of_several_of_one_date_the_one_added_last_counts() -> None:
    day = dt.date(2014, 5, 15)
    assert Case("Peru", (Assessment("FIRST", "Peru", day), Assessment("IMPORTED", "Peru", day))).latest.id == "IMPORTED"


def test_an_unknown_assessment_is_named_with_what_there_is() -> None:
    with pytest.raises(
        UnknownAssessment, match=r'no assessment "PER-2014-05-1".*did you mean "PER-2014-05-15".*it has PER'
    ):
        case_with("2014-05-15").assessment("PER-2014-05-1")


def test_a_case_without_assessments_says_so() -> None:
    with pytest.raises(UnknownAssessment, match="Peru holds no assessment; add one first"):
        case_with().assessment()


def test_a_note_shows_its_admiralty_grade_and_cannot_be_judged_until_it_is() -> None:
    assert Note("Strike", reliability="B", credibility=2).grade == "B2"
    assert Note("Strike").grade == "F6"


def test_what_the_library_calls_a_note_is_no_part_of_what_it_says() -> None:
    assert Note("Strike", id=7) == Note("Strike")
