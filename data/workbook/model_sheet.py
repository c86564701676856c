"""The sheet Model: the engine as ordinary formulas, from the scores on Pressures to verdicts by best scores."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from advisor.briefing_text import computed_line
from advisor.findings import VERDICTS
from advisor.moment_table import stance_text
from advisor.playbook import STANCE_CLASSES
from advisor.wording import VERDICT_WORDS, verdict_text
from data.workbook.model_layout import ID, LABEL, SIDE, STATE_ROWS, STRIP, TEXT, VALUE
from data.workbook.model_options import write_computed, write_effects, write_options
from data.workbook.model_page import CONDITION, CONSTANT, NAMED, OPTION_WIDTH, WIDTHS, ModelPage
from data.workbook.model_scores import (
    write_factors,
    write_indicators,
    write_rules,
    write_stance,
    write_stance_rules,
)
from data.workbook.names import near
from data.workbook.page import Page, points_high, set_up_printing
from data.workbook.staleness import grey_when_stale, stale_text
from data.workbook.styles import Style
from data.workbook.table import ABOUT_ROW, TITLE_ROW, heading, protect, verdict_colours

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxwriter.worksheet import Worksheet

    from advisor.briefing import Briefing
    from data.workbook.model_layout import BlockName, ModelLayout
    from data.workbook.styles import Formats

_ABOUT = (
    "The arithmetic behind every sheet, from top to bottom. Blue: numbers of the playbook. Black: formulas. Cells have "
    "names: factor_ID, degree_ID, standing_ID, verdict_ID and rank_ID, and those listed below."
)
_SENTENCE = Style(size=9.5, valign="vcenter")
_PAGES_WIDE = 2
# The height of a row left as it is, in points.
_ROW = 15.0
_HEADERS = {ID: "Name", LABEL: "What", SIDE: "", TEXT: "", VALUE - 1: "", VALUE: "Value"}
_CONSTANTS: Mapping[str, str] = {
    "scale_middle": "Middle of the scale",
    "scale_top": "Top of the scale",
    "level_span": "Points from the middle to fully high or low",
    "unscored_best": "Best score where none is given",
    "dust": "Difference that means nothing: it comes from binary fractions",
    "rank_decimals": "Decimals of worth that count for the rank",
    "cost_of_agreeing": "Cost of agreeing",
    "rule_cap": "Cap on the points of all rules together, either way",
    "full_delivery": "Standing at which an option is delivered in full",
    "lead_worth": "Lead: least worth",
    "lead_max_unscored": "Lead: largest share of indicators not scored",
    "reserve_standing": "Hold in reserve: least standing",
    "stance_rule_weight": "Weight of the stance rules",
    "cut_divergent": "Stance index up to which the government is divergent",
    "cut_aligned": "Stance index above which it is aligned",
}


def write_model(
    worksheet: Worksheet, formats: Formats, briefing: Briefing, layout: ModelLayout, scores: Sequence[str], changes: str
) -> None:
    """Fill the sheet.

    Parameters
    ----------
    scores
        Names of the score cells, in the order of the scorecard.
    changes
        Address of the cells that say row by row whether a score differs from the one computed for.
    """
    options = len(briefing.model.options)
    page = Page(worksheet, formats, (*WIDTHS, *[OPTION_WIDTH] * max(options, 2)))
    heading(page, briefing, "Model", _ABOUT)
    sheet = ModelPage(page, layout, briefing.model)
    _write_state(sheet, briefing, changes)
    _write_constants(sheet)
    _write_words(sheet)
    write_indicators(sheet, scores)
    write_factors(sheet)
    write_rules(sheet)
    write_stance_rules(sheet)
    write_effects(sheet)
    write_options(sheet)
    write_stance(sheet)
    write_computed(sheet, briefing.options, briefing.composed_text)
    _dress(sheet, formats)
    page.finish()
    # What the program computed is printed in full on the sheet Options.
    printed = (layout.blocks["computed"].title - 1, STRIP + options - 1)
    pages_high = _pages_high(page, *printed)
    set_up_printing(page, briefing, landscape=True, pages_high=pages_high, last=printed, pages_wide=_PAGES_WIDE)


def _pages_high(page: Page, last_row: int, last_column: int) -> int:
    """Return how many pages the rows take at the scale of the columns, so that no page holds but a few rows."""
    twice = sum(map(page.pixels_of, (ID, LABEL)))
    wide = sum(map(page.pixels_of, range(last_column + 1))) + twice * (_PAGES_WIDE - 1)
    titles = sum(map(page.height_of, range(TITLE_ROW, ABOUT_ROW + 1)))
    high = sum(page.height_of(row) or _ROW for row in range(ABOUT_ROW + 1, last_row + 1))
    of_page = points_high(wide / _PAGES_WIDE) - titles
    # Whole columns only fit on a page, so that the scale is smaller, and a page holds more rows, than reckoned here.
    return max(1, int(high / of_page))


def _write_state(sheet: ModelPage, briefing: Briefing, changes: str) -> None:
    sheet.head(
        "state",
        "Have scores changed since the program computed?",
        "Compares Low, Best, High and Confidence on the sheet Pressures with those computed for.",
        _HEADERS,
    )
    page, layout = sheet.page, sheet.layout
    rows = {name: layout.state_row(name) for name in STATE_ROWS}
    fresh, stale = computed_line(briefing), stale_text(briefing)
    sheet.texts(rows["changed"], (layout.changed, "Whether any of them differs", "", ""), VALUE)
    page.formula(rows["changed"], VALUE, f'=COUNTIF({changes},"yes")>0', False, CONDITION)
    sheet.texts(rows["stale_note"], (layout.stale_note, "The sentence that says so", "", ""), VALUE)
    chosen = f"{near(rows['changed_text'], VALUE)},{near(rows['unchanged_text'], VALUE)}"
    page.formula(rows["stale_note"], VALUE, f"=IF({layout.changed},{chosen})", fresh, _SENTENCE)
    for row, label, text in (
        (rows["unchanged_text"], "While nothing differs", fresh),
        (rows["changed_text"], "Once something differs", stale),
    ):
        sheet.texts(row, ("", label, "", ""), VALUE)
        page.text(row, VALUE, text, _SENTENCE)


def _write_constants(sheet: ModelPage) -> None:
    row = sheet.head(
        "constants",
        "Constants",
        "Of the engine, and of the playbook, which gives its reasons for them.",
        _HEADERS,
    )
    for at, (name, value) in enumerate(asdict(sheet.model.constants).items(), row):
        sheet.texts(at, (sheet.layout.constant[name], _CONSTANTS[name], "", ""), VALUE)
        sheet.page.number(at, VALUE, value, CONSTANT)


def _write_words(sheet: ModelPage) -> None:
    headers = {ID: "Number", LABEL: "Word", TEXT: "As shown"}
    words: tuple[tuple[BlockName, str, tuple[tuple[str, str], ...]], ...] = (
        ("verdicts", "Verdicts", tuple((VERDICT_WORDS[one], verdict_text(one)) for one in VERDICTS)),
        ("stances", "Stances", tuple((one, stance_text(one)) for one in STANCE_CLASSES)),
    )
    for name, title, texts in words:
        row = sheet.head(name, title, "", headers)
        for at, (word, shown) in enumerate(texts, row):
            sheet.texts(at, (str(at - row + 1), word, "", ""), TEXT)
            sheet.page.text(at, TEXT, shown, NAMED)


def _dress(sheet: ModelPage, formats: Formats) -> None:
    """Colour verdicts, grey what is of earlier scores, keep titles in view, protect."""
    layout, page = sheet.layout, sheet.page
    computed, shown = layout.blocks["computed"], layout.option_row("verdict_shown")
    grey_when_stale(page, layout, (computed.first, ID, computed.last, STRIP + layout.options - 1))
    verdict_colours(page, formats, (shown, STRIP, shown, STRIP + layout.options - 1))
    page.worksheet.freeze_panes(ABOUT_ROW + 1, SIDE)
    page.worksheet.repeat_rows(TITLE_ROW, ABOUT_ROW)
    page.worksheet.repeat_columns(ID, LABEL)
    protect(page)
