"""Likelihoods beside a plain loop, as in an analyst's script: the same engine, called for one draw at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from advisor.engine import Effects
from advisor.uncertainty import Draws, futures, scores_now, standing_sigma
from benchmarks.timing import paired

if TYPE_CHECKING:
    from advisor.arrays import BoolArray
    from advisor.playbook import Playbook
    from advisor.scores import ScoreSheet


def likelihoods_beside_a_loop(playbook: Playbook, sheet: ScoreSheet, block: Draws) -> None:
    """Compare which options are accepted in every draw, then print microseconds a draw and the ratio."""
    scores = sheet.arrays(playbook.indicator_ids)
    sigma = standing_sigma(playbook, scores)
    draws = block.scores.shape[1]
    singles = [single(block, at) for at in range(draws)]

    def accepted(some: Draws) -> BoolArray:
        return futures(playbook, scores_now(scores, some), some, sigma).accepted

    def looped() -> BoolArray:
        return np.concatenate([accepted(one) for one in singles])

    np.testing.assert_array_equal(looped(), accepted(block))
    found = paired(looped, lambda: accepted(block), 3)
    ours, theirs = 1000 * found.reference / draws, 1000 * found.measured / draws
    print(f"likelihoods of 22 options                 {ours:8.1f} µs a draw")
    print(f"  the engine, one draw at a time          {theirs:8.0f} µs a draw   ratio {found.ratio:4.0f}")


def single(block: Draws, at: int) -> Draws:
    """Return one draw of a block as a block of its own."""
    here = (..., slice(at, at + 1))
    effects = block.effects
    strengths = Effects(effects.political[here], effects.rules[here], effects.stance_rules[here])
    return Draws(block.scores[here], block.standing[here], block.stance[here], block.shocks[here], strengths)
