"""The chart on the Brief: a bar an option for its likelihood now, a diamond for the horizon, lines at ICD 203 bands.

Excel has no such chart: it is a scatter chart of thick lines, one for each row of cells; their labels stand in the
cells beside it. Each bar has a grey twin: by formula one of the two has no length, so that the chart greys once scores
have changed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.wording import percent
from data.workbook import styles
from data.workbook.charts import font, new_chart
from data.workbook.names import near
from data.workbook.styles import Style

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart
    from xlsxwriter.workbook import Workbook

    from advisor.briefing import Briefing
    from data.workbook.model_layout import ModelLayout
    from data.workbook.page import Page

SHEET = "Brief"
_LABEL, _BODY, _NOW, _LATER = 1, 2, 3, 4
_FROM, _TO, _Y, _Y_AGAIN, _EDGE, _EDGE_Y, _MIDDLE, _MIDDLE_Y, _FROM_STALE, _TO_STALE = range(8, 18)
_ROW, _AXIS_ROWS = 15.0, 2
_BAR, _STALE_BAR = 9, "#C9CED3"
_PIXELS_PER_POINT = 4 / 3
_NARROWEST_NAMED = 0.09
_LEFT, _WIDTH = 0.015, 0.97
_CELL = Style(size=10, valign="vcenter")
_HELPER = Style(size=8, color=styles.INK3)
_TICK, _SMALL = font(8, styles.INK3), font(9, styles.INK3)
_NO_AXIS = {
    "major_gridlines": {"visible": False},
    "label_position": "none",
    "line": {"none": True},
    "major_tick_mark": "none",
}


def place_acceptance_chart(workbook: Workbook, page: Page, briefing: Briefing, layout: ModelLayout, row: int) -> int:
    """Write the section at `row` and return the row below it."""
    rows = briefing.acceptance
    _headings(page, briefing, row)
    for number, one in enumerate(rows):
        at = row + 1 + number
        page.text(at, _LABEL, one.label, replace(_CELL, shrink=True))
        for column, value in ((_NOW, one.p_now), (_LATER, one.p_horizon)):
            page.number(at, column, value, replace(_CELL, align="right", number="0 %"))
        height = len(rows) - number
        for column, value in ((_FROM, 0.0), (_Y, height), (_Y_AGAIN, height), (_FROM_STALE, 0.0)):
            page.number(at, column, value, _HELPER)
        changed, now = layout.changed, near(at, _NOW)
        page.formula(at, _TO, f"=IF({changed},0,{now})", one.p_now, _HELPER)
        page.formula(at, _TO_STALE, f"=IF({changed},{now},0)", 0.0, _HELPER)
        page.least_height(at, _ROW)
    last = row + len(rows) + _AXIS_ROWS
    for at in range(row + 1, last + 1):
        page.least_height(at, _ROW)
    _band_cells(page, briefing, row + 1)
    chart = _chart(workbook, briefing, row + 1)
    heights = [page.height_of(at) for at in range(row, last + 1)]
    _lay_out(chart, page.pixels_of(_BODY), heights)
    page.chart(row, _BODY, chart, _description(briefing))
    return last + 1


def _headings(page: Page, briefing: Briefing, row: int) -> None:
    page.fill(row, range(_LATER + 1), styles.SECTION)
    page.text(row, 0, "CHANCE OF ACCEPTANCE", styles.SECTION)
    page.text(row, _NOW, "Now", styles.SECTION_RIGHT)
    page.text(row, _LATER, briefing.horizon_text.capitalize(), styles.SECTION_RIGHT)
    page.text(row, _FROM, "Data of the chart: bar from, to, height; band edges; middles of bands; grey twin", _HELPER)
    page.least_height(row, 20)


def _band_cells(page: Page, briefing: Briefing, row: int) -> None:
    for at, band in enumerate(briefing.bands[1:], row):
        page.number(at, _EDGE, band.low, _HELPER)
        page.number(at, _EDGE_Y, 0.5, _HELPER)
    for at, band in enumerate(briefing.bands, row):
        page.number(at, _MIDDLE, (band.low + band.high) / 2, _HELPER)
        page.number(at, _MIDDLE_Y, 0.0, _HELPER)


def _chart(workbook: Workbook, briefing: Briefing, first: int) -> Chart:
    chart = new_chart(workbook, "scatter", "straight_with_markers")
    last = first + len(briefing.acceptance) - 1
    # Excel draws later series on top, LibreOffice earlier ones: the diamonds stand at both ends, mirrored.
    _diamonds(chart, first, last, (("#FFFFFF", 5), (styles.INK, 8)))
    _bands(chart, briefing, first)
    _bars(chart, briefing, first)
    _diamonds(chart, first, last, ((styles.INK, 8), ("#FFFFFF", 5)))
    chart.set_title({"name": _title(briefing), "overlay": True, "layout": {"x": _LEFT, "y": 0.01}, "name_font": _SMALL})
    chart.set_legend({"none": True})
    name = "Chance that the government accepts it"
    chart.set_x_axis({**_NO_AXIS, "min": 0, "max": 1, "name": name, "name_font": _TICK})
    chart.set_y_axis({**_NO_AXIS, "min": 0.5 - _AXIS_ROWS, "max": len(briefing.acceptance) + 0.5})
    chart.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
    return chart


def _title(briefing: Briefing) -> str:
    return f"Bar: now.   ◇ {briefing.horizon_text}.   Lines: ICD 203 bands."


def _bars(chart: Chart, briefing: Briefing, first: int) -> None:
    for at, one in enumerate(briefing.acceptance, first):
        for start, end, colour in (
            (_FROM, _TO, styles.VERDICT_BARS[one.verdict]),
            (_FROM_STALE, _TO_STALE, _STALE_BAR),
        ):
            chart.add_series(
                {
                    "name": [SHEET, at, _LABEL],
                    "categories": [SHEET, at, start, at, end],
                    "values": [SHEET, at, _Y, at, _Y_AGAIN],
                    "marker": {"type": "none"},
                    "line": {"color": colour, "width": _BAR},
                }
            )


def _diamonds(chart: Chart, first: int, last: int, layers: tuple[tuple[str, int], ...]) -> None:
    for colour, size in layers:
        chart.add_series(
            {
                "name": [SHEET, first - 1, _LATER],
                "categories": [SHEET, first, _LATER, last, _LATER],
                "values": [SHEET, first, _Y, last, _Y],
                "marker": {"type": "diamond", "size": size, "fill": {"color": colour}, "border": {"none": True}},
                "line": {"none": True},
            }
        )


def _bands(chart: Chart, briefing: Briefing, first: int) -> None:
    """Add the lines at the edges of the bands, lettered with percentages, and the terms between them."""
    edges = briefing.bands[1:]
    line = {"color": "#B4BCC4", "width": 0.75}
    height = len(briefing.acceptance)
    bars = {"type": "fixed", "value": height, "direction": "plus", "end_style": 0, "line": line}
    percentages: list[dict[str, object]] = [{"value": percent(band.low)} for band in edges]
    terms = [_term(band.words, band.high - band.low) for band in briefing.bands]
    chart.add_series({**_lettered("ICD 203 bands", first, _EDGE, _EDGE_Y, percentages), "y_error_bars": bars})
    chart.add_series(_lettered("ICD 203 terms", first, _MIDDLE, _MIDDLE_Y, terms))


def _lettered(name: str, first: int, x: int, y: int, labels: list[dict[str, object]]) -> dict[str, object]:
    last = first + len(labels) - 1
    return {
        "name": name,
        "categories": [SHEET, first, x, last, x],
        "values": [SHEET, first, y, last, y],
        "marker": {"type": "none"},
        "line": {"none": True},
        "data_labels": {"value": True, "position": "below", "font": _TICK, "custom": labels},
    }


def _term(words: str, width: float) -> dict[str, object]:
    return {"value": words.removesuffix(" chance")} if width >= _NARROWEST_NAMED else {"delete": True}


def _lay_out(chart: Chart, width: int, heights: list[float]) -> None:
    """Size the chart over its rows so that every bar stands level with its label."""
    total = sum(heights)
    chart.set_size({"width": width, "height": round(total * _PIXELS_PER_POINT)})
    plot = {"x": _LEFT, "y": heights[0] / total, "width": _WIDTH, "height": 1 - heights[0] / total}
    chart.set_plotarea({"layout": plot, "fill": {"none": True}})


def _description(briefing: Briefing) -> str:
    parts = [f"{one.label[2:]} {percent(one.p_now)} now, {percent(one.p_horizon)} later" for one in briefing.acceptance]
    return f"Chance that the government accepts each option, now and {briefing.horizon_text}: {'; '.join(parts)}."
