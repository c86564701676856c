"""Ranks and the spread of the stance are counted over the draws as anybody would count them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from advisor.engine import Effects, evaluate, matrices, worth
from advisor.findings import RANK_DECIMALS, assess, judge
from advisor.robustness import BIN, QUANTILES, by_expected_rank, rank_acceptability, stance_spread
from advisor.scores import Score, ScoreSheet
from advisor.tally import LIKELY_RANGE
from advisor.uncertainty import draw_blocks, futures, scores_later, scores_now, standing_sigma

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws

MONTHS = 12.0


def certain(playbook: Playbook, draws: Draws) -> Draws:
    """Return draws in which nothing but scores varies."""
    count = draws.scores.shape[1]
    political = np.repeat(matrices(playbook).political[:, :, None], count, axis=2)
    effects = Effects(political, np.ones((len(playbook.rules), count)), np.ones((len(playbook.stance_rules), count)))
    return replace(draws, standing=np.zeros((len(playbook.options), count)), effects=effects)


def firm(playbook: Playbook, value: float) -> ScoreSheet:
    return ScoreSheet({name: Score(value, value, value) for name in playbook.indicator_ids})


@pytest.mark.parametrize("months", [0.0, MONTHS])
def test_ranks_are_counted_future_by_future(playbook: Playbook, cases: dict[str, Case], months: float) -> None:
    sheet = cases["Peru"].latest.sheet
    block = next(draw_blocks(playbook, 64, 1))
    scores = sheet.arrays(playbook.indicator_ids)
    drawn = scores_now(scores, block)
    if months:
        drawn = scores_later(playbook, drawn, block, months)
    future = futures(playbook, drawn, block, standing_sigma(playbook, scores))
    counts = {name: [0] * len(playbook.options) for name in playbook.option_ids}
    for row in worth(playbook, future.standings, future.vetoed).tolist():
        ordered = sorted(range(len(row)), key=lambda column: (-round(row[column], RANK_DECIMALS), column))
        for rank, column in enumerate(ordered):
            counts[playbook.option_ids[column]][rank] += 1
    for found in rank_acceptability(playbook, sheet, [block], months):
        expected = [count / 64 for count in counts[found.option]]
        assert found.shares == pytest.approx(expected)
        assert found.expected_rank == pytest.approx(sum(share * (rank + 1) for rank, share in enumerate(expected)))


def test_every_option_has_a_rank_and_every_rank_an_option(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    table = np.array([found.shares for found in rank_acceptability(playbook, cases["Peru"].latest.sheet, draws)])
    np.testing.assert_allclose(table.sum(axis=0), 1)
    np.testing.assert_allclose(table.sum(axis=1), 1)


def test_options_of_equal_worth_rank_in_playbook_order(playbook: Playbook) -> None:
    # Whatever is accepted is delivered in full, so that worths are equal to the bit.
    at_once = replace(playbook.standing, full_delivery=1e-6)
    twins = replace(
        playbook, rules=(), standing=at_once, options=(playbook.options[3], replace(playbook.options[3], id="twin"))
    )
    block = certain(twins, next(draw_blocks(twins, 32, 1)))
    found = rank_acceptability(twins, ScoreSheet(), [block])
    assert [one.shares for one in found] == [(1.0, 0.0), (0.0, 1.0)]
    assert [one.expected_rank for one in found] == [1.0, 2.0]


def test_a_single_option_ranks_first_whatever_happens(playbook: Playbook) -> None:
    alone = replace(playbook, options=playbook.options[:1], rules=(), stance_rules=())
    (found,) = rank_acceptability(alone, ScoreSheet(), draw_blocks(alone, 16, 1))
    assert (found.shares, found.expected_rank) == ((1.0,), 1.0)


def test_options_are_listed_by_expected_rank(playbook: Playbook, cases: dict[str, Case], draws: list[Draws]) -> None:
    listed = by_expected_rank(rank_acceptability(playbook, cases["Peru"].latest.sheet, draws))
    ranks = [found.expected_rank for found in listed]
    assert ranks == sorted(ranks)
    assert {found.option for found in listed} == set(playbook.option_ids)


def test_where_nothing_varies_the_ranks_are_those_by_best_scores(playbook: Playbook) -> None:
    sheet = firm(playbook, 7.0)
    block = certain(playbook, next(draw_blocks(playbook, 16, 1)))
    ranks = [found.expected_rank for found in rank_acceptability(playbook, sheet, [block])]
    assert ranks == [option.rank for option in judge(playbook, sheet).options]


def test_the_spread_of_the_stance_agrees_with_its_probabilities_and_range(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    sheet = cases["Peru"].latest.sheet
    spread = stance_spread(playbook, sheet, draws)
    assert sum(spread.shares) == pytest.approx(1)
    assert len(spread.edges) == len(spread.shares) + 1
    assert set(np.diff(spread.edges)) == {BIN}
    assert spread.shares[0] > 0 < spread.shares[-1]
    quantiles = dict(spread.quantiles)
    assert tuple(quantiles) == QUANTILES
    assert tuple(quantiles[one] for one in LIKELY_RANGE) == pytest.approx(assess(playbook, sheet, draws).stance_range)
    below = sum(share for edge, share in zip(spread.edges[1:], spread.shares, strict=True) if edge <= -1.0)
    # The lower cut lies just below -1.
    assert below == pytest.approx(assess(playbook, sheet, draws).probabilities["divergent"], abs=0.03)


def test_the_stance_spreads_wider_in_a_year(playbook: Playbook, cases: dict[str, Case], draws: list[Draws]) -> None:
    now, later = (dict(stance_spread(playbook, cases["Peru"].latest.sheet, draws, one).quantiles) for one in (0, 12))
    assert later[0.95] - later[0.05] > now[0.95] - now[0.05]


def test_blocks_add_up_to_the_whole(playbook: Playbook, cases: dict[str, Case]) -> None:
    sheet = cases["Peru"].latest.sheet
    block = next(draw_blocks(playbook, 128, 1))
    halves = [half(block, slice(0, 64)), half(block, slice(64, 128))]
    assert rank_acceptability(playbook, sheet, halves) == rank_acceptability(playbook, sheet, [block])


def half(block: Draws, part: slice) -> Draws:
    effects = Effects(
        block.effects.political[:, :, part], block.effects.rules[:, part], block.effects.stance_rules[:, part]
    )
    return replace(
        block,
        scores=block.scores[:, part],
        standing=block.standing[:, part],
        stance=block.stance[part],
        shocks=block.shocks[:, part],
        effects=effects,
    )


def test_draws_that_vary_only_in_scores_are_what_the_engine_says_of_them(playbook: Playbook) -> None:
    block = certain(playbook, next(draw_blocks(playbook, 16, 1)))
    drawn = scores_now(ScoreSheet().arrays(playbook.indicator_ids), block)
    np.testing.assert_allclose(
        futures(playbook, drawn, block, 1.0).standings, evaluate(playbook, drawn.T).standings, atol=1e-12
    )
