"""The best package: the options to commit to under budget, footprint, number, exclusions and prerequisites.

An option adds its worth now plus its worth at the horizon, the mean over all futures, so that the best package is the
answer to a knapsack problem with three limits, exclusions and prerequisites. It is solved exactly by branch and bound,
which for some twenty options takes milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from advisor.engine import DUST
from advisor.errors import AdvisorError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from advisor.arrays import Array, BoolArray
    from advisor.knobs import Knobs
    from advisor.playbook import Playbook

LimitName = Literal["budget", "footprint", "options"]
Columns: TypeAlias = "NDArray[np.intp]"
CANNOT_HOLD_PINNED = (
    "no package holds all that is pinned, with what it requires, within the limits; unpin an option or raise a limit"
)


class NoPackage(AdvisorError):
    """Nothing meets all limits at once."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a package must keep to, over O options in playbook order.

    `uses` holds what one unit of each option takes of the budget, the footprint and the number of options.
    """

    uses: Array  # [3, O]
    allowed: Array  # [3]
    excludes: BoolArray  # [O, O], both ways
    requires: tuple[tuple[int, tuple[int, ...]], ...]
    pinned: BoolArray  # [O]
    ruled_out: BoolArray  # [O]

    def without(self, limit: int) -> Limits:
        """Return the limits with one of the three lifted."""
        return replace(self, allowed=np.where(np.arange(len(self.allowed)) == limit, np.inf, self.allowed))

    def pinning(self, pinned: BoolArray, ruled_out: BoolArray) -> Limits:
        """Return the limits with other options pinned, and more ruled out."""
        return replace(self, pinned=pinned, ruled_out=self.ruled_out | ruled_out)

    def may_join(self, packages: BoolArray, columns: Columns) -> BoolArray:
        """Say which options may join each package [P, columns], prerequisites aside."""
        left = self.allowed - packages @ self.uses.T
        fits = (self.uses[:, columns] <= left[:, :, None] + DUST).all(axis=1)
        blocked: BoolArray = (packages @ self.excludes)[:, columns]
        return fits & ~blocked & ~packages[:, columns]

    def prerequisites_met(self, packages: BoolArray) -> BoolArray:
        """Say which packages [P, O] hold what their options require."""
        met = np.ones(len(packages), dtype=np.bool_)
        for option, any_of in self.requires:
            met &= ~packages[:, option] | packages[:, list(any_of)].any(axis=1)
        return met


@dataclass(frozen=True, slots=True)
class LimitUse:
    """How much of a limit a package uses, and what the best package would be worth more without that limit."""

    limit: LimitName
    used: float
    allowed: float
    gain_without: float

    @property
    def binds(self) -> bool:
        """Whether the limit keeps out something worth having."""
        return self.gain_without > DUST


def limits_of(playbook: Playbook, knobs: Knobs) -> Limits:
    """Return the limits of a playbook whose knobs have been applied."""
    options, plan, ids = playbook.options, playbook.plan, playbook.option_ids
    excludes = np.array([[other in option.mutually_exclusive_with for other in ids] for option in options])
    np.fill_diagonal(excludes, val=False)
    return Limits(
        uses=np.array([[sum(option.cost_usd_m) / 2, option.visibility, 1.0] for option in options]).T,
        allowed=np.array([plan.budget, plan.footprint_cap, plan.max_options]),
        excludes=excludes | excludes.T,
        requires=tuple((ids.index(one.option), tuple(map(ids.index, one.any))) for one in plan.requires_any),
        pinned=row_of(playbook, knobs.pinned),
        ruled_out=row_of(playbook, knobs.ruled_out),
    )


def row_of(playbook: Playbook, options: Iterable[str]) -> BoolArray:
    """Return a package as a row [O]."""
    return np.isin(playbook.option_ids, list(options))


def names_of(playbook: Playbook, package: BoolArray) -> tuple[str, ...]:
    """Return the ids of a package [O], in playbook order."""
    return tuple(playbook.option_ids[column] for column in np.flatnonzero(package))


def best_package(values: Array, limits: Limits) -> BoolArray:
    """Return the package [O] with the largest sum of `values` [O]; exact.

    Option by option, all packages are kept that may still end above the best one found so far.

    Raises
    ------
    NoPackage
        What is pinned cannot be had within the limits, or not together with its prerequisites.
    """
    order, packages = _worth_trying(values, limits), _pinned(limits)
    best, reached = _better(limits, values, packages, None, -np.inf)
    for depth, column in enumerate(order):
        grown = packages[limits.may_join(packages, order[depth : depth + 1])[:, 0]]
        grown[:, column] = True
        best, reached = _better(limits, values, grown, best, reached)
        packages = np.concatenate((packages, grown))
        packages = packages[packages @ values + _room(limits, values, packages, order[depth + 1 :]) > reached + DUST]
    if best is None:
        raise NoPackage(CANNOT_HOLD_PINNED)
    return best


def limits_used(values: Array, limits: Limits, package: BoolArray) -> tuple[LimitUse, ...]:
    """Return how much of each limit a package uses, and what lifting each alone would bring."""
    names: tuple[LimitName, ...] = ("budget", "footprint", "options")
    reached = float(values @ package)
    return tuple(
        LimitUse(
            limit=name,
            used=float(limits.uses[number] @ package),
            allowed=float(limits.allowed[number]),
            gain_without=max(0.0, float(values @ best_package(values, limits.without(number))) - reached),
        )
        for number, name in enumerate(names)
    )


def _worth_trying(values: Array, limits: Limits) -> Columns:
    """Return the options that may improve a package: what is pinned may require comes first, then the most valuable."""
    required, urgent = np.zeros_like(limits.pinned), np.zeros_like(limits.pinned)
    for option, any_of in limits.requires:
        required[list(any_of)] = True
        urgent[list(any_of)] |= limits.pinned[option]
    tried = ~limits.pinned & ~limits.ruled_out & ((values > 0) | required)
    order = np.lexsort((-values, ~urgent))
    return order[tried[order]]


def _pinned(limits: Limits) -> BoolArray:
    """Return what is pinned as the only package [1, O], or none [0, O] where it cannot be had together."""
    pinned = limits.pinned[None, :]
    within = (limits.uses @ limits.pinned <= limits.allowed + DUST).all()
    clashing = limits.excludes[np.ix_(limits.pinned, limits.pinned)].any()
    return pinned if within and not clashing else pinned[:0]


def _better(
    limits: Limits, values: Array, packages: BoolArray, best: BoolArray | None, reached: float
) -> tuple[BoolArray | None, float]:
    complete = packages[limits.prerequisites_met(packages)]
    sums = complete @ values
    if not len(sums) or sums.max() <= reached:
        return best, reached
    return complete[sums.argmax()], float(sums.max())


def _room(limits: Limits, values: Array, packages: BoolArray, rest: Columns) -> Array:
    """Return the most that the rest of the options can add [P], were they divisible and one limit the only one."""
    left = limits.allowed - packages @ limits.uses.T
    gaining = rest[values[rest] > 0]
    filled = [_filled(use[gaining], values[gaining], left[:, number]) for number, use in enumerate(limits.uses)]
    least: Array = np.min(filled, axis=0)
    return least


def _filled(uses: Array, values: Array, left: Array) -> Array:
    """Return what filling `left` [P] with the best value for its use brings; what uses nothing always joins."""
    free = uses <= 0
    order = np.argsort(-values[~free] / uses[~free])
    used = np.concatenate(([0.0], np.cumsum(uses[~free][order])))
    gained = np.concatenate(([0.0], np.cumsum(values[~free][order])))
    filled: Array = values[free].sum() + np.interp(left, used, gained)
    return filled
