"""Write a scored panel as an Excel workbook, row by row, so that memory does not grow with the rows."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.workbook import Workbook

from data.errors import DataError
from data.panel.cells import texts
from data.panel.columns import CASE, DATE
from data.workbook.text import cell_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from xlsxwriter.worksheet import Worksheet

SHEET = "Panel"
MAX_ROWS = 1_048_575
_WIDE, _USUAL = 24, 14
_FIRST_YEAR = 1900
# A cell is an object of Python while it is written: a batch of them all would fill a good part of a gigabyte.
_AT_ONCE = 2_048


@contextmanager
def xlsx_target(path: Path, schema: Any) -> Iterator[Callable[[Any], None]]:
    """Open a workbook and yield what writes one batch; dates to the day become dates of the sheet."""
    # Rows wait in files of this folder: whatever happens, none of them stays.
    with TemporaryDirectory(prefix="second-image-", ignore_cleanup_errors=True) as folder:
        workbook = Workbook(str(path), {"constant_memory": True, "tmpdir": folder, "use_zip64": True})
        sheet = _Sheet(workbook, schema.names)
        try:
            yield sheet.write
            workbook.close()
        except FileCreateError as error:
            raise error.args[0] from error
        finally:
            sheet.close()


class _Sheet:
    def __init__(self, workbook: Workbook, names: list[str]) -> None:
        self._worksheet: Worksheet = workbook.add_worksheet(SHEET)
        self._day = workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self._worksheet.freeze_panes(1, 2)
        self._worksheet.set_column(0, len(names) - 1, _USUAL)
        self._worksheet.set_column(0, 0, _WIDE)
        header = workbook.add_format({"bold": True})
        for column, name in enumerate(names):
            self._worksheet.write_string(0, column, cell_text(name), header)
        self._names, self._row = names, 0

    def write(self, batch: Any) -> None:
        """Write one batch."""
        if self._row + batch.num_rows > MAX_ROWS:
            raise DataError(
                f"an Excel sheet holds {MAX_ROWS:,} rows below its header, and the panel has more; "
                "give the output the ending .csv or .parquet"
            )
        for start in range(0, batch.num_rows, _AT_ONCE):
            self._write_rows(batch.slice(start, _AT_ONCE))

    def close(self) -> None:
        """Let go of the rows that wait, whether they are in the workbook by now or not."""
        if self._worksheet.row_data_fh is not None:
            self._worksheet.row_data_fh.close()

    def _write_rows(self, batch: Any) -> None:
        columns = [
            texts(column).to_pylist() if name in (CASE, DATE) else column.to_pylist()
            for name, column in zip(self._names, batch.columns, strict=True)
        ]
        for cells in zip(*columns, strict=True):
            self._row += 1
            self._write_row(cells)

    def _write_row(self, cells: tuple[Any, ...]) -> None:
        write_number, write_string = self._worksheet.write_number, self._worksheet.write_string
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                day = _day(cell) if self._names[column] == DATE else None
                if day is not None:
                    self._worksheet.write_datetime(self._row, column, day, self._day)
                elif cell:
                    write_string(self._row, column, cell_text(cell))
            elif cell is not None:
                write_number(self._row, column, cell)


def _day(text: str) -> dt.datetime | None:
    """Return a date to the day as Excel can hold it, from 1900 on."""
    try:
        day = dt.datetime.fromisoformat(text) if len(text) == len("2014-05-15") else None
    except ValueError:
        return None
    return day if day and day.year >= _FIRST_YEAR else None
