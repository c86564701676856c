"""How far results hold over the draws: ranks of options, the spread of the stance, and what to firm up first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.engine import evaluate, worth
from advisor.uncertainty import futures, scores_later, scores_now, standing_sigma
from advisor.verdicts import best_verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from advisor.arrays import Array
    from advisor.playbook import Playbook
    from advisor.scores import ScoreArrays, ScoreSheet
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


@dataclass(frozen=True, slots=True)
class Firming:
    """How many verdicts fewer would be in doubt if an indicator's range shrank to its best estimate."""

    indicator: str
    settled: float


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Doubt about the verdicts, and what would settle most of it, first things first.

    `verdicts` is the expected number of options whose verdict by best scores would be another one if the scores drawn
    from the ranges were the best ones; effects and rules keep the playbook's strength, and no residual is added.
    """

    verdicts: float
    firmings: tuple[Firming, ...]


def rank_acceptability(
    playbook: Playbook, sheet: ScoreSheet, draws: Iterable[Draws], months: float = 0.0
) -> tuple[RankAcceptability, ...]:
    """Return the shares of ranks of every option, in playbook order, now or after `months`.

    Options rank by their worth in each future, ties in playbook order.
    """
    counts = np.zeros((len(playbook.options), len(playbook.options)))
    for future in _futures(playbook, sheet, draws, months):
        counts += _rank_counts(worth(playbook, future.standings, future.vetoed))
    shares = counts / counts.sum(axis=1, keepdims=True)
    expected = shares @ np.arange(1, len(shares) + 1)
    return tuple(
        RankAcceptability(name, tuple(row), rank)
        for name, row, rank in zip(playbook.option_ids, shares.tolist(), expected.tolist(), strict=True)
    )


def stance_spread(playbook: Playbook, sheet: ScoreSheet, draws: Iterable[Draws], months: float = 0.0) -> StanceSpread:
    """Return the distribution of the stance index, residual included, now or after `months`."""
    index = np.concatenate([future.stance_index for future in _futures(playbook, sheet, draws, months)])
    first, last = np.floor(index.min() / BIN), np.floor(index.max() / BIN) + 1
    edges = BIN * np.arange(first, last + 1)
    shares = np.histogram(index, edges)[0] / len(index)
    values = np.quantile(index, QUANTILES).tolist()
    return StanceSpread(
        tuple(edges.tolist()), tuple(shares.tolist()), float(index.mean()), tuple(zip(QUANTILES, values, strict=True))
    )


def firm_up_first(playbook: Playbook, sheet: ScoreSheet, draws: Iterable[Draws]) -> Doubtful:
    """Return the doubt about the verdicts and what each indicator would settle, most first.

    Every range is collapsed in turn in the same draws, so that differences are no noise; the work is draws times
    indicators. Firming up may raise the count a little where errors of two indicators had cancelled out.
    """
    scores = sheet.arrays(playbook.indicator_ids)
    now = _verdicts(playbook, scores, scores.best[None, :])[0]
    ranged = np.flatnonzero(scores.high > scores.low)
    total, changed, settled = 0, 0, np.zeros(len(scores.best))
    for block in draws:
        rows = scores_now(scores, block).T
        total += len(rows)
        here = _count_changed(playbook, scores, rows, now)
        changed += here
        for column in ranged.tolist():
            settled[column] += here - _count_changed(playbook, scores, _collapsed(rows, scores, column), now)
    return Doubtful(changed / total, _in_order(playbook, settled / total))


def _futures(playbook: Playbook, sheet: ScoreSheet, draws: Iterable[Draws], months: float) -> Iterator[Futures]:
    scores = sheet.arrays(playbook.indicator_ids)
    sigma = standing_sigma(playbook, scores)
    for block in draws:
        drawn = scores_now(scores, block)
        if months:
            drawn = scores_later(playbook, drawn, block, months)
        yield futures(playbook, drawn, block, sigma)


def _rank_counts(worths: Array) -> Array:
    """Count how often each option takes each rank [options, ranks]."""
    order = np.argsort(-worths, axis=1, kind="stable")
    options = worths.shape[1]
    cells = order * options + np.arange(options)
    return np.bincount(cells.ravel(), minlength=options**2).reshape(options, options).astype(np.float64)


def _verdicts(playbook: Playbook, scores: ScoreArrays, rows: Array) -> NDArray[np.intp]:
    return best_verdicts(playbook, evaluate(playbook, rows), scores.unscored_share)


def _count_changed(playbook: Playbook, scores: ScoreArrays, rows: Array, now: NDArray[np.intp]) -> int:
    return int((_verdicts(playbook, scores, rows) != now).sum())


def _collapsed(rows: Array, scores: ScoreArrays, column: int) -> Array:
    firm = rows.copy()
    firm[:, column] = scores.best[column]
    return firm


def _in_order(playbook: Playbook, settled: Array) -> tuple[Firming, ...]:
    firmings = map(Firming, playbook.indicator_ids, settled.tolist())
    return tuple(sorted(firmings, key=lambda one: -one.settled))
