"""The sheet Why: every contribution to the stance and to each standing; they add up to the row that closes them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.workbook import styles
from data.workbook.page import Page, set_up_printing
from data.workbook.table import HEADER_ROW, head

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from advisor.briefing import Briefing
    from advisor.why_table import WhyRow
    from data.workbook.styles import Formats, Style

NAME = "Why"
HEADERS = ("Of", "Kind", "What", "Side", "Degree", "Points", "Because", "Rationale and advice", "Sources", "Veto")
WIDTHS = (30, 11, 26, 10, 8, 8, 38, 58, 15, 12)
OF, KIND, WHAT, SIDE, DEGREE, POINTS, BECAUSE, RATIONALE, SOURCES, VETO = range(len(HEADERS))
_ABOUT = (
    "Every term, by weight. A rule gives its points times the degree to which its condition holds. "
    "Sources are on the sheet Evidence."
)
_SUM = "Sum"


def write_why(worksheet: Worksheet, formats: Formats, briefing: Briefing) -> None:
    """Fill the sheet."""
    page = Page(worksheet, formats, WIDTHS)
    head(page, briefing, "Why", _ABOUT, HEADERS, (DEGREE, POINTS))
    for row, reason in enumerate(briefing.why, HEADER_ROW + 1):
        _reason(page, row, reason)
    last = HEADER_ROW + len(briefing.why)
    worksheet.autofilter(HEADER_ROW, 0, last, len(HEADERS) - 1)
    page.finish()
    set_up_printing(page, briefing, landscape=True, pages_high=0, last=(last, len(HEADERS) - 1))


def _reason(page: Page, row: int, reason: WhyRow) -> None:
    total = reason.kind == _SUM
    cell = replace(styles.CELL, bold=total, fill=styles.ACCENT_SOFT if total else "")
    side = styles.SIDE_COLOURS[reason.side_id] if reason.side_id else styles.INK
    page.text(row, OF, reason.subject, replace(cell, color=styles.INK if total else styles.INK3))
    page.text(row, KIND, reason.kind, cell)
    page.text(row, WHAT, reason.name, replace(cell, bold=True))
    page.text(row, SIDE, reason.side, replace(cell, color=side))
    page.number(row, DEGREE, reason.degree, replace(cell, align="center", number="0.00"))
    page.number(row, POINTS, reason.points, _points_style(cell, reason))
    page.text(row, BECAUSE, reason.condition, cell)
    page.text(row, RATIONALE, reason.rationale, cell)
    page.text(row, SOURCES, ", ".join(reason.sources), replace(cell, size=9, color=styles.INK3))
    page.text(row, VETO, reason.veto, replace(cell, color=styles.CRIMSON))


def _points_style(cell: Style, reason: WhyRow) -> Style:
    colour = styles.CRIMSON if reason.points < 0 else styles.INK
    return replace(cell, align="center", number=styles.POINTS.number, color=colour)
