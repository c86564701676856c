"""The sheet Plan being filled downwards: its columns, which all of its tables share, and how a row is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from data.workbook import styles
from data.workbook.measure import broken, room
from data.workbook.styles import Style
from data.workbook.table import ABOUT_ROW

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.workbook.page import Page

WIDTHS = (7, 31, 24, 10, 10, 10, 13, 10, 13, 11, 44, 46)
NUMBER, NAMED, WHAT, FIRST, SECOND, SHARE, WORDS, LATER, LATER_WORDS, LAST, THEN, WHY = range(len(WIDTHS))
_COLUMNS, _CENTRED = range(len(WIDTHS)), range(FIRST, THEN)
MIDDLE = replace(styles.CELL, align="center")
SCORE = replace(MIDDLE, number="0.0")
POINTS = replace(MIDDLE, number="0.0;−0.0")
GAIN = replace(MIDDLE, number="0.00;−0.00")
MONEY = replace(MIDDLE, number="#,##0.0")
PERCENT = replace(MIDDLE, number="0 %;−0 %")
FINE_PERCENT = replace(MIDDLE, number="0.0 %")
_SPACE = 9.0
Cell: TypeAlias = tuple[str | float | None, Style]


class PlanRows:
    """Writes row below row; `row` is the next free one."""

    def __init__(self, page: Page) -> None:
        self.page, self.row = page, ABOUT_ROW + 1

    def title(self, text: str) -> None:
        """Write the title of a section below some space."""
        self.page.least_height(self.row, _SPACE)
        self.page.text(self.row + 1, NAMED, text, styles.PART_TITLE)
        self.row += 2

    def live_title(self, text: str, formula: str) -> int:
        """Write a title that follows a formula, `text` being what it says now, and return its row."""
        self.page.least_height(self.row, _SPACE)
        self.page.formula(self.row + 1, NAMED, f"={formula}", text, styles.PART_TITLE)
        self.row += 2
        return self.row - 1

    def headers(self, texts: Mapping[int, str]) -> None:
        """Write the header row of a section."""
        self.page.headers(self.row, [texts.get(column, "") for column in _COLUMNS], _CENTRED)
        self.row += 1

    def note(self, text: str) -> None:
        """Write text across the page, on as many rows as it takes."""
        available = sum(room(width) for width in WIDTHS[NAMED:])
        for line in broken(text, available, styles.ABOUT.size):
            self.page.text(self.row, NAMED, line, styles.ABOUT)
            self.row += 1

    def line(self, cells: Mapping[int, Cell], look: Style = styles.CELL) -> None:
        """Write a row of cells; columns without one get the look of the row."""
        self.page.fill(self.row, [column for column in _COLUMNS if column not in cells], look)
        for column, (content, style) in cells.items():
            if isinstance(content, str):
                self.page.text(self.row, column, content, style)
            else:
                self.page.number(self.row, column, content, style)
        self.row += 1
