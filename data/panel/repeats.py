"""Find keys seen before among any number of rows, in 16 bytes of memory a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Keys: TypeAlias = "NDArray[np.uint64]"
Rows: TypeAlias = "NDArray[np.int64]"


class SeenKeys:
    """Keys in sorted runs, each less than half as long as the one before it: a row is merged a few times in all."""

    def __init__(self) -> None:
        self._runs: list[tuple[Keys, Rows]] = []

    def first_rows(self, keys: Keys, rows: Rows) -> Rows:
        """Return for each key the row that had it first, its own where it is new, and remember the keys."""
        if not len(keys):
            return rows
        order = np.argsort(keys)
        ordered = keys[order]
        begins = np.concatenate(([True], ordered[1:] != ordered[:-1]))
        distinct = ordered[begins]
        first = np.minimum.reduceat(rows[order], np.flatnonzero(begins))
        new = np.ones(len(distinct), dtype=np.bool_)
        for run, run_rows in self._runs:
            place = np.minimum(np.searchsorted(run, distinct), len(run) - 1)
            known = run[place] == distinct
            first[known] = run_rows[place[known]]
            new &= ~known
        self._remember(distinct[new], first[new])
        found = np.empty_like(rows)
        found[order] = first[np.cumsum(begins) - 1]
        return found

    def _remember(self, keys: Keys, rows: Rows) -> None:
        while self._runs and len(self._runs[-1][0]) < 2 * len(keys):
            keys, rows = _merged(*self._runs.pop(), keys, rows)
        if len(keys):
            self._runs.append((keys, rows))


def _merged(keys: Keys, rows: Rows, more: Keys, more_rows: Rows) -> tuple[Keys, Rows]:
    """Return two sorted runs as one."""
    place = np.searchsorted(keys, more) + np.arange(len(more))
    old = np.ones(len(keys) + len(more), dtype=np.bool_)
    old[place] = False
    all_keys, all_rows = np.empty(len(old), dtype=keys.dtype), np.empty(len(old), dtype=rows.dtype)
    all_keys[old], all_keys[place] = keys, more
    all_rows[old], all_rows[place] = rows, more_rows
    return all_keys, all_rows
