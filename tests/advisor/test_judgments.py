from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.judgments import bottom_line, confidence_behind, key_judgments
from advisor.scores import Score, ScoreSheet
from advisor.wording import likelihood
from tests import briefings

if TYPE_CHECKING:
    from advisor.findings import Findings, Verdict
    from advisor.judgments import Judgment
    from advisor.playbook import StanceClass
    from advisor.scores import Confidence

PLAYBOOK = briefings.playbook()
CONFIDENCE = re.compile(r"\b(low|moderate|high) confidence\b|\bconfiden", re.IGNORECASE)


def with_verdicts(verdict: Verdict, p_now: float) -> Findings:
    """Return the findings on Peru with every option at one verdict and one chance."""
    found = briefings.findings()
    options = tuple(replace(one, verdict=verdict, p_now=p_now, p_horizon=p_now) for one in found.options)
    return replace(found, options=options)


def judgment(found: Findings, topic: str) -> Judgment:
    return next(one for one in key_judgments(PLAYBOOK, found) if one.topic == topic)


@pytest.mark.parametrize(("name", "episode"), briefings.all_cases())
def test_every_shipped_case_has_three_to_five_judgments_in_icd_203_words(name: str, episode: str) -> None:
    judgments = key_judgments(PLAYBOOK, briefings.findings(name, episode))
    assert 3 <= len(judgments) <= 5
    for one in judgments:
        assert one.words == likelihood(one.probability)
        assert one.words in one.text
        assert one.text.endswith(".")
        assert not CONFIDENCE.search(one.text)


@pytest.mark.parametrize(("name", "episode"), briefings.all_cases())
def test_the_bottom_line_names_the_country_and_the_likeliest_leaning(name: str, episode: str) -> None:
    found = briefings.findings(name, episode)
    text = bottom_line(PLAYBOOK, briefings.case(name).assessment(episode), found)
    first, probability = text.partition(":")[0], found.probabilities[found.likeliest]
    assert briefings.case(name).name in first
    if probability < 0.45:
        assert first.startswith("It is open whether ")
    else:
        assert {"divergent": "away", "contested": "divided", "aligned": "towards"}[found.likeliest] in first
        assert ("appears" in first) == (probability < 0.55)


def test_the_bottom_line_on_peru_in_2014_says_what_to_commit_to_and_what_not_to_ask_for() -> None:
    text = bottom_line(PLAYBOOK, briefings.peru(), briefings.findings())
    assert text.startswith("Peru leans away from the US-preferred policy: Carry out DEVIDA's plan")
    assert "Commit now to state presence in the contested area" in text
    assert text.endswith("Do not ask for forced eradication in the core area now (vetoed: the command objects).")


def test_a_case_without_a_stated_policy_still_gets_a_whole_sentence() -> None:
    text = bottom_line(PLAYBOOK, briefings.peru(us_preferred_policy="  "), briefings.findings())
    assert text.startswith("Peru leans away from the US-preferred policy. ")


def test_a_very_long_policy_is_cut_before_it_drowns_the_bottom_line() -> None:
    text = bottom_line(PLAYBOOK, briefings.peru(us_preferred_policy="Resume spraying. " * 4000), briefings.findings())
    assert len(text) < 800
    assert "…" in text


def test_nothing_scored_says_that_nothing_can_be_said() -> None:
    found = briefings.findings_of(briefings.BLANK)
    assessment = briefings.peru(briefings.BLANK)
    assert bottom_line(PLAYBOOK, assessment, found).startswith(
        "Nothing is scored yet, so this says nothing about Peru."
    )
    assert {one.confidence for one in key_judgments(PLAYBOOK, found)} == {"low"}


@pytest.mark.parametrize("playbook", [None, "basing"])
def test_a_case_on_another_issue_gets_no_recommendation(playbook: str | None) -> None:
    assessment = briefings.peru(playbook=playbook)
    text = bottom_line(PLAYBOOK, assessment, briefings.findings())
    assert "Commit" not in text
    assert text.endswith("The options below may not fit this issue.")


def test_where_all_options_are_to_be_avoided_nothing_is_recommended() -> None:
    found = with_verdicts("avoid", 0.02)
    text = bottom_line(PLAYBOOK, briefings.peru(), found)
    assert text.endswith("No option is acceptable or within reach at an affordable price.")
    assert [one.topic for one in key_judgments(PLAYBOOK, found)] == [
        "Stance",
        "Hardest ask",
        "Best offer",
        "Change of course",
    ]
    assert "No option is acceptable now." in judgment(found, "Best offer").text


def test_where_nothing_is_acceptable_but_something_within_reach_it_is_held_in_reserve() -> None:
    text = bottom_line(PLAYBOOK, briefings.peru(), with_verdicts("hold_in_reserve", 0.3))
    assert "No option is acceptable now; hold " in text
    assert "Do not ask" not in text


def test_without_a_lead_the_best_offer_is_judged() -> None:
    found = with_verdicts("offer_with_conditions", 0.6)
    assert "No option earns a lead; offer" in bottom_line(PLAYBOOK, briefings.peru(), found)
    assert "It is likely that the government accepts the best of those to offer" in judgment(found, "Best offer").text
    assert "least durable of the options to offer" in judgment(found, "Durability").text


def test_where_everything_is_accepted_the_hardest_ask_is_still_named() -> None:
    found = with_verdicts("lead", 0.97)
    assert "accepts even the hardest ask" in judgment(found, "Hardest ask").text
    assert "Do not ask" not in bottom_line(PLAYBOOK, briefings.peru(), found)


def test_a_single_lead_is_not_called_one_of_many() -> None:
    found = briefings.findings()
    first = found.ranked[0].best.id
    options = tuple(one if one.best.id == first else replace(one, verdict="avoid", p_now=0.02) for one in found.options)
    alone = replace(found, options=options)
    assert "the one lead, state presence" in judgment(alone, "Best leads").text
    assert "other lead" not in judgment(alone, "Best leads").text
    assert "that state presence in the contested area is still accepted" in judgment(alone, "Durability").text


def test_the_hardest_ask_of_peru_is_vetoed_and_says_by_what() -> None:
    one = judgment(briefings.findings(), "Hardest ask")
    assert one.text.endswith("forced eradication in the core area. Vetoed: the command objects.")
    assert one.words == "almost no chance"


@pytest.mark.parametrize(("name", "episode"), briefings.all_cases())
def test_a_refusal_is_never_explained_by_what_speaks_for_the_option(name: str, episode: str) -> None:
    found = briefings.findings(name, episode)
    text = judgment(found, "Hardest ask").text
    for option in found.options:
        for one in option.best.contributions:
            if one.kind == "factor" and one.points > 0 and option.best.name.lower() in text.lower():
                assert PLAYBOOK.option[option.best.id].political[one.id].reason not in text


def test_a_stance_below_an_even_chance_is_not_called_likely() -> None:
    found = briefings.findings()
    probabilities: dict[StanceClass, float] = {"divergent": 0.36, "contested": 0.33, "aligned": 0.31}
    one = judgment(replace(found, probabilities=probabilities), "Stance")
    assert "No reading of the stance reaches an even chance" in one.text
    assert one.words == "unlikely"


def test_best_scores_that_say_otherwise_are_mentioned() -> None:
    found = replace(briefings.findings(), probabilities={"divergent": 0.3, "contested": 0.6, "aligned": 0.1})
    assert "By best scores alone it leans away." in judgment(found, "Stance").text


def test_without_a_horizon_nothing_is_said_of_the_future() -> None:
    topics = [one.topic for one in key_judgments(PLAYBOOK, replace(briefings.findings(), horizon_months=0))]
    assert topics == ["Stance", "Hardest ask", "Best leads"]


@pytest.mark.parametrize("confidence", ["low", "moderate", "high"])
def test_a_judgment_has_the_confidence_of_the_scores_behind_it(confidence: Confidence) -> None:
    sheet = ScoreSheet({name: Score(4, 6, 7, confidence) for name in PLAYBOOK.indicator_ids})
    found = briefings.findings_of(sheet)
    assert confidence_behind(PLAYBOOK, sheet, found.best.stance.contributions) == confidence
    for option in found.options:
        assert confidence_behind(PLAYBOOK, sheet, option.best.contributions) == confidence


def test_scores_that_carry_little_weight_do_not_lend_their_confidence() -> None:
    high = {name: Score(9, 10, 10, "high") for name in PLAYBOOK.indicator_ids if name.startswith(("su_", "th_"))}
    low = {name: Score(0, 0.1, 1, "low") for name in PLAYBOOK.indicator_ids if name not in high}
    found = briefings.findings_of(ScoreSheet({**high, **low}))
    assert confidence_behind(PLAYBOOK, found.best.sheet, found.best.stance.contributions) == "high"


def test_no_weight_at_all_is_low_confidence() -> None:
    assert confidence_behind(PLAYBOOK, briefings.peru().sheet, ()) == "low"


def test_with_a_plan_the_bottom_line_commits_to_its_package_and_says_when_to_leave_it() -> None:
    assessment = briefings.case().assessment(briefings.PERU_2012)
    found = briefings.findings("peru", briefings.PERU_2012)
    text = bottom_line(PLAYBOOK, assessment, found, briefings.plan())
    assert "Commit now to intelligence sharing" in text
    assert "at about $115.5m a year of a $120m budget. If trust and access falls to 5, drop" in text
    assert "Do not ask for forced eradication in the core area now" in text
    assert "with conditions" not in text


def test_a_plan_does_not_speak_for_a_blank_assessment() -> None:
    found = briefings.findings_of(briefings.BLANK)
    text = bottom_line(PLAYBOOK, briefings.peru(briefings.BLANK), found, briefings.plan_of(briefings.BLANK))
    assert text == bottom_line(PLAYBOOK, briefings.peru(briefings.BLANK), found)
