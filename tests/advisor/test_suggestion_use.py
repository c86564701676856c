"""A click on "Use 6.6" sets the score and says where it comes from; words of the analyst stay."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from advisor.playbook import Proxy
from advisor.scores import Score
from advisor.suggestion import Suggestion
from advisor.suggestion_use import first_choice, taken_over

APRIL = dt.date(2014, 4, 30)


@pytest.fixture
def conflicts() -> Suggestion:
    proxy = Proxy("Defensoría", "Active social conflicts", "", ((0, 0), (240, 10)))
    return Suggestion("su_level", proxy, 6.6, 161, APRIL, APRIL, "Defensoría, April 2014", 0.5, 1, 1.0, False, False)


def test_an_unknown_indicator_gets_a_point_either_way_and_low_confidence(conflicts: Suggestion) -> None:
    reason = "From data. 161: active social conflicts; 30 April 2014, less than a month old (Defensoría, April 2014)."
    assert taken_over(None, conflicts) == Score(5.6, 6.6, 7.6, "low", reason)


def test_a_range_that_holds_the_suggestion_stays_and_another_goes_along(conflicts: Suggestion) -> None:
    assert taken_over(Score(6, 7, 8, "high", "212 conflicts"), conflicts) == Score(6, 6.6, 8, "high", "212 conflicts")
    assert taken_over(Score(2, 3, 5, "high", "quiet"), conflicts) == Score(5.6, 6.6, 8.6, "high", "quiet")


def test_what_is_wrong_with_the_data_goes_into_the_reason(conflicts: Suggestion) -> None:
    used = taken_over(Score(6, 7, 8, "moderate", "  "), replace(conflicts, stale=True, age_months=14))
    assert used.justification.endswith("Stale: the newest reading is 14 months old.")


def test_sound_data_come_first_and_others_where_there_are_no_sound_ones(conflicts: Suggestion) -> None:
    stale = replace(conflicts, stale=True)
    assert first_choice([stale, conflicts]) is conflicts
    assert first_choice([stale, replace(stale, score=2)]) is stale
    assert first_choice([]) is None
