"""What changed between two assessments, and through which factors: exact Shapley shares.

A factor's share is what swapping its indicators' scores adds, averaged over every order in which the factors may be
swapped. Rules that join two factors are split by that same average. An indicator without a score counts as 5.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from math import factorial
from typing import TYPE_CHECKING, get_args

import numpy as np

from advisor.engine import evaluate_blocks
from advisor.phrasing import listed, uncapitalised
from advisor.playbook import Side
from advisor.tipping import STANCE
from advisor.waterfall import Bar
from advisor.wording import signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from advisor.arrays import Array, BoolArray
    from advisor.playbook import Playbook
    from advisor.scores import ScoreSheet

BEFORE, AFTER = "before", "after"
SIDES: tuple[Side, ...] = get_args(Side)
_UNMOVED = 0.05


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a difference that one factor accounts for."""

    factor: str
    points: float


@dataclass(frozen=True, slots=True)
class Change:
    """What became of the stance index, or of the standing of an option; shares in playbook order add up to it."""

    subject: str
    before: float
    after: float
    shares: tuple[Share, ...]

    @property
    def difference(self) -> float:
        """By how much the value rose."""
        return self.after - self.before


def changes(playbook: Playbook, before: ScoreSheet, after: ScoreSheet) -> tuple[Change, ...]:
    """Return the change of the stance, then of every option's standing in playbook order."""
    first, second = (sheet.arrays(playbook.indicator_ids).best for sheet in (before, after))
    rows = np.array([playbook.factor_ids.index(indicator.factor) for indicator in playbook.indicators])
    moved = np.unique(rows[first != second])
    swapped = _subsets(len(moved))
    values = _values(playbook, first, second, _taken(swapped, moved, rows))
    shares = np.zeros((len(playbook.factors), values.shape[1]))
    shares[moved] = _shapley(swapped, values)
    subjects = (STANCE, *playbook.option_ids)
    return tuple(
        Change(subject, start, end, tuple(map(Share, playbook.factor_ids, column)))
        for subject, start, end, column in zip(
            subjects, values[0].tolist(), values[-1].tolist(), shares.T.tolist(), strict=True
        )
    )


def sentence(playbook: Playbook, change: Change) -> str:
    """Say it in one sentence: "The index fell by 3.9, most of it military (−1.1) and shared threat (−0.9)."."""
    sign = 1.0 if change.difference >= 0 else -1.0
    drivers = sorted((one for one in change.shares if one.points * sign > 0), key=lambda one: -abs(one.points))
    counters = sorted((one for one in change.shares if one.points * sign < 0), key=lambda one: -abs(one.points))
    pushed, held = _sum(drivers), _sum(counters)
    if max(pushed, held) < _UNMOVED:
        return f"{_what(playbook, change)} did not move."
    if held > pushed / 2:
        return f"{_moved(playbook, change)}: {_named(playbook, drivers)} against {_named(playbook, counters)}."
    return f"{_moved(playbook, change)}, most of it {_named(playbook, drivers)}."


def bars(playbook: Playbook, change: Change, names: tuple[str, str] = ("Before", "After")) -> tuple[Bar, ...]:
    """Return the waterfall of a change: the value before, the shares that are not zero, the value after.

    Domestic factors come first, then external ones, by size within a side; `names` are those of the two values.
    """
    side = {factor.id: factor.side for factor in playbook.factors}
    shares = [one for one in change.shares if one.points]
    shares.sort(key=lambda one: (SIDES.index(side[one.factor]), -abs(one.points)))
    ends = list(accumulate((one.points for one in shares), initial=change.before))
    return (
        Bar(BEFORE, names[0], "level", "domestic", change.before, change.before, change.before),
        *(_bar(playbook, one, start, end) for one, start, end in zip(shares, ends, ends[1:], strict=False)),
        Bar(AFTER, names[1], "level", "domestic", change.after, change.after, change.after),
    )


def _subsets(members: int) -> BoolArray:
    """Return every subset of `members` as a row, the empty one first and the full one last."""
    numbers = np.arange(2**members)[:, None]
    rows: BoolArray = (numbers >> np.arange(members)) & 1 == 1
    return rows


def _taken(swapped: BoolArray, moved: NDArray[np.intp], factor_of: NDArray[np.intp]) -> BoolArray:
    """Return for each subset which indicators come from the later sheet [subsets, I]."""
    factors = np.zeros((len(swapped), int(factor_of.max()) + 1), dtype=np.bool_)
    factors[:, moved] = swapped
    taken: BoolArray = factors[:, factor_of]
    return taken


def _values(playbook: Playbook, first: Array, second: Array, taken: BoolArray) -> Array:
    blocks = evaluate_blocks(playbook, np.where(taken, second, first))
    return np.concatenate([np.column_stack((block.stance_index, block.standings)) for block in blocks])


def _shapley(swapped: BoolArray, values: Array) -> Array:
    """Return the shares [members, columns] of the difference between the last and the first row of `values`."""
    members = swapped.shape[1]
    sizes = swapped.sum(axis=1)
    weights = np.array([factorial(size) * factorial(members - size - 1) for size in range(members)], dtype=np.float64)
    shares = np.zeros((members, values.shape[1]))
    for member in range(members):
        without = np.flatnonzero(~swapped[:, member])
        gains = values[without + (1 << member)] - values[without]
        shares[member] = weights[sizes[without]] @ gains / factorial(members)
    return shares


def _sum(shares: Iterable[Share]) -> float:
    return sum(abs(one.points) for one in shares)


def _what(playbook: Playbook, change: Change) -> str:
    return "The index" if change.subject == STANCE else f"The standing of {_lower(playbook, change.subject)}"


def _lower(playbook: Playbook, option: str) -> str:
    return uncapitalised(playbook.option[option].name)


def _moved(playbook: Playbook, change: Change) -> str:
    size = f"{abs(change.difference):.1f}"
    verb = "rose" if change.difference > 0 else "fell"
    return f"{_what(playbook, change)} {f'{verb} by {size}' if size != '0.0' else 'hardly moved'}"


def _named(playbook: Playbook, ordered: Sequence[Share]) -> str:
    """Name the largest shares, as many as make up more than half of their sum."""
    half, reached, named = _sum(ordered) / 2, 0.0, []
    for one in ordered:
        named.append(f"{uncapitalised(playbook.factor[one.factor].name)} ({signed(one.points, 1)})")
        reached += abs(one.points)
        if reached > half:
            break
    return listed(named)


def _bar(playbook: Playbook, share: Share, start: float, end: float) -> Bar:
    factor = playbook.factor[share.factor]
    return Bar(f"factor:{factor.id}", factor.name, "factor", factor.side, share.points, start, end)
