"""A case names its latest assessment and says which ones it has."""

from __future__ import annotations

import datetime as dt

import pytest

from advisor.case import Assessment, Case, UnknownAssessment


def case_with(*dates: str) -> Case:
    return Case("Peru", tuple(Assessment(f"PER-{date}", "Peru", dt.date.fromisoformat(date)) for date in dates))


def test_the_latest_assessment_is_the_one_with_the_greatest_date_whatever_the_order() -> None:
    assert case_with("2014-05-15", "2011-08-10").assessment().id == "PER-2014-05-15"


def test_an_unknown_assessment_is_named_with_what_there_is() -> None:
    with pytest.raises(
        UnknownAssessment, match=r'no assessment "PER-2014-05-1".*did you mean "PER-2014-05-15".*it has PER'
    ):
        case_with("2014-05-15").assessment("PER-2014-05-1")


def test_a_case_without_assessments_says_so() -> None:
    with pytest.raises(UnknownAssessment, match="Peru holds no assessment; add one first"):
        case_with().assessment()
