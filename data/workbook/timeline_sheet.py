"""The sheet Timeline: the assessments of the case by best scores, with charts of the stance and of the factors.

The assessment that is briefed follows the scores; the others stand as they were.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.moment_table import NOT_SCORED
from advisor.phrasing import day_text
from data.workbook import styles
from data.workbook.charts import dress_lines, font, new_chart, rows_covered
from data.workbook.names import near
from data.workbook.page import NOT_AVAILABLE, Page, set_up_printing
from data.workbook.styles import Style
from data.workbook.table import HEADER_ROW, head, protect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlsxwriter.chart import Chart
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from advisor.briefing import Briefing
    from advisor.moment_table import MomentRow
    from advisor.playbook import Side
    from data.workbook.model_layout import ModelLayout
    from data.workbook.styles import Formats

NAME = "Timeline"
HEADERS = ("As of", "Which", "Stance by best scores", "Stance index", "Divergent up to", "Aligned above")
WIDTHS = (17, 15, 21, 11, 11, 11)
AS_OF, WHICH, STANCE, INDEX, DIVERGENT, ALIGNED = range(len(HEADERS))
FIRST_FACTOR = len(HEADERS)
_FACTOR_WIDTH = 13
_ABOUT = "Assessments of this case by best scores, in order of date. A factor without any score is left out."
_FOLLOWS = " The row of this briefing follows the sheet Pressures."
_FIRST_YEAR = 1900
_DATE = replace(styles.NAME, number="d mmm yyyy")
_VALUE = replace(styles.CELL, align="center", number="0.0")
_INDEX_STYLE = replace(_VALUE, bold=True, number="+0.00;−0.00;0.00")
_CUT = replace(_VALUE, number="+0.00;−0.00;0.00", color=styles.INK3)
_HIDDEN = Style(color=styles.WHITE)
_MARKERS = ("circle", "square", "triangle", "diamond", "long_dash", "star", "plus")
_CHART_HEIGHT = 380
_ROWS_ON_A_PAGE = 8
_DATE_LABELS = 12


def write_timeline(
    workbook: Workbook, worksheet: Worksheet, formats: Formats, briefing: Briefing, layout: ModelLayout
) -> None:
    """Fill the sheet."""
    factors = briefing.factors
    page = Page(worksheet, formats, (*WIDTHS, *[_FACTOR_WIDTH] * len(factors)), live=layout.live)
    headers = (*HEADERS, *(f"{factor.name} ({factor.side})" for factor in factors))
    head(
        page,
        briefing,
        "Timeline",
        f"{_ABOUT}{_FOLLOWS}" if layout.live else _ABOUT,
        headers,
        range(INDEX, len(headers)),
    )
    first, last = HEADER_ROW + 1, HEADER_ROW + len(briefing.moments)
    dated = all(moment.as_of.year >= _FIRST_YEAR for moment in briefing.moments)
    for row, moment in enumerate(briefing.moments, first):
        _head_of_row(page, row, moment, dated=dated)
        if moment.opened:
            _live(page, row, moment, layout)
        else:
            _as_it_was(page, row, moment)
        cuts = briefing.model.constants
        page.number(row, DIVERGENT, cuts.cut_divergent, _CUT)
        page.number(row, ALIGNED, cuts.cut_aligned, _CUT)
    width = FIRST_FACTOR + len(factors) - 1
    page.highlight((first, INDEX, last, width), f"=ISNA({near(first, INDEX)})", _HIDDEN)
    _stance_colours(page, first, last)
    end = _place_charts(workbook, page, briefing, (first, last), dated=dated)
    protect(page)
    page.finish()
    high = 1 if len(briefing.moments) <= _ROWS_ON_A_PAGE else 0
    set_up_printing(page, briefing, landscape=True, pages_high=high, last=(end, width))


def _head_of_row(page: Page, row: int, moment: MomentRow, *, dated: bool) -> None:
    if dated:
        page.date(row, AS_OF, moment.as_of, _DATE)
    else:
        page.text(row, AS_OF, day_text(moment.as_of), _DATE)
    which = "this briefing" if moment.opened else "later" if moment.later else "earlier"
    page.text(row, WHICH, which, replace(styles.CELL, bold=moment.opened, color=styles.INK2))


def _live(page: Page, row: int, moment: MomentRow, layout: ModelLayout) -> None:
    stance = layout.stance
    nothing = f"{stance['unscored_share']}>1-{layout.constant['dust']}"
    shown = f'=IF({nothing},"{NOT_SCORED}",{stance["stance_shown"]})'
    page.formula(row, STANCE, shown, moment.stance_text, styles.NAME)
    index = f"=IF({nothing},NA(),{stance['stance_index']})"
    page.formula(row, INDEX, index, _stored(moment.index), _INDEX_STYLE)
    for column, (factor, value) in enumerate(zip(layout.factor, moment.factors, strict=True), FIRST_FACTOR):
        known = f"=IF({layout.scored(factor)}=0,NA(),{layout.factor[factor]})"
        page.formula(row, column, known, _stored(value), _VALUE)


def _stored(value: float | None) -> float | str:
    return NOT_AVAILABLE if value is None else value


def _as_it_was(page: Page, row: int, moment: MomentRow) -> None:
    page.text(row, STANCE, moment.stance_text, styles.NAME)
    page.number(row, INDEX, moment.index, _INDEX_STYLE)
    for column, value in enumerate(moment.factors, FIRST_FACTOR):
        page.number(row, column, value, _VALUE)


def _stance_colours(page: Page, first: int, last: int) -> None:
    for stance, colour in styles.STANCE_COLOURS.items():
        named = f'=NOT(ISERROR(SEARCH("{stance}",{near(first, STANCE)})))'
        page.highlight((first, STANCE, last, STANCE), named, Style(color=colour, bold=True))


def _place_charts(workbook: Workbook, page: Page, briefing: Briefing, rows: tuple[int, int], *, dated: bool) -> int:
    """Place the charts below the table, one beneath the other, and return the last row they cover."""
    months = _months_between_labels(briefing.moments) if dated else None
    at, width = rows[1] + 2, sum(page.pixels_of(column) for column in range(FIRST_FACTOR + len(briefing.factors)))
    for chart, description in (
        (_stance_chart(workbook, rows, months), _stance_description(briefing)),
        (_factor_chart(workbook, briefing, rows, months), _factor_description(briefing)),
    ):
        chart.set_size({"width": width, "height": _CHART_HEIGHT})
        page.chart(at, AS_OF, chart, description)
        at += rows_covered(_CHART_HEIGHT) + 1
    return at - 2


def _months_between_labels(moments: Sequence[MomentRow]) -> int:
    first, last = moments[0].as_of, moments[-1].as_of
    return max(1, -(-(12 * (last.year - first.year) + last.month - first.month) // _DATE_LABELS))


def _stance_chart(workbook: Workbook, rows: tuple[int, int], months: int | None) -> Chart:
    chart = new_chart(workbook, "line")
    for column, colour, dash in (
        (INDEX, styles.ACCENT, "solid"),
        (DIVERGENT, styles.STANCE_COLOURS["divergent"], "dash"),
        (ALIGNED, styles.STANCE_COLOURS["aligned"], "dash"),
    ):
        marker = {"type": "circle", "size": 8, "fill": {"color": colour}, "border": {"none": True}}
        series = _series(column, rows, {"color": colour, "width": 2.25, "dash_type": dash})
        labels = {"value": True, "position": "above", "num_format": "+0.0;−0.0;0.0", "font": font(12)}
        own = {"marker": marker, "data_labels": labels} if column == INDEX else {"marker": {"type": "none"}}
        chart.add_series({**series, **own})
    dress_lines(chart, "Stance by best scores", "Stance index", {"num_format": "+0;−0;0"}, months=months)
    return chart


def _factor_chart(workbook: Workbook, briefing: Briefing, rows: tuple[int, int], months: int | None) -> Chart:
    chart = new_chart(workbook, "line")
    for column, (colour, marker) in enumerate(_looks([factor.side for factor in briefing.factors]), FIRST_FACTOR):
        mark = {"type": marker, "size": 7, "fill": {"color": colour}, "border": {"color": colour}}
        chart.add_series({**_series(column, rows, {"color": colour, "width": 1.75}), "marker": mark})
    scale = {"min": 0, "max": 10, "major_unit": 2, "num_format": "0"}
    dress_lines(chart, "Factors (clay: domestic, blue: external)", "Value, 0 to 10", scale, months=months)
    return chart


def _looks(sides: Sequence[Side]) -> Iterator[tuple[str, str]]:
    """Yield a colour by side and a marker for each factor, another marker for each of the first seven of a side."""
    used: dict[Side, int] = {}
    for side in sides:
        number = used[side] = used.get(side, -1) + 1
        yield styles.SIDE_COLOURS[side], _MARKERS[number % len(_MARKERS)]


def _series(column: int, rows: tuple[int, int], line: dict[str, object]) -> dict[str, object]:
    return {
        "name": [NAME, HEADER_ROW, column],
        "categories": [NAME, rows[0], AS_OF, rows[1], AS_OF],
        "values": [NAME, rows[0], column, rows[1], column],
        "line": line,
    }


def _stance_description(briefing: Briefing) -> str:
    parts = [
        f"{day_text(one.as_of)} {one.stance_text[2:].lower()} ({one.index:+.1f})"
        if one.index is not None
        else f"{day_text(one.as_of)} not scored"
        for one in briefing.moments
    ]
    return f"Stance index of each assessment between the cuts of the classes: {'; '.join(parts)}."


def _factor_description(briefing: Briefing) -> str:
    parts = []
    for place, factor in enumerate(briefing.factors):
        values = (moment.factors[place] for moment in briefing.moments)
        parts.append(f"{factor.name} {', '.join('unknown' if one is None else f'{one:.1f}' for one in values)}")
    return f"Value of each factor, assessment by assessment: {'; '.join(parts)}."
