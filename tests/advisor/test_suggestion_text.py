"""Suggestions in words, as they stand beside the slider and in the list for review."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.case import Point, Series
from advisor.parameters import Aggregation
from advisor.scores import Score, ScoreSheet
from advisor.suggestion import departures, suggestions
from advisor.suggestion_text import (
    age_text,
    basis_text,
    button_text,
    caution_texts,
    departure_text,
    justification_text,
    reason_wanted,
    review_text,
    score_text,
    suggested_text,
    transformation_text,
)

if TYPE_CHECKING:
    from advisor.playbook import Playbook
    from advisor.suggestion import Suggestion

MAY = dt.date(2014, 5, 15)


@pytest.fixture
def approval(playbook: Playbook) -> Suggestion:
    points = tuple(Point(f"2014-{month:02}", value, "Ipsos") for month, value in ((2, 35), (3, 33), (4, 32.5)))
    series = Series("presidential_approval", "percent", "Approval", points)
    return suggestions(playbook, [series], MAY)["su_disapproval"][0]


def test_the_button_says_the_score_it_takes_over(approval: Suggestion) -> None:
    assert button_text(approval) == "Use 5.9"
    assert button_text(replace(approval, score=7.0)) == "Use 7"
    assert score_text(10) == "10"


def test_the_basis_gives_raw_value_field_dates_age_and_source(approval: Suggestion) -> None:
    assert basis_text(approval) == (
        "33.5: head of government approval, per cent, three-month average; "
        "1 February to 30 April 2014, less than a month old (Ipsos)"
    )


def test_how_a_series_became_one_number_names_window_rate_and_readings(approval: Suggestion) -> None:
    series = f"of the series {approval.proxy.series}"
    assert transformation_text(approval) == f"the mean of the readings over 3 months; from 3 readings {series}"
    rate = replace(approval.proxy, aggregate=Aggregation("rate", days=90, per_million="population"))
    assert transformation_text(replace(approval, proxy=rate, readings=1)) == (
        f"the sum of the readings over 90 days as a rate a month, per million people; from one reading {series}"
    )


def test_a_year_a_day_and_a_day_ahead_are_written_as_such(playbook: Playbook, approval: Suggestion) -> None:
    year = replace(approval, since=dt.date(2013, 1, 1), until=dt.date(2013, 12, 31), age_months=4.4)
    assert "; 2013, 4 months old (" in basis_text(year)
    assert "; 2012 to 2013, " in basis_text(replace(year, since=dt.date(2012, 1, 1)))
    assert "; 30 April 2014, " in basis_text(replace(approval, since=approval.until))
    assert "; 1 December 2013 to 30 April 2014, " in basis_text(replace(approval, since=dt.date(2013, 12, 1)))
    calendar = Series("elections.national", "", "", (Point("2016-04-10", 1.0),))
    ahead = suggestions(playbook, [calendar], MAY)["eb_proximity"][0]
    assert basis_text(ahead) == (
        "22.9: months to the next national executive or legislative election; "
        "on 10 April 2016 (IFES ElectionGuide and International IDEA election calendars)"
    )


def test_sound_data_need_no_caution_and_others_say_why(approval: Suggestion) -> None:
    assert caution_texts(approval) == ()
    assert caution_texts(replace(approval, stale=True, age_months=14.2)) == (
        "Stale: the newest reading is 14 months old.",
    )
    assert caution_texts(replace(approval, thin=True, readings=1)) == ("Thin: it rests on one reading.",)
    assert caution_texts(replace(approval, thin=True, readings=2)) == ("Thin: it rests on 2 readings.",)
    assert caution_texts(replace(approval, thin=True, stale=True, age_months=30, coverage=0.61)) == (
        "Stale: the newest reading is 2 years old.",
        "Thin: the data cover 61% of the time asked for.",
    )


@pytest.mark.parametrize(
    ("months", "text"),
    [
        (0, "less than a month"),
        (0.6, "one month"),
        (1.4, "one month"),
        (23.4, "23 months"),
        (24, "2 years"),
        (41, "3 years"),
    ],
)
def test_ages_are_written_as_people_say_them(months: float, text: str) -> None:
    assert age_text(months) == text


def test_a_departure_asks_for_its_reason(playbook: Playbook, approval: Suggestion) -> None:
    thin = replace(approval, thin=True, readings=1)
    sheet = ScoreSheet({"su_disapproval": Score(1, 2, 3)})
    (departure,) = departures(playbook, sheet, {"su_disapproval": [thin]})
    assert review_text(playbook, departure) == (
        "Unpopular government is scored 2, and its data suggest 5.9 (33.5: head of government approval, per cent, "
        "three-month average; 1 February to 30 April 2014, less than a month old (Ipsos)). "
        "Thin: it rests on one reading. Say why it departs from them, or change it."
    )
    assert departure_text(playbook, departure) == "Unpopular government is 2, its data suggest 5.9"
    assert reason_wanted(departure) == "3.9 points from its data: say why, or change it."


def test_beside_the_slider_it_takes_a_few_words(approval: Suggestion) -> None:
    stale = replace(approval, score=7.0, stale=True, thin=True)
    assert suggested_text(()) == ""
    assert suggested_text([approval]) == "data suggest 5.9"
    assert suggested_text([approval, stale]) == "data suggest 5.9 and 7 (stale and thin)"


def test_what_is_taken_over_says_so_in_the_justification(approval: Suggestion) -> None:
    assert justification_text(approval) == f"From data. {basis_text(approval)}."
