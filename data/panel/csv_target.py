"""Write a scored panel as CSV: UTF-8, commas, a point in decimals, every number in full."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyarrow import csv

from data.panel.cells import coded
from data.panel.columns import CASE, DATE
from data.panel.results import PROBLEM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

# Columns whose text is not ours.
_FREE = (CASE, DATE, PROBLEM)
# What a spreadsheet that opens the file would take for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@contextmanager
def csv_target(path: Path, schema: Any) -> Iterator[Callable[[Any], None]]:
    """Open a CSV file and yield what writes one batch."""
    written = pa.schema([pa.field(one.name, pa.string()) if one.name in _FREE else one for one in schema])

    def write(batch: Any) -> None:
        columns = zip(schema.names, batch.columns, strict=True)
        inert = [_inert(column) if name in _FREE else column for name, column in columns]
        writer.write_batch(pa.record_batch(inert, schema=written))

    with path.open("wb") as file, csv.CSVWriter(file, written) as writer:
        yield write


def _inert(column: Any) -> Any:
    """Return texts that no spreadsheet takes for a formula: an apostrophe stands before those that it would."""
    if column.null_count == len(column):
        return pa.nulls(len(column), pa.string())
    distinct, codes = coded(column)
    inert = [f"'{text}" if text.startswith(_FORMULA) else text or None for text in distinct]
    return pa.array(inert, pa.string()).take(pa.array(codes))
