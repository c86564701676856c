"""What a panel says over time: stance of each case and reach of each option by period, added up block by block."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.findings import VERDICTS
from advisor.playbook import STANCE_CLASSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from advisor.arrays import Array
    from advisor.panel import PanelResult
    from advisor.playbook import Playbook

MOST_CASES = 1_000
MOST_PERIODS = 48
_YEAR, _QUARTER = 12, 3
_MONTHS_TOGETHER = 64


@dataclass(frozen=True, slots=True)
class PanelSummary:
    """Shares are 0-1; NaN where a case has no row in a period."""

    rows: int
    classes: Array  # [3], share of the rows
    verdicts: Array  # [O, 4], share of the rows
    periods: tuple[str, ...]
    cases: tuple[str, ...]
    more_cases: bool
    index: Array  # [cases, periods], mean stance index
    classes_by_period: Array  # [3, periods], share of the rows
    reach_by_period: Array  # [O, periods], share of the rows in which the option leads or can be offered


class PanelTally:
    """Counts over all rows added; memory is bounded by cases and months, not by rows."""

    def __init__(self, playbook: Playbook) -> None:
        options = len(playbook.options)
        self._cases: dict[str, int] = {}
        self._more_cases = False
        self._months: dict[int, int] = {}
        self._to_the_month = True
        self._verdicts: Array = np.zeros((options, len(VERDICTS)))
        self._sums: Array = np.zeros((MOST_CASES, 0))
        self._counts: Array = np.zeros((MOST_CASES, 0))
        self._classes: Array = np.zeros((len(STANCE_CLASSES), 0))
        self._reach: Array = np.zeros((options, 0))

    def add(
        self,
        cases: Sequence[str],
        codes: NDArray[np.intp],
        months: NDArray[np.int64],
        result: PanelResult,
        *,
        to_the_month: bool = True,
    ) -> None:
        """Count rows.

        Parameters
        ----------
        cases, codes
            The distinct cases, and for each row its place among them.
        months
            Months since the year 0.
        to_the_month
            Whether every date names its month; summaries are by year where one does not.
        """
        self._to_the_month &= to_the_month
        case = np.array([self._place(name) for name in cases], dtype=np.intp)[codes]
        distinct, back = np.unique(months, return_inverse=True)
        month = self._columns(distinct)[back]
        kept = case >= 0
        width = self._counts.shape[1]
        cell = case[kept] * width + month[kept]
        self._counts += _counted(cell, self._counts.shape)
        self._sums += _counted(cell, self._sums.shape, result.index[kept])
        self._classes += _counted(result.stance.astype(np.intp) * width + month, self._classes.shape)
        for option, verdicts in enumerate(result.verdicts.T):
            self._verdicts[option] += np.bincount(verdicts, minlength=len(VERDICTS))
            self._reach[option] += np.bincount(month[verdicts <= 1], minlength=width)

    def summary(self) -> PanelSummary:
        """Return what was counted, by month, quarter or year: the finest of which there are not too many."""
        months = np.array(sorted(self._months), dtype=np.int64)
        columns = [self._months[month] for month in months.tolist()]
        length = self._length(months)
        periods, place = np.unique(months // length, return_inverse=True)
        into = np.eye(len(periods))[place]
        counts, sums = self._counts[:, columns] @ into, self._sums[:, columns] @ into
        classes, reach = self._classes[:, columns] @ into, self._reach[:, columns] @ into
        rows = classes.sum(axis=0)
        return PanelSummary(
            rows=int(rows.sum()),
            classes=classes.sum(axis=1) / rows.sum(),
            verdicts=self._verdicts / rows.sum(),
            periods=tuple(_label(int(period), length) for period in periods),
            cases=tuple(self._cases),
            more_cases=self._more_cases,
            index=np.divide(sums, counts, out=np.full(sums.shape, np.nan), where=counts > 0)[: len(self._cases)],
            classes_by_period=classes / rows,
            reach_by_period=reach / rows,
        )

    def _place(self, case: str) -> int:
        if case not in self._cases and len(self._cases) == MOST_CASES:
            self._more_cases = True
            return -1
        return self._cases.setdefault(case, len(self._cases))

    def _columns(self, months: NDArray[np.int64]) -> NDArray[np.intp]:
        """Return the columns of months, making room for those not seen before."""
        found = [self._months.setdefault(month, len(self._months)) for month in months.tolist()]
        more = len(self._months) - self._counts.shape[1]
        if more > 0:
            room = ((0, 0), (0, max(more, _MONTHS_TOGETHER)))
            self._sums, self._counts = np.pad(self._sums, room), np.pad(self._counts, room)
            self._classes, self._reach = np.pad(self._classes, room), np.pad(self._reach, room)
        return np.array(found, dtype=np.intp)

    def _length(self, months: NDArray[np.int64]) -> int:
        if not self._to_the_month:
            return _YEAR
        lengths = (1, _QUARTER)
        return next((one for one in lengths if len(np.unique(months // one)) <= MOST_PERIODS), _YEAR)


def _counted(places: NDArray[np.intp], shape: tuple[int, ...], weights: Array | None = None) -> Array:
    counts: Array = np.bincount(places, weights, minlength=math.prod(shape)).astype(np.float64)
    return counts.reshape(shape)


def _label(period: int, length: int) -> str:
    year, part = divmod(period, _YEAR // length)
    match length:
        case 1:
            return f"{year:04}-{part + 1:02}"
        case 3:
            return f"{year:04} Q{part + 1}"
        case _:
            return f"{year:04}"
