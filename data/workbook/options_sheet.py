"""The sheet Options: every option by rank, with its verdict, its likelihoods, its standing and its reasons.

Each row shows the option whose rank it carries: what follows from best scores comes from the sheet Model and follows
the scores, order included; what the program computed is looked up for that option, and turns grey once scores have
changed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.wording import signed, verdict_text
from data.workbook import model_layout, styles
from data.workbook.charts import data_bar, dress_bars, font, new_chart, rows_covered
from data.workbook.measure import POINTS_PER_PIXEL, height, pixels
from data.workbook.model_options import advice_text, yes_no
from data.workbook.names import near
from data.workbook.page import FIRST_PRINTED, Page, points_high, set_up_printing
from data.workbook.staleness import about_line, grey_when_stale
from data.workbook.styles import Style
from data.workbook.table import ABOUT_ROW, HEADER_ROW, head, protect, verdict_colours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from advisor.briefing import Briefing
    from advisor.options_table import OptionRow
    from advisor.playbook import ContributionSide
    from data.workbook.model_layout import ModelLayout
    from data.workbook.model_layout import OptionRow as ModelRow
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
    "Place in playbook",
    "Leads so far",
)
WIDTHS = (6, 28, 13, 13, 8, 10, 9, 10, 9, 9, 8.5, 7, 8, 7, 23, 48, 9, 12)
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
    PLACE,
    LEADS,
) = range(len(HEADERS))
NO_LEAD, BETWEEN_LEADS = "None", "  ·  "
_ABOUT = (
    "By rank: worth to the United States at best scores. Standing = domestic + external + both sides; "
    "differences below 1 mean nothing."
)
_FOLLOWS = " Rank, verdict by best scores and standing follow the sheet Pressures."
_SPLIT: tuple[tuple[int, ContributionSide], ...] = (
    (DOMESTIC, "domestic"),
    (EXTERNAL, "external"),
    (BOTH, "interaction"),
)
_SIZE = 10.5
# Options change rows with the scores; so much room finds what most of them have to say.
_LEAST_LINES = 3
_CHART_HEAD, _CHART_ROW = 140, 26
# Pixels between table and chart, and some for rows that come out higher than reckoned.
_SPARE = 60
# LibreOffice draws columns wider; Excel looks at no page breaks where columns are made to fit.
_DRAWN_WIDER = 1.08
_HELPER = Style(size=8, color=styles.INK3, valign="top")
_CELL, _POINTS, _SHARE = (
    replace(style, size=_SIZE) for style in (styles.CELL, replace(styles.POINTS, align="center"), styles.SHARE)
)
_WORDS = replace(_CELL, align="center")
_QUIET, _ONE_DIGIT = replace(_WORDS, color=styles.INK3), replace(_WORDS, number="0.0")
_ADVICE = replace(_CELL, size=9)
_NAME, _STANDING = replace(_CELL, bold=True), replace(_POINTS, bold=True)


def write_options(
    workbook: Workbook, worksheet: Worksheet, formats: Formats, briefing: Briefing, layout: ModelLayout
) -> None:
    """Fill the sheet."""
    page = Page(worksheet, formats, WIDTHS, live=layout.live)
    head(page, briefing, "Options", "", HEADERS, (*range(NOW, REASON), PLACE))
    about_line(page, layout, (ABOUT_ROW, 1), f"{_ABOUT}{_FOLLOWS}" if layout.live else _ABOUT, styles.ABOUT)
    first, last = HEADER_ROW + 1, last_row(briefing)
    leads = leads_so_far(briefing.options)
    for row, (option, so_far) in enumerate(zip(briefing.options, leads, strict=True), first):
        _live(page, row, option, layout)
        _computed(page, row, option, layout)
        _lead(page, row, so_far)
    for columns in ((VERDICT, VERDICT), (NOW, LATER_WORDS), (REASON, ADVICE)):
        grey_when_stale(page, layout, (first, columns[0], last, columns[1]))
    for column in (VERDICT, AT_BEST):
        verdict_colours(page, formats, (first, column, last, column))
    page.highlight(
        (first, VETOED, last, VETOED), f'={near(first, VETOED)}="yes"', Style(color=styles.CRIMSON, bold=True)
    )
    for column in (NOW, LATER):
        worksheet.conditional_format(first, column, last, column, data_bar("#BFDDD8", 1))
    worksheet.autofilter(HEADER_ROW, 0, last, LEADS)
    end = _place_chart(workbook, page, briefing, first, last)
    if not _chart_follows(page, briefing, first, last):
        worksheet.set_h_pagebreaks([last + 2])
    protect(page)
    page.finish()
    set_up_printing(page, briefing, landscape=True, pages_high=0, last=(end, ADVICE))


def last_row(briefing: Briefing) -> int:
    """Return the row of the last option."""
    return HEADER_ROW + len(briefing.options)


def leads_so_far(options: Sequence[OptionRow]) -> list[str]:
    """Return for each option, by rank, the names of those that lead by best scores up to it."""
    names: list[str] = []
    so_far = []
    for option in options:
        if option.best_verdict_text == verdict_text("lead"):
            names.append(option.name)
        so_far.append(BETWEEN_LEADS.join(names) or NO_LEAD)
    return so_far


def _live(page: Page, row: int, option: OptionRow, layout: ModelLayout) -> None:
    """Write what follows from best scores: formulas that look up the option whose rank the row carries."""
    page.number(row, RANK, option.rank, _QUIET)
    found = f"=MATCH({near(row, RANK, fixed_column=True)},{model_layout.NAME}!{layout.across('rank')},0)"
    page.formula(row, PLACE, found, option.place, _HELPER)
    place = near(row, PLACE, fixed_column=True)
    names = layout.computed(model_layout.LABEL, place)
    page.formula(row, OPTION, f"={names}", option.name, _NAME)
    page.formula(row, AT_BEST, f"={layout.looked_up('verdict_shown', place)}", option.best_verdict_text, _CELL)
    cells: tuple[tuple[int, ModelRow, float, Style], ...] = (
        (STANDING, "standing", option.standing, _STANDING),
        (DOMESTIC, "domestic", option.domestic, _POINTS),
        (EXTERNAL, "external", option.external, _POINTS),
        (BOTH, "interaction", option.interaction, _POINTS),
        (US_VALUE, "us_value", option.us_value, _ONE_DIGIT),
    )
    for column, name, value, style in cells:
        page.formula(row, column, f"={layout.looked_up(name, place)}", value, style)
    page.formula(row, VETOED, f"={layout.looked_up('vetoed', place)}", yes_no(option.vetoed), _QUIET)


def _computed(page: Page, row: int, option: OptionRow, layout: ModelLayout) -> None:
    """Write what the program computed for the option of the row."""
    place = near(row, PLACE, fixed_column=True)
    cells: tuple[tuple[int, int, str | float, Style], ...] = (
        (VERDICT, model_layout.SIDE, option.verdict_text, _CELL),
        (NOW, model_layout.GIVEN, option.p_now, _SHARE),
        (NOW_WORDS, model_layout.VALUE, option.now_words, _WORDS),
        (LATER, model_layout.HIGH, option.p_horizon, _SHARE),
        (LATER_WORDS, model_layout.LOW, option.horizon_words, _WORDS),
        (REASON, model_layout.TEXT, option.reason, _CELL),
        (ADVICE, model_layout.STRIP, advice_text(option), _ADVICE),
    )
    for column, source, value, style in cells:
        page.formula(row, column, f"={layout.computed(source, place)}", value, style)
    page.least_height(row, height(_LEAST_LINES, _ADVICE.size))


def _lead(page: Page, row: int, so_far: str) -> None:
    """Write the names of the options that lead up to this row, for the sheet Brief to quote."""
    name, before = near(row, OPTION), near(row - 1, LEADS)
    longer = name
    if row > HEADER_ROW + 1:
        longer = f'IF({before}="{NO_LEAD}",{name},{before}&"{BETWEEN_LEADS}"&{name})'
    otherwise = f'"{NO_LEAD}"' if row == HEADER_ROW + 1 else before
    leads = f'{near(row, AT_BEST)}="{verdict_text("lead")}"'
    page.formula(row, LEADS, f"=IF({leads},{longer},{otherwise})", so_far, _HELPER)


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
    high = _chart_height(briefing)
    chart.set_size({"width": sum(pixels(width) for width in WIDTHS[OPTION:PLACE]), "height": high})
    page.chart(last + 2, OPTION, chart, _description(briefing))
    return last + 2 + rows_covered(high)


def _chart_height(briefing: Briefing) -> int:
    return _CHART_HEAD + _CHART_ROW * len(briefing.options)


def _chart_follows(page: Page, briefing: Briefing, first: int, last: int) -> bool:
    """Say whether the chart still fits on the page on which the table ends, below the title that each page repeats."""
    wide = _DRAWN_WIDER * sum(map(page.pixels_of, range(PLACE)))
    of_page = points_high(wide) - page.height_of(HEADER_ROW)
    taken = sum(map(page.height_of, range(FIRST_PRINTED, HEADER_ROW)))
    for row in range(first, last + 1):
        taken = page.height_of(row) + (taken if taken + page.height_of(row) <= of_page else 0.0)
    return taken + (_chart_height(briefing) + _SPARE) * POINTS_PER_PIXEL <= of_page


def _description(briefing: Briefing) -> str:
    parts = [f"{option.name} {signed(option.standing, 1)}" for option in briefing.options]
    return f"Standing of each option, split into domestic, external and both sides: {'; '.join(parts)}."
