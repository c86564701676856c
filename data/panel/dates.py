"""Dates of a panel: a day, a month or a year in the order of ISO 8601."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from data.panel.cells import told

FIRST_YEAR, LAST_YEAR = 1700, 2200
MONTHS = 12
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?Z?)?)?)?")
_EXCEL_NUMBER = re.compile(r"[0-9]{5}(?:\.[0-9]+)?")
# Far more than the days of a century, and little memory where every row has a date of its own.
_KEPT = 50_000


@dataclass(frozen=True, slots=True)
class PanelDate:
    """One date: months since the year 0, and whether it names the month; or what is wrong with the text."""

    month: int
    to_the_month: bool
    problem: str = ""


class Dates:
    """Reads dates; a panel holds few of them, each many times."""

    def __init__(self) -> None:
        self._known: dict[str, PanelDate] = {}

    def read(self, text: str) -> PanelDate:
        """Return what a text says as a date."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[text] = read_date(text)
        return known


def read_date(text: str) -> PanelDate:
    """Return what a text says as a date: 2014-05-15, with a time or without, 2014-05 or 2014."""
    if not text:
        return _wrong("date is empty, but every row must have one, such as 2014-05")
    if _EXCEL_NUMBER.fullmatch(text):
        return _wrong(f"date is {told(text)}, an Excel date without its format; write it as 2014-05-15")
    found = _DATE.fullmatch(text)
    if found is None:
        return _wrong(f"date is {told(text)}, but must be written as 2014-05-15, 2014-05 or 2014")
    year, month, day = (int(part) if part else 1 for part in found.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return _wrong(f"date is {told(text)}, but must lie between {FIRST_YEAR} and {LAST_YEAR}")
    try:
        dt.date(year, month, day)
    except ValueError:
        return _wrong(f"date is {told(text)}, which is not in the calendar")
    return PanelDate(MONTHS * year + month - 1, found.group(2) is not None)


def _wrong(problem: str) -> PanelDate:
    return PanelDate(-1, False, problem)
