"""Dates as the window writes them, whatever the language of the system."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QLocale

FORMAT = "d MMM yyyy"
ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
# Not `strftime`, which follows the language of the system once Qt has started.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def written(date: dt.date) -> str:
    """Write a date: "15 May 2014"."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def from_qt(date: QDate) -> dt.date:
    """Return a date of Qt as one of Python."""
    return dt.date(date.year(), date.month(), date.day())


def to_qt(date: dt.date) -> QDate:
    """Return a date of Python as one of Qt."""
    return QDate(date.year, date.month, date.day)
