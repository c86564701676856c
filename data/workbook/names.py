"""The defined names of a workbook: one cell each, in the scope of the workbook, unique whatever the case of letters."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_rowcol_to_cell

from data.workbook.text import defined_name

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook


class Names:
    """Gives names to cells; who comes first keeps the name asked for. Without a workbook it only makes them up."""

    def __init__(self, workbook: Workbook | None) -> None:
        self._workbook = workbook
        self._taken: set[str] = set()

    def define(self, wanted: str, sheet: str, row: int, column: int) -> str:
        """Name a cell and return its name: the one wanted where Excel allows it and nobody has it."""
        name = defined_name(wanted, self._taken)
        self._taken.add(name.lower())
        if self._workbook is not None:
            self._workbook.define_name(name, f"={sheet}!{cell(row, column)}")
        return name


@lru_cache(maxsize=4096)
def cell(row: int, column: int) -> str:
    """Return the address of a cell that stays the same wherever its formula is copied to, as in "$B$3"."""
    address: str = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
    return address


def cells(first_row: int, first_column: int, last_row: int, last_column: int) -> str:
    """Return the address of a range, as in "$B$3:$B$9"."""
    return f"{cell(first_row, first_column)}:{cell(last_row, last_column)}"


@lru_cache(maxsize=4096)
def near(row: int, column: int, *, fixed_column: bool = False) -> str:
    """Return an address that moves along with its formula, as in "B3", or only down and up, as in "$B3"."""
    address: str = xl_rowcol_to_cell(row, column, col_abs=fixed_column)
    return address
