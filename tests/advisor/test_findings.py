"""What the tool says of an assessment: Peru's three periods, and the edges of the scale."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from advisor.engine import evaluate
from advisor.findings import VERDICTS, assess, judge, nudged, overall_confidence
from advisor.scores import Score, ScoreSheet
from advisor.uncertainty import draw_blocks

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.findings import Findings
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws

PERU: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / "peru.toml").read_text("utf-8"))[
    "episode"
]


@pytest.fixture(scope="module", params=PERU, ids=[episode["id"] for episode in PERU])
def expected(request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = request.param
    return found


@pytest.fixture(scope="module")
def said(playbook: Playbook, cases: dict[str, Case], draws: list[Draws], expected: dict[str, Any]) -> Findings:
    return assess(playbook, cases["Peru"].assessment(expected["id"]).sheet, draws)


def test_peru_leans_as_it_leaned(said: Findings, expected: dict[str, Any]) -> None:
    assert np.sign(said.best.stance.index) == expected["index_sign"]


def test_perus_win_set_has_the_options_it_could_live_with(said: Findings, expected: dict[str, Any]) -> None:
    assert len(said.best.win_set) == expected["win_set"]
    assert {option.id for option in said.best.options if option.vetoed} == set(expected["vetoed"])


def test_perus_standings_and_likelihoods_are_those_of_the_model(said: Findings, expected: dict[str, Any]) -> None:
    options = {option.best.id: option for option in said.options}
    for name, standing in expected["standing"].items():
        assert options[name].best.standing == pytest.approx(standing, abs=0.051), name
    for name, chance in expected["p_now"].items():
        assert options[name].p_now == pytest.approx(chance, abs=0.02), name


def test_perus_verdicts_are_those_of_the_model(said: Findings, expected: dict[str, Any]) -> None:
    assert {option.best.id for option in said.with_verdict("lead")} == set(expected["lead"])
    for verdict in VERDICTS:
        named = {option.best.id for option in said.with_verdict(verdict)}
        assert set(expected[verdict]) <= named, verdict
    for name in expected["sweetener"]:
        assert next(option.best.sweetener for option in said.options if option.best.id == name)


def test_verdicts_by_best_scores_agree_with_the_full_ones_nearly_always(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    options = [
        option
        for case in cases.values()
        for one in case.assessments
        if one.playbook is not None
        for option in assess(playbook, one.sheet, draws).options
    ]
    assert np.mean([option.verdict == option.best.verdict for option in options]) >= 0.97


def test_ranks_follow_worth_and_ties_keep_the_order_of_the_playbook(playbook: Playbook, cases: dict[str, Case]) -> None:
    ranked = judge(playbook, cases["Peru"].latest.sheet).ranked
    assert [option.rank for option in ranked] == list(range(1, len(playbook.options) + 1))
    for ahead, behind in pairwise(ranked):
        in_order = playbook.option_ids.index(ahead.id) < playbook.option_ids.index(behind.id)
        assert ahead.worth > behind.worth or (ahead.worth == behind.worth and in_order)


def test_worths_that_differ_by_dust_alone_tie(playbook: Playbook, cases: dict[str, Case]) -> None:
    one = playbook.option["alt_dev"]
    objective, value = next(iter(one.us_value.items()))
    twin = replace(one, id="twin", us_value={**one.us_value, objective: value + 1e-13})
    best = judge(replace(playbook, options=(one, twin), rules=()), cases["Peru"].latest.sheet)
    assert best.options[0].worth < best.options[1].worth
    assert [option.rank for option in best.options] == [1, 2]


def test_domestic_external_and_mixed_points_make_up_each_standing(playbook: Playbook, cases: dict[str, Case]) -> None:
    for option in judge(playbook, cases["Bolivia"].latest.sheet).options:
        assert option.domestic + option.external + option.interaction == pytest.approx(option.standing, abs=1e-12)


def test_with_nothing_scored_no_option_leads_and_confidence_is_low(playbook: Playbook, draws: list[Draws]) -> None:
    findings = assess(playbook, ScoreSheet(), draws)
    assert findings.best.scored == 0
    assert findings.best.confidence == "low"
    assert not findings.with_verdict("lead")
    assert all(option.best.verdict != "lead" for option in findings.options)


def test_with_one_score_the_tool_still_answers(playbook: Playbook, draws: list[Draws]) -> None:
    findings = assess(playbook, ScoreSheet({"su_level": Score(8, 9, 10)}), draws)
    assert findings.best.scored == 1
    assert sum(findings.probabilities.values()) == pytest.approx(1)


def test_a_quarter_unscored_may_lead_and_more_may_not(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    sheet = cases["Colombia"].assessment("COL-1999-09").sheet
    for name in playbook.indicator_ids[:5]:
        sheet = sheet.with_score(name, None)
    assert assess(playbook, sheet, draws).with_verdict("lead")
    assert not assess(playbook, sheet.with_score(playbook.indicator_ids[5], None), draws).with_verdict("lead")


def test_probabilities_are_shown_between_1_and_99_percent(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    findings = assess(playbook, cases["Bolivia"].assessment("BOL-2006-2008").sheet, draws)
    shown = [p for option in findings.options for p in (option.p_now, option.p_horizon)]
    assert min(shown) == 0.01
    assert max(shown) == 0.99


def test_a_stance_cannot_reverse_when_no_time_passes(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    findings = assess(playbook, cases["Peru"].latest.sheet, draws, months=0)
    assert findings.reversal == playbook.uncertainty.p_floor
    assert all(option.p_now == option.p_horizon for option in findings.options)


def test_a_slider_moves_likelihoods_by_its_effect_and_not_by_noise(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    sheet = cases["Peru"].latest.sheet
    score = sheet.scores["pa_regional"]
    chances = []
    for value in (5.0, 5.1, 5.2, 5.3, 5.4, 5.5):
        moved = sheet.with_score("pa_regional", Score(value, value, value, score.confidence))
        findings = assess(playbook, moved, draws)
        chances.append(next(option.p_now for option in findings.options if option.best.id == "vetted_units"))
    assert all(later <= earlier for earlier, later in pairwise(chances))


def test_doubt_is_shared_out_among_what_is_uncertain(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    sheet = cases["Peru"].latest.sheet
    fixed = ScoreSheet({name: Score(s.best, s.best, s.best) for name, s in sheet.scores.items()})
    unsure = fixed.with_score("ms_opposition", Score(2, 7, 10))
    doubts = assess(playbook, unsure, draws).doubts
    assert doubts[0].indicator == "ms_opposition"
    assert all(doubt.share < 0.01 for doubt in doubts[1:])


def test_confidence_is_what_at_least_half_of_the_indicators_reach(playbook: Playbook) -> None:
    def with_high(count: int) -> ScoreSheet:
        return ScoreSheet(
            {
                name: Score(1, 2, 3, "high" if number < count else "low")
                for number, name in enumerate(playbook.indicator_ids)
            }
        )

    assert overall_confidence(playbook, with_high(11)) == "low"
    assert overall_confidence(playbook, with_high(12)) == "high"


def test_one_point_more_moves_the_range_along_and_stops_at_the_end() -> None:
    sheet = ScoreSheet({"su_level": Score(7, 8.5, 9.5, "high", "seen")})
    more = nudged(sheet, "su_level", 1)
    assert more is not None
    assert (more.scores["su_level"].low, more.scores["su_level"].best, more.scores["su_level"].high) == (8, 9.5, 10)
    assert nudged(ScoreSheet(), "su_level", 1) is None
    assert nudged(ScoreSheet({"su_level": Score(9, 10, 10)}), "su_level", 1) is None


def test_advice_comes_from_the_rules_that_fire_and_speak_of_the_option(
    playbook: Playbook, cases: dict[str, Case]
) -> None:
    best = judge(playbook, cases["Peru"].latest.sheet)
    fired = {rule.id for rule in best.rules}
    assert all(0 < rule.degree <= 1 for rule in best.rules)
    assert len(fired) < len(playbook.rules)
    assert sum(bool(option.advice) for option in best.options) >= 10
    for option in best.options:
        for advice in option.advice:
            rule = next(rule for rule in playbook.rules if rule.advice == advice)
            assert rule.id in fired
            assert rule.names(playbook.option[option.id])


@pytest.mark.parametrize("months", [0, 1, 120])
def test_any_horizon_gives_probabilities_that_can_be_shown(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws], months: float
) -> None:
    findings = assess(playbook, cases["Peru"].latest.sheet, draws, months)
    shown = [p for option in findings.options for p in (option.p_now, option.p_horizon)]
    assert all(0.01 <= one <= 0.99 for one in (*shown, findings.reversal, *findings.probabilities.values()))


def test_without_draws_there_are_no_likelihoods_to_give(playbook: Playbook) -> None:
    with pytest.raises(ValueError, match="only judge can answer"):
        assess(playbook, ScoreSheet(), [])


def test_a_playbook_with_one_option_and_no_rules_still_answers(playbook: Playbook, cases: dict[str, Case]) -> None:
    from advisor.uncertainty import draw_blocks

    bare = replace(playbook, options=playbook.options[3:4], rules=(), stance_rules=())
    findings = assess(bare, cases["Peru"].latest.sheet, list(draw_blocks(bare, 64, 1)))
    assert [option.best.id for option in findings.options] == ["alt_dev"]
    assert evaluate(bare, np.full((3, 22), 5.0)).rule_degrees.shape == (3, 0)


def test_the_range_of_the_stance_is_wider_where_less_is_known(playbook: Playbook) -> None:
    draws = tuple(draw_blocks(playbook, 512, 1))
    sure = ScoreSheet({indicator.id: Score(5, 5, 5) for indicator in playbook.indicators})
    narrow, wide = (assess(playbook, sheet, draws).stance_range for sheet in (sure, ScoreSheet()))
    assert wide[0] < narrow[0] < narrow[1] < wide[1]


def test_the_range_of_the_stance_holds_eight_of_ten_draws_of_a_known_spread(playbook: Playbook) -> None:
    draws = tuple(draw_blocks(playbook, 4096, 1))
    sure = ScoreSheet({indicator.id: Score(5, 5, 5) for indicator in playbook.indicators})
    low, high = assess(playbook, sure, draws).stance_range
    assert high - low == pytest.approx(2 * 1.2816 * playbook.stance_model.sigma, rel=0.05)
