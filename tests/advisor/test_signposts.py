"""Signposts name what an observer would see, and the sentences of tipping points are those an analyst would write."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from advisor.playbook import Proxy
from advisor.scores import Score, ScoreSheet
from advisor.signposts import (
    Reading,
    Signpost,
    crossing_text,
    joint_text,
    nearest_text,
    raw_value,
    signpost,
    turning_text,
)
from advisor.tipping import STANCE, JointMove, TippingPoint, joint_moves, tipping_points
from advisor.triggers import Trigger

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.tipping import Direction


def point(indicator: str, now: float, value: float, distance: float = 1.0) -> TippingPoint:
    direction: Direction = "rises_to" if value > now else "falls_to"
    return TippingPoint(STANCE, indicator, direction, now, value, "divergent", "contested", distance)


@pytest.mark.parametrize(
    ("indicator", "now", "value", "text"),
    [
        (
            "su_disapproval",
            6.0,
            8.0,
            "Unpopular government rises from 6 to 8: about 24 per cent. Watch for about 24 or less: head of government"
            " approval, per cent, three-month average (Ipsos and other national monthly polls; Executive Approval"
            " Database).",
        ),
        (
            "eb_proximity",
            2.0,
            5.5,
            "Closeness of elections rises from 2 to 5.5: close to “about 18 months away; first candidacies declared”."
            " Watch for about 20 or less: months to the next national executive or legislative election (IFES"
            " ElectionGuide and International IDEA election calendars).",
        ),
        (
            "ue_aid",
            6.0,
            5.5,
            "US share of the policy budget falls from 6 to 5.5: on the way to “about a fifth”. Watch for about 31 or"
            " less: US counternarcotics obligations as a percentage of US obligations plus national spending on the"
            " policy (ForeignAssistance.gov obligations and the partner's published budget).",
        ),
        (
            "de_pressure",
            7.0,
            3.0,
            "US diplomatic pressure falls from 7 to 3: between “working level only” and “raised regularly by the"
            " embassy”. Watch for about 4 or less: statements, hearings and visits naming the policy, last 90 days"
            " (State Department and embassy public releases; Congress.gov hearings).",
        ),
        (
            "de_access",
            5.0,
            3.3,
            "Trust and access falls from 5 to 3.3: close to “correct but distant; limited data sharing”. Watch for"
            " about −1.4 or less: of the three key posts, number held by officials with a cooperative record minus"
            " number held by public critics (-3 to +3) (Official biographies and press archive, coded by two"
            " analysts).",
        ),
    ],
)
def test_a_signpost_reads_as_what_can_be_seen(
    playbook: Playbook, indicator: str, now: float, value: float, text: str
) -> None:
    assert signpost(playbook, point(indicator, now, value)).text == text


def test_every_signpost_of_every_indicator_reads_well(playbook: Playbook) -> None:
    for indicator in playbook.indicators:
        for value in (0.0, 1.3, 3.0, 4.9, 6.66, 9.0, 10.0):
            text = signpost(playbook, point(indicator.id, 5.0, value)).text
            assert text.startswith(indicator.name)
            assert text.endswith(".")
            assert ".." not in text
            assert "()" not in text


def test_raw_values_undo_the_breakpoints_of_every_proxy(playbook: Playbook) -> None:
    for proxy in (proxy for indicator in playbook.indicators for proxy in indicator.proxies):
        raws, scores = np.array(proxy.breakpoints).T
        order = np.argsort(raws)
        for score in np.linspace(scores.min(), scores.max(), 37).tolist():
            raw = raw_value(proxy, score)
            assert raw is not None
            assert np.interp(raw, raws[order], scores[order]) == pytest.approx(score)


def test_a_score_that_no_raw_value_stands_for_has_no_reading(playbook: Playbook) -> None:
    attacks = playbook.indicator["th_asset"].proxies[1]
    assert raw_value(attacks, 1.0) is None
    assert [one.dataset for one in signpost(playbook, point("th_asset", 5, 1)).readings] == [
        playbook.indicator["th_asset"].proxies[0].dataset
    ]


def test_a_stretch_without_change_reads_where_it_begins() -> None:
    proxy = Proxy("data", "Field", "mapping", ((0.0, 2.0), (5.0, 2.0), (10.0, 8.0)))
    assert raw_value(proxy, 2.0) == 0.0


def test_an_indicator_without_anchors_and_proxies_names_its_scores_alone(playbook: Playbook) -> None:
    bare = replace(playbook.indicators[0], anchors={}, proxies=())
    changed = replace(playbook, indicators=(bare, *playbook.indicators[1:]))
    assert signpost(changed, point(bare.id, 5, 7)).text == f"{bare.name} rises from 5 to 7."


def test_the_live_result_names_the_nearest_tipping_point(playbook: Playbook, cases: dict[str, Case]) -> None:
    sheet = cases["Peru"].latest.sheet
    points = tipping_points(playbook, sheet)
    assert nearest_text(playbook, sheet, points) == (
        "Stance turns contested if US diplomatic pressure rises above 8.6 (now 5; about 1.6 typical years of change)"
    )
    assert nearest_text(playbook, sheet, points, "vetted_units") == (
        "Vetted police units: Offer with conditions → Hold in reserve if Trust and access falls below 5.8 (now 6.5; "
        "about 0.4 typical years of change)"
    )
    assert nearest_text(playbook, sheet, points, "erad_core") == (
        "No indicator on its own changes the verdict on forced eradication in the core area"
    )
    assert nearest_text(playbook, sheet, ()) == "No indicator on its own changes the stance"


@pytest.mark.parametrize(
    ("now", "value", "distance", "words"),
    [
        (7.5, 5.4, 1.4, "falls below 5.4 (now 7.5; about 1.4 typical years of change)"),
        (7.5, 6.0, 1.0, "falls below 6 (now 7.5; about 1 typical year of change)"),
        (7.5, 7.46, 0.03, "falls below 7.46 (now 7.5; less than a tenth of a typical year of change)"),
        (7.5, 7.5, 0.0, "falls at all (now 7.5; already at its tipping point)"),
        (7.5, 0.0, 5.0, "falls to 0 (now 7.5; about 5.0 typical years of change)"),
        (7.5, 10.0, 1.7, "rises to 10 (now 7.5; about 1.7 typical years of change)"),
    ],
)
def test_how_far_away_a_tipping_point_is_said_in_words(
    playbook: Playbook, now: float, value: float, distance: float, words: str
) -> None:
    sheet = ScoreSheet({"ms_opposition": Score(now, now, now)})
    text = turning_text(playbook, sheet, point("ms_opposition", now, value, distance))
    assert text == f"Stance turns contested if Military objection {words}"


def test_an_indicator_not_scored_says_so(playbook: Playbook) -> None:
    text = turning_text(playbook, ScoreSheet(), point("ms_opposition", 5.0, 3.0, 1.3))
    assert text.endswith("falls below 3 (not scored, counted as 5; about 1.3 typical years of change)")


def test_joint_moves_are_said_in_years(playbook: Playbook, cases: dict[str, Case]) -> None:
    moves = joint_moves(playbook, cases["Peru"].latest.sheet, [STANCE, "vetted_units"])
    assert [joint_text(playbook, move) for move in moves] == [
        "Vetted police units: Offer with conditions → Hold in reserve if everything moves against it by about 0.2 "
        "typical years",
        "Vetted police units: Offer with conditions → Lead if everything moves in its favour by about 1.1 typical "
        "years",
        "Stance turns contested if everything moves toward aligning by about 0.2 typical years",
    ]
    against = JointMove(STANCE, "against", 1.0, "aligned", "contested", ())
    assert joint_text(playbook, against) == (
        "Stance turns contested if everything moves away from aligning by about 1 typical year"
    )


def test_a_trigger_has_a_signpost_like_a_tipping_point(playbook: Playbook) -> None:
    seen = signpost(playbook, Trigger("de_access", "falls_to", 5, 7.0))
    assert seen == signpost(playbook, point("de_access", 7.0, 5.0))
    assert seen.move == "Trust and access falls from 7 to 5"
    assert seen.in_short == seen.sight == "neutral or untested"
    assert seen.reading.endswith("(Official biographies and press archive, coded by two analysts)")


def test_in_short_a_signpost_is_its_sight_or_else_its_reading() -> None:
    reading = Reading("Polls", "Approval, per cent", 24.0, from_below=False, shown="24")
    assert Signpost("It falls", "", (reading,)).in_short == "about 24 or less: approval, per cent"
    assert (Signpost("It falls", "", ()).in_short, Signpost("It falls", "", ()).reading) == ("", "")


def test_a_crossing_says_which_way_and_how_far() -> None:
    assert crossing_text(point("de_access", 5.0, 4.62)) == "falls below 4.6"
    assert crossing_text(point("de_access", 5.0, 10.0)) == "rises to 10"
