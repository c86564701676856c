"""What findings need of the draws, added up block by block so that memory does not grow with their number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.playbook import STANCE_CLASSES
from advisor.stance import class_numbers

if TYPE_CHECKING:
    from advisor.arrays import Array
    from advisor.playbook import Playbook
    from advisor.uncertainty import Futures

LIKELY_RANGE = (0.1, 0.9)
_NO_SPREAD = 1e-12


@dataclass(frozen=True, slots=True)
class Doubt:
    """Share of the doubt about the stance index that one indicator's range accounts for."""

    indicator: str
    share: float


class Tally:
    """Counts over all blocks added."""

    def __init__(self, playbook: Playbook) -> None:
        options, indicators = len(playbook.options), len(playbook.indicators)
        self._playbook = playbook
        self.draws = 0
        self._accepted: Array = np.zeros((2, options))
        self._classes: Array = np.zeros(len(STANCE_CLASSES))
        self._turned = 0.0
        self._indices: list[Array] = []
        self._sums = np.zeros(indicators + 1)
        self._products = np.zeros((indicators + 1, indicators + 1))

    def add(self, now: Futures, later: Futures) -> None:
        """Count one block."""
        model = self._playbook.stance_model
        self.draws += len(now.stance_index)
        self._indices.append(now.stance_index)
        self._accepted += (now.accepted.sum(axis=0), later.accepted.sum(axis=0))
        today = class_numbers(now.stance_index, model)
        self._classes += [(today == number).sum() for number in range(len(STANCE_CLASSES))]
        self._turned += (today != class_numbers(later.stance_index, model)).sum()
        table = np.column_stack((now.scores, now.leaning))
        self._sums += table.sum(axis=0)
        self._products += table.T @ table

    @property
    def p_now(self) -> Array:
        """Share of draws in which each option is in the win-set today."""
        shares: Array = self._accepted[0] / self.draws
        return shares

    @property
    def p_later(self) -> Array:
        """Share of draws in which each option is in the win-set at the horizon."""
        shares: Array = self._accepted[1] / self.draws
        return shares

    @property
    def class_shares(self) -> Array:
        """Share of draws in each stance class today."""
        return np.divide(self._classes, self.draws)

    @property
    def stance_range(self) -> tuple[float, float]:
        """The range that holds the stance index today in eight of ten draws."""
        low, high = np.quantile(np.concatenate(self._indices), LIKELY_RANGE).tolist()
        return low, high

    @property
    def reversal(self) -> Array:
        """Share of draws whose class at the horizon differs from their class today."""
        return np.array(self._turned / self.draws)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Squared correlation with the index before its residual: the share of variance a straight line explains."""
        mean = self._sums / self.draws
        covariance = self._products / self.draws - np.outer(mean, mean)
        spread = np.diag(covariance)[:-1] * covariance[-1, -1]
        shares = np.divide(covariance[-1, :-1] ** 2, spread, out=np.zeros(len(spread)), where=spread > _NO_SPREAD)
        names = self._playbook.indicator_ids
        doubts = [Doubt(name, float(share)) for name, share in zip(names, shares, strict=True)]
        return tuple(sorted(doubts, key=lambda doubt: -doubt.share))
