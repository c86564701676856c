"""How far several analysts agree: the difference of their scores in points, and two coefficients of agreement.

Krippendorff's alpha for interval data (Krippendorff 2011) takes any number of analysts and gaps in their sheets.
ICC(2,1) of Shrout and Fleiss (1979), ICC(A,1) of McGraw and Wong (1996), asks the same of the indicators that all of
them scored: how much of the variance lies between indicators, and not between analysts or in chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.arrays import Array
    from advisor.merge import AnalystSheet
    from advisor.playbook import Playbook

CODERS_DIFFERENCE = 0.85
"""Root mean square difference, in points a score, of the two analysts of the shipped episodes."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far analysts agree on best estimates; None where there is too little to say.

    Parameters
    ----------
    shared, complete
        How many indicators at least two of them scored, and how many all of them.
    difference
        Root mean square difference in points, over all pairs of analysts and the indicators both scored.
    alpha
        Krippendorff's alpha, interval: 1 is agreement, 0 what chance would give.
    icc
        ICC(2,1): absolute agreement of single analysts.
    """

    analysts: int
    shared: int
    complete: int
    difference: float | None
    alpha: float | None
    icc: float | None


@dataclass(frozen=True, slots=True)
class MeanSquares:
    """Where the variance of scores lies: between units, between analysts, and what neither explains."""

    units: float
    analysts: float
    residual: float


def agreement(playbook: Playbook, sheets: Sequence[AnalystSheet]) -> Agreement:
    """Return how far the analysts of some sheets agree."""
    scores = ratings(playbook, sheets)
    given = (~np.isnan(scores)).sum(axis=0)
    return Agreement(
        analysts=len(sheets),
        shared=int((given > 1).sum()),
        complete=int((given == len(sheets)).sum()) if len(sheets) > 1 else 0,
        difference=difference(scores),
        alpha=krippendorff_alpha(scores),
        icc=absolute_agreement(scores),
    )


def ratings(playbook: Playbook, sheets: Sequence[AnalystSheet]) -> Array:
    """Return best estimates [analysts, indicators], not a number where an indicator is not scored."""
    rows = [
        [np.nan if (score := one.sheet.get(name)) is None else score.best for name in playbook.indicator_ids]
        for one in sheets
    ]
    return np.array(rows, dtype=np.float64).reshape(len(sheets), -1)


def difference(scores: Array) -> float | None:
    """Return the root mean square difference over all pairs of rows, where both are numbers."""
    apart = [one - other for one, other in combinations(scores, 2)]
    squares = np.concatenate(apart) ** 2 if apart else np.array([])
    known = squares[~np.isnan(squares)]
    return float(np.sqrt(known.mean())) if known.size else None


def krippendorff_alpha(scores: Array) -> float | None:
    """Return Krippendorff's alpha for interval data [analysts, units] with gaps.

    None where no unit has two values, or all values are the same: nothing then tells agreement from chance.
    """
    found = disagreements(scores)
    return 1.0 - found[0] / found[1] if found is not None and found[1] > 0 else None


def disagreements(scores: Array) -> tuple[float, float] | None:
    """Return the squared difference within units and the one that chance would give; None without pairs."""
    paired = scores[:, (~np.isnan(scores)).sum(axis=0) > 1]
    counts = (~np.isnan(paired)).sum(axis=0)
    total = int(counts.sum())
    if not total:
        return None
    observed = float((_squared_differences(paired) / (counts - 1)).sum()) / total
    everything = paired[~np.isnan(paired)][:, None]
    return observed, float(_squared_differences(everything)[0]) / (total * (total - 1))


def absolute_agreement(scores: Array) -> float | None:
    """Return ICC(2,1) over the units [analysts, units] that every analyst scored.

    None with fewer than two analysts or units, or where all values are the same.
    """
    squares = mean_squares(scores)
    if squares is None:
        return None
    units, analysts = scores[:, ~np.isnan(scores).any(axis=0)].T.shape
    chance = analysts * (squares.analysts - squares.residual) / units
    spread = squares.units + (analysts - 1) * squares.residual + chance
    return (squares.units - squares.residual) / spread if spread > 0 else None


def mean_squares(scores: Array) -> MeanSquares | None:
    """Return the mean squares over the units that every analyst scored; None with fewer than two of either."""
    full = scores[:, ~np.isnan(scores).any(axis=0)].T
    units, analysts = full.shape
    if units < 2 or analysts < 2:
        return None
    mean = full.mean()
    by_unit, by_analyst = full.mean(axis=1) - mean, full.mean(axis=0) - mean
    left = full - mean - by_unit[:, None] - by_analyst[None, :]
    return MeanSquares(
        analysts * float((by_unit**2).sum()) / (units - 1),
        units * float((by_analyst**2).sum()) / (analysts - 1),
        float((left**2).sum()) / ((units - 1) * (analysts - 1)),
    )


def _squared_differences(values: Array) -> Array:
    """Return the sum of squared differences over ordered pairs of each column's numbers."""
    counts = (~np.isnan(values)).sum(axis=0)
    sums: Array = 2 * counts * np.nansum(values**2, axis=0) - 2 * np.nansum(values, axis=0) ** 2
    return sums
