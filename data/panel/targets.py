"""Open a file for a scored panel by its ending."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from data.panel.sources import CSV, XLSX

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path


def open_target(path: Path, ending: str, schema: Any) -> AbstractContextManager[Callable[[Any], None]]:
    """Open a file for writing in the format of `ending`; the context yields what writes one batch of the schema."""
    # Deferred: each format brings a library of its own.
    if ending == XLSX:
        from data.panel.xlsx_target import xlsx_target

        return xlsx_target(path, schema)
    if ending == CSV:
        from data.panel.csv_target import csv_target

        return csv_target(path, schema)
    from data.panel.parquet_target import parquet_target

    return parquet_target(path, schema)
