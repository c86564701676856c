"""Sobol indices: how much of the variance of a result each indicator's range accounts for.

First order is Saltelli's estimator, alone and additive; total is Jansen's, with all that an indicator does together
with others (Saltelli et al. 2010, Computer Physics Communications 181(2)). Scores are drawn from their triangles.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from advisor.engine import evaluate
from advisor.tipping import STANCE
from advisor.uncertainty import BLOCK, scores_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from advisor.arrays import Array
    from advisor.playbook import Playbook
    from advisor.scores import ScoreSheet

POINTS = 1024
_EDGE = 2.0**-32
_NO_SPREAD = 1e-12


@dataclass(frozen=True, slots=True)
class SobolIndex:
    """Share of the variance that one indicator accounts for, alone (`first`) and with all others (`total`), 0-1."""

    indicator: str
    first: float
    total: float


def sobol_indices(
    playbook: Playbook, sheet: ScoreSheet, subject: str = STANCE, points: int = POINTS
) -> tuple[SobolIndex, ...]:
    """Return the indices of the stance index before its residual, or of an option's standing, the largest total first.

    Parameters
    ----------
    subject
        The id of an option, or "stance".
    points
        Points of the sequence, a power of two; the engine evaluates points times (indicators + 2) rows.
    """
    scores = sheet.arrays(playbook.indicator_ids)

    def from_uniform(rows: Array) -> Array:
        return scores_at(scores, np.ascontiguousarray(rows.T)).T

    result, seed = result_of(playbook, subject), playbook.uncertainty.seed_fit
    first, total = estimates(result, len(playbook.indicators), points, seed, from_uniform)
    found = map(SobolIndex, playbook.indicator_ids, first.tolist(), total.tolist())
    return tuple(sorted(found, key=lambda index: -index.total))


def result_of(playbook: Playbook, subject: str) -> Callable[[Array], Array]:
    """Return the function from score rows [n, indicators] to the stance index before its residual, or to a standing.

    It evaluates the rules that bear on the subject and no others.
    """
    if subject == STANCE:
        only_stance = replace(playbook, rules=(), options=playbook.options[:1])
        return lambda scores: evaluate(only_stance, scores).stance_index
    option = playbook.option[subject]
    rules = tuple(rule for rule in playbook.rules if rule.points_for(option))
    only_option = replace(playbook, rules=rules, options=(option,), stance_rules=())
    return lambda scores: evaluate(only_option, scores).standings[:, 0]


def estimates(
    result: Callable[[Array], Array],
    dimensions: int,
    points: int,
    seed: int,
    from_uniform: Callable[[Array], Array] = np.positive,
) -> tuple[Array, Array]:
    """Return first-order and total indices of a function of rows [n, dimensions], each index held within 0-1.

    All are zero where the function does not vary. Memory is bounded by blocks of points.

    Parameters
    ----------
    from_uniform
        Makes the rows from uniform ones, each column from its own; uniform ones are taken as they are without it.
    """
    middle = float(result(from_uniform(np.full((1, dimensions), 0.5)))[0])
    moments, first, total, number = np.zeros(2), np.zeros(dimensions), np.zeros(dimensions), 0
    for uniform in _pairs(dimensions, points, seed):
        one, other = map(from_uniform, uniform)
        mine, theirs = result(one) - middle, result(other) - middle
        number += len(one)
        moments += (np.sum(mine + theirs), np.sum(mine**2 + theirs**2))
        for column in range(dimensions):
            mixed = result(_mixed(one, other, column)) - middle
            first[column] += theirs @ (mixed - mine)
            total[column] += np.sum((mine - mixed) ** 2) / 2
    mean, square = moments / (2 * number)
    variance = square - mean**2
    if variance <= _NO_SPREAD:
        return np.zeros(dimensions), np.zeros(dimensions)
    return np.clip(first / number / variance, 0.0, 1.0), np.clip(total / number / variance, 0.0, 1.0)


def _pairs(dimensions: int, points: int, seed: int) -> Iterator[tuple[Array, Array]]:
    # Deferred: scipy.stats takes longer to import than the rest of the program to start.
    from scipy.stats import qmc

    sequence = qmc.Sobol(2 * dimensions, scramble=True, rng=seed)
    for start in range(0, points, BLOCK):
        uniform = np.clip(sequence.random(min(BLOCK, points - start)), _EDGE, 1 - _EDGE)
        yield uniform[:, :dimensions], uniform[:, dimensions:]


def _mixed(one: Array, other: Array, column: int) -> Array:
    rows = one.copy(order="K")
    rows[:, column] = other[:, column]
    return rows
