"""Check rows: what is wrong with each is said in a sentence, and the sound ones are ready to be scored."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from advisor.panel import PanelRanges, with_ranges
from advisor.scores import SCALE
from advisor.wording import plain
from data.panel.cells import coded, numbers
from data.panel.columns import CASE, DATE, HIGH, LOW
from data.panel.dates import Dates
from data.panel.repeats import SeenKeys

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from advisor.arrays import Array, BoolArray
    from data.panel.chunks import RawChunk

Coded: TypeAlias = "tuple[list[str], NDArray[np.intp]]"
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class CheckedChunk:
    """Rows with their scores. `case` and `date` are as they came; problems and remarks stand by place in the chunk.

    A row with a problem is not scored; one with a remark is, and should be looked at.
    """

    first_row: int
    case: Any
    date: Any
    months: NDArray[np.int64]  # [n], since the year 0; -1 where there is no date
    to_the_month: bool
    best: Array  # [n, I]
    ranges: PanelRanges | None
    problems: Mapping[int, str]
    remarks: Mapping[int, str]

    @property
    def sound(self) -> BoolArray:
        """Which rows can be scored."""
        found = np.ones(len(self.best), dtype=np.bool_)
        found[list(self.problems)] = False
        return found

    def what_of(self, place: int) -> str:
        """Return what is to be said of one row."""
        told = (self.problems.get(place), self.remarks.get(place))
        return "; ".join(text for text in told if text)


class Checker:
    """Checks the chunks of one panel in order: a case and date that come twice are told wherever they stand.

    Parameters
    ----------
    ranges
        Whether the ends of ranges are read.
    """

    def __init__(self, indicators: Sequence[str], *, ranges: bool) -> None:
        self._indicators, self._ranges = tuple(indicators), ranges
        self._dates, self._seen = Dates(), SeenKeys()

    def check(self, raw: RawChunk) -> CheckedChunk:
        """Return the rows as arrays with what is wrong with them."""
        notes = _Notes(raw.broken)
        case, date = coded(raw.columns[CASE]), coded(raw.columns[DATE])
        best = self._table(raw, "", notes)
        unscored = np.isnan(best).all(axis=1)
        for place in set(np.flatnonzero(unscored).tolist()) - notes.places:
            notes.add(place, "no indicator is scored")
        months, to_the_month = self._months(date, notes)
        named = ~_empty(case)
        for place in np.flatnonzero(~named).tolist():
            notes.add(place, f"{CASE} is empty")
        ranges = self._checked_ranges(raw, best, notes) if self._ranges else None
        remarks = _Notes(raw.remarks)
        self._compare(raw.first_row, case, date, np.flatnonzero(named & (months >= 0)), remarks)
        for place in np.flatnonzero(~named & unscored & _empty(date)).tolist():
            notes.replace(place, "holds nothing")
        for place, sentence in raw.broken.items():
            notes.replace(place, sentence)
        return CheckedChunk(
            raw.first_row,
            raw.columns[CASE],
            raw.columns[DATE],
            months,
            to_the_month,
            best,
            ranges,
            notes.joined(),
            remarks.joined(),
        )

    def _table(self, raw: RawChunk, end: str, notes: _Notes) -> Array:
        """Return the scores of the columns ID + `end` [n, I], a column together in memory; NaN where there is none."""
        table = np.empty((len(self._indicators), raw.rows)).T
        for column, indicator in enumerate(self._indicators):
            name = indicator + end
            if name not in raw.columns:
                table[:, column] = np.nan
                continue
            table[:, column], wrong = numbers(raw.columns[name])
            for place, text in wrong.items():
                notes.add(place, f"{name} is {text}, but must be a number from 0 to 10")
        for place, column in _outside(table):
            value = plain(table[place, column])
            notes.add(place, f"{self._indicators[column]}{end} is {value}, but scores lie between 0 and 10")
        return table

    def _months(self, date: Coded, notes: _Notes) -> tuple[NDArray[np.int64], bool]:
        distinct, codes = date
        known = [self._dates.read(text) for text in distinct]
        months = np.array([one.month for one in known], dtype=np.int64)[codes]
        for place in np.flatnonzero(months < 0).tolist():
            notes.add(place, known[codes[place]].problem)
        return months, all(one.to_the_month for one in known if not one.problem)

    def _checked_ranges(self, raw: RawChunk, best: Array, notes: _Notes) -> PanelRanges:
        low, high = self._table(raw, LOW, notes), self._table(raw, HIGH, notes)
        filled = with_ranges(low, best, high)
        for place, column in np.argwhere((filled.low > best) | (best > filled.high)).tolist():
            ends = f"{plain(filled.low[place, column])} to {plain(filled.high[place, column])}"
            value = plain(best[place, column])
            notes.add(place, f"{self._indicators[column]} is {value}, outside its range of {ends}")
        for place, column in np.argwhere(np.isnan(best) & ~(np.isnan(low) & np.isnan(high))).tolist():
            notes.add(place, f"{self._indicators[column]} has a range, but no score")
        return filled

    def _compare(self, first_row: int, case: Coded, date: Coded, places: NDArray[np.intp], remarks: _Notes) -> None:
        """Remark on rows whose case and date an earlier row has."""
        rows = first_row + places
        keys = _hashes(case)[places] + _hashes(date)[places] * _SPREAD
        firsts = self._seen.first_rows(keys, rows)
        again = firsts != rows
        for place, first in zip(places[again].tolist(), firsts[again].tolist(), strict=True):
            remarks.add(place, f"has the same {CASE} and {DATE} as row {first}")


class _Notes:
    """Sentences by row, in the order they were found."""

    def __init__(self, begun: Mapping[int, str]) -> None:
        self._sentences = {place: [sentence] for place, sentence in begun.items()}

    @property
    def places(self) -> set[int]:
        """The rows of which there is something to say."""
        return set(self._sentences)

    def add(self, place: int, sentence: str) -> None:
        """Note one more sentence on a row."""
        self._sentences.setdefault(place, []).append(sentence)

    def replace(self, place: int, sentence: str) -> None:
        """Note that nothing else on a row matters."""
        self._sentences[place] = [sentence]

    def joined(self) -> dict[int, str]:
        """Return the sentences of each row as one text, by row."""
        return {place: "; ".join(self._sentences[place]) for place in sorted(self._sentences)}


def _outside(table: Array) -> list[tuple[int, int]]:
    """Return row and column of every number that is no score."""
    bottom, top = SCALE
    # Two passes tell whether there is any: the usual table is whole.
    least, most = np.fmin.reduce(table, axis=None, initial=top), np.fmax.reduce(table, axis=None, initial=bottom)
    if bottom <= least and most <= top:
        return []
    rows, columns = np.nonzero((table < bottom) | (table > top))
    return list(zip(rows.tolist(), columns.tolist(), strict=True))


def _empty(column: Coded) -> BoolArray:
    distinct, codes = column
    found: BoolArray = np.array([not text for text in distinct], dtype=np.bool_)[codes]
    return found


def _hashes(column: Coded) -> NDArray[np.uint64]:
    """Return a number for each text, the same for the same text in every run."""
    distinct, codes = column
    digests = b"".join(hashlib.blake2b(text.encode(), digest_size=8).digest() for text in distinct)
    hashes: NDArray[np.uint64] = np.frombuffer(digests, dtype="<u8")[codes]
    return hashes
