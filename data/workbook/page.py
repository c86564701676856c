"""One worksheet being filled: text that cannot become anything else, rows as high as their text, print setup."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from advisor.marking import marking_colours
from data.workbook import styles
from data.workbook.measure import MAX_HEIGHT, MAX_WIDTH, POINTS_PER_PIXEL, height, line_count, pixels
from data.workbook.styles import Style
from data.workbook.text import cell_text, header_text

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from xlsxwriter.chart import Chart
    from xlsxwriter.worksheet import Worksheet

    from data.workbook.ports import Titled
    from data.workbook.styles import Formats

LETTER, A4 = 1, 9
NOT_AVAILABLE = "#N/A"
_MARKING_LENGTH, _TITLE_LENGTH, _DATE_LENGTH = 60, 88, 40
# What margins leave of a page of Letter on its side, in inches.
_ROOM = (10.0, 7.1)
# Characters that one step of indent takes.
_INDENT = 1.3
BANNER_ROW, FIRST_PRINTED = 0, 1


class Page:
    """A worksheet with its columns; every text goes through `text` and so can never be a formula or a link.

    Where it is not live, formulas that lead to another sheet are written as the values they have now.
    """

    def __init__(self, worksheet: Worksheet, formats: Formats, widths: Sequence[float], *, live: bool = True) -> None:
        self.worksheet, self._formats, self._widths, self.live = worksheet, formats, tuple(widths), live
        self._heights: dict[int, float] = {}
        for column, width in enumerate(widths):
            worksheet.set_column(column, column, width)
        worksheet.hide_gridlines(2)

    def text(self, row: int, column: int, text: str, style: Style = styles.TEXT) -> None:
        """Write text as text, and let the row grow to hold it."""
        shown = cell_text(text)
        self._write(row, column, shown, style)
        self._grow(row, column, shown, style)

    def number(self, row: int, column: int, number: float | None, style: Style) -> None:
        """Write a number, or leave the cell blank."""
        if number is None:
            self.worksheet.write_blank(row, column, None, self._formats.of(style))
        else:
            self.worksheet.write_number(row, column, number, self._formats.of(style))
        self.least_height(row, height(1, style.size))

    def date(self, row: int, column: int, day: dt.date, style: Style) -> None:
        """Write a day as a date; before 1900 Excel knows none."""
        midnight = dt.datetime.combine(day, dt.time())
        self.worksheet.write_datetime(row, column, midnight, self._formats.of(style))
        self.least_height(row, height(1, style.size))

    def formula(
        self, row: int, column: int, formula: str, value: str | float, style: Style, *, own_sheet: bool = False
    ) -> None:
        """Write a formula with the value it has now, which may not be empty: viewers that do not calculate show it.

        Text from outside the program never belongs into a formula, only the addresses of cells that hold it. A formula
        that leads to no other sheet, `own_sheet`, is one even where the page is not live.
        """
        if not (self.live or own_sheet):
            self._value(row, column, value, style)
            return
        shown = cell_text(value) if isinstance(value, str) else value
        if shown == "":
            raise ValueError(f"the formula {formula} has no value to store")
        self.worksheet.write_formula(row, column, formula, self._formats.of(style), shown)
        if isinstance(shown, str):
            self._grow(row, column, shown, style)
        else:
            self.least_height(row, height(1, style.size))

    def _value(self, row: int, column: int, value: str | float, style: Style) -> None:
        """Write what a formula would show; what is not available is a blank, as charts want it."""
        if value == NOT_AVAILABLE:
            self.number(row, column, None, style)
        elif isinstance(value, str):
            self.text(row, column, value, style)
        else:
            self.number(row, column, value, style)

    def highlight(self, cells: tuple[int, int, int, int], criterion: str, style: Style, *, final: bool = False) -> None:
        """Give cells another look where a formula holds; where it is final, no later highlight or bar shows as well."""
        rule = {
            "type": "formula",
            "criteria": criterion,
            "format": self._formats.highlight(style),
            "stop_if_true": final,
        }
        self.worksheet.conditional_format(*cells, rule)

    def rich(self, row: int, column: int, parts: Sequence[tuple[str, Style]], style: Style) -> None:
        """Write text in several styles into one cell; `style` is that of the cell."""
        shown = [(cell_text(text), one) for text, one in parts if text]
        whole = "".join(text for text, _ in shown)
        if len(shown) < 2 or cell_text(whole) != whole:
            self.text(row, column, whole, style)
            return
        fragments = [item for text, one in shown for item in (self._formats.of(one), text)]
        self.worksheet.write_rich_string(row, column, *fragments, self._formats.of(style))
        self._grow_rich(row, column, shown, style)

    def link(self, row: int, column: int, sheet: str, style: Style = styles.LINK) -> None:
        """Write a link to another sheet of this workbook."""
        self.worksheet.write_url(row, column, f"internal:'{sheet}'!A1", self._formats.of(style), string=sheet)
        self.least_height(row, height(1, style.size))

    def fill(self, row: int, columns: Sequence[int], style: Style) -> None:
        """Give empty cells the look of their row."""
        for column in columns:
            self.worksheet.write_blank(row, column, None, self._formats.of(style))

    def headers(self, row: int, texts: Sequence[str], centred: Container[int] = ()) -> None:
        """Write a row of column headers, some of them centred over their figures."""
        for column, text in enumerate(texts):
            self.text(row, column, text, styles.HEADER_CENTRED if column in centred else styles.HEADER)

    def least_height(self, row: int, points: float) -> None:
        """Make a row at least so high."""
        if points > self._heights.get(row, 0.0):
            self._heights[row] = points

    def height_of(self, row: int) -> float:
        """Return the height of a row so far, in points; 0 where nothing is written yet."""
        return self._heights.get(row, 0.0)

    def pixels_of(self, column: int) -> int:
        """Return the width of a column in pixels."""
        return pixels(self._widths[column])

    def chart(self, row: int, column: int, chart: Chart, description: str) -> None:
        """Place a chart with its top left corner in a cell; the description is what a screen reader says."""
        self.worksheet.insert_chart(row, column, chart, {"description": cell_text(description), "object_position": 1})

    def banner(self, briefing: Titled) -> None:
        """Show the marking across the first row, for the screen; on paper it stands in header and footer."""
        fill, text = marking_colours(briefing.marking)
        style = Style(size=11, bold=True, color=text, fill=fill, align="center_across", valign="vcenter")
        self.text(BANNER_ROW, 0, briefing.marking, style)
        self.fill(BANNER_ROW, range(1, len(self._widths)), style)
        self.least_height(BANNER_ROW, 18)

    def finish(self) -> None:
        """Set the heights of all rows."""
        for row, points in self._heights.items():
            self.worksheet.set_row(row, min(points, MAX_HEIGHT))

    def _write(self, row: int, column: int, text: str, style: Style) -> None:
        if text:
            self.worksheet.write_string(row, column, text, self._formats.of(style))
        else:
            self.worksheet.write_blank(row, column, None, self._formats.of(style))

    def _grow(self, row: int, column: int, text: str, style: Style) -> None:
        if style.wrap and column < len(self._widths):
            lines = line_count(text, self._room(column, style), style.size, bold=style.bold)
        else:
            lines = text.count("\n") + 1
        points = height(lines, style.size)
        if points > self._heights.get(row, 0.0):
            self._heights[row] = points

    def _room(self, column: int, style: Style) -> float:
        return max(1.0, self._widths[column] - _INDENT * style.indent)

    def _grow_rich(self, row: int, column: int, parts: Sequence[tuple[str, Style]], style: Style) -> None:
        """Let a row grow to hold text in several sizes; each paragraph is as high as the largest in it."""
        paragraphs = [("", 0.0)]
        for text, one in parts:
            first, *others = text.split("\n")
            begun, size = paragraphs[-1]
            paragraphs[-1] = (begun + first, max(size, one.size) if first else size)
            paragraphs += [(other, one.size) for other in others]
        width = self._room(column, style) if style.wrap else MAX_WIDTH
        points = sum(
            height(line_count(text, width, size or style.size), size or style.size, 0.0) for text, size in paragraphs
        )
        self.least_height(row, points + height(0, 0))


def points_high(pixels_wide: float) -> float:
    """Return how many points of rows a page on its side holds when so many pixels of columns fill its width."""
    wide, high = _ROOM
    return high / wide * pixels_wide * POINTS_PER_PIXEL


def set_up_printing(
    page: Page, briefing: Titled, *, landscape: bool, pages_high: int, last: tuple[int, int], pages_wide: int = 1
) -> None:
    """Set paper, margins, marking and page numbers.

    `last` is the last row and column to print; `pages_high` is 0 for as many pages as it takes.
    """
    worksheet = page.worksheet
    worksheet.set_paper(LETTER)
    if landscape:
        worksheet.set_landscape()
    else:
        worksheet.set_portrait()
    worksheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    worksheet.center_horizontally()
    worksheet.fit_to_pages(pages_wide, pages_high)
    worksheet.print_area(FIRST_PRINTED, 0, *last)
    marking = header_text(briefing.marking, _MARKING_LENGTH)
    # The colour comes last: digits that follow a font size would become part of it.
    coloured = f'&C&"{styles.FONT},Bold"&11&K{_header_colour(briefing)}{marking}'
    plain = f'&"{styles.FONT},Regular"&8&K{styles.INK3[1:]}'
    title = header_text(briefing.title, _TITLE_LENGTH)
    worksheet.set_header(
        f"{coloured}&R{plain}{header_text(f'As of {briefing.as_of_text}', _DATE_LENGTH)}", {"margin": 0.3}
    )
    worksheet.set_footer(f"&L{plain}{title}{coloured}&R{plain}Page &P of &N", {"margin": 0.3})


def _header_colour(briefing: Titled) -> str:
    return marking_colours(briefing.marking)[0].removeprefix("#")
