"""The sheet Evidence: facts and readings with their sources, and the works that the rules cite."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.workbook import styles
from data.workbook.page import Page, set_up_printing
from data.workbook.table import HEADER_ROW, head

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from advisor.briefing import Briefing
    from advisor.evidence_table import EvidenceRow, SeriesRow
    from advisor.why_table import CitedSource
    from data.workbook.styles import Formats

NAME = "Evidence"
HEADERS = ("Kind", "Date", "As of", "What", "Value", "Unit", "Source", "Verified", "Note")
SOURCE_HEADERS = ("Kind", "Id", "", "Citation", "", "", "Supports", "Verified", "Address")
WIDTHS = (10, 13, 9, 66, 11, 8, 48, 9, 40)
KIND, DATE, KNOWN, WHAT, VALUE, UNIT, SOURCE, VERIFIED, NOTE = range(len(HEADERS))
_ABOUT = "As of: whether it was known before or only after the date of the assessment. Not verified: not looked up; check before citing."


def write_evidence(worksheet: Worksheet, formats: Formats, briefing: Briefing) -> None:
    """Fill the sheet."""
    page = Page(worksheet, formats, WIDTHS)
    head(page, briefing, "Evidence", _ABOUT, HEADERS)
    row = HEADER_ROW + 1
    for row, fact in enumerate(briefing.evidence, row):
        _fact(page, row, fact)
    first = HEADER_ROW + 1 + len(briefing.evidence)
    for row, reading in enumerate(briefing.series, first):
        _reading(page, row, reading)
    last = first + len(briefing.series) - 1
    if last == HEADER_ROW:
        last += 1
        page.text(last, WHAT, "No facts and no data are recorded for this assessment.", styles.TEXT)
    worksheet.autofilter(HEADER_ROW, 0, last, len(HEADERS) - 1)
    end = _sources(page, briefing, last + 2)
    page.finish()
    set_up_printing(page, briefing, landscape=True, pages_high=0, last=(end, len(HEADERS) - 1))


def _fact(page: Page, row: int, fact: EvidenceRow) -> None:
    _common(page, row, "Fact", fact.date, fact.known, fact.source, verified=fact.verified)
    page.text(row, WHAT, fact.text, styles.CELL)
    page.fill(row, (VALUE, UNIT, NOTE), styles.CELL)


def _reading(page: Page, row: int, reading: SeriesRow) -> None:
    _common(page, row, "Series", reading.date, reading.known, reading.source, verified=reading.verified)
    page.text(row, WHAT, reading.series, styles.CELL)
    page.number(row, VALUE, reading.value, replace(styles.CELL, align="right", number="#,##0.##"))
    page.text(row, UNIT, reading.unit, styles.CELL)
    page.text(row, NOTE, reading.note, styles.QUIET)


def _common(page: Page, row: int, kind: str, date: str, known: str, source: str, *, verified: bool) -> None:
    page.text(row, KIND, kind, styles.QUIET)
    page.text(row, DATE, date, styles.CELL)
    page.text(row, KNOWN, known, replace(styles.CELL, color=styles.INK if known == "before" else styles.CRIMSON))
    page.text(row, SOURCE, source, replace(styles.CELL, color=styles.INK2))
    _verified(page, row, verified=verified)


def _verified(page: Page, row: int, *, verified: bool) -> None:
    page.text(row, VERIFIED, "yes" if verified else "no", replace(styles.CELL, color=styles.INK if verified else styles.CRIMSON))


def _sources(page: Page, briefing: Briefing, row: int) -> int:
    """Write the works cited and return the last row."""
    page.text(row, DATE, "Works cited on the sheet Why", replace(styles.TITLE, size=12))
    page.headers(row + 1, SOURCE_HEADERS)
    for at, source in enumerate(briefing.sources, row + 2):
        _source(page, at, source)
    return row + 1 + len(briefing.sources)


def _source(page: Page, row: int, source: CitedSource) -> None:
    page.text(row, KIND, "Work", styles.QUIET)
    page.text(row, DATE, source.id, styles.CELL)
    page.fill(row, (KNOWN, VALUE, UNIT), styles.CELL)
    page.text(row, WHAT, source.citation, styles.CELL)
    page.text(row, SOURCE, source.supports, replace(styles.CELL, color=styles.INK2))
    _verified(page, row, verified=source.verified)
    page.text(row, NOTE, source.url, styles.QUIET)
