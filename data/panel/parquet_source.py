"""Read a panel from Parquet, batch by batch, so that memory does not depend on how the file was cut into groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import parquet

from data.errors import DataError
from data.panel.chunks import FIRST_ROW, RawChunk
from data.panel.csv_text import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

_BATCH = 65_536
_BUFFER = 2**20
# A cell of a spreadsheet holds no more; a longer text repeated by reference could fill any memory.
_LONGEST = 32_767


class ParquetSource:
    """A Parquet file; its columns come in their own types.

    Raises
    ------
    DataError
        The file is no Parquet file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            schema = parquet.read_schema(path)
            repeated = [one.name for one in schema if _is_text(one.type)]
            self._file = parquet.ParquetFile(path, read_dictionary=repeated, pre_buffer=False, buffer_size=_BUFFER)
        except (pa.ArrowException, OSError) as error:
            raise DataError(f"{path}: cannot be read as Parquet: {error}") from error
        self.names: Sequence[str] = schema.names
        self.types: Mapping[str, Any] = {one.name.strip(): _plain_type(one.type) for one in schema}
        self.notes: Sequence[str] = ()

    def __enter__(self) -> ParquetSource:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def chunks(self, wanted: Sequence[int]) -> Iterator[RawChunk]:
        """Yield all rows with the columns at these places."""
        names = [self.names[place] for place in wanted]
        for name in names:
            if pa.types.is_nested(self.types[name.strip()]):
                raise DataError(f"{self._path}: column {name} holds lists or tables; give one value a cell")
        row, total = FIRST_ROW, max(1, self._file.metadata.num_rows)
        try:
            for batch in self._file.iter_batches(_BATCH, columns=names, use_threads=False):
                share = min(1.0, (row - FIRST_ROW + batch.num_rows) / total)
                yield RawChunk(row, {name.strip(): self._plain(batch.column(name), row) for name in names}, share)
                row += batch.num_rows
        except (pa.ArrowException, OSError) as error:
            raise DataError(f"{self._path}: is damaged after row {row - 1}: {error}") from error

    def _plain(self, column: Any, row: int) -> Any:
        """Return a column of texts, numbers or dates, without references to repeated values."""
        if pa.types.is_dictionary(column.type):
            values = column.dictionary
            if _is_text(values.type) and (pc.max(pc.binary_length(values)).as_py() or 0) > _LONGEST:
                raise DataError(f"{self._path}: holds texts of more than {_LONGEST:,} characters after row {row - 1}")
        if _is_bytes(column.type):
            return pa.array([None if cell is None else decoded(cell) for cell in column.to_pylist()], pa.string())
        return column.cast(_plain_type(column.type))


def _plain_type(kind: Any) -> Any:
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    return pa.string() if _is_text(kind) or _is_bytes(kind) else kind


def _is_text(kind: Any) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def _is_bytes(kind: Any) -> bool:
    return bool(pa.types.is_binary(kind) or pa.types.is_large_binary(kind))
