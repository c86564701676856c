"""Every package within the limits, listed once, so that each of thousands of futures can pick its best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.package import CANNOT_HOLD_PINNED, NoPackage

if TYPE_CHECKING:
    from advisor.arrays import Array, BoolArray
    from advisor.package import Columns, Limits

MOST_PACKAGES = 60_000
_ROWS_AT_A_TIME = 512


@dataclass(frozen=True, slots=True)
class PackageList:
    """Packages within the limits [P, O]; `considered` [O] are the options that occur, all but the least promising."""

    rows: BoolArray
    considered: BoolArray

    def best(self, values: Array) -> BoolArray:
        """Return the package [n, O] with the largest sum for each row of `values` [n, O].

        Compared in single precision: packages that differ by a millionth are the same.
        """
        table = self.rows.T.astype(np.float32)
        chosen = np.empty(len(values), dtype=np.intp)
        for start in range(0, len(values), _ROWS_AT_A_TIME):
            part = slice(start, start + _ROWS_AT_A_TIME)
            chosen[part] = (values[part].astype(np.float32) @ table).argmax(axis=1)
        return self.rows[chosen]


def list_packages(limits: Limits, promise: Array, most: int = MOST_PACKAGES) -> PackageList:
    """List the packages within the limits.

    Parameters
    ----------
    promise
        How much may be hoped of each option [O]. Where there would be more than `most` packages, the options that
        promise least are left out until there are no more.

    Raises
    ------
    NoPackage
        No package meets the limits.
    """
    order = np.argsort(-np.where(limits.pinned, np.inf, np.where(limits.ruled_out, -np.inf, promise)), kind="stable")
    fewest, count = int(limits.pinned.sum()), int((~limits.ruled_out).sum())
    rows = _grown(limits, order[:count], most)
    if rows is None:
        rows, count = _most_that_fit(limits, order, most, fewest, count)
    met = rows[limits.prerequisites_met(rows)]
    if not len(met):
        raise NoPackage(CANNOT_HOLD_PINNED)
    considered = np.zeros(len(promise), dtype=np.bool_)
    considered[order[:count]] = True
    return PackageList(met, considered)


def _most_that_fit(limits: Limits, order: Columns, most: int, fits: int, fails: int) -> tuple[BoolArray, int]:
    """Return the packages of as many of the most promising options as possible, found by halving."""
    rows = limits.pinned[None, :]
    while fails - fits > 1:
        middle = (fits + fails) // 2
        found = _grown(limits, order[:middle], most)
        if found is None:
            fails = middle
        else:
            rows, fits = found, middle
    return rows, fits


def _grown(limits: Limits, options: Columns, most: int) -> BoolArray | None:
    """Return all packages of `options` but for prerequisites, one option larger in each round; None beyond `most`."""
    places = np.sort(options[~limits.pinned[options]])
    level = limits.pinned[None, :].copy()
    last, levels, count = np.full(1, -1, dtype=np.intp), [level], 1
    while len(level):
        row, column = np.nonzero(limits.may_join(level, places) & (np.arange(len(places)) > last[:, None]))
        count += len(row)
        if count > most:
            return None
        level = level[row]
        level[np.arange(len(row)), places[column]] = True
        last = column
        levels.append(level)
    return np.concatenate(levels)
