"""Read a panel from the first sheet of an Excel workbook."""

from __future__ import annotations

import datetime as dt
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
from python_calamine import CalamineError, CalamineWorkbook

from data.errors import DataError
from data.panel.chunks import FIRST_ROW, RawChunk
from data.panel.columns import CASE, DATE
from data.panel.workbook_guard import check_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

_ROWS = 8_192


class XlsxSource:
    """An Excel workbook. Its first sheet is read whole, which is why the guard bounds how large it may be.

    Raises
    ------
    DataError
        The file is no workbook, is too large for one, or its first sheet is empty.
    """

    def __init__(self, path: Path) -> None:
        facts = check_workbook(path)
        try:
            with CalamineWorkbook.from_path(path) as workbook:
                sheets = workbook.sheet_names
                sheet = workbook.get_sheet_by_index(facts.place)
        except CalamineError as error:
            raise DataError(
                f"{path}: cannot be read as an Excel workbook ({error}); open it in Excel and save it again"
            ) from error
        self._errors = facts.errors
        self._rows, self._total = sheet.iter_rows(), max(1, sheet.total_height)
        self._first_column = sheet.start[1] if sheet.start else 0
        self.names: Sequence[str] = [str(cell) for cell in next(self._rows, [])]
        self.types: Mapping[str, Any] = {}
        self.notes: Sequence[str] = (
            (f'The sheet "{sheets[facts.place]}" was read, the others were not.',) if len(sheets) > 1 else ()
        )
        if not any(self.names):
            raise DataError(f"{path}: the first row of its first sheet is empty; it must be the header")

    def __enter__(self) -> XlsxSource:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing stays open: the sheet is in memory."""

    def chunks(self, wanted: Sequence[int]) -> Iterator[RawChunk]:
        """Yield all rows with the columns at these places."""
        row = FIRST_ROW
        while rows := list(islice(self._rows, _ROWS)):
            self._show_errors(rows, row)
            columns = {}
            for place in wanted:
                name, cells = self.names[place].strip(), [row_of[place] for row_of in rows]
                columns[name] = _texts(cells) if name in (CASE, DATE) else _column(cells)
            row += len(rows)
            yield RawChunk(row - len(rows), columns, min(1.0, (row - 1) / self._total))

    def _show_errors(self, rows: list[list[Any]], first: int) -> None:
        """Put errors such as #DIV/0! where the reader left empty cells."""
        for place in range(len(rows) if self._errors else 0):
            for column, error in self._errors.get(first + place, {}).items():
                rows[place][column - 1 - self._first_column] = error


def _column(cells: list[Any]) -> Any:
    """Return cells as an Arrow column: numbers where all that are filled hold numbers, texts otherwise."""
    kinds = set(map(type, cells))
    if kinds <= {float, int}:
        return pa.array(np.array(cells, dtype=np.float64))
    if kinds <= {float, int, str} and not any(map(str.strip, (cell for cell in cells if isinstance(cell, str)))):
        filled = [np.nan if isinstance(cell, str) else cell for cell in cells]
        return pa.array(np.array(filled, dtype=np.float64))
    return _texts(cells)


def _texts(cells: list[Any]) -> Any:
    return pa.array([_text(cell) for cell in cells], pa.string())


def _text(cell: object) -> str:
    """Return a cell as a sheet shows it, dates in the order of ISO 8601."""
    match cell:
        case bool():
            return str(cell).upper()
        case float():
            return f"{cell:.15g}"
        case dt.datetime() | dt.date():
            return cell.isoformat()
        case _:
            return str(cell)
