"""Read numbers as published: decimal point or comma, grouped thousands, and the signs of a missing value."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from data.importers.contract import Cell, Decimal

MISSING = frozenset({"", ".", "..", "...", "-", "–", "x", "na", "n/a", "n.a.", "nan", "null", "none", "no data"})
_SPACES = re.compile(r"[\s\u00a0\u202f'’]")
_TAIL = r"(?:[eE][+-]?\d+)?"
_SHAPES: Mapping[str, re.Pattern[str]] = {
    ".": re.compile(rf"[+-]?(?:(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d*)?|\.\d+){_TAIL}", re.ASCII),
    ",": re.compile(rf"[+-]?(?:(?:\d{{1,3}}(?:\.\d{{3}})+|\d+)(?:,\d*)?|,\d+){_TAIL}", re.ASCII),
}
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+|[+-]?\d{1,3}(?:\.\d{3})+", re.ASCII)
_OTHER: Mapping[str, Decimal] = {".": ",", ",": "."}


class NotANumber(ValueError):
    """A cell that holds neither a number nor a sign of a missing one."""


def read_number(cell: Cell, decimal: Decimal = ".") -> float | None:
    """Return the number in a cell, or None where a value is missing.

    Raises
    ------
    NotANumber
        It holds something else, or a number that is not finite.
    """
    if cell is None:
        return None
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        raise NotANumber("is no number")
    # Workbooks keep 73.1 as 73.10000000000001 where they added it up.
    value = _parsed(cell, decimal or ".") if isinstance(cell, str) else float(f"{cell:.12g}")
    if value is not None and not math.isfinite(value):
        raise NotANumber("is no finite number")
    return value


def found_decimal(cells: Iterable[Cell]) -> tuple[Decimal, bool]:
    """Return whether numbers are written with a decimal point or comma, and whether any number settles it."""
    texts = [cell.strip() for cell in cells if isinstance(cell, str) and re.search(r"\d", cell)]
    fits = {mark: [text for text in texts if _fits(text, mark)] for mark in _SHAPES}
    comma, point = len(fits[","]), len(fits["."])
    if comma != point:
        return ("," if comma > point else "."), True
    settled = not any(_GROUPED.fullmatch(text) for text in texts)
    return ".", settled


def _fits(text: str, mark: str) -> bool:
    return bool(_SHAPES[mark].fullmatch(_bare(text)))


def _bare(text: str) -> str:
    return _SPACES.sub("", text).removesuffix("%").replace("−", "-")


def _parsed(text: str, decimal: Decimal) -> float | None:
    if text.strip().lower() in MISSING:
        return None
    if not _fits(text, decimal):
        raise NotANumber("is no number")
    return float(_bare(text).replace(_OTHER[decimal], "").replace(decimal, "."))
