"""Whole panels: stance, standings and verdicts by best scores for any number of rows at once.

A panel is a table of scores with a row for each case and date; NaN stands where an indicator is not scored.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.engine import evaluate
from advisor.scores import SCALE, UNKNOWN_BEST, ScoreArrays
from advisor.scoring import FIRST_RANGE
from advisor.stance import class_numbers, class_probabilities
from advisor.uncertainty import BLOCK, futures, scores_now, standing_sigma
from advisor.verdicts import best_verdicts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from advisor.arrays import Array, BoolArray
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws


@dataclass(frozen=True, slots=True)
class PanelResult:
    """What best scores say of n rows. Columns lie together in memory: results are read column by column."""

    index: Array  # [n]
    stance: NDArray[np.int8]  # [n], place in STANCE_CLASSES
    probabilities: Array  # [n, 3], closed form: the index with the residual of the stance model
    standings: Array  # [n, O]
    verdicts: NDArray[np.int8]  # [n, O], place in findings.VERDICTS
    scored: NDArray[np.intp]  # [n], how many indicators


@dataclass(frozen=True, slots=True)
class PanelRanges:
    """Scores of n rows with their ranges, each [n, indicators]; NaN where not scored."""

    low: Array
    best: Array
    high: Array

    def rows(self, chosen: slice | BoolArray) -> PanelRanges:
        """Return some of the rows."""
        return PanelRanges(self.low[chosen], self.best[chosen], self.high[chosen])


def score_panel(playbook: Playbook, best: Array) -> PanelResult:
    """Return what best scores [n, indicators] say; each row gets what `findings.judge` says of it alone."""
    rows, options = len(best), len(playbook.options)
    index, standings = np.empty(rows), np.empty((options, rows)).T
    verdicts = np.empty((options, rows), dtype=np.int8).T
    unknown = np.isnan(best)
    scored = len(playbook.indicators) - unknown.sum(axis=1)
    unscored = 1.0 - scored / len(playbook.indicators)
    filled = np.where(unknown, UNKNOWN_BEST, best) if unknown.any() else best
    for start in range(0, rows, BLOCK):
        block = slice(start, start + BLOCK)
        evaluation = evaluate(playbook, filled[block])
        index[block], standings[block] = evaluation.stance_index, evaluation.standings
        verdicts[block] = best_verdicts(playbook, evaluation, unscored[block, None])
    model = playbook.stance_model
    stance = class_numbers(index, model).astype(np.int8)
    return PanelResult(index, stance, class_probabilities(index, model), standings, verdicts, scored)


def with_ranges(low: Array, best: Array, high: Array) -> PanelRanges:
    """Fill in the ends that are not given: a point either way, as for a single number typed in the window."""
    bottom, top = SCALE
    return PanelRanges(
        np.where(np.isnan(low), np.maximum(best - FIRST_RANGE, bottom), low),
        best,
        np.where(np.isnan(high), np.minimum(best + FIRST_RANGE, top), high),
    )


def acceptance(playbook: Playbook, ranges: PanelRanges, draws: Sequence[Draws]) -> Array:
    """Return the likelihood today that each option is in the win-set [n, O], as `findings.assess` does row by row."""
    shares = np.empty((len(ranges.best), len(playbook.options)))
    total = sum(len(block.stance) for block in draws)
    for row in range(len(shares)):
        sheet = _sheet(ranges, row)
        sigma = standing_sigma(playbook, sheet)
        accepted = (futures(playbook, scores_now(sheet, block), block, sigma).accepted for block in draws)
        shares[row] = sum(block.sum(axis=0) for block in accepted) / total
    floor = playbook.uncertainty.p_floor
    return np.clip(shares, floor, 1 - floor)


def _sheet(ranges: PanelRanges, row: int) -> ScoreArrays:
    scored = ~np.isnan(ranges.best[row])
    bottom, top = SCALE
    return ScoreArrays(
        np.where(scored, ranges.low[row], bottom),
        np.where(scored, ranges.best[row], UNKNOWN_BEST),
        np.where(scored, ranges.high[row], top),
        scored,
    )
