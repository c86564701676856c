"""Read dates as published: days, months, quarters and years, in digits or words, in the order that a file uses."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from data.importers.contract import Cell, DateOrder

YEARS = range(1700, 2201)
_EXCEL_DAYS = range(2_201, 110_000)
_EXCEL_EPOCH = dt.date(1899, 12, 30)
_LAST_MONTH = 12
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}.*$")
_NUMERIC = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", re.ASCII)
_SHORT_YEAR = re.compile(r"\d{1,2}[-/. ](?:\d{1,2}|[A-Za-z]{3,})[-/. ]\d{2}", re.ASCII)
_ENGLISH = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SPANISH = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)


class NotADate(ValueError):
    """A cell that holds no date that can be; the message says what is wrong with it."""


def read_date(cell: Cell, order: DateOrder = "") -> str:
    """Return a date as precise as the cell: "2014-05-17", "2014-05", "2014-Q2" or "2014".

    Parameters
    ----------
    order
        What "04/05/2014" means: day first ("dmy", also where nothing is said) or month first ("mdy").

    Raises
    ------
    NotADate
        There is no such day, or this is no date at all.
    """
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _of_number(cell)
    text = _TIME.sub("", str(cell or "").strip())
    for pattern, make in _FORMS:
        if match := pattern.fullmatch(text):
            return make(match, order)
    if not text:
        raise NotADate("is empty")
    raise NotADate("has a year of two digits" if _SHORT_YEAR.fullmatch(text) else "is no date")


def found_order(cells: Iterable[Cell]) -> tuple[DateOrder, bool]:
    """Return the order of day and month in dates such as "17/05/2014", and whether any date settles it."""
    matches = [match for cell in cells if (match := _NUMERIC.match(str(cell).strip()))]
    first = any(int(match[1]) > _LAST_MONTH for match in matches)
    second = any(int(match[2]) > _LAST_MONTH for match in matches)
    if not matches:
        return "ymd", True
    return ("mdy" if second and not first else "dmy"), first != second


def year_of(cell: Cell) -> int:
    """Return the year of a cell that holds a year or a date.

    Raises
    ------
    NotADate
        It holds neither.
    """
    return int(read_date(cell)[:4])


def _of_number(value: float) -> str:
    if value in YEARS:
        return _year(int(value))
    if value in _EXCEL_DAYS:
        return (_EXCEL_EPOCH + dt.timedelta(days=int(value))).isoformat()
    raise NotADate("is no date")


def _year(year: int) -> str:
    if year not in YEARS:
        raise NotADate(f"has a year outside {YEARS.start}-{YEARS.stop - 1}")
    return f"{year:04}"


def _month(year: str, month: int) -> str:
    if not 1 <= month <= _LAST_MONTH:
        raise NotADate("names no month of the year")
    return f"{_year(int(year))}-{month:02}"


def _day(year: str, month: int, day: str) -> str:
    _year(int(year))
    try:
        return dt.date(int(year), month, int(day)).isoformat()
    except ValueError:
        raise NotADate("is a day that does not exist") from None


def _in_order(match: re.Match[str], order: DateOrder) -> str:
    first, second, year = match.groups()
    return _day(year, int(first), second) if order == "mdy" else _day(year, int(second), first)


def _named(word: str) -> int:
    lowered = word.lower().rstrip(".")
    for names in (_ENGLISH, _SPANISH):
        found = [number for number, name in enumerate(names, 1) if name.startswith(lowered)]
        if len(found) == 1:
            return found[0]
    if lowered == "setiembre":
        return _SPANISH.index("septiembre") + 1
    raise NotADate("names no month of the year")


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], DateOrder], str]], ...] = tuple(
    (re.compile(pattern, re.ASCII), make)
    for pattern, make in (
        (r"(\d{4})(?:\.0)?", lambda m, _: _year(int(m[1]))),
        (r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})", lambda m, _: _day(m[1], int(m[2]), m[3])),
        (r"(\d{4})(\d{2})(\d{2})", lambda m, _: _day(m[1], int(m[2]), m[3])),
        (_NUMERIC.pattern, _in_order),
        (r"(\d{4})[-/.](\d{1,2})", lambda m, _: _month(m[1], int(m[2]))),
        (r"(\d{1,2})[-/.](\d{4})", lambda m, _: _month(m[2], int(m[1]))),
        (r"(\d{4})[- ]?[Qq]([1-4])", lambda m, _: f"{_year(int(m[1]))}-Q{m[2]}"),
        (r"[Qq]([1-4])[- ](\d{4})", lambda m, _: f"{_year(int(m[2]))}-Q{m[1]}"),
        (r"(\d{1,2})[- ]([A-Za-z]{3,}\.?)[-, ]+(\d{4})", lambda m, _: _day(m[3], _named(m[2]), m[1])),
        (r"([A-Za-z]{3,}\.?) (\d{1,2}),? (\d{4})", lambda m, _: _day(m[3], _named(m[1]), m[2])),
        (r"([A-Za-z]{3,}\.?)[- ](\d{4})", lambda m, _: _month(m[2], _named(m[1]))),
    )
)
