"""Rank acceptability beside pymcdm, which weighs, adds up and ranks one decision matrix at a time."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import numpy as np
from pymcdm.methods import WSM

from advisor.engine import delivery, matrices, worth
from advisor.findings import RANK_DECIMALS
from advisor.robustness import rank_acceptability, rank_counts
from advisor.uncertainty import futures, scores_now, standing_sigma
from benchmarks.timing import paired

if TYPE_CHECKING:
    from advisor.arrays import Array
    from advisor.playbook import Playbook
    from advisor.scores import ScoreSheet
    from advisor.uncertainty import Draws, Futures


def ranks_beside_pymcdm(playbook: Playbook, sheet: ScoreSheet, block: Draws) -> None:
    """Compare the ranks in every draw, then print microseconds a draw and how many times ours theirs are.

    What pymcdm has no method for is done for it beforehand and not timed: scores, rules, vetoes and delivery. The last
    ratio leaves them out on our side too. Its checks of every matrix run unless it is told not to.
    """
    scores = sheet.arrays(playbook.indicator_ids)
    future = futures(playbook, scores_now(scores, block), block, standing_sigma(playbook, scores))
    decisions = Decisions(playbook, future)

    def whole() -> Array:
        return np.array([option.shares for option in rank_acceptability(playbook, sheet, [block])])

    def ranking() -> Array:
        return rank_counts(worth(playbook, future.standings, future.vetoed))

    def documented() -> Array:
        return decisions.ranks(validation=True)

    def unchecked() -> Array:
        return decisions.ranks(validation=False)

    worths = np.round(worth(playbook, future.standings, future.vetoed), RANK_DECIMALS)
    in_order = np.argsort(-worths, axis=1, kind="stable")
    for ranks in (documented(), unchecked()):
        # Worths that differ by the dust of binary fractions alone are ties to us; pymcdm ranks them as the dust falls.
        theirs = np.take_along_axis(worths, np.argsort(ranks, axis=1, kind="stable"), axis=1)
        np.testing.assert_array_equal(theirs, np.take_along_axis(worths, in_order, axis=1))
    np.testing.assert_array_equal(shares_of(np.argsort(in_order, axis=1).astype(np.float64)), whole())
    unit = 1000 / block.scores.shape[1]
    checked, bare, alone = paired(documented, whole, 3), paired(unchecked, whole, 5), paired(unchecked, ranking, 5)
    print(f"ranks of 22 options, from scores to shares{unit * bare.reference:8.1f} µs a draw")
    for name, pair, target in (("as documented", checked, "   (at least 100)"), ("without its checks", bare, "")):
        time = f"{unit * pair.measured:8.0f} µs a draw"
        print(f"  pymcdm, ranks alone, {name:<19}{time}   ratio {pair.ratio:4.0f}{target}")
    print(f"ranks alone                               {unit * alone.reference:8.1f} µs a draw")
    print(
        f"  pymcdm, ranks alone, without its checks {unit * alone.measured:8.0f} µs a draw   ratio {alone.ratio:4.0f}"
    )


class Decisions:
    """Decision matrices of futures, ready for pymcdm: options by objectives and backlash, additive as worth is.

    A cell is the option's value to the objective times its delivery; the last column is what refusal costs. The
    weighted sum is half the worth, because pymcdm wants weights that sum to 1.
    """

    def __init__(self, playbook: Playbook, future: Futures) -> None:
        delivered = delivery(playbook, future.standings, future.vetoed)[:, :, None]
        values = np.array(
            [
                [option.us_value.get(one.id, 0.0) - option.us_risk.get(one.id, 0.0) for one in playbook.objectives]
                for option in playbook.options
            ]
        )
        backlash = matrices(playbook).backlash[:, None]
        self._matrices = np.concatenate((np.maximum(delivered, 0) * values, np.maximum(-delivered, 0) * backlash), 2)
        weights = np.array([one.weight for one in playbook.objectives])
        self._weights = np.append(weights / weights.sum(), 1.0) / 2
        self._types = np.append(np.ones(len(weights), dtype=int), -1)
        self._method = WSM(as_it_is)

    def ranks(self, *, validation: bool) -> Array:
        """Return the ranks in every future [n, options], ties averaged; validation is what pymcdm does unless told."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that an option dominates the others, in nearly every draw
            return np.array(
                [
                    self._method.rank(self._method(matrix, self._weights, self._types, validation=validation))
                    for matrix in self._matrices
                ]
            )


def as_it_is(column: Array, cost: bool) -> Array:
    """Leave a criterion on its scale, which is the same for all of them, and turn a cost round."""
    return -column if cost else column


def shares_of(ranks: Array) -> Array:
    """Return the shares of ranks of every option, ties in playbook order."""
    places = np.argsort(np.argsort(ranks, axis=1, kind="stable"), axis=1)
    return np.array([(places == place).mean(axis=0) for place in range(ranks.shape[1])]).T
