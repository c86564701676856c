"""Counting block by block gives what counting all at once gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from advisor.tally import Tally
from advisor.uncertainty import Futures

if TYPE_CHECKING:
    from advisor.playbook import Playbook


def invented(playbook: Playbook, draws: int) -> Futures:
    random = np.random.default_rng(5)
    scores = random.uniform(0, 10, (draws, len(playbook.indicators)))
    standings = random.normal(0, 2, (draws, len(playbook.options)))
    leaning = scores[:, 0] - 2 * scores[:, 1]
    vetoed = np.zeros(standings.shape, dtype=np.bool_)
    return Futures(scores, standings, standings >= 0, vetoed, leaning, leaning + random.normal(0, 1, draws))


def part(futures: Futures, rows: slice) -> Futures:
    return Futures(
        futures.scores[rows],
        futures.standings[rows],
        futures.accepted[rows],
        futures.vetoed[rows],
        futures.leaning[rows],
        futures.stance_index[rows],
    )


def test_blocks_add_up_to_the_whole(playbook: Playbook) -> None:
    drawn = invented(playbook, 900)
    whole, pieces = Tally(playbook), Tally(playbook)
    whole.add(drawn, drawn)
    for start in range(0, 900, 400):
        block = part(drawn, slice(start, start + 400))
        pieces.add(block, block)
    np.testing.assert_allclose(pieces.p_now, drawn.accepted.mean(axis=0))
    np.testing.assert_allclose(pieces.class_shares, whole.class_shares)
    assert pieces.reversal == 0
    low, high = pieces.stance_range
    assert np.mean(drawn.stance_index < low) == np.mean(drawn.stance_index > high) == 0.1


def test_doubt_is_the_squared_correlation_with_the_leaning(playbook: Playbook) -> None:
    drawn = invented(playbook, 900)
    tally = Tally(playbook)
    tally.add(drawn, drawn)
    expected = {
        name: np.corrcoef(drawn.scores[:, column], drawn.leaning)[0, 1] ** 2
        for column, name in enumerate(playbook.indicator_ids)
    }
    assert tally.doubts[0].indicator == playbook.indicator_ids[1]
    for doubt in tally.doubts:
        np.testing.assert_allclose(doubt.share, expected[doubt.indicator], atol=1e-9)
