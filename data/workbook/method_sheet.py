"""The sheet Method: what the words mean, how they come about, their limits, and the playbook and draws behind them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.method_text import MethodSection
from advisor.wording import percent
from data.workbook import model_layout, styles
from data.workbook.page import Page, set_up_printing
from data.workbook.styles import Style
from data.workbook.table import HOME, TITLE_ROW

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlsxwriter.worksheet import Worksheet

    from advisor.briefing import Briefing
    from data.workbook.styles import Formats

NAME = "Method"
WIDTHS = (32, 86)
_LABEL, _BODY = range(2)
_HERE = "This workbook"
_ABOUT_THE_WORKBOOK = (
    "Change a score on the sheet Pressures, and all that follows from best scores recalculates: factors, stance, "
    "standings, verdicts by best scores and ranks, with the tables and charts that show them. The sheet Model holds "
    "the arithmetic as ordinary formulas, without macros, and its cells have names for formulas of your own.",
    "What rests on draws cannot be a formula: chances, verdicts over the ranges, reasons, plan and prices. It carries "
    "the time it was computed and turns grey once a score differs from those it was computed for; these stand locked "
    "on the right of Pressures, as the way back.",
    "Pressures, Options, Why, Timeline and Model are protected so that no formula is typed over by mistake, and so "
    "that Tab goes from input to input. There is no password: Review, Unprotect Sheet.",
)
_AS_COMPUTED = (
    "Every number here is as it was computed: this workbook was written without the sheet Model, which would "
    "recalculate it.",
)
_LEFT_OUT = "Left out of this workbook: {}."
_HEADING = Style(size=11, bold=True, color=styles.ACCENT, wrap=True)
_TEXT = Style(size=10.5, wrap=True)


def write_method(worksheet: Worksheet, formats: Formats, briefing: Briefing, left_out: Sequence[str] = ()) -> None:
    """Fill the sheet; `left_out` are the sheets that the briefing could have and the workbook has not."""
    page = Page(worksheet, formats, WIDTHS)
    page.banner(briefing)
    page.text(TITLE_ROW, _LABEL, "Method and limits", replace(styles.TITLE, size=16))
    page.link(TITLE_ROW, _BODY, HOME, replace(styles.LINK, align="right", valign="vcenter"))
    about = _ABOUT_THE_WORKBOOK if model_layout.NAME not in left_out else _AS_COMPUTED
    own = MethodSection(_HERE, (*about, *((_LEFT_OUT.format(", ".join(left_out)),) if left_out else ())))
    row = _sections(page, (*briefing.method, own), TITLE_ROW + 2)
    row = _scale(page, briefing, row + 1)
    row = _facts(page, briefing, row + 1)
    page.worksheet.freeze_panes(TITLE_ROW + 1, 0)
    page.finish()
    set_up_printing(page, briefing, landscape=False, pages_high=1, last=(row - 1, _BODY))


def _sections(page: Page, sections: Iterable[MethodSection], row: int) -> int:
    for section in sections:
        for number, paragraph in enumerate(section.paragraphs):
            page.text(row, _LABEL, "" if number else section.heading, _HEADING)
            page.text(row, _BODY, paragraph, _TEXT)
            row += 1
    return row


def _scale(page: Page, briefing: Briefing, row: int) -> int:
    page.headers(row, ("Likelihood in words (ICD 203)", "Probability"))
    for at, band in enumerate(briefing.bands, row + 1):
        page.text(at, _LABEL, band.words, styles.CELL)
        page.text(at, _BODY, f"{percent(band.low).removesuffix(' %')}–{percent(band.high)}", styles.CELL)
    return row + 1 + len(briefing.bands)


def _facts(page: Page, briefing: Briefing, row: int) -> int:
    page.headers(row, ("This briefing", ""))
    own = (("Assessment", f"{briefing.country}, as of {briefing.as_of_text}"), ("Computed", briefing.composed_text))
    facts = (*own, *briefing.method_facts)
    for at, (label, value) in enumerate(facts, row + 1):
        page.text(at, _LABEL, label, styles.NAME)
        page.text(at, _BODY, value, styles.CELL)
    return row + 1 + len(facts)
