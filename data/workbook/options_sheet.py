"""The sheet Options: every option by rank, with its verdict, its likelihoods, its standing and its reasons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.wording import signed
from data.workbook import styles
from data.workbook.charts import data_bar, dress_bars, font, new_chart, rows_covered
from data.workbook.measure import pixels
from data.workbook.page import Page, set_up_printing
from data.workbook.table import HEADER_ROW, head, verdict_colours

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from advisor.briefing import Briefing
    from advisor.options_table import OptionRow
    from advisor.playbook import ContributionSide
    from data.workbook.styles import Formats

NAME = "Options"
HEADERS = (
    "Rank",
    "Option",
    "Verdict",
    "Verdict by best scores",
    "Chance now",
    "Now, in words",
    "Chance at the horizon",
    "Then, in words",
    "Standing",
    "Domestic",
    "External",
    "Both sides",
    "Vetoed",
    "US value",
    "Reason",
    "Conditions, advice and price",
)
WIDTHS = (7, 29, 15, 15, 9, 11, 9, 11, 9.5, 9.5, 9.5, 8, 7.5, 7, 26, 50)
(
    RANK,
    OPTION,
    VERDICT,
    AT_BEST,
    NOW,
    NOW_WORDS,
    LATER,
    LATER_WORDS,
    STANDING,
    DOMESTIC,
    EXTERNAL,
    BOTH,
    VETOED,
    US_VALUE,
    REASON,
    ADVICE,
) = range(len(HEADERS))
_ABOUT = (
    "By rank: worth to the United States at best scores. Standing = domestic + external + both sides; "
    "differences below 1 mean nothing."
)
_SPLIT: tuple[tuple[int, ContributionSide], ...] = (
    (DOMESTIC, "domestic"),
    (EXTERNAL, "external"),
    (BOTH, "interaction"),
)
_SIZE = 10.5
_CHART_HEAD, _CHART_ROW = 140, 32
_CELL, _POINTS, _SHARE = (
    replace(style, size=_SIZE) for style in (styles.CELL, replace(styles.POINTS, align="center"), styles.SHARE)
)


def write_options(workbook: Workbook, worksheet: Worksheet, formats: Formats, briefing: Briefing) -> None:
    """Fill the sheet."""
    page = Page(worksheet, formats, WIDTHS)
    head(page, briefing, "Options", _ABOUT, HEADERS, range(NOW, REASON))
    first = HEADER_ROW + 1
    for row, option in enumerate(briefing.options, first):
        _option(page, row, option)
    last = first + len(briefing.options) - 1
    for column in (VERDICT, AT_BEST):
        verdict_colours(page, formats, first, last, column)
    for column in (NOW, LATER):
        worksheet.conditional_format(first, column, last, column, data_bar("#BFDDD8", 1))
    worksheet.autofilter(HEADER_ROW, 0, last, len(HEADERS) - 1)
    end = _place_chart(workbook, page, briefing, first, last)
    worksheet.set_h_pagebreaks([last + 2])
    page.finish()
    set_up_printing(page, briefing, landscape=True, pages_high=0, last=(end, len(HEADERS) - 1))


def _option(page: Page, row: int, option: OptionRow) -> None:
    page.number(row, RANK, option.rank, replace(_CELL, align="center", color=styles.INK3))
    page.text(row, OPTION, option.name, replace(_CELL, bold=True))
    page.text(row, VERDICT, option.verdict_text, _CELL)
    page.text(row, AT_BEST, option.best_verdict_text, _CELL)
    for column, share, words in (
        (NOW, option.p_now, option.now_words),
        (LATER, option.p_horizon, option.horizon_words),
    ):
        page.number(row, column, share, _SHARE)
        page.text(row, column + 1, words, replace(_CELL, align="center"))
    page.number(row, STANDING, option.standing, replace(_POINTS, bold=True))
    for column, points in ((DOMESTIC, option.domestic), (EXTERNAL, option.external), (BOTH, option.interaction)):
        page.number(row, column, points, _POINTS)
    page.text(
        row,
        VETOED,
        "yes" if option.vetoed else "no",
        replace(_CELL, align="center", color=styles.CRIMSON if option.vetoed else styles.INK3),
    )
    page.number(row, US_VALUE, option.us_value, replace(_CELL, align="center", number="0.0"))
    page.text(row, REASON, option.reason, _CELL)
    price = [f"Price: {option.price}"] if option.price else []
    page.text(row, ADVICE, "\n".join([*(f"– {text}" for text in option.advice), *price]), _CELL)


def _place_chart(workbook: Workbook, page: Page, briefing: Briefing, first: int, last: int) -> int:
    """Place the chart below the table and return the last row it covers."""
    chart = new_chart(workbook, "bar", "stacked")
    for column, side in _SPLIT:
        chart.add_series(
            {
                "name": [NAME, HEADER_ROW, column],
                "categories": [NAME, first, OPTION, last, OPTION],
                "values": [NAME, first, column, last, column],
                "fill": {"color": styles.SIDE_COLOURS[side]},
                "gap": 40,
            }
        )
    dress_bars(chart, "What each standing is made of", "Option, by rank", "Points of standing", {})
    chart.set_legend({"position": "top", "font": font(12)})
    height = _CHART_HEAD + _CHART_ROW * len(briefing.options)
    chart.set_size({"width": sum(pixels(width) for width in WIDTHS[OPTION:]), "height": height})
    page.chart(last + 2, OPTION, chart, _description(briefing))
    return last + 2 + rows_covered(height)


def _description(briefing: Briefing) -> str:
    parts = [f"{option.name} {signed(option.standing, 1)}" for option in briefing.options]
    return f"Standing of each option, split into domestic, external and both sides: {'; '.join(parts)}."
