"""The sheet Evidence: facts, notes and readings with their sources, and the works that the rules cite."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from data.workbook import styles
from data.workbook.page import Page, set_up_printing
from data.workbook.table import HEADER_ROW, head

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from advisor.briefing import Briefing
    from advisor.evidence_table import EvidenceRow, NoteRow, SeriesRow
    from advisor.why_table import CitedSource
    from data.workbook.styles import Formats

NAME = "Evidence"
HEADERS = ("Kind", "Date or id", "As of", "What", "Value", "Unit", "Source", "Verified", "Note")
WIDTHS = (9, 17, 9, 66, 11, 8, 48, 9, 40)
KIND, DATE, KNOWN, WHAT, VALUE, UNIT, SOURCE, VERIFIED, NOTE = range(len(HEADERS))
_ABOUT = (
    "As of: whether it was known before or only after the date of the assessment. Not verified: nobody looked it up; "
    "check before citing."
)

_VALUE, _UNIT = replace(styles.CELL, align="right", number="#,##0.##"), replace(styles.CELL, indent=1)
_SOURCE, _BAD, _GOOD = (
    replace(styles.CELL, color=styles.INK2),
    replace(styles.CENTRED, color=styles.CRIMSON),
    styles.CENTRED,
)


def write_evidence(worksheet: Worksheet, formats: Formats, briefing: Briefing) -> None:
    """Fill the sheet: scores to review, facts, notes, readings, then the works cited on the sheet Why, in one table."""
    page = Page(worksheet, formats, WIDTHS)
    head(page, briefing, "Evidence", _ABOUT, HEADERS, (KNOWN, VERIFIED))
    rows = itertools.count(HEADER_ROW + 1)
    for text in briefing.reviews:
        _review(page, next(rows), text)
    for fact in briefing.evidence:
        _fact(page, next(rows), fact)
    for note in briefing.notes:
        _note(page, next(rows), note)
    for reading in briefing.series:
        _reading(page, next(rows), reading)
    for source in briefing.sources:
        _source(page, next(rows), source)
    last = next(rows) - 1
    worksheet.autofilter(HEADER_ROW, 0, last, len(HEADERS) - 1)
    page.finish()
    set_up_printing(page, briefing, landscape=True, pages_high=0, last=(last, len(HEADERS) - 1))


def _fact(page: Page, row: int, fact: EvidenceRow) -> None:
    _common(page, row, "Fact", fact.date, fact.known, fact.source, verified=fact.verified)
    page.text(row, WHAT, fact.text, styles.CELL)
    page.fill(row, (VALUE, UNIT, NOTE), styles.CELL)


def _note(page: Page, row: int, note: NoteRow) -> None:
    page.text(row, KIND, "Note", styles.QUIET)
    page.text(row, DATE, note.date, styles.CELL)
    page.text(row, KNOWN, note.known, _GOOD if note.known == "before" else _BAD)
    page.text(row, WHAT, note.text, styles.CELL)
    page.fill(row, (VALUE, UNIT, VERIFIED), styles.CELL)
    page.text(row, SOURCE, note.source, _SOURCE)
    page.text(row, NOTE, note.says, styles.QUIET)


def _review(page: Page, row: int, text: str) -> None:
    page.text(row, KIND, "Review", replace(styles.CELL, bold=True, color=styles.CRIMSON))
    page.text(row, WHAT, text, styles.CELL)
    page.fill(row, (DATE, KNOWN, VALUE, UNIT, SOURCE, VERIFIED, NOTE), styles.CELL)


def _reading(page: Page, row: int, reading: SeriesRow) -> None:
    _common(page, row, "Series", reading.date, reading.known, reading.source, verified=reading.verified)
    page.text(row, WHAT, reading.series, styles.CELL)
    page.number(row, VALUE, reading.value, _VALUE)
    page.text(row, UNIT, reading.unit, _UNIT)
    page.text(row, NOTE, reading.note, styles.QUIET)


def _common(page: Page, row: int, kind: str, date: str, known: str, source: str, *, verified: bool) -> None:
    page.text(row, KIND, kind, styles.QUIET)
    page.text(row, DATE, date, styles.CELL)
    page.text(row, KNOWN, known, _GOOD if known == "before" else _BAD)
    page.text(row, SOURCE, source, _SOURCE)
    _verified(page, row, verified=verified)


def _verified(page: Page, row: int, *, verified: bool) -> None:
    page.text(
        row,
        VERIFIED,
        "yes" if verified else "no",
        _GOOD if verified else _BAD,
    )


def _source(page: Page, row: int, source: CitedSource) -> None:
    page.text(row, KIND, "Work", styles.QUIET)
    page.text(row, DATE, source.id, styles.CELL)
    page.fill(row, (KNOWN, VALUE, UNIT), styles.CELL)
    page.text(row, WHAT, source.citation, styles.CELL)
    page.text(row, SOURCE, source.url, styles.QUIET)
    _verified(page, row, verified=source.verified)
    page.text(row, NOTE, source.supports, styles.QUIET)
