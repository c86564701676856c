"""The sheet Pressures: the scorecard. Its score cells are the inputs; names and headers stay as they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.scores import CONFIDENCES
from advisor.wording import SIDE_WORDS
from data.workbook import styles
from data.workbook.charts import data_bar, dress_bars, font, new_chart, rows_covered
from data.workbook.measure import pixels
from data.workbook.page import Page, set_up_printing
from data.workbook.table import HEADER_ROW, head
from data.workbook.text import cell_text, defined_name

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from advisor.briefing import Briefing, FactorRow, PressureRow
    from data.workbook.styles import Formats

NAME = "Pressures"
HEADERS = ("Id", "Side", "Factor", "Indicator", "Question", "Low", "Best", "High", "Confidence", "Justification")
WIDTHS = (20, 9, 22, 27, 46, 7, 10, 7, 11, 44)
ID, SIDE, FACTOR, INDICATOR, QUESTION, LOW, BEST, HIGH, CONFIDENCE, JUSTIFICATION = range(len(HEADERS))
_INPUT = replace(styles.SCORE, fill="#FFFDF3", unlocked=True, size=10.5, align="center")
_INPUT_TEXT = replace(styles.CELL, fill="#FFFDF3", unlocked=True)
_ABOUT = (
    "Scores 0 to 10. Domestic: 10 is the strongest pressure to resist the US-preferred policy. External: 10 is the "
    "strongest pull to align with it. Yellow cells are the inputs; the anchors are in the notes on Best."
)
_CHART_HEIGHT = 420
_INPUT_HELP = "Half points are fine. Low is at most Best, Best at most High. Leave all three empty while unknown."


def write_pressures(workbook: Workbook, worksheet: Worksheet, formats: Formats, briefing: Briefing) -> None:
    """Fill the sheet."""
    page = Page(worksheet, formats, WIDTHS)
    head(page, briefing, "Pressures", _ABOUT, HEADERS, (LOW, BEST, HIGH))
    first = HEADER_ROW + 1
    taken: set[str] = set()
    for row, pressure in enumerate(briefing.pressures, first):
        _pressure(page, row, pressure)
        _name_cells(workbook, row, pressure.id, taken)
    last = first + len(briefing.pressures) - 1
    _inputs(worksheet, first, last)
    _bars(worksheet, briefing, first)
    worksheet.autofilter(HEADER_ROW, 0, last, len(HEADERS) - 1)
    end = _factors(workbook, page, briefing, last + 2)
    page.finish()
    set_up_printing(page, briefing, landscape=True, pages_high=0, last=(end, len(HEADERS) - 1))


def _pressure(page: Page, row: int, pressure: PressureRow) -> None:
    page.text(row, ID, pressure.id, styles.QUIET)
    side = replace(styles.CELL, color=styles.SIDE_COLOURS[pressure.side], bold=True, size=9)
    page.text(row, SIDE, SIDE_WORDS[pressure.side].capitalize(), side)
    page.text(row, FACTOR, pressure.factor, styles.CELL)
    page.text(row, INDICATOR, pressure.name, styles.NAME)
    page.text(row, QUESTION, pressure.question, replace(styles.CELL, color=styles.INK2))
    for column, value in ((LOW, pressure.low), (BEST, pressure.best), (HIGH, pressure.high)):
        page.number(row, column, value, replace(_INPUT, bold=column == BEST))
    page.text(row, CONFIDENCE, pressure.confidence, _INPUT_TEXT)
    page.text(row, JUSTIFICATION, pressure.justification, _INPUT_TEXT)
    anchors = "\n".join(f"{score}: {text}" for score, text in pressure.anchors)
    note = {"author": "Playbook", "width": 380, "height": 190, "font_name": styles.FONT, "font_size": 9}
    page.worksheet.write_comment(row, BEST, cell_text(anchors), note)


def _name_cells(workbook: Workbook, row: int, identifier: str, taken: set[str]) -> None:
    for column, suffix in ((LOW, "_low"), (BEST, ""), (HIGH, "_high")):
        name = defined_name(f"{identifier}{suffix}", taken)
        taken.add(name.lower())
        letter = "ABCDEFGHIJ"[column]
        workbook.define_name(name, f"={NAME}!${letter}${row + 1}")


def _inputs(worksheet: Worksheet, first: int, last: int) -> None:
    worksheet.data_validation(
        first,
        LOW,
        last,
        HIGH,
        {
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": 10,
            "input_title": "Score from 0 to 10",
            "input_message": _INPUT_HELP,
            "error_title": "Not a score",
            "error_message": "Enter a number from 0 to 10, or empty the cell while the score is unknown.",
        },
    )
    worksheet.data_validation(
        first,
        CONFIDENCE,
        last,
        CONFIDENCE,
        {
            "validate": "list",
            "source": [*CONFIDENCES, "unknown"],
            "error_title": "Not a confidence",
            "error_message": "Choose low, moderate or high; unknown while there is no score.",
        },
    )


def _bars(worksheet: Worksheet, briefing: Briefing, first: int) -> None:
    for row, pressure in enumerate(briefing.pressures, first):
        worksheet.conditional_format(row, BEST, row, BEST, data_bar(styles.SIDE_SOFT[pressure.side], 10))


def _factors(workbook: Workbook, page: Page, briefing: Briefing, row: int) -> int:
    """Write the factors with their chart and return the last row that the chart covers."""
    page.worksheet.set_h_pagebreaks([row])
    page.text(row, SIDE, "Factors: weighted means of their indicators", replace(styles.TITLE, size=12))
    page.headers(row + 1, ("Id", "Side", "Factor"))
    page.text(row + 1, INDICATOR, "Value by best scores", styles.HEADER)
    first = row + 2
    for at, factor in enumerate(briefing.factors, first):
        _factor(page, at, factor)
    chart = _factor_chart(workbook, briefing, first)
    page.chart(row + 1, QUESTION, chart, _description(briefing))
    return max(first + len(briefing.factors), row + 1 + rows_covered(_CHART_HEIGHT))


def _factor(page: Page, row: int, factor: FactorRow) -> None:
    page.text(row, ID, factor.id, styles.QUIET)
    side = replace(styles.CELL, color=styles.SIDE_COLOURS[factor.side], bold=True, size=9)
    page.text(row, SIDE, SIDE_WORDS[factor.side].capitalize(), side)
    page.text(row, FACTOR, factor.name, styles.NAME)
    page.number(row, INDICATOR, factor.value, styles.SCORE)
    page.worksheet.conditional_format(row, INDICATOR, row, INDICATOR, data_bar(styles.SIDE_SOFT[factor.side], 10))


def _factor_chart(workbook: Workbook, briefing: Briefing, first: int) -> Chart:
    chart = new_chart(workbook, "bar")
    last = first + len(briefing.factors) - 1
    chart.add_series(
        {
            "name": "Value by best scores",
            "categories": [NAME, first, FACTOR, last, FACTOR],
            "values": [NAME, first, INDICATOR, last, INDICATOR],
            "points": [{"fill": {"color": styles.SIDE_COLOURS[factor.side]}} for factor in briefing.factors],
            "gap": 45,
            "data_labels": {"value": True, "num_format": "0.0", "font": font(12)},
        }
    )
    scale = {"min": 0, "max": 10, "major_unit": 2}
    dress_bars(chart, "Pressures and pulls", "Factor", "Value (clay: domestic, blue: external)", scale)
    chart.set_legend({"none": True})
    width = sum(pixels(width) for width in WIDTHS[QUESTION:])
    chart.set_size({"width": width, "height": _CHART_HEIGHT})
    return chart


def _description(briefing: Briefing) -> str:
    parts = [f"{factor.name} ({factor.side}) {factor.value:.1f}" for factor in briefing.factors]
    return f"Bars of the factors from 0 to 10: {'; '.join(parts)}."
