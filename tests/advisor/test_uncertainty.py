"""Draws are the same for every assessment, follow the ranges, and move as docs/model.md says."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from scipy import stats

from advisor.scores import Score, ScoreSheet
from advisor.uncertainty import BLOCK, draw_blocks, scores_at, scores_later, scores_now, standing_sigma

if TYPE_CHECKING:
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws


def sheet_of(playbook: Playbook, low: float, best: float, high: float) -> ScoreSheet:
    return ScoreSheet({name: Score(low, best, high) for name in playbook.indicator_ids})


def test_the_same_draws_come_back_every_time_to_the_bit(playbook: Playbook, draws: list[Draws]) -> None:
    again = next(draw_blocks(playbook, 4096, playbook.uncertainty.seed_fit))
    np.testing.assert_array_equal(again.scores, draws[0].scores)
    np.testing.assert_array_equal(again.effects.political, draws[0].effects.political)


def test_a_longer_run_begins_with_the_shorter_one(playbook: Playbook) -> None:
    short = next(draw_blocks(playbook, 64, 1))
    long = next(draw_blocks(playbook, 256, 1))
    np.testing.assert_array_equal(long.scores[:, :64], short.scores)


def test_many_draws_come_in_blocks_so_that_memory_is_bounded(playbook: Playbook) -> None:
    sizes = [block.scores.shape[1] for block in draw_blocks(playbook, 2 * BLOCK + 5, 1)]
    assert sizes == [BLOCK, BLOCK, 5]


def test_the_engine_walks_draws_in_the_order_of_memory(draws: list[Draws]) -> None:
    block, effects = draws[0], draws[0].effects
    parts = (block.scores, block.standing, block.stance, block.shocks)
    for part in (*parts, effects.political, effects.rules, effects.stance_rules):
        assert part.flags.c_contiguous


def test_scores_follow_the_triangle_of_their_range(playbook: Playbook, draws: list[Draws]) -> None:
    drawn = scores_now(sheet_of(playbook, 2, 3, 7).arrays(playbook.indicator_ids), draws[0])
    expected = stats.triang((3 - 2) / 5, loc=2, scale=5)
    for row in drawn[:5]:
        assert stats.kstest(row, expected.cdf).statistic < 0.02


def test_scores_at_the_ends_and_at_the_peak_of_their_range(playbook: Playbook) -> None:
    scores = sheet_of(playbook, 2, 3, 7).arrays(playbook.indicator_ids)
    # A fifth of the range, and so of the probability, lies below the best estimate.
    found = scores_at(scores, np.tile([0.0, 0.2, 1.0], (len(playbook.indicators), 1)))
    np.testing.assert_allclose(found, np.tile([2.0, 3.0, 7.0], (len(playbook.indicators), 1)))
    unknown = scores_at(ScoreSheet().arrays(playbook.indicator_ids), np.full((len(playbook.indicators), 1), 0.2))
    np.testing.assert_allclose(unknown, 2.0)


def test_a_score_without_range_never_varies(playbook: Playbook, draws: list[Draws]) -> None:
    drawn = scores_now(sheet_of(playbook, 4, 4, 4).arrays(playbook.indicator_ids), draws[0])
    assert (drawn == 4).all()


def test_an_indicator_not_scored_may_be_anything(playbook: Playbook, draws: list[Draws]) -> None:
    drawn = scores_now(ScoreSheet().arrays(playbook.indicator_ids), draws[0])
    assert stats.kstest(drawn[0] / 10, "uniform").statistic < 0.02


def test_a_year_moves_scores_by_their_volatility(playbook: Playbook, draws: list[Draws]) -> None:
    now = scores_now(sheet_of(playbook, 5, 5, 5).arrays(playbook.indicator_ids), draws[0])
    later = scores_later(playbook, now, draws[0], 12)
    for row, indicator in enumerate(playbook.indicators):
        if indicator.volatility < 1.5 and indicator.id not in ("eb_proximity", "su_trend"):
            assert later[row].std() == pytest.approx(indicator.volatility, rel=0.05)


def test_nothing_moves_when_no_time_passes(playbook: Playbook, draws: list[Draws]) -> None:
    now = scores_now(sheet_of(playbook, 2, 5, 8).arrays(playbook.indicator_ids), draws[0])
    np.testing.assert_allclose(scores_later(playbook, now, draws[0], 0), now)


def test_scores_stay_on_the_scale_whatever_the_horizon(playbook: Playbook, draws: list[Draws]) -> None:
    now = scores_now(sheet_of(playbook, 0, 9, 10).arrays(playbook.indicator_ids), draws[0])
    later = scores_later(playbook, now, draws[0], 120)
    assert later.min() >= 0
    assert later.max() <= 10


def test_indicators_of_one_factor_move_together_and_the_sides_move_apart(
    playbook: Playbook, draws: list[Draws]
) -> None:
    moves = np.atleast_2d(np.corrcoef(draws[0].shocks))
    row = playbook.indicator_ids.index
    assert moves[row("su_level"), row("su_mobilisation")] == pytest.approx(0.4, abs=0.03)
    assert moves[row("su_level"), row("ms_influence")] == pytest.approx(0.4 * 0.3, abs=0.03)
    assert moves[row("su_level"), row("ue_trade")] == pytest.approx(-0.4 * 0.3, abs=0.03)


@pytest.mark.parametrize(
    ("score", "later"),
    [(4.5, 8.5), (0.5, 0.5), (9.0, 0.0)],
    ids=["the vote comes nearer", "a vote far beyond the scale stays there", "the vote has passed"],
)
def test_elections_follow_the_calendar(playbook: Playbook, draws: list[Draws], score: float, later: float) -> None:
    sheet = ScoreSheet({"eb_proximity": Score(score, score, score)}).arrays(playbook.indicator_ids)
    moved = scores_later(playbook, scores_now(sheet, draws[0]), draws[0], 12)[
        playbook.indicator_ids.index("eb_proximity")
    ]
    # Reflection at the ends of the scale shifts the mean of a score near them.
    assert np.median(moved) == pytest.approx(later, abs=0.4)


def test_a_trend_half_reverts_to_the_middle_in_a_year(playbook: Playbook, draws: list[Draws]) -> None:
    sheet = ScoreSheet({"su_trend": Score(7, 7, 7)}).arrays(playbook.indicator_ids)
    moved = scores_later(playbook, scores_now(sheet, draws[0]), draws[0], 12)[playbook.indicator_ids.index("su_trend")]
    assert np.median(moved) == pytest.approx(6, abs=0.15)


def test_what_is_not_scored_widens_every_residual(playbook: Playbook) -> None:
    full, half = sheet_of(playbook, 1, 2, 3), ScoreSheet()
    for name in playbook.indicator_ids[:11]:
        half = half.with_score(name, Score(1, 2, 3))
    spreads = [standing_sigma(playbook, one.arrays(playbook.indicator_ids)) for one in (full, half, ScoreSheet())]
    assert spreads == pytest.approx([2.0, 3.0, 4.0])


def test_strengths_of_rules_are_lognormal(draws: list[Draws]) -> None:
    logs = np.log(draws[0].effects.rules)
    assert logs.std() == pytest.approx(0.25, rel=0.02)
    assert math.isclose(logs.mean(), 0, abs_tol=0.01)
