"""The sheet Model being filled: titled blocks of constants and formulas, and what each kind of cell looks like."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.wording import SIDE_WORDS
from data.workbook import styles
from data.workbook.model_layout import GIVEN, STRIP
from data.workbook.styles import Style

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from advisor.model_table import ModelTable
    from advisor.playbook import ContributionSide
    from data.workbook.model_layout import BlockName, ModelLayout
    from data.workbook.page import Page

WIDTHS = (24, 34, 11, 46, 9, 10.5, 8.5, 8.5, 9.5)
OPTION_WIDTH = 9.6
NAMED = Style(bottom=1, valign="vcenter")
CODE = replace(NAMED, size=9, color=styles.INK3)
QUIET_TEXT = replace(CODE, wrap=True)
_CENTRED = Style(size=9.5, align="center", valign="vcenter", bottom=1)
OPTION_ID = replace(_CENTRED, size=8, color=styles.INK3, shrink=True)
CONSTANT = replace(_CENTRED, color=styles.GIVEN, number="General")
VALUE_GIVEN = replace(CONSTANT, number="0.00")
WEIGHT = replace(CONSTANT, number="0.000;−0.000")
POINTS_GIVEN = replace(CONSTANT, number='+0.0#;−0.0#;"·"')
WORD = replace(CONSTANT, align="left")
NUMBER = replace(_CENTRED, number="0.00;−0.00")
DEGREE = replace(_CENTRED, number='0.00;−0.00;"·"')
POINTS = replace(_CENTRED, number="+0.00;−0.00;0.00")
WHOLE = replace(_CENTRED, number="0")
RESULT = replace(POINTS, bold=True, fill=styles.ACCENT_SOFT)
RESULT_VALUE = replace(RESULT, number="0.00")
FLAG = replace(_CENTRED, number='0;−0;"·"')
RESULT_RANK = replace(RESULT, number="0")
CHANCE = replace(CONSTANT, number="0 %")
CONDITION = replace(_CENTRED, bold=True, number="General")
RESULT_TEXT = replace(RESULT, size=8, wrap=True)
_OPTION_HEADER = replace(styles.HEADER_CENTRED, size=8)


class ModelPage:
    """The page with the table it shows and the addresses of its cells."""

    def __init__(self, page: Page, layout: ModelLayout, model: ModelTable) -> None:
        self.page, self.layout, self.model = page, layout, model

    def head(self, name: BlockName, title: str, note: str, headers: Mapping[int, str], *, options: bool = False) -> int:
        """Write title, note and header of a block and return its first row."""
        block = self.layout.blocks[name]
        self.page.text(block.title, 0, title, styles.PART_TITLE)
        self.page.text(block.title + 1, 0, note, styles.ABOUT)
        at = block.first - 1
        last = max([*headers, STRIP + self.layout.options - 1] if options else headers)
        for column in range(last + 1):
            self.page.text(at, column, headers.get(column, ""), _header(column))
        if options:
            for column, option in enumerate(self.model.options, STRIP):
                self.page.text(at, column, option.name, _OPTION_HEADER)
        return block.first

    def texts(self, row: int, texts: Sequence[str], last: int = STRIP - 1) -> None:
        """Write id, name, side and further text of a row, and give it the look of a row up to its last column."""
        for column, (text, style) in enumerate(zip(texts, (CODE, NAMED, NAMED, QUIET_TEXT), strict=True)):
            self.page.text(row, column, text, style)
        self.page.fill(row, range(len(texts), last + 1), NAMED)

    def numbers(self, row: int, numbers: Mapping[int, tuple[float | None, Style]]) -> None:
        """Write constants of a row."""
        for column, (number, style) in numbers.items():
            self.page.number(row, column, number, style)

    def strip(self, row: int, values: Sequence[float], style: Style) -> None:
        """Write a constant for each option."""
        for column, value in enumerate(values, STRIP):
            self.page.number(row, column, value, style)


def side_text(side: ContributionSide) -> str:
    """Return a side as formulas compare it."""
    return SIDE_WORDS[side].capitalize()


def _header(column: int) -> Style:
    return styles.HEADER_CENTRED if column >= GIVEN else styles.HEADER
