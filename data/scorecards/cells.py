"""What single cells of a scorecard say: numbers with a point or a comma, words of confidence, dates."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from advisor.scores import CONFIDENCES, SCALE
from data.importers.dates import NotADate, found_order, read_date

if TYPE_CHECKING:
    from advisor.scores import Confidence
    from data.importers.contract import Cell

NOT_GIVEN = ("", "unknown", "n/a", "na", "?", "-", "–", "—")
"""What stands for a score that is not given, besides an empty cell."""
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)", re.ASCII)
_SHOWN = 40
_DAY = 10
# A day between 1954 and 2119, as a spreadsheet counts days.
_LIKE_A_DATE = range(20_000, 80_000)
_1904 = 1462


class Unreadable(ValueError):
    """A cell that does not say what it should; the message says what is wrong with it and what to write."""


def shown(cell: Cell) -> str:
    """Quote what a cell holds, cut where it is long."""
    if isinstance(cell, bool):
        return f"'{str(cell).upper()}'"
    text = f"{cell:.15g}" if isinstance(cell, float) else " ".join(str(cell).split())
    return f"'{text}'" if len(text) <= _SHOWN else f"'{text[:_SHOWN]}...'"


def score_value(cell: Cell) -> float | None:
    """Return the score in a cell, None where none is given.

    Raises
    ------
    Unreadable
        It holds something else than a number from 0 to 10.
    """
    if isinstance(cell, str):
        text = cell.strip().replace("\N{NO-BREAK SPACE}", "")
        if text.casefold() in NOT_GIVEN:
            return None
        if not _NUMBER.fullmatch(text):
            raise Unreadable(f"{shown(cell)} is not a number between 0 and 10")
        value = float(text.replace(",", "."))
    elif cell is None:
        return None
    elif isinstance(cell, bool) or not isinstance(cell, int | float):
        raise Unreadable(f"{shown(cell)} is not a number between 0 and 10")
    else:
        value = float(cell)
    if not SCALE[0] <= value <= SCALE[1]:
        date = "; it looks like a date, which typing 6/7 gives: format the cell as a number"
        hint = date if value in _LIKE_A_DATE else ""
        raise Unreadable(f"{shown(cell)} is not a number between 0 and 10{hint}")
    return value + 0.0


def confidence_of(cell: Cell) -> Confidence | None:
    """Return the confidence in a cell, None where none is given.

    Raises
    ------
    Unreadable
        It is another word.
    """
    word = cell.strip().casefold() if isinstance(cell, str) else cell
    if word is None or word in NOT_GIVEN:
        return None
    found = next((one for one in CONFIDENCES if one == word), None)
    if found is None:
        raise Unreadable(f"{shown(cell)} is no confidence; write low, moderate or high")
    return found


def day_of(cell: Cell, *, from_1904: bool = False) -> dt.date:
    """Return the day in a cell.

    Raises
    ------
    Unreadable
        It holds no whole date, or one that can be read in two ways.
    """
    if from_1904 and isinstance(cell, float):
        cell += _1904
    try:
        order, settled = found_order([cell])
        text = read_date(cell, order)
    except NotADate as error:
        raise Unreadable(f"{shown(cell or '')} {error}; write the date as 2014-05-15") from None
    if len(text) != _DAY:
        raise Unreadable(f"{shown(cell)} is no whole date; write it as 2014-05-15")
    if not settled:
        raise Unreadable(f"{shown(cell)} can be two dates; write it as 2014-05-15")
    return dt.date.fromisoformat(text)
