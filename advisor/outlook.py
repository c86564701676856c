"""What options are worth in each of thousands of futures, now and at the horizon, and what re-scoring will show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.engine import worth
from advisor.scores import SCALE
from advisor.uncertainty import futures, scores_later, scores_now, standing_sigma

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor.arrays import Array, BoolArray
    from advisor.playbook import Playbook
    from advisor.scores import ScoreArrays
    from advisor.uncertainty import Draws, Futures

_RESCORING = 1


@dataclass(frozen=True, slots=True)
class Outlook:
    """n futures of O options and I indicators."""

    now: Array  # [n, O], worth
    later: Array  # [n, O]
    accepted_now: BoolArray  # [n, O], in the win-set
    accepted_later: BoolArray  # [n, O]
    rescored: Array  # [n, I], what an analyst would score at the horizon

    @property
    def values(self) -> Array:
        """What each option adds to the worth of a package: now plus at the horizon, the mean over futures [O]."""
        total: Array = (self.now + self.later).mean(axis=0)
        return total


def look_ahead(playbook: Playbook, sheet: ScoreArrays, draws: Iterable[Draws], seed: int) -> Outlook:
    """Return the outlook at the playbook's horizon.

    Parameters
    ----------
    seed
        That of the draws; errors of re-scoring follow from it.
    """
    random, sigma = rescoring_errors(seed), standing_sigma(playbook, sheet)
    blocks = [_block(playbook, sheet, block, sigma, random) for block in draws]
    return Outlook(*(np.concatenate(parts) for parts in zip(*blocks, strict=True)))


def rescoring_errors(seed: int) -> np.random.Generator:
    """Return the source of re-scoring errors that goes with the draws of a seed."""
    return np.random.default_rng((seed, _RESCORING))


def rescored(playbook: Playbook, scores: Array, random: np.random.Generator) -> Array:
    """Return what an analyst would write down for true scores of any shape."""
    error = playbook.uncertainty.observation_sd * random.standard_normal(scores.shape)
    return np.clip(scores + error, *SCALE)


def worth_in(playbook: Playbook, drawn: Futures) -> Array:
    """Return the worth of every option in drawn futures [n, O]."""
    return worth(playbook, drawn.standings, drawn.vetoed)


def _block(
    playbook: Playbook, sheet: ScoreArrays, draws: Draws, sigma: float, random: np.random.Generator
) -> tuple[Array, Array, BoolArray, BoolArray, Array]:
    today = scores_now(sheet, draws)
    moved = scores_later(playbook, today, draws, playbook.uncertainty.horizon_months)
    now, later = futures(playbook, today, draws, sigma), futures(playbook, moved, draws, sigma)
    seen = rescored(playbook, later.scores, random)
    return worth_in(playbook, now), worth_in(playbook, later), now.accepted, later.accepted, seen
