"""The cells that say whose scores a workbook holds and of when; each has a name, by which the way back finds it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.workbook import styles
from data.workbook.head_names import ANALYST, AS_OF, ASSESSMENT, CASE, PLAYBOOK, PLAYBOOK_VERSION
from data.workbook.score_rows import INPUT_FILL, NAME
from data.workbook.styles import Style
from data.workbook.table import ABOUT_ROW, TITLE_ROW

if TYPE_CHECKING:
    import datetime as dt

    from advisor.briefing import Briefing
    from data.workbook.names import Names
    from data.workbook.page import Page

DATE_FORMAT = "yyyy-mm-dd"
_LABEL = Style(size=9, color=styles.INK3, align="right", valign="vcenter")
_INPUT = replace(styles.CELL, fill=INPUT_FILL, unlocked=True, valign="vcenter", indent=1)
_QUIET = Style(size=9, color=styles.INK3, valign="vcenter")
_FIRST_DAY = 1900
# Beside the title, where Justification and the columns to its right begin: (row, column) of each.
_SIGNED, _SENT = 9, 10
_PLACES = {
    ANALYST: (TITLE_ROW, _SIGNED),
    ASSESSMENT: (TITLE_ROW, _SENT + 1),
    AS_OF: (TITLE_ROW, _SENT + 3),
    CASE: (TITLE_ROW, _SENT + 4),
    PLAYBOOK: (ABOUT_ROW, _SENT + 1),
    PLAYBOOK_VERSION: (ABOUT_ROW, _SENT + 3),
}


def name_head(names: Names) -> None:
    """Name the cells on the sheet of scores of a briefing."""
    for name, place in _PLACES.items():
        names.define(name, NAME, *place)


def write_head(page: Page, briefing: Briefing) -> None:
    """Write who answers for the scores, to be overwritten by whoever changes them, and what they were made from."""
    page.text(TITLE_ROW, _SIGNED - 1, "Scored by", _LABEL)
    page.text(*_PLACES[ANALYST], briefing.analyst, _INPUT)
    page.text(TITLE_ROW, _SENT, "Made from", _LABEL)
    page.text(*_PLACES[ASSESSMENT], briefing.assessment, _QUIET)
    write_day(page, *_PLACES[AS_OF], briefing.as_of, _QUIET)
    page.text(*_PLACES[CASE], briefing.country, _QUIET)
    page.text(ABOUT_ROW, _SENT, "Playbook", _LABEL)
    page.text(*_PLACES[PLAYBOOK], briefing.identity.id, _QUIET)
    page.text(*_PLACES[PLAYBOOK_VERSION], briefing.identity.version, _QUIET)


def write_day(page: Page, row: int, column: int, day: dt.date, style: Style) -> None:
    """Write a day as a date, or as a text where Excel knows no such date."""
    if day.year < _FIRST_DAY:
        page.text(row, column, day.isoformat(), style)
    else:
        page.date(row, column, day, replace(style, number=DATE_FORMAT))
