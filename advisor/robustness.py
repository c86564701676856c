"""How far results hold over the draws: ranks of options, and the spread of the stance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.engine import worth
from advisor.findings import RANK_DECIMALS
from advisor.uncertainty import futures, scores_later, scores_now, standing_sigma

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from advisor.arrays import Array
    from advisor.playbook import Playbook
    from advisor.scores import ScoreSheet
    from advisor.uncertainty import Draws, Futures

QUANTILES = (0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95)
BIN = 0.5


@dataclass(frozen=True, slots=True)
class RankAcceptability:
    """In which share of the futures an option ranks first, second and so on by its worth."""

    option: str
    shares: tuple[float, ...]
    expected_rank: float


@dataclass(frozen=True, slots=True)
class StanceSpread:
    """How the stance index spreads over the futures: shares of the bins between `edges`, mean, values at quantiles."""

    edges: tuple[float, ...]
    shares: tuple[float, ...]
    mean: float
    quantiles: tuple[tuple[float, float], ...]


def rank_acceptability(
    playbook: Playbook, sheet: ScoreSheet, draws: Iterable[Draws], months: float = 0.0
) -> tuple[RankAcceptability, ...]:
    """Return the shares of ranks of every option, in playbook order, now or after `months`.

    Options rank by their worth in each future, ties in playbook order.
    """
    counts = np.zeros((len(playbook.options), len(playbook.options)))
    for future in _futures(playbook, sheet, draws, months):
        counts += rank_counts(worth(playbook, future.standings, future.vetoed))
    return acceptability(playbook, counts)


def acceptability(playbook: Playbook, counts: Array) -> tuple[RankAcceptability, ...]:
    """Return the shares of ranks of every option, in playbook order, from counts [options, ranks]."""
    shares = counts / counts.sum(axis=1, keepdims=True)
    expected = shares @ np.arange(1, len(shares) + 1)
    return tuple(
        RankAcceptability(name, tuple(row), rank)
        for name, row, rank in zip(playbook.option_ids, shares.tolist(), expected.tolist(), strict=True)
    )


def by_expected_rank(ranks: Iterable[RankAcceptability]) -> tuple[RankAcceptability, ...]:
    """Return options by expected rank, ties in playbook order."""
    return tuple(sorted(ranks, key=lambda one: one.expected_rank))


def stance_spread(playbook: Playbook, sheet: ScoreSheet, draws: Iterable[Draws], months: float = 0.0) -> StanceSpread:
    """Return the distribution of the stance index, residual included, now or after `months`."""
    return spread_of([future.stance_index for future in _futures(playbook, sheet, draws, months)])


def spread_of(indices: Sequence[Array]) -> StanceSpread:
    """Return the distribution of stance indices that come in parts."""
    index = np.concatenate(indices)
    first, last = np.floor(index.min() / BIN), np.floor(index.max() / BIN) + 1
    edges = BIN * np.arange(first, last + 1)
    shares = np.histogram(index, edges)[0] / len(index)
    values = np.quantile(index, QUANTILES).tolist()
    return StanceSpread(
        tuple(edges.tolist()), tuple(shares.tolist()), float(index.mean()), tuple(zip(QUANTILES, values, strict=True))
    )


def rank_counts(worths: Array) -> Array:
    """Count how often each option takes each rank [options, ranks], ties as in `findings`."""
    order = np.argsort(-np.round(worths, RANK_DECIMALS), axis=1, kind="stable")
    options = worths.shape[1]
    cells = order * options + np.arange(options)
    return np.bincount(cells.ravel(), minlength=options**2).reshape(options, options).astype(np.float64)


def _futures(playbook: Playbook, sheet: ScoreSheet, draws: Iterable[Draws], months: float) -> Iterator[Futures]:
    scores = sheet.arrays(playbook.indicator_ids)
    sigma = standing_sigma(playbook, scores)
    for block in draws:
        drawn = scores_now(scores, block)
        if months:
            drawn = scores_later(playbook, drawn, block, months)
        yield futures(playbook, drawn, block, sigma)
