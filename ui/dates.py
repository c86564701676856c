"""Dates as the window writes them, whatever the language of the system."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from ui.styles import date_style

if TYPE_CHECKING:
    from collections.abc import Sequence

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
# Not `strftime`, which follows the language of the system once Qt has started.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def written(date: dt.date) -> str:
    """Write a date in the style chosen: "15 May 2014", "May 15, 2014" or "2014-05-15"."""
    match date_style():
        case "month_first":
            return f"{_MONTHS[date.month - 1]} {date.day}, {date.year}"
        case "iso":
            return date.isoformat()
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def without_year(date: dt.date) -> str:
    """Write the day of a date alone, in the style chosen, for where there is little room."""
    match date_style():
        case "month_first":
            return f"{_MONTHS[date.month - 1]} {date.day}"
        case "iso":
            return f"{date:%m-%d}"
    return f"{date.day} {_MONTHS[date.month - 1]}"


def entry_format() -> str:
    """Return the style chosen as fields for dates understand it."""
    return {"day_first": "d MMM yyyy", "month_first": "MMM d, yyyy", "iso": "yyyy-MM-dd"}[date_style()]


def month_written(date: dt.date) -> str:
    """Write the month of a date: "May 2014"."""
    return f"{_MONTHS[date.month - 1]} {date.year}"


def written_as_precise(text: str) -> str:
    """Write the date of a source as precisely as it is given: "2014-05-15", "2014-05"; others, as "2014", stay."""
    with suppress(ValueError):  # not a day
        return written(dt.date.fromisoformat(text))
    with suppress(ValueError):  # not a month either: a year, a quarter or a span, which every style writes alike
        return text if date_style() == "iso" else month_written(dt.date.fromisoformat(f"{text}-01"))
    return text


def told_apart(dates: Sequence[dt.date], names: Sequence[str]) -> list[str]:
    """Write dates; those that stand more than once with who made them, or with a number where names do not differ."""
    texts = [written(date) for date in dates]
    entries = list(zip(texts, names, strict=True))
    told = [
        f"{text}, {name}" if name and texts.count(text) > 1 and entries.count((text, name)) == 1 else text
        for text, name in entries
    ]
    return [
        f"{text} ({told[: place + 1].count(text)})" if told.count(text) > 1 else text for place, text in enumerate(told)
    ]


def from_qt(date: QDate) -> dt.date:
    """Return a date of Qt as one of Python."""
    return dt.date(date.year(), date.month(), date.day())


def to_qt(date: dt.date) -> QDate:
    """Return a date of Python as one of Qt."""
    return QDate(date.year, date.month, date.day)
