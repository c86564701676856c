"""Parquet that reads back as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
from pyarrow import parquet

from data.panel.parquet_target import parquet_target

if TYPE_CHECKING:
    from pathlib import Path


def test_batches_come_back_in_order_with_their_types(tmp_path: Path) -> None:
    schema = pa.schema([("case", pa.string()), ("verdict.x", pa.dictionary(pa.int8(), pa.string()))])
    rows = [{"case": "=1+1", "verdict.x": "lead"}, {"case": "Perú", "verdict.x": None}]
    path = tmp_path / "out.parquet"
    with parquet_target(path, schema) as write:
        for row in rows:
            write(pa.RecordBatch.from_pylist([row], schema=schema))
    read = parquet.read_table(path)
    assert read.to_pylist() == rows
    assert read.schema.names == schema.names
    assert pa.types.is_dictionary(read.schema.field("verdict.x").type)
