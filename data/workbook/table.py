"""What the sheets with a table have in common: head, frozen header row, links back, verdict colours."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.findings import VERDICTS
from advisor.wording import verdict_text
from data.workbook import styles

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from advisor.briefing import Briefing
    from data.workbook.page import Page
    from data.workbook.styles import Formats

TITLE_ROW, ABOUT_ROW, HEADER_ROW = 1, 2, 3
HOME = "Brief"


def head(
    page: Page, briefing: Briefing, title: str, about: str, headers: Sequence[str], centred: Container[int] = ()
) -> None:
    """Write the heading of a sheet that is one table, and its header row; an empty `about` leaves that line free."""
    heading(page, briefing, title, about)
    page.headers(HEADER_ROW, headers, centred)
    page.worksheet.freeze_panes(HEADER_ROW + 1, 0)
    page.worksheet.repeat_rows(HEADER_ROW)


def heading(page: Page, briefing: Briefing, title: str, about: str) -> None:
    """Write the banner, the title with a link to the Brief, and what the sheet is for."""
    page.banner(briefing)
    page.link(TITLE_ROW, 0, HOME, replace(styles.LINK, valign="vcenter"))
    page.text(TITLE_ROW, 1, f"{title} – {briefing.country}, {briefing.as_of_text}", replace(styles.TITLE, size=16))
    if about:
        page.text(ABOUT_ROW, 1, about, styles.ABOUT)


def protect(page: Page) -> None:
    """Keep the formulas of a live page from being typed over by mistake.

    There is no password, and Tab stops at unlocked cells alone.
    """
    if not page.live:
        return
    allowed = ("autofilter", "format_columns", "format_rows", "objects", "sort")
    page.worksheet.protect("", dict.fromkeys(allowed, True))


def verdict_colours(page: Page, formats: Formats, cells: tuple[int, int, int, int]) -> None:
    """Colour cells, from first row and column to last row and column, by the verdict they name."""
    for verdict in VERDICTS:
        rule = {
            "type": "cell",
            "criteria": "==",
            "value": f'"{verdict_text(verdict)}"',
            "format": formats.highlight(styles.chip(verdict)),
        }
        page.worksheet.conditional_format(*cells, rule)
