"""The summary of a scored panel as an Excel workbook: counts, heat tables over time, and what is wrong with rows."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from xlsxwriter.workbook import Workbook

from advisor.findings import VERDICTS
from advisor.marking import marking_colours
from advisor.playbook import STANCE_CLASSES
from advisor.wording import STANCE_GLYPHS, STANCE_WORDS, signed, verdict_text
from data.safe_file import replace_file
from data.workbook import styles
from data.workbook.page import Page
from data.workbook.styles import Formats, Style
from data.workbook.text import header_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from advisor.arrays import Array
    from advisor.panel_summary import PanelSummary
    from advisor.playbook import Playbook
    from data.panel.report import PanelReport

SUMMARY, STANCE, OPTIONS, PROBLEMS = "Summary", "Stance over time", "Options over time", "Problems"
_BANNER_ROW, _TITLE_ROW, _ABOUT_ROW, _HEADER_ROW = range(4)
_NAME_WIDTH, _PERIOD_WIDTH, _SHARE_WIDTH, _TEXT_WIDTH = 46, 8, 13, 110
_MARKING_LENGTH = 60
_SCALE_OVER_TIME = 65
_INDEX = replace(styles.POINTS, size=9)
_SHARE = replace(styles.SHARE, size=9)
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


def write_summary(path: Path, playbook: Playbook, summary: PanelSummary, report: PanelReport, marking: str) -> None:
    """Write the workbook, whole or not at all.

    Raises
    ------
    DataError
        The file could not be written; what stood at `path` is as it was.
    """
    buffer = io.BytesIO()
    with Workbook(buffer, _OPTIONS) as workbook:
        book = _Book(workbook, report.file, marking)
        _fill_summary(book, playbook, summary, report)
        _fill_stance(book, playbook, summary)
        _fill_options(book, playbook, summary)
        _fill_problems(book, report)
    replace_file(path, buffer.getvalue())


class _Book:
    """The workbook with what all its sheets have in common."""

    def __init__(self, workbook: Workbook, file: str, marking: str) -> None:
        self._workbook, self._file, self._marking = workbook, file, marking
        self._formats = Formats(workbook)

    def page(self, name: str, title: str, about: str, widths: Sequence[float], frozen: int = 0) -> Page:
        """Begin a sheet: marking, title, what it shows, and print set-up.

        A sheet with `frozen` columns is as wide as time is long: it prints over several pages, these columns on each.
        """
        page = Page(self._workbook.add_worksheet(name), self._formats, widths)
        fill, color = marking_colours(self._marking)
        banner = Style(size=11, bold=True, color=color, fill=fill)
        page.text(_BANNER_ROW, 0, self._marking, banner)
        page.fill(_BANNER_ROW, range(1, len(widths)), banner)
        page.text(_TITLE_ROW, 0, f"{title} – {self._file}", replace(styles.TITLE, size=16))
        page.text(_ABOUT_ROW, 0, about, styles.ABOUT)
        sheet = page.worksheet
        sheet.freeze_panes(_HEADER_ROW + 1, frozen)
        sheet.repeat_rows(_HEADER_ROW)
        sheet.set_landscape()
        if frozen:
            sheet.repeat_columns(0, frozen - 1)
            sheet.set_print_scale(_SCALE_OVER_TIME)
        else:
            sheet.fit_to_pages(1, 0)
        marking = header_text(self._marking, _MARKING_LENGTH)
        sheet.set_header(f"&C{marking}")
        sheet.set_footer(f"&C{marking}&RPage &P of &N")
        return page


def _fill_summary(book: _Book, playbook: Playbook, summary: PanelSummary, report: PanelReport) -> None:
    identity = playbook.identity
    about = (
        f"{report.scored:,} of {report.rows:,} rows scored, {report.rows - report.scored:,} left out. "
        f"{identity.name} playbook {identity.version} ({identity.sha256[:12]}). Shares are of the rows scored."
    )
    page = book.page(SUMMARY, "Panel", about, [_NAME_WIDTH, *[_SHARE_WIDTH] * len(VERDICTS)])
    page.headers(_HEADER_ROW, ["Stance by best scores", "Rows"], {1})
    row = _HEADER_ROW + 1
    for name, share in zip(STANCE_CLASSES, summary.classes, strict=True):
        page.text(row, 0, f"{STANCE_GLYPHS[name]} {STANCE_WORDS[name]}", styles.NAME)
        page.number(row, 1, float(share), styles.SHARE)
        row += 1
    row += 1
    page.headers(row, ["Verdict by best scores", *map(verdict_text, VERDICTS)], set(range(1, len(VERDICTS) + 1)))
    names = [option.name for option in playbook.options]
    _heat(page, row + 1, names, summary.verdicts, styles.SHARE, _share_colours(styles.OUTLINE))
    page.finish()


def _fill_stance(book: _Book, playbook: Playbook, summary: PanelSummary) -> None:
    model = playbook.stance_model
    about = (
        f"Mean stance index of the rows of a case in a period; to {signed(model.cut_divergent)} divergent, "
        f"above {signed(model.cut_aligned)} aligned, between them contested."
    )
    if summary.more_cases:
        about += f" The first {len(summary.cases):,} cases are shown; shares above them are of all."
    page = book.page(STANCE, "Stance over time", about, _over_time(summary), frozen=1)
    page.headers(_HEADER_ROW, ["", *summary.periods], set(range(1, len(summary.periods) + 1)))
    shares = [f"{STANCE_GLYPHS[name]} {STANCE_WORDS[name]}, share of rows" for name in STANCE_CLASSES]
    first = _HEADER_ROW + 1
    _heat(page, first, shares, summary.classes_by_period, _SHARE)
    ends = (model.cut_divergent - model.sigma, model.cut_aligned + model.sigma)
    colours = {
        "type": "3_color_scale",
        **{f"{part}_type": "num" for part in ("min", "mid", "max")},
        "min_value": ends[0],
        "mid_value": sum(ends) / 2,
        "max_value": ends[1],
        "min_color": styles.SIDE_SOFT["domestic"],
        "mid_color": styles.WHITE,
        "max_color": styles.SIDE_SOFT["external"],
    }
    _heat(page, first + len(shares), summary.cases, summary.index, _INDEX, colours)
    page.finish()


def _fill_options(book: _Book, playbook: Playbook, summary: PanelSummary) -> None:
    lead, offer = (verdict_text(verdict) for verdict in VERDICTS[:2])
    about = f"Share of the rows of a period in which the verdict by best scores is {lead} or {offer}."
    page = book.page(OPTIONS, "Options over time", about, _over_time(summary), frozen=1)
    page.headers(_HEADER_ROW, ["", *summary.periods], set(range(1, len(summary.periods) + 1)))
    names = [option.name for option in playbook.options]
    _heat(page, _HEADER_ROW + 1, names, summary.reach_by_period, _SHARE, _share_colours(styles.TEAL_MIDDLE))
    page.finish()


def _fill_problems(book: _Book, report: PanelReport) -> None:
    about = f"{report.listed:,} rows have a problem; the column problem of the output says it of every row."
    if report.listed > len(report.problems):
        about += f" The first {len(report.problems):,} are listed here."
    page = book.page(PROBLEMS, "Problems", about, [_PERIOD_WIDTH, _SHARE_WIDTH, _TEXT_WIDTH])
    page.headers(_HEADER_ROW, ["Row", "Result", "Problem"])
    for row, problem in enumerate(report.problems, _HEADER_ROW + 1):
        page.number(row, 0, problem.row, styles.CENTRED)
        page.text(row, 1, "scored" if problem.scored else "left out", styles.CELL)
        page.text(row, 2, problem.what, styles.CELL)
    page.finish()


def _heat(
    page: Page, first: int, names: Sequence[str], table: Array, style: Style, colours: dict[str, object] | None = None
) -> None:
    """Write a table of numbers with the name of each row before it, coloured by value."""
    for row, (name, values) in enumerate(zip(names, table.tolist(), strict=True), first):
        page.text(row, 0, name, styles.NAME)
        for column, value in enumerate(values, 1):
            page.number(row, column, None if np.isnan(value) else value, style)
    if colours:
        page.worksheet.conditional_format(first, 1, first + len(names) - 1, table.shape[1], colours)


def _over_time(summary: PanelSummary) -> list[float]:
    return [_NAME_WIDTH, *[_PERIOD_WIDTH] * len(summary.periods)]


def _share_colours(most: str) -> dict[str, object]:
    return {
        "type": "2_color_scale",
        "min_type": "num",
        "max_type": "num",
        "min_value": 0,
        "max_value": 1,
        "min_color": styles.WHITE,
        "max_color": most,
    }
