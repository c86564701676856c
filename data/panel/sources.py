"""Open a panel by the ending of its name, once its first bytes agree with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.errors import DataError
from data.safe_workbook import OLE

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from data.panel.chunks import Source

CSV, XLSX, PARQUET = ".csv", ".xlsx", ".parquet"
ENDINGS = (CSV, XLSX, PARQUET)
_WORDS = {CSV: "a CSV file", XLSX: "an Excel workbook", PARQUET: "a Parquet file"}
_BEGINNINGS = {b"PK\x03\x04": XLSX, b"PAR1": PARQUET}


def open_source(path: Path, known: Collection[str]) -> Source:
    """Open a panel for reading.

    Parameters
    ----------
    known
        Names that its header may hold.

    Raises
    ------
    DataError
        The file is missing, empty, or not what its name says.
    """
    try:
        _check(path)
        # Deferred: each format brings a library of its own.
        if path.suffix.lower() == CSV:
            from data.panel.csv_source import CsvSource

            return CsvSource(path, known)
        if path.suffix.lower() == XLSX:
            from data.panel.xlsx_source import XlsxSource

            return XlsxSource(path)
        from data.panel.parquet_source import ParquetSource

        return ParquetSource(path)
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror or error}); check the name and its folder") from error


def _check(path: Path) -> None:
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise DataError(f"{path}: give a panel as a file that ends in {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}")
    if path.exists() and not (path.is_file() or path.is_dir()):
        # A pipe would be waited for until somebody writes into it, and can be read but once.
        raise DataError(f"{path}: is no ordinary file; save the panel as one and name that")
    with path.open("rb") as file:
        start = file.read(4)
    if not start:
        raise DataError(f"{path}: is empty; a panel has a header and a row for each case and date")
    found = _BEGINNINGS.get(start, CSV)
    if start == OLE:
        raise DataError(f"{path}: is an old or a protected Excel workbook; save it as .xlsx without a password")
    if found != ending:
        written = _WORDS[found] if found != CSV else f"not {_WORDS[ending]}"
        raise DataError(f"{path}: is {written}; give the file the ending of what it is")
