"""A table as tab-separated text that pastes into a spreadsheet as cells, none of which starts a formula by accident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.styles import decimal_sign

if TYPE_CHECKING:
    from collections.abc import Iterable

Value = str | int | float | None
_STARTS_A_FORMULA = ("=", "+", "-", "@")


def tab_separated(rows: Iterable[Iterable[Value]]) -> str:
    """Return the rows as lines.

    Numbers stay numbers, with the decimal sign chosen; text that a spreadsheet would calculate gets an apostrophe.
    """
    return "\n".join("\t".join(_cell(cell) for cell in row) for row in rows) + "\n"


def _cell(cell: Value) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        text = " ".join(cell.split())
        return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text
    return repr(round(cell, 4)).replace(".", decimal_sign())
