"""The rows of a scorecard: one an indicator, its score cells the inputs, checked as they are filled in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.scores import CONFIDENCES
from advisor.wording import SIDE_WORDS
from data.workbook import styles
from data.workbook.charts import data_bar
from data.workbook.text import cell_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from advisor.briefing import PressureRow
    from data.workbook.names import Names
    from data.workbook.page import Page

NAME = "Pressures"
SCORED_HEADERS = ("Low", "Best", "High", "Confidence")
SCORE_HEADERS = ("Id", "Side", "Factor", "Indicator", "Question", *SCORED_HEADERS, "Justification")
SCORE_WIDTHS = (20.0, 9.0, 22.0, 27.0, 46.0, 7.0, 10.0, 7.0, 11.0, 44.0)
ID, SIDE, FACTOR, INDICATOR, QUESTION, LOW, BEST, HIGH, CONFIDENCE, JUSTIFICATION = range(len(SCORE_HEADERS))
INPUT_FILL = "#FFFDF3"
_INPUT = replace(styles.SCORE, fill=INPUT_FILL, unlocked=True, size=10.5, align="center")
_INPUT_TEXT = replace(styles.CELL, fill=INPUT_FILL, unlocked=True)
_INPUT_HELP = "Half points are fine. Low is at most Best, Best at most High. Leave all three empty while unknown."


def name_rows(names: Names, pressures: Sequence[PressureRow], first: int) -> tuple[str, ...]:
    """Name the score cells of each indicator by its id and return the names of the best scores, in order."""
    best = []
    for row, pressure in enumerate(pressures, first):
        names.define(f"{pressure.id}_low", NAME, row, LOW)
        best.append(names.define(pressure.id, NAME, row, BEST))
        names.define(f"{pressure.id}_high", NAME, row, HIGH)
    return tuple(best)


def write_row(page: Page, row: int, pressure: PressureRow) -> None:
    """Write what an indicator asks and its score, with the anchors as a note on the best estimate."""
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


def check_inputs(worksheet: Worksheet, first: int, last: int) -> None:
    """Let the score cells of these rows take numbers from 0 to 10 and words of confidence only."""
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


def add_bars(worksheet: Worksheet, pressures: Sequence[PressureRow], first: int) -> None:
    """Show the best estimates as bars behind their numbers."""
    for row, pressure in enumerate(pressures, first):
        worksheet.conditional_format(row, BEST, row, BEST, data_bar(styles.SIDE_SOFT[pressure.side], 10))
