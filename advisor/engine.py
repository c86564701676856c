"""The engine: factors, degrees, standings, vetoes and the stance index, for one assessment or a million rows.

This is the one place of the arithmetic (docs/model.md). Rows run along the last axis inside, so that every
operation walks memory in order; `Evaluation` shows them first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

from advisor.condition import degree, names_in
from advisor.scores import SCALE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisor.arrays import Array, BoolArray
    from advisor.condition import Condition, LevelName
    from advisor.playbook import ContributionSide, Playbook
    from advisor.stance_fit import StanceModel

MIDDLE, SPAN = 5.0, 3.0
SCALE_TOP = SCALE[1]


DUST = 1e-9
"""A difference this small comes from binary fractions; no veto, win-set, verdict, stance or limit turns on it."""


@dataclass(frozen=True, slots=True)
class Matrices:
    """A playbook as arrays. F factors, I indicators, O options, R rules, Q stance rules."""

    factor_weights: Array  # [F, I], rows sum to 1
    political: Array  # [O, F], per point of a factor: effect / 10
    points: Array  # [O, R]
    veto_at: Array  # [O, R], less DUST, infinite where the rule is no veto on the option
    stance_points: Array  # [Q], rule weight included
    us_value: Array  # [O]
    backlash: Array  # [O]
    rule_sides: tuple[ContributionSide, ...]  # [R]
    stance_rule_sides: tuple[ContributionSide, ...]  # [Q]


@dataclass(frozen=True, slots=True)
class Effects:
    """Drawn strengths: political effects per point of a factor [O, F, n], multipliers of rules [R, n] and [Q, n]."""

    political: Array
    rules: Array
    stance_rules: Array


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What the engine says of n score rows; every array has n rows."""

    factors: Array  # [n, F], 0-10
    rule_degrees: Array  # [n, R], 0-1
    stance_degrees: Array  # [n, Q], 0-1
    standings: Array  # [n, O]
    vetoed: BoolArray  # [n, O]
    stance_index: Array  # [n]


_MATRICES: WeakKeyDictionary[Playbook, Matrices] = WeakKeyDictionary()


def matrices(playbook: Playbook) -> Matrices:
    """Return the arrays of a playbook, computed once for each playbook in use."""
    known = _MATRICES.get(playbook)
    if known is None:
        known = _MATRICES[playbook] = _build(playbook)
    return known


def evaluate(
    playbook: Playbook, scores: Array, effects: Effects | None = None, stance: StanceModel | None = None
) -> Evaluation:
    """Evaluate score rows.

    Parameters
    ----------
    playbook
        Supplies every number but the scores.
    scores
        Shape [n, indicators], in playbook order, each from 0 to 10.
    effects
        Drawn strengths of effects and rules; none means the playbook's own.
    stance
        Another stance model than the playbook's, as in a left-out fit.
    """
    table = matrices(playbook)
    columns = np.ascontiguousarray(scores.T)
    factors = table.factor_weights @ columns
    graded = _Levels(playbook, columns, factors)
    rule_degrees = graded.degrees([rule.condition for rule in playbook.rules])
    stance_degrees = graded.degrees([rule.condition for rule in playbook.stance_rules])
    standings = _standings(playbook, table, factors, rule_degrees, effects)
    index = _stance_index(playbook, table, factors, stance_degrees, effects, stance or playbook.stance_model)
    return Evaluation(factors.T, rule_degrees.T, stance_degrees.T, standings.T, _vetoed(table, rule_degrees).T, index)


def evaluate_blocks(playbook: Playbook, scores: Array, size: int = 4096) -> Iterator[Evaluation]:
    """Evaluate any number of score rows in blocks, so that memory is bounded by the block and not by the rows."""
    for start in range(0, len(scores), size):
        yield evaluate(playbook, scores[start : start + size])


def delivery(playbook: Playbook, standings: Array, vetoed: BoolArray) -> Array:
    """Return how fully each option is carried out: standing over full delivery within -1..1, and -1 under a veto."""
    delivered: Array = np.where(vetoed, -1.0, np.clip(standings / playbook.standing.full_delivery, -1.0, 1.0))
    return delivered


def worth(playbook: Playbook, standings: Array, vetoed: BoolArray) -> Array:
    """Return the worth to the United States: value times delivery, or backlash times refusal."""
    table, delivered = matrices(playbook), delivery(playbook, standings, vetoed)
    return np.where(delivered >= 0, table.us_value, table.backlash) * delivered


def levels(values: Array) -> dict[LevelName, Array]:
    """Return how far values of indicators or factors are high, low and moderate, each of their shape."""
    scaled = (values - MIDDLE) / SPAN
    high, low = np.clip(scaled, 0.0, 1.0), np.clip(-scaled, 0.0, 1.0)
    return {"high": high, "low": low, "moderate": 1.0 - np.maximum(high, low)}


def side_of(playbook: Playbook, condition: Condition) -> ContributionSide:
    """Return the side of all names in a condition, or "interaction" where they are mixed."""
    sides = {
        playbook.factor[name].side if name in playbook.factor else playbook.indicator[name].side
        for name in names_in(condition)
    }
    return sides.pop() if len(sides) == 1 else "interaction"


class _Levels:
    """Degrees of high, low and moderate for every indicator and factor, computed once for all conditions."""

    def __init__(self, playbook: Playbook, columns: Array, factors: Array) -> None:
        names = (*playbook.indicator_ids, *playbook.factor_ids)
        self._row = {name: row for row, name in enumerate(names)}
        self._size = columns.shape[1]
        self._tables = levels(np.concatenate((columns, factors)))

    def _level(self, kind: LevelName, name: str) -> Array:
        row: Array = self._tables[kind][self._row[name]]
        return row

    def degrees(self, conditions: Sequence[Condition]) -> Array:
        out = np.empty((len(conditions), self._size))
        for row, condition in enumerate(conditions):
            out[row] = degree(condition, self._level)
        return out


def _standings(playbook: Playbook, table: Matrices, factors: Array, degrees: Array, effects: Effects | None) -> Array:
    if effects is None:
        political, points = table.political @ factors, table.points @ degrees
    else:
        political = np.einsum("okn,kn->on", effects.political, factors)
        points = table.points @ (degrees * effects.rules)
    cap = playbook.standing.rule_cap
    return political + np.clip(points, -cap, cap) - playbook.standing.cost_of_agreeing


def _vetoed(table: Matrices, degrees: Array) -> BoolArray:
    vetoed = np.zeros((table.veto_at.shape[0], degrees.shape[1]), dtype=np.bool_)
    for option, rule in zip(*np.nonzero(np.isfinite(table.veto_at)), strict=True):
        vetoed[option] |= degrees[rule] >= table.veto_at[option, rule]
    return vetoed


def _stance_index(
    playbook: Playbook, table: Matrices, factors: Array, degrees: Array, effects: Effects | None, model: StanceModel
) -> Array:
    weights = np.array([model.weights[factor] for factor in playbook.factor_ids])
    weighed = degrees if effects is None else degrees * effects.stance_rules
    return weights @ factors + table.stance_points @ weighed


def _build(playbook: Playbook) -> Matrices:
    return Matrices(
        factor_weights=_factor_weights(playbook),
        political=np.array(
            [
                [option.political[factor].effect / SCALE_TOP for factor in playbook.factor_ids]
                for option in playbook.options
            ]
        ),
        points=np.array(
            [[rule.points_for(option) for rule in playbook.rules] for option in playbook.options], dtype=np.float64
        ).reshape(len(playbook.options), len(playbook.rules)),
        veto_at=_veto_at(playbook),
        stance_points=np.array([playbook.stance.rule_weight * rule.points for rule in playbook.stance_rules]),
        us_value=_us_value(playbook),
        backlash=_backlash(playbook),
        rule_sides=tuple(side_of(playbook, rule.condition) for rule in playbook.rules),
        stance_rule_sides=tuple(side_of(playbook, rule.condition) for rule in playbook.stance_rules),
    )


def _factor_weights(playbook: Playbook) -> Array:
    weights: Array = np.array(
        [
            [indicator.weight * (indicator.factor == factor) for indicator in playbook.indicators]
            for factor in playbook.factor_ids
        ]
    )
    normalised: Array = weights / weights.sum(axis=1, keepdims=True)
    return normalised


def _veto_at(playbook: Playbook) -> Array:
    limits = [[rule.veto_limit(option) for rule in playbook.rules] for option in playbook.options]
    return np.array(limits, dtype=np.float64).reshape(len(playbook.options), len(playbook.rules)) - DUST


def _us_value(playbook: Playbook) -> Array:
    total = sum(objective.weight for objective in playbook.objectives)
    return np.array(
        [
            sum(
                objective.weight
                / total
                * (option.us_value.get(objective.id, 0.0) - option.us_risk.get(objective.id, 0.0))
                for objective in playbook.objectives
            )
            for option in playbook.options
        ]
    )


def _backlash(playbook: Playbook) -> Array:
    scale = playbook.plan.backlash_scale
    return np.array(
        [
            scale * (option.visibility + option.coerciveness + SCALE_TOP - option.reversibility) / (3 * SCALE_TOP)
            for option in playbook.options
        ]
    )
