"""Draws of everything that is not known: scores, strengths of effects, residuals, and a year's movement.

The points are one scrambled Sobol sequence with a fixed seed, kept as standard normals: the same for every
assessment, so that two results differ by their scores and not by noise. Memory is bounded by blocks of draws.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.engine import Effects, evaluate, matrices
from advisor.scores import SCALE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.arrays import Array, BoolArray
    from advisor.parameters import Drift
    from advisor.playbook import Playbook
    from advisor.scores import ScoreArrays

BLOCK = 4096
MONTHS_PER_YEAR = 12.0
# What the kind "calendar" means: 0 is a vote 36 months away or more, each point is 3 months nearer (docs/model.md).
_CALENDAR_MONTHS = 36.0
_CALENDAR_RATE = 3.0
_EDGE = 2.0**-32


@dataclass(frozen=True, slots=True)
class Draws:
    """One block of n draws, ready for use with any score sheet of the playbook. I indicators, O options."""

    scores: Array  # [I, n], uniform in (0, 1)
    standing: Array  # [O, n], residuals of the standings
    stance: Array  # [n], standard normal
    shocks: Array  # [I, n], standard normal with the correlations of docs/model.md
    effects: Effects


@dataclass(frozen=True, slots=True)
class Futures:
    """What the engine says of n draws of one assessment, now or at the horizon; rows are draws."""

    scores: Array  # [n, I]
    standings: Array  # [n, O], residual included
    accepted: BoolArray  # [n, O], in the win-set
    vetoed: BoolArray  # [n, O]
    leaning: Array  # [n], the stance index before its residual
    stance_index: Array  # [n], residual included


def draw_blocks(playbook: Playbook, draws: int, seed: int) -> Iterator[Draws]:
    """Yield `draws` points of the sequence in blocks of at most `BLOCK`; the same blocks for the same arguments.

    The first 2**k points of a longer sequence are the shorter sequence.
    """
    # Deferred: scipy.stats takes longer to import than the rest of the program to start.
    from scipy.stats import qmc

    sequence = qmc.Sobol(_dimensions(playbook), scramble=True, rng=seed)
    left = draws
    while left > 0:
        size = min(left, BLOCK)
        uniform = sequence.random(size).T
        yield _block(playbook, np.clip(uniform, _EDGE, 1 - _EDGE))
        left -= size


def scores_at(sheet: ScoreArrays, uniform: Array) -> Array:
    """Return scores [I, n] of the triangle low, best, high at `uniform` [I, n]; of the whole scale where not scored."""
    return np.where(sheet.scored[:, None], _triangular(sheet, uniform), SCALE[1] * uniform)


def scores_now(sheet: ScoreArrays, draws: Draws) -> Array:
    """Draw scores [I, n] from their triangles."""
    return scores_at(sheet, draws.scores)


def scores_later(playbook: Playbook, now: Array, draws: Draws, months: float) -> Array:
    """Return the scores [I, n] after `months`: volatility, the calendar and reversion, reflected into the scale."""
    years = months / MONTHS_PER_YEAR
    spread = np.array([indicator.volatility for indicator in playbook.indicators])
    moved = now.copy()
    for drift in playbook.uncertainty.drift:
        row = playbook.indicator_ids.index(drift.indicator)
        moved[row] = _drifted(drift, now[row], months)
        if drift.sd is not None:
            spread[row] = drift.sd
    return _reflected(moved + (spread * math.sqrt(years))[:, None] * draws.shocks)


def futures(playbook: Playbook, scores: Array, draws: Draws, sigma: float) -> Futures:
    """Evaluate drawn scores [I, n]; `sigma` is the spread of the residual of every standing."""
    result = evaluate(playbook, scores.T, draws.effects)
    standings = result.standings + sigma * draws.standing.T
    accepted = (standings >= 0) & ~result.vetoed
    index = result.stance_index + playbook.stance_model.sigma * draws.stance
    return Futures(scores.T, standings, accepted, result.vetoed, result.stance_index, index)


def standing_sigma(playbook: Playbook, sheet: ScoreArrays) -> float:
    """Return the spread of the residual: it grows with the share of indicators not scored."""
    return playbook.uncertainty.standing_sigma * (1.0 + playbook.uncertainty.unscored_sigma * sheet.unscored_share)


def _dimensions(playbook: Playbook) -> int:
    indicators, factors, options = len(playbook.indicators), len(playbook.factors), len(playbook.options)
    rules = len(playbook.rules) + len(playbook.stance_rules)
    return 2 * indicators + options + 1 + factors + 1 + options * factors + rules


def _block(playbook: Playbook, uniform: Array) -> Draws:
    # Deferred: the module is imported at every start, long before anything is drawn.
    from scipy.special import ndtri

    indicators, factors, options, rules = (
        len(part) for part in (playbook.indicators, playbook.factors, playbook.options, playbook.rules)
    )
    normal = ndtri(np.ascontiguousarray(uniform[indicators:]))
    sizes = (options, 1, indicators, factors, 1, options * factors, rules, len(playbook.stance_rules))
    parts = np.split(normal, np.cumsum(sizes)[:-1])
    standing, stance, own, factor, common, political, rule, stance_rule = parts
    spread = playbook.uncertainty.effect_log_sd
    strengths = matrices(playbook).political[:, :, None] * np.exp(spread * political).reshape(options, factors, -1)
    return Draws(
        scores=np.ascontiguousarray(uniform[:indicators]),
        standing=standing,
        stance=stance[0],
        shocks=_shocks(playbook, own, factor, common),
        effects=Effects(strengths, np.exp(spread * rule), np.exp(spread * stance_rule)),
    )


def _shocks(playbook: Playbook, own: Array, factor: Array, common: Array) -> Array:
    within, shared = playbook.uncertainty.within_factor_correlation, playbook.uncertainty.common_shock
    sign = np.array([1.0 if one.side == "domestic" else -1.0 for one in playbook.factors])
    factors = sign[:, None] * math.sqrt(shared) * common + math.sqrt(1 - shared) * factor
    rows = [playbook.factor_ids.index(indicator.factor) for indicator in playbook.indicators]
    return math.sqrt(within) * factors[rows] + math.sqrt(1 - within) * own


def _triangular(sheet: ScoreArrays, uniform: Array) -> Array:
    low, best, high = sheet.low[:, None], sheet.best[:, None], sheet.high[:, None]
    width = np.where(high > low, high - low, 1.0)
    rising = low + np.sqrt(uniform * width * (best - low))
    falling = high - np.sqrt((1 - uniform) * width * (high - best))
    return np.where(high > low, np.where(uniform < (best - low) / width, rising, falling), best)


def _drifted(drift: Drift, now: Array, months: float) -> Array:
    if drift.kind == "calendar":
        passed = _CALENDAR_MONTHS - _CALENDAR_RATE * now < months
        nearer = np.minimum(SCALE[1], now + months / _CALENDAR_RATE)
        return np.where(now < 1, now, np.where(passed, 0.0, nearer))
    middle = sum(SCALE) / 2
    kept = math.pow(drift.keep or 0.0, months / MONTHS_PER_YEAR)
    return middle + kept * (now - middle)


def _reflected(scores: Array) -> Array:
    top = SCALE[1]
    folded = np.abs(scores)
    # Hardly any shock crosses the scale twice; the division is worth sparing the others.
    if folded.max(initial=0.0) > 2 * top:
        folded = np.mod(folded, 2 * top)
    return np.minimum(folded, 2 * top - folded)
