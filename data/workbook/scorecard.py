"""Write a scorecard as an Excel workbook: how to fill it in, and the sheet to fill in; whole or not at all."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from xlsxwriter.workbook import Workbook

from data.safe_file import replace_file
from data.workbook import styles
from data.workbook.head_cells import write_day
from data.workbook.head_names import ANALYST, AS_OF, ASSESSMENT, CASE, PLAYBOOK, PLAYBOOK_VERSION
from data.workbook.names import Names
from data.workbook.page import Page, set_up_printing
from data.workbook.score_rows import (
    BEST,
    HIGH,
    INPUT_FILL,
    JUSTIFICATION,
    LOW,
    NAME,
    SCORE_HEADERS,
    SCORE_WIDTHS,
    add_bars,
    check_inputs,
    name_rows,
    write_row,
)
from data.workbook.styles import Formats, Style
from data.workbook.table import ABOUT_ROW, HEADER_ROW, TITLE_ROW, protect
from data.workbook.text import cell_text
from data.workbook.writer import OPTIONS, check_written

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from xlsxwriter.worksheet import Worksheet

    from advisor.scorecard_form import ScorecardForm

INSTRUCTIONS = "Instructions"
_WIDTHS = (22, 92)
_LABEL, _BODY = range(2)
_FIRST_INPUT = 5
_ABOUT = "Yellow cells are to be filled in; the anchors are in the notes on Best. Empty cells count as not known."
_HEADING = Style(size=11, bold=True, color=styles.ACCENT, wrap=True, valign="vcenter")
_TEXT = Style(size=10.5, wrap=True, valign="vcenter")
_NOTE = Style(size=9, color=styles.INK3, wrap=True, valign="vcenter")
_INPUT = replace(styles.CELL, fill=INPUT_FILL, unlocked=True, size=11, valign="vcenter")
_FIELD = replace(styles.CELL, bold=True, size=10.5, valign="vcenter")
_DATE_HELP = "The date that the scores are of, such as 2014-05-15: what was known by then."
_PROPERTY_LENGTH = 250


def write_scorecard(form: ScorecardForm, path: Path) -> None:
    """Write the workbook.

    Raises
    ------
    DataError
        The file could not be written; what stood at `path` is as it was.
    """
    replace_file(path, scorecard_bytes(form), partial(check_written, (INSTRUCTIONS, NAME)))


def scorecard_bytes(form: ScorecardForm, now: dt.datetime | None = None) -> bytes:
    """Return the workbook as the content of an .xlsx file."""
    buffer = io.BytesIO()
    with Workbook(buffer, OPTIONS) as workbook:
        workbook.set_properties(
            {
                "title": cell_text(form.title)[:_PROPERTY_LENGTH],
                "category": cell_text(form.marking)[:_PROPERTY_LENGTH],
                "comments": cell_text(form.playbook)[:_PROPERTY_LENGTH],
                **({} if now is None else {"created": now}),
            }
        )
        formats, names = Formats(workbook), Names(workbook)
        first, second = workbook.add_worksheet(INSTRUCTIONS), workbook.add_worksheet(NAME)
        _write_instructions(first, formats, names, form)
        _write_scores(second, formats, names, form)
        first.activate()
    return buffer.getvalue()


def _write_instructions(worksheet: Worksheet, formats: Formats, names: Names, form: ScorecardForm) -> None:
    page = Page(worksheet, formats, _WIDTHS)
    page.banner(form)
    page.text(TITLE_ROW, _LABEL, form.title, styles.TITLE)
    page.text(ABOUT_ROW, _LABEL, form.issue or form.playbook, styles.SUBTITLE)
    page.text(_FIRST_INPUT - 1, _LABEL, "FILL IN FIRST", styles.SECTION)
    page.fill(_FIRST_INPUT - 1, (_BODY,), styles.SECTION)
    fields = ((CASE, "Country", form.country), (AS_OF, "As of", ""), (ANALYST, "Your name", form.analyst))
    for row, (name, label, value) in enumerate(fields, _FIRST_INPUT):
        page.text(row, _LABEL, label, _FIELD)
        names.define(name, INSTRUCTIONS, row, _BODY)
        if name == AS_OF:
            _date_cell(page, row, form.as_of)
        else:
            page.text(row, _BODY, value, _INPUT)
        page.least_height(row, 20)
    row = _how(page, form, _FIRST_INPUT + len(fields) + 1)
    last = _made_from(page, names, form, row + 1)
    protect(page)
    page.finish()
    set_up_printing(page, form, landscape=False, pages_high=1, last=(last, _BODY))


def _date_cell(page: Page, row: int, day: dt.date | None) -> None:
    if day is None:
        page.text(row, _BODY, "", replace(_INPUT, number="yyyy-mm-dd"))
    else:
        write_day(page, row, _BODY, day, _INPUT)
    page.worksheet.data_validation(
        row, _BODY, row, _BODY,
        {
            "validate": "custom",
            # A text such as 1899-05-15 is a date too, of a year that spreadsheets do not know.
            "value": f'=OR(ISTEXT($B${row + 1}),$B${row + 1}>=DATE(1900,1,1))',
            "input_title": "Date of the scores",
            "input_message": _DATE_HELP,
            "error_title": "Not a date",
            "error_message": "Enter a date such as 2014-05-15.",
        },
    )  # fmt: skip


def _how(page: Page, form: ScorecardForm, row: int) -> int:
    page.text(row, _LABEL, "HOW TO SCORE", styles.SECTION)
    page.fill(row, (_BODY,), styles.SECTION)
    for at, (heading, text) in enumerate(form.instructions, row + 1):
        page.text(at, _LABEL, heading, _HEADING)
        page.text(at, _BODY, text, _TEXT)
    return row + 1 + len(form.instructions)


def _made_from(page: Page, names: Names, form: ScorecardForm, row: int) -> int:
    """Write what the scorecard is of, so that it finds its way back; return the last row."""
    page.text(row, _LABEL, "ABOUT THIS SCORECARD", styles.SECTION)
    page.fill(row, (_BODY,), styles.SECTION)
    facts = (
        (PLAYBOOK, "Playbook", form.playbook_id),
        (PLAYBOOK_VERSION, "Version", form.playbook_version),
        (ASSESSMENT, "Made from assessment", form.assessment),
    )
    for at, (name, label, value) in enumerate(facts, row + 1):
        page.text(at, _LABEL, label, _NOTE)
        page.text(at, _BODY, value, _NOTE)
        names.define(name, INSTRUCTIONS, at, _BODY)
    return row + len(facts)


def _write_scores(worksheet: Worksheet, formats: Formats, names: Names, form: ScorecardForm) -> None:
    page = Page(worksheet, formats, SCORE_WIDTHS)
    page.banner(form)
    page.link(TITLE_ROW, 0, INSTRUCTIONS, replace(styles.LINK, valign="vcenter"))
    page.text(TITLE_ROW, 1, f"Pressures – {form.country or form.playbook}", replace(styles.TITLE, size=16))
    page.text(ABOUT_ROW, 1, _ABOUT, styles.ABOUT)
    page.headers(HEADER_ROW, SCORE_HEADERS, (LOW, BEST, HIGH))
    worksheet.freeze_panes(HEADER_ROW + 1, 0)
    worksheet.repeat_rows(HEADER_ROW)
    first = HEADER_ROW + 1
    name_rows(names, form.pressures, first)
    for row, pressure in enumerate(form.pressures, first):
        write_row(page, row, pressure)
    last = first + len(form.pressures) - 1
    check_inputs(worksheet, first, last)
    add_bars(worksheet, form.pressures, first)
    worksheet.autofilter(HEADER_ROW, 0, last, len(SCORE_HEADERS) - 1)
    protect(page)
    page.finish()
    set_up_printing(page, form, landscape=True, pages_high=0, last=(last, JUSTIFICATION))
