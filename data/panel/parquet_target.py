"""Write a scored panel as Parquet."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pyarrow import parquet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@contextmanager
def parquet_target(path: Path, schema: Any) -> Iterator[Callable[[Any], None]]:
    """Open a Parquet file and yield what writes one batch."""
    with path.open("wb") as file, parquet.ParquetWriter(file, schema) as writer:
        yield writer.write_batch
