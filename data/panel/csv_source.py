"""Read a panel from CSV, some megabytes at a time; a row of another length than the header is told and stays a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
from pyarrow import csv

from data.errors import DataError
from data.panel.chunks import FIRST_ROW, RawChunk
from data.panel.csv_text import UTF_8, UTF_16, decoded_column, read_dialect

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

_BLOCK = 2**20
_ROWS = 65_536
_UTF_16_BYTES = 2


class CsvSource:
    """A CSV file. Rows are counted as records: a line end within quotation marks does not begin a row.

    Parameters
    ----------
    known
        Names that a header may hold, by which the separator is found.

    Raises
    ------
    DataError
        The file is empty or no text.
    """

    def __init__(self, path: Path, known: Collection[str]) -> None:
        self._path = path
        self._dialect = read_dialect(path, known)
        self._size = path.stat().st_size
        self._file = path.open("rb")
        self.names: Sequence[str] = self._dialect.header
        self.types: Mapping[str, Any] = {}

    def __enter__(self) -> CsvSource:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    @property
    def notes(self) -> Sequence[str]:
        """Say which encoding was found where it is not UTF-8."""
        return () if self._dialect.encoding == UTF_8 else (f"The file was read as {self._dialect.encoding}.",)

    def chunks(self, wanted: Sequence[int]) -> Iterator[RawChunk]:
        """Yield all rows with the columns at these places."""
        if self._dialect.bare:
            return
        lengths: dict[int, int] = {}
        row = FIRST_ROW
        try:
            for blocks, batch in _joined(self._open(wanted, lengths)):
                missing = _before_the_last(lengths, row, batch.num_rows)
                chunk = self._chunk(wanted, batch.columns, row, {one: lengths.pop(one) for one in missing}, blocks)
                yield chunk
                row += chunk.rows
        except (pa.ArrowInvalid, UnicodeError) as error:
            raise DataError(self._explained(error, row - 1)) from error
        if lengths:
            yield self._chunk(wanted, [pa.nulls(0, pa.string()) for _ in wanted], row, lengths, self._size)

    def _open(self, wanted: Sequence[int], lengths: dict[int, int]) -> Any:
        """Open the rows; how many cells each row of another length than the header has goes into `lengths`."""

        def note(row: Any) -> str:
            lengths[row.number] = row.actual_columns
            return "skip"

        names = [str(place) for place in range(len(self.names))]
        chosen = [names[place] for place in wanted]
        return csv.open_csv(
            self._file,
            read_options=csv.ReadOptions(
                use_threads=False,
                block_size=_BLOCK,
                # What is not UTF-8 is settled cell by cell; here it would lose whole rows.
                encoding=self._dialect.codec,
                column_names=names,
                skip_rows_after_names=1,
            ),
            parse_options=csv.ParseOptions(
                delimiter=self._dialect.separator,
                newlines_in_values=True,
                ignore_empty_lines=False,
                invalid_row_handler=note,
            ),
            # Every cell as it stands in the file: what it means is decided cell by cell, not by the first rows.
            convert_options=csv.ConvertOptions(
                include_columns=chosen, column_types=dict.fromkeys(chosen, pa.string()), null_values=[]
            ),
        )

    def _chunk(
        self, wanted: Sequence[int], found: Sequence[Any], first: int, lengths: Mapping[int, int], blocks: int
    ) -> RawChunk:
        """Put rows of another length back into their places, with nothing in them, and decode the texts."""
        places = _places(len(found[0]), [row - first for row in lengths]) if lengths else None
        columns: dict[str, Any] = {}
        remarks: dict[int, str] = {}
        for place, column in zip(wanted, found, strict=True):
            name = self.names[place].strip()
            whole = column if places is None else column.take(places)
            columns[name], noted = decoded_column(whole, name, self._dialect.encoding)
            remarks.update(noted)
        width = len(self.names)
        broken = {
            row - first: f"has {cells} cell{'' if cells == 1 else 's'}, but the header {width}"
            for row, cells in lengths.items()
        }
        # The file itself is read ahead of the rows.
        done = blocks * _BLOCK * (_UTF_16_BYTES if self._dialect.encoding == UTF_16 else 1)
        return RawChunk(first, columns, min(1.0, done / self._size), broken, remarks)

    def _explained(self, error: Exception, row: int) -> str:
        if "straddling" in str(error):
            return (
                f"{self._path}: a row after row {row} is longer than {_BLOCK // 2**20} MB; "
                "look for a quotation mark without its partner"
            )
        return f"{self._path}: cannot be read as CSV after row {row}: {error}"


def _joined(batches: Iterable[Any]) -> Iterator[tuple[int, Any]]:
    """Yield batches joined to chunks of some size, each with the number of batches so far.

    Blocks are small because many are read ahead; scoring goes faster with many rows at once.
    """
    held, blocks = [], 0
    for blocks, batch in enumerate(batches, 1):
        held.append(batch)
        if sum(one.num_rows for one in held) >= _ROWS:
            yield blocks, pa.concat_batches(held)
            held = []
    if held:
        yield blocks, pa.concat_batches(held)


def _before_the_last(lengths: Mapping[int, int], first: int, rows: int) -> list[int]:
    """Return the left-out rows that stand before the last of `rows` others, all from row `first` on."""
    end, found = first + rows, []
    for row in sorted(lengths):
        if row >= end:
            break
        found.append(row)
        end += 1
    return found


def _places(rows: int, missing: Sequence[int]) -> Any:
    """Return where each row stands among those that were read; nothing for the missing ones."""
    absent = np.zeros(rows + len(missing), dtype=np.bool_)
    absent[list(missing)] = True
    return pa.array(np.cumsum(~absent) - 1, mask=absent)
