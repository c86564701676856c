"""A file finds its country in the library by name, accents and capitals aside, else by the country's code."""

from __future__ import annotations

import datetime as dt

from data.importing.countries import find_case
from data.library.reading import AssessmentSummary, CaseSummary

DAY = dt.date(2014, 5, 15)


def case(number: int, name: str, *assessments: str) -> CaseSummary:
    return CaseSummary(number, name, None, tuple(AssessmentSummary(one, DAY, "") for one in assessments))


HELD = (case(1, "Peru", "A"), case(2, "Côte d'Ivoire"), case(3, "Peru", "B"))


def test_the_name_is_enough_whatever_its_accents_and_capitals() -> None:
    assert find_case(HELD, " PERÚ ") == HELD[0]
    assert find_case(HELD, "cote d'ivoire") == HELD[1]


def test_of_several_cases_of_a_country_the_one_that_holds_the_assessment_counts() -> None:
    assert find_case(HELD, "Peru", "B") == HELD[2]
    assert find_case(HELD, "Peru", "unknown") == HELD[0]


def test_another_name_of_the_same_country_is_that_country() -> None:
    assert find_case(HELD, "PER") == HELD[0]
    assert find_case(HELD, "Republic of Peru") == HELD[0]


def test_what_is_no_country_of_the_library_is_none() -> None:
    assert find_case(HELD, "Niger") is None
    assert find_case(HELD, "Peruvia") is None
    assert find_case(HELD, "") is None
    assert find_case((), "Peru") is None
