"""The switch table: when an indicator reaches a threshold, go to another package; the first match wins.

The best table over all triggers and packages is found on one set of futures. It stays if each of its rules pays on a
second one; otherwise the best table with one rule fewer is tried, so that "no trigger pays" is a result.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.engine import DUST
from advisor.package import names_of
from advisor.revising import keeping_values, worth_after
from advisor.triggers import triggers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisor.arrays import Array, BoolArray
    from advisor.outlook import Outlook
    from advisor.package import Columns
    from advisor.package_list import PackageList
    from advisor.playbook import Playbook
    from advisor.progress import Watch
    from advisor.scores import ScoreArrays
    from advisor.triggers import Trigger


@dataclass(frozen=True, slots=True)
class Change:
    """An option that a switch drops or adds, and how likely it is accepted where the trigger fires and elsewhere."""

    option: str
    if_fired: float
    otherwise: float


@dataclass(frozen=True, slots=True)
class Switch:
    """One rule of the table; `gain` is what it adds at the horizon, a mean over all futures of the second set.

    `share` is how often it acts: its trigger fires and no rule above it has.
    """

    trigger: Trigger
    package: tuple[str, ...]
    drop: tuple[Change, ...]
    add: tuple[Change, ...]
    share: float
    gain: float
    standard_error: float


@dataclass(frozen=True, slots=True)
class _Rule:
    trigger: Trigger
    package: BoolArray  # [O]


@dataclass(frozen=True, slots=True)
class Search:
    """What a switch table is made from."""

    playbook: Playbook
    package: BoolArray  # [O], today's
    packages: PackageList
    fit: Outlook
    check: Outlook


def switch_table(search: Search, sheet: ScoreArrays, watch: Watch) -> tuple[Switch, ...]:
    """Return the rules that pay, in the order in which they are looked at; none where nothing pays.

    The best pair is exact among rules that each change the package for the better; any further rule is the best one
    beside those found.
    """
    plan = search.playbook.plan
    found = triggers(search.playbook, sheet, search.fit.rescored)
    if not found or not search.playbook.uncertainty.horizon_months:
        return ()
    bench = _Bench(search, found)
    for most in range(plan.max_switches, 0, -1):
        rules = bench.best_table(most, watch)
        table = tuple(_measured(search, rules))
        if all(one.gain > max(0.0, plan.switch_must_pay_se * one.standard_error) for one in table):
            return table
    return ()


def table_gains(playbook: Playbook, package: BoolArray, outlook: Outlook, table: Sequence[Switch]) -> Array:
    """Return what a table adds at the horizon in each future [n]."""
    rules = [_Rule(one.trigger, np.isin(playbook.option_ids, one.package)) for one in table]
    parts = [gain for _, gain in _acting(playbook, package, outlook, rules)]
    return np.sum(parts, axis=0) if parts else np.zeros(len(outlook.later))


class _Bench:
    """Triggers and packages as arrays: which triggers fire in which futures, what each option then adds."""

    def __init__(self, search: Search, found: tuple[Trigger, ...]) -> None:
        playbook, package, fit = search.playbook, search.package, search.fit
        self._triggers = found
        self._rows = search.packages.rows
        self._table = self._rows.astype(np.float64)
        self._fires = np.array([trigger.fires(playbook, fit.rescored) for trigger in found])
        stay = keeping_values(playbook, fit.later, package)
        self._values = stay / len(stay)
        self._constant = (stay @ package) / len(stay)

    def best_table(self, most: int, watch: Watch) -> list[_Rule]:
        """Return the best table of at most so many rules."""
        nothing = np.zeros(self._fires.shape[1], dtype=np.bool_)
        gains, _ = self._best_next(nothing)
        paying = np.flatnonzero(gains > DUST)
        if not len(paying):
            return []
        chosen = [int(gains.argmax())]
        if most > 1:
            chosen = self._best_pair(gains, paying.tolist(), watch)
        while 1 < len(chosen) < most:
            more, _ = self._best_next(np.logical_or.reduce(self._fires[chosen], axis=0))
            if more.max() <= DUST:
                break
            chosen.append(int(more.argmax()))
        return self._rules(chosen)

    def _best_pair(self, gains: Array, paying: list[int], watch: Watch) -> list[int]:
        best, chosen = float(gains.max()), [int(gains.argmax())]
        for place, first in enumerate(paying):
            watch.step(place / len(paying), "Looking for triggers that pay")
            seconds, _ = self._best_next(self._fires[first])
            total = float(gains[first] + seconds.max())
            if seconds.max() > DUST and total > best + DUST:
                best, chosen = total, [first, int(seconds.argmax())]
        return chosen

    def _best_next(self, taken: BoolArray) -> tuple[Array, Columns]:
        """Return for each trigger what its best package adds where no earlier rule acts, and that package's row."""
        acting = (self._fires & ~taken).astype(np.float64)
        reached = self._table @ (acting @ self._values).T
        rows = reached.argmax(axis=0)
        return reached[rows, np.arange(len(rows))] - acting @ self._constant, rows

    def _rules(self, chosen: Sequence[int]) -> list[_Rule]:
        rules, taken = [], np.zeros(self._fires.shape[1], dtype=np.bool_)
        for number in chosen:
            _, rows = self._best_next(taken)
            rules.append(_Rule(self._triggers[number], self._rows[rows[number]]))
            taken |= self._fires[number]
        return rules


def _acting(
    playbook: Playbook, package: BoolArray, outlook: Outlook, rules: Sequence[_Rule]
) -> Iterator[tuple[BoolArray, Array]]:
    """Yield for each rule the futures in which it acts [n], and what it adds in each [n]."""
    taken = np.zeros(len(outlook.later), dtype=np.bool_)
    stay = outlook.later @ package
    for rule in rules:
        acts = rule.trigger.fires(playbook, outlook.rescored) & ~taken
        yield acts, np.where(acts, worth_after(playbook, outlook.later, package, rule.package) - stay, 0.0)
        taken |= acts


def _measured(search: Search, rules: Sequence[_Rule]) -> Iterator[Switch]:
    """Yield the rules with what they add on the second set of futures."""
    playbook, package, check = search.playbook, search.package, search.check
    for rule, (acts, gain) in zip(rules, _acting(playbook, package, check, rules), strict=True):
        yield Switch(
            trigger=rule.trigger,
            package=names_of(playbook, rule.package),
            drop=_changes(playbook, package & ~rule.package, check, acts),
            add=_changes(playbook, rule.package & ~package, check, acts),
            share=float(acts.mean()),
            gain=float(gain.mean()),
            standard_error=float(gain.std() / np.sqrt(len(gain))),
        )


def _changes(playbook: Playbook, options: BoolArray, check: Outlook, acts: BoolArray) -> tuple[Change, ...]:
    floor = playbook.uncertainty.p_floor

    def share(futures: BoolArray, column: int) -> float:
        accepted = check.accepted_later[futures, column]
        return float(np.clip(accepted.mean(), floor, 1 - floor)) if accepted.size else 0.0

    return tuple(
        Change(playbook.option_ids[column], share(acts, column), share(~acts, column))
        for column in np.flatnonzero(options).tolist()
    )
