from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.findings import Findings, OptionFinding, Verdict, judge
from advisor.scorecard import (
    nearest_anchors,
    open_questions,
    range_text,
    score_table,
    side_mean,
    spoken_score,
    what_if_text,
)
from advisor.scores import Score, ScoreSheet
from advisor.tally import Doubt
from data.playbook_files import shipped_playbook

if TYPE_CHECKING:
    from advisor.playbook import Playbook, StanceClass


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return shipped_playbook()


def found(
    playbook: Playbook, likely: StanceClass, probability: float, verdicts: dict[str, Verdict] | None = None
) -> Findings:
    """Findings with one likely stance, and every option in reserve but those named."""
    best = judge(playbook, ScoreSheet())
    rest = (1 - probability) / 2
    probabilities: dict[StanceClass, float] = {"divergent": rest, "contested": rest, "aligned": rest}
    options = tuple(
        OptionFinding(option, 0.5, 0.5, (verdicts or {}).get(option.id, "hold_in_reserve"), None)
        for option in best.options
    )
    return Findings(best, {**probabilities, likely: probability}, (-3.0, 1.0), 0.3, 12, options, ())


def test_the_mean_of_a_side_is_that_of_its_own_factors(playbook: Playbook) -> None:
    factors = {factor.id: 2.0 if factor.side == "external" else 8.0 for factor in playbook.factors}
    first = next(factor.id for factor in playbook.factors if factor.side == "external")
    count = sum(factor.side == "external" for factor in playbook.factors)
    factors[first] = 5.0
    assert side_mean(playbook, factors, "domestic") == 8
    assert side_mean(playbook, factors, "external") == pytest.approx(2 + 3 / count)
    domestic = tuple(factor for factor in playbook.factors if factor.side == "domestic")
    assert side_mean(replace(playbook, factors=domestic), factors, "external") == 0


def test_a_range_is_written_with_a_dash_and_without_idle_zeros() -> None:
    assert range_text(Score(6, 7, 8.5)) == "6–8.5"


def test_a_score_is_spoken_whole() -> None:
    assert spoken_score("Current unrest", Score(6, 7, 8)) == "Current unrest, 7, range 6 to 8, moderate"
    assert spoken_score("Current unrest", None) == "Current unrest, unknown"


@pytest.mark.parametrize(("value", "near"), [(7, (6, 8)), (6, (6,)), (0, (0,)), (9.5, (8, 10)), (4.5, (4, 5))])
def test_a_score_stands_on_one_anchor_or_between_two(value: float, near: tuple[int, ...]) -> None:
    assert nearest_anchors((10, 0, 2, 4, 5, 6, 8), value) == near


def test_unknown_indicators_are_worth_finding_out_before_the_doubtful_ones(playbook: Playbook) -> None:
    sheet = ScoreSheet({name: Score(4, 5, 6) for name in playbook.indicator_ids if name not in ("su_level", "ue_aid")})
    doubts = [Doubt("de_access", 0.2), Doubt("ue_aid", 0.15), Doubt("pa_foreign", 0.1), Doubt("su_level", 0.05)]
    questions = open_questions(playbook, sheet, doubts)
    assert [one.indicator for one in questions[:4]] == ["ue_aid", "su_level", "de_access", "pa_foreign"]
    assert [one.score is None for one in questions[:3]] == [True, True, False]
    assert [one.share for one in questions[:4]] == [0.15, 0.05, 0.2, 0.1]
    assert len(questions) == len(playbook.indicators)


def test_no_share_is_given_before_likelihoods_are_known(playbook: Playbook) -> None:
    assert {one.share for one in open_questions(playbook, ScoreSheet(), [])} == {None}


def test_a_point_that_changes_only_the_likelihood_says_so(playbook: Playbook) -> None:
    before, after = found(playbook, "divergent", 0.71), found(playbook, "divergent", 0.77)
    assert what_if_text(before, after) == "Divergent 71 → 77 %. No verdict changes."


def test_a_point_that_changes_nothing_says_so(playbook: Playbook) -> None:
    before = found(playbook, "divergent", 0.71)
    assert what_if_text(before, before) == "Divergent stays at 71 %. No verdict changes."


def test_a_point_that_turns_the_stance_names_both(playbook: Playbook) -> None:
    before, after = found(playbook, "divergent", 0.51), found(playbook, "contested", 0.48)
    assert what_if_text(before, after).startswith("Divergent 51 % → Contested 48 %.")


def test_changed_verdicts_are_named_and_the_rest_counted(playbook: Playbook) -> None:
    before = found(playbook, "divergent", 0.7)
    first = before.options[0]
    one = replace(before, options=(replace(first, verdict="lead"), *before.options[1:]))
    assert what_if_text(before, one).endswith(f"{first.best.name}: Hold in reserve → Lead.")
    five = found(playbook, "divergent", 0.7, {option.best.id: "avoid" for option in before.options[:5]})
    assert what_if_text(before, five).count("→") == 3
    assert what_if_text(before, five).endswith("; 2 more.")


def test_the_scores_are_a_table_with_empty_cells_for_what_is_unknown(playbook: Playbook) -> None:
    first, second = playbook.indicators[:2]
    table = score_table(playbook, ScoreSheet({first.id: Score(5, 6, 7, "high", "seen")}))
    assert table[0] == ["Factor", "Indicator", "Low", "Best", "High", "Confidence", "Justification"]
    assert table[1] == [playbook.factor[first.factor].name, first.name, 5, 6, 7, "high", "seen"]
    assert table[2][1:] == [second.name, None, None, None, None, None]
    assert len(table) == 1 + len(playbook.indicators)
