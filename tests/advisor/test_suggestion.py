"""Data suggest a score with what it rests on; they never overwrite one, and a departure asks for its reason."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.case import Point, Series
from advisor.scores import Score, ScoreSheet
from advisor.suggestion import departures, suggestions, wanted_series

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.suggestion import Suggestion

MAY = dt.date(2014, 5, 15)


def series(name: str, values: Mapping[str, float], source: str = "somebody") -> Series:
    return Series(name, "", name, tuple(Point(date, value, source) for date, value in values.items()))


def only(playbook: Playbook, indicator: str, *data: Series, as_of: dt.date = MAY) -> Suggestion:
    (found,) = suggestions(playbook, data, as_of)[indicator]
    return found


APPROVAL = series("presidential_approval", {"2014-02": 35.0, "2014-03": 33.0, "2014-04": 31.0})


def test_a_series_becomes_a_score_with_raw_value_dates_source_and_age(playbook: Playbook) -> None:
    found = only(playbook, "su_disapproval", APPROVAL)
    assert (found.raw, found.score) == (33, 6)
    assert (found.since, found.until) == (dt.date(2014, 2, 1), dt.date(2014, 4, 30))
    assert found.source == "somebody"
    assert found.age_months == pytest.approx(15 / 30.4375)
    assert found.sound


def test_breakpoints_are_straight_lines_and_flat_outside(playbook: Playbook) -> None:
    for raw, score in ((80.0, 0.0), (60.0, 0.0), (55.5, 1.0), (24.0, 8.0), (15.0, 10.0), (3.0, 10.0)):
        data = series("latinobarometro.presidential_approval", {"2013": raw})
        assert only(playbook, "su_disapproval", data).score == score


def test_what_was_not_known_by_the_date_suggests_nothing(playbook: Playbook) -> None:
    assert "su_disapproval" not in suggestions(playbook, [APPROVAL], dt.date(2014, 2, 15))


def test_old_data_are_stale_by_the_proxy_s_own_measure(playbook: Playbook) -> None:
    assert not only(playbook, "su_disapproval", APPROVAL, as_of=dt.date(2014, 8, 28)).stale
    assert only(playbook, "su_disapproval", APPROVAL, as_of=dt.date(2014, 9, 15)).stale
    yearly = series("v_dem.v2x_ex_military", {"2013": 0.12})
    assert not only(playbook, "ms_influence", yearly, as_of=dt.date(2015, 6, 1)).stale
    assert only(playbook, "ms_influence", yearly, as_of=dt.date(2015, 8, 1)).stale


def test_few_readings_and_a_window_not_covered_are_thin(playbook: Playbook) -> None:
    assert only(playbook, "su_disapproval", series("presidential_approval", {"2014-Q1": 25.0})).thin
    attacks = {"2014-01-01": 1.0, "2014-05-15": 0.0}
    assert only(playbook, "th_armed", series("acled.group_attacks", attacks)).thin
    whole = {"2013-01-01": 0.0, **attacks}
    assert not only(playbook, "th_armed", series("acled.group_attacks", whole)).thin


def test_a_rate_takes_the_population_of_its_time(playbook: Playbook) -> None:
    events = series("acled.protests_riots", {"2012-01-01": 0.0, "2014-04-01": 360.0, "2014-05-15": 0.0})
    people = series("world_bank.SP.POP.TOTL", {"2012": 20e6, "2013": 30e6, "2014": 90e6})
    level = suggestions(playbook, [events, people], MAY)["su_level"]
    assert level[0].raw == pytest.approx(360 * 30.4375 / 90 / 30)
    assert level[0].score == pytest.approx(4.1, abs=0.05)
    assert "su_level" not in suggestions(playbook, [events], MAY)


def test_the_next_election_lies_ahead_and_is_never_stale(playbook: Playbook) -> None:
    found = only(playbook, "eb_proximity", series("elections.national", {"2011-06-05": 1.0, "2016-04-10": 1.0}))
    assert found.until == dt.date(2016, 4, 10)
    assert found.raw == pytest.approx(22.9, abs=0.05)
    assert found.score == 4.4
    assert (found.age_months, found.stale, found.thin) == (0, False, False)


def test_several_sources_each_make_their_suggestion_in_playbook_order(playbook: Playbook) -> None:
    other = series("latinobarometro.presidential_approval", {"2013": 40.0})
    found = suggestions(playbook, [other, APPROVAL], MAY)["su_disapproval"]
    assert [one.proxy.series for one in found] == ["presidential_approval", "latinobarometro.presidential_approval"]


def test_points_that_cannot_be_dated_are_passed_over(playbook: Playbook) -> None:
    data = series("presidential_approval", {"spring": 5.0, "2014-02": 35.0, "2014-03": 33.0, "2014-04": 31.0})
    assert only(playbook, "su_disapproval", data).raw == 33


def test_the_shipped_case_of_peru_has_a_suggestion_from_its_own_series(
    playbook: Playbook, cases: dict[str, Case]
) -> None:
    case = cases["Peru"]
    found = suggestions(playbook, case.series, case.latest.as_of)
    assert [(one.raw, one.score, one.thin) for one in found["su_disapproval"]] == [(25, 7.8, True)]


def scored(best: float, justification: str = "") -> ScoreSheet:
    return ScoreSheet({"su_disapproval": Score(0, best, 10, justification=justification)})


def test_a_score_far_from_its_data_without_a_reason_is_listed(playbook: Playbook) -> None:
    suggested = suggestions(playbook, [APPROVAL], MAY)
    (departure,) = departures(playbook, scored(3.5), suggested)
    assert (departure.indicator, departure.score, departure.gap) == ("su_disapproval", 3.5, -2.5)


@pytest.mark.parametrize("best", [4.0, 6.0, 8.0])
def test_within_two_points_a_score_departs_from_nothing(playbook: Playbook, best: float) -> None:
    assert departures(playbook, scored(best), suggestions(playbook, [APPROVAL], MAY)) == ()


def test_a_reason_a_missing_score_and_missing_data_ask_for_nothing(playbook: Playbook) -> None:
    suggested = suggestions(playbook, [APPROVAL], MAY)
    assert departures(playbook, scored(0, "Polls are not free."), suggested) == ()
    assert departures(playbook, ScoreSheet(), suggested) == ()
    assert departures(playbook, scored(0), {}) == ()
    assert len(departures(playbook, scored(0, "  "), suggested)) == 1


def test_sound_data_are_held_against_a_score_before_stale_and_thin_ones(playbook: Playbook) -> None:
    stale = series("latinobarometro.presidential_approval", {"2010": 60.0})
    suggested = suggestions(playbook, [APPROVAL, stale], MAY)
    (departure,) = departures(playbook, scored(0), suggested)
    assert departure.suggestion.proxy.series == "presidential_approval"
    (departure,) = departures(playbook, scored(5), suggestions(playbook, [stale], MAY))
    assert departure.suggestion.stale


def test_a_score_near_one_of_two_sound_sources_departs_from_nothing(playbook: Playbook) -> None:
    other = series("latinobarometro.presidential_approval", {"2013": 60.0})
    assert departures(playbook, scored(1), suggestions(playbook, [APPROVAL, other], MAY)) == ()


def test_the_farthest_departure_comes_first(playbook: Playbook) -> None:
    yearly = series("v_dem.v2x_ex_military", {"2013": 0.6})
    sheet = scored(2.5).with_score("ms_influence", Score(0, 0, 10))
    found = departures(playbook, sheet, suggestions(playbook, [APPROVAL, yearly], MAY))
    assert [(one.indicator, one.gap) for one in found] == [("ms_influence", -10), ("su_disapproval", -3.5)]


def test_how_far_is_far_is_the_playbook_s_to_say(playbook: Playbook) -> None:
    stricter = replace(playbook, suggestion=replace(playbook.suggestion, departure=0.5))
    suggested = suggestions(stricter, [APPROVAL], MAY)
    assert len(departures(stricter, scored(5), suggested)) == 1


def test_the_playbook_says_which_series_it_wants_and_for_what(playbook: Playbook) -> None:
    wanted = {one.name: one for one in wanted_series(playbook)}
    assert wanted["acled.protests_riots"].indicators == ("su_level", "su_trend")
    assert wanted["presidential_approval"].indicators == ("su_disapproval",)
    assert list(wanted)[-1] == "world_bank.SP.POP.TOTL"


def test_every_proxy_of_the_shipped_playbook_names_its_series_and_how_to_read_it(playbook: Playbook) -> None:
    for indicator in playbook.indicators:
        for proxy in indicator.proxies:
            assert proxy.series, proxy.field
            assert proxy.aggregate is not None, proxy.field
            assert proxy.stale_months or proxy.aggregate.kind == "months_to_next", proxy.field
