"""Rows as a reader hands them on, whatever the format: some thousands at a time, the columns asked for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import reduce
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import pyarrow as pa

from data.panel.cells import blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from types import TracebackType

# The header is row 1 of every file, as a spreadsheet counts.
FIRST_ROW = 2
_BLANKS = 16_384


@dataclass(frozen=True, slots=True)
class RawChunk:
    """Consecutive rows of a file; `share` of the file is read with them.

    By place in the chunk, `broken` says what is wrong with a row as a whole, `remarks` what to check of a sound one.
    """

    first_row: int
    columns: Mapping[str, Any]
    share: float
    broken: Mapping[int, str] = field(default_factory=dict)
    remarks: Mapping[int, str] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(next(iter(self.columns.values())))

    @property
    def blank_end(self) -> int:
        """How many rows at the end hold nothing at all."""
        if self.rows == 0 or not all(blank(column.slice(self.rows - 1))[0] for column in self.columns.values()):
            return 0
        filled = ~reduce(np.logical_and, (blank(column) for column in self.columns.values()))
        filled[list(self.broken)] = True
        return self.rows - int(np.flatnonzero(filled).max(initial=-1)) - 1

    def begin(self, rows: int) -> RawChunk:
        """Return the first rows alone."""
        columns = {name: column.slice(0, rows) for name, column in self.columns.items()}
        return replace(self, columns=columns)


class Source(Protocol):
    """A panel file that is open for reading."""

    @property
    def names(self) -> Sequence[str]:
        """The header as it stands in the file."""
        ...

    @property
    def types(self) -> Mapping[str, Any]:
        """The Arrow type that a column comes in; text where none is named."""
        ...

    @property
    def notes(self) -> Sequence[str]:
        """What should be known of the file as far as it is read, in sentences."""
        ...

    def chunks(self, wanted: Sequence[int]) -> Iterator[RawChunk]:
        """Yield all rows with the columns at these places of the header, under their names without blanks."""
        ...

    def __enter__(self) -> Source: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def without_blank_end(chunks: Iterable[RawChunk]) -> Iterator[RawChunk]:
    """Leave out the blank rows at the end of a file, such as spreadsheets keep; those in between are rows."""
    held = 0
    for chunk in chunks:
        end = chunk.blank_end
        if end < chunk.rows:
            yield from _blank_rows(chunk, held)
            yield chunk.begin(chunk.rows - end)
            held = end
        else:
            held += end


def _blank_rows(chunk: RawChunk, count: int) -> Iterator[RawChunk]:
    """Yield `count` blank rows that come before a chunk."""
    for start in range(chunk.first_row - count, chunk.first_row, _BLANKS):
        rows = min(_BLANKS, chunk.first_row - start)
        columns = {name: pa.nulls(rows, column.type) for name, column in chunk.columns.items()}
        yield RawChunk(start, columns, chunk.share)
