"""How one way of acting fares over many futures: mean and worst tenth, with standard errors."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from advisor.arrays import Array

WORST = 0.1


@dataclass(frozen=True, slots=True)
class Result:
    """What a strategy is worth, in points; nine futures of ten are better than `worst_tenth`.

    `share` is the mean as a share of perfect foresight; None where foresight itself gains nothing.
    """

    mean: float
    standard_error: float
    worst_tenth: float
    worst_tenth_error: float
    share: float | None
    share_error: float | None


def result_of(worths: Array, foresight: Array) -> Result:
    """Summarise what a strategy is worth in each future [n], beside perfect foresight [n]."""
    share, share_error = _share(worths, foresight)
    low, error = _worst_tenth(worths)
    return Result(float(worths.mean()), standard_error(worths), low, error, share, share_error)


def standard_error(values: Array) -> float:
    """Return the standard error of a mean, as if the futures had been drawn one by one."""
    return float(values.std() / math.sqrt(len(values)))


def _share(worths: Array, foresight: Array) -> tuple[float | None, float | None]:
    best = float(foresight.mean())
    if best <= 0:
        return None, None
    share = float(worths.mean()) / best
    return share, standard_error(worths - share * foresight) / best


def _worst_tenth(worths: Array) -> tuple[float, float]:
    """Return the tenth percentile, and half the distance of those one standard error of its rank away."""
    away = math.sqrt(WORST * (1 - WORST) / len(worths))
    low, middle, high = np.quantile(worths, (max(0.0, WORST - away), WORST, min(1.0, WORST + away))).tolist()
    return middle, (high - low) / 2
