"""The sheet Pressures: the scorecard. Its score cells are the inputs; names and headers stay as they are.

Everything that follows from best scores recalculates from here. The scores that the program computed with stand locked
beside the inputs: they say what has changed, and they are the way back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.wording import SIDE_WORDS
from data.workbook import styles
from data.workbook.charts import data_bar, dress_bars, font, new_chart, rows_covered
from data.workbook.head_cells import name_head, write_head
from data.workbook.measure import pixels
from data.workbook.names import cells, near
from data.workbook.page import Page, set_up_printing
from data.workbook.score_rows import (
    BEST,
    CONFIDENCE,
    FACTOR,
    HIGH,
    ID,
    INDICATOR,
    JUSTIFICATION,
    LOW,
    QUESTION,
    SCORE_HEADERS,
    SCORE_WIDTHS,
    SCORED_HEADERS,
    SIDE,
    add_bars,
    check_inputs,
    name_rows,
    write_row,
)
from data.workbook.staleness import about_line
from data.workbook.styles import Style
from data.workbook.table import ABOUT_ROW, HEADER_ROW, head, protect

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from advisor.briefing import Briefing, FactorRow, PressureRow
    from data.workbook.model_layout import ModelLayout
    from data.workbook.names import Names
    from data.workbook.styles import Formats

NAME = "Pressures"
HEADERS = (*SCORE_HEADERS, "Changed", *(f"{header} as computed" for header in SCORED_HEADERS))
WIDTHS = (*SCORE_WIDTHS, 9, 10, 10, 10, 11)
CHANGED, LOW_THEN, BEST_THEN, HIGH_THEN, CONFIDENCE_THEN = range(len(SCORE_HEADERS), len(HEADERS))
_THEN = replace(styles.QUIET, align="center", number="General")
_ABOUT = (
    "Scores 0 to 10. Domestic: 10 is the strongest pressure to resist the US-preferred policy. External: 10 is the "
    "strongest pull to align with it. {} the anchors are in the notes on Best."
)
_LIVE = "Yellow cells are the inputs, and the whole workbook follows them;"
_NOT_LIVE = "Without the sheet Model nothing follows them here;"
_WAY_BACK = " To go back, copy the columns “as computed” on the right and paste their values over Low to Confidence."
_CHANGED_LOOK = Style(color=styles.CRIMSON, bold=True)
_CHART_HEIGHT = 420


def name_scores(names: Names, briefing: Briefing) -> tuple[str, ...]:
    """Name the score cells of each indicator by its id and return the names of the best scores, in order."""
    name_head(names)
    return name_rows(names, briefing.pressures, HEADER_ROW + 1)


def changes(briefing: Briefing) -> str:
    """Return the address of the cells that say "yes" where a score differs from the one computed with."""
    first = HEADER_ROW + 1
    return f"{NAME}!{cells(first, CHANGED, first + len(briefing.pressures) - 1, CHANGED)}"


def write_pressures(
    workbook: Workbook, worksheet: Worksheet, formats: Formats, briefing: Briefing, layout: ModelLayout
) -> None:
    """Fill the sheet."""
    page = Page(worksheet, formats, WIDTHS, live=layout.live)
    head(page, briefing, "Pressures", "", HEADERS, (LOW, BEST, HIGH, *range(CHANGED, len(HEADERS))))
    write_head(page, briefing)
    about_line(
        page, layout, (ABOUT_ROW, 1), _ABOUT.format(_LIVE if layout.live else _NOT_LIVE), styles.ABOUT, _WAY_BACK
    )
    first = HEADER_ROW + 1
    for row, pressure in enumerate(briefing.pressures, first):
        write_row(page, row, pressure)
        _as_computed(page, row, pressure)
    last = first + len(briefing.pressures) - 1
    check_inputs(worksheet, first, last)
    page.highlight((first, LOW, last, CONFIDENCE), f'={near(first, CHANGED, fixed_column=True)}="yes"', _CHANGED_LOOK)
    add_bars(worksheet, briefing.pressures, first)
    worksheet.autofilter(HEADER_ROW, 0, last, len(HEADERS) - 1)
    end = _factors(workbook, page, briefing, layout, last + 2)
    protect(page)
    page.finish()
    set_up_printing(page, briefing, landscape=True, pages_high=0, last=(end, JUSTIFICATION))


def _as_computed(page: Page, row: int, pressure: PressureRow) -> None:
    """Write the scores computed with, and whether the inputs still say the same: as text, where a blank is no 0."""
    for column, value in ((LOW_THEN, pressure.low), (BEST_THEN, pressure.best), (HIGH_THEN, pressure.high)):
        page.number(row, column, value, _THEN)
    page.text(row, CONFIDENCE_THEN, pressure.confidence, _THEN)
    now, then = (
        '&"|"&'.join(near(row, column) for column in columns)
        for columns in ((LOW, BEST, HIGH, CONFIDENCE), (LOW_THEN, BEST_THEN, HIGH_THEN, CONFIDENCE_THEN))
    )
    page.formula(row, CHANGED, f'=IF({now}={then},"no","yes")', "no", _THEN, own_sheet=True)


def _factors(workbook: Workbook, page: Page, briefing: Briefing, layout: ModelLayout, row: int) -> int:
    """Write the factors with their chart and return the last row that the chart covers."""
    page.worksheet.set_h_pagebreaks([row])
    page.text(row, SIDE, "Factors: weighted means of their indicators", replace(styles.TITLE, size=12))
    page.headers(row + 1, ("Id", "Side", "Factor"))
    page.text(row + 1, INDICATOR, "Value by best scores", styles.HEADER)
    first = row + 2
    for at, (factor, name) in enumerate(zip(briefing.factors, layout.factor.values(), strict=True), first):
        _factor(page, at, factor, name)
    chart = _factor_chart(workbook, briefing, first)
    page.chart(row + 1, QUESTION, chart, _description(briefing))
    return max(first + len(briefing.factors), row + 1 + rows_covered(_CHART_HEIGHT))


def _factor(page: Page, row: int, factor: FactorRow, value: str) -> None:
    page.text(row, ID, factor.id, styles.QUIET)
    side = replace(styles.CELL, color=styles.SIDE_COLOURS[factor.side], bold=True, size=9)
    page.text(row, SIDE, SIDE_WORDS[factor.side].capitalize(), side)
    page.text(row, FACTOR, factor.name, styles.NAME)
    page.formula(row, INDICATOR, f"={value}", factor.value, styles.SCORE)
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
    width = sum(pixels(width) for width in WIDTHS[QUESTION:CHANGED])
    chart.set_size({"width": width, "height": _CHART_HEIGHT})
    return chart


def _description(briefing: Briefing) -> str:
    parts = [f"{factor.name} ({factor.side}) {factor.value:.1f}" for factor in briefing.factors]
    return f"Bars of the factors from 0 to 10: {'; '.join(parts)}."
