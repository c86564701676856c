from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook
from xlsxwriter.workbook import Workbook

from data.workbook.measure import height
from data.workbook.page import Page, set_up_printing
from data.workbook.styles import Formats, Style
from tests import briefings

if TYPE_CHECKING:
    from collections.abc import Callable


def made(fill: Callable[[Page], None], widths: tuple[float, ...] = (20, 30)) -> Any:
    return load_workbook(io.BytesIO(made_bytes(fill, widths)))["Brief"]


def made_bytes(fill: Callable[[Page], None], widths: tuple[float, ...] = (20, 30)) -> bytes:
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True}) as workbook:
        page = Page(workbook.add_worksheet("Brief"), Formats(workbook), widths)
        fill(page)
        page.finish()
    return buffer.getvalue()


def test_a_row_grows_with_its_wrapped_text() -> None:
    def fill(page: Page) -> None:
        page.text(0, 0, "short", Style(wrap=True))
        page.text(1, 0, "a long sentence that takes more than one line in so narrow a cell", Style(wrap=True))

    sheet = made(fill)
    assert sheet.row_dimensions[1].height < sheet.row_dimensions[2].height


def test_text_that_is_not_wrapped_does_not_raise_its_row() -> None:
    sheet = made(lambda page: page.text(0, 0, "a long heading that runs over the next cells " * 3))
    assert sheet.row_dimensions[1].height < 20


def test_a_number_that_is_missing_leaves_the_cell_blank() -> None:
    def fill(page: Page) -> None:
        page.number(0, 0, None, Style())
        page.number(0, 1, 0.0, Style())

    sheet = made(fill)
    assert (sheet["A1"].value, sheet["B1"].value) == (None, 0)


def test_rich_text_reads_as_one_string() -> None:
    parts = [("It is ", Style()), ("likely", Style(bold=True)), (" that =1+1.", Style())]
    assert made(lambda page: page.rich(0, 0, parts, Style(wrap=True)))["A1"].value == "It is likely that =1+1."


@pytest.mark.parametrize("text", ["x" * 40_000, "<r>x</r>"])
def test_rich_text_that_a_cell_cannot_hold_is_written_plain(text: str) -> None:
    def fill(page: Page) -> None:
        page.rich(0, 0, [(text[:5], Style()), (text[5:], Style(bold=True))], Style())

    assert len(made(fill)["A1"].value) in (32_767, len(text) + 1)


def test_a_link_leads_to_a_sheet_of_this_workbook() -> None:
    link = made(lambda page: page.link(0, 0, "Brief"))["A1"].hyperlink
    assert (link.location, link.target) == ("'Brief'!A1", None)


def test_the_marking_is_on_screen_and_in_header_and_footer_of_every_page() -> None:
    def fill(page: Page) -> None:
        page.banner(briefings.briefing())
        set_up_printing(page, briefings.briefing(), landscape=False, pages_high=1, last=(9, 1))

    sheet = made(fill)
    assert sheet["A1"].value == "UNCLASSIFIED"
    assert sheet["A1"].fill.fgColor.rgb == "FF007A33"
    for part in (sheet.oddHeader.center, sheet.oddFooter.center):
        assert (part.text, part.color) == ("UNCLASSIFIED", "007A33")
    assert sheet.oddFooter.right.text == "Page &P of &N"
    assert sheet.print_area == "'Brief'!$A$2:$B$10"


@pytest.mark.parametrize("hostile", ["&P&G&[Picture]" * 40, "😀" * 300, "9 & 10\n\x00"])
def test_no_title_or_marking_pushes_the_marking_out_of_the_header(hostile: str) -> None:
    briefing = replace(briefings.briefing(), country=hostile, issue=hostile, marking=f"UNCLASSIFIED {hostile}")

    def fill(page: Page) -> None:
        set_up_printing(page, briefing, landscape=False, pages_high=1, last=(9, 1))

    sheet = made(fill)
    assert sheet.oddHeader.center.text.startswith("UNCLASSIFIED")
    assert sheet.oddFooter.center.text.startswith("UNCLASSIFIED")


def test_gridlines_are_hidden() -> None:
    assert made(lambda page: page.text(0, 0, "x")).sheet_view.showGridLines is False


def test_a_row_is_as_high_as_its_rich_text_in_all_its_sizes() -> None:
    def fill(page: Page) -> None:
        page.rich(0, 0, [("A line", Style(size=10)), ("\nA note", Style(size=8))], Style(size=10, wrap=True))
        page.rich(1, 0, [("A line", Style(size=20)), ("\nA note", Style(size=8))], Style(size=10, wrap=True))
        page.rich(2, 0, [("Small ", Style(size=8)), ("and large", Style(size=10))], Style(size=8))

    heights = [made(fill).row_dimensions[row].height for row in (1, 2, 3)]
    expected = [height(1, 10) + height(1, 8, 0), height(1, 20) + height(1, 8, 0), height(1, 10)]
    assert heights == pytest.approx(expected, abs=0.75)  # XlsxWriter rounds to whole pixels


def test_a_formula_carries_the_value_it_has_now() -> None:
    def fill(page: Page) -> None:
        page.formula(0, 0, "=1+1", 2.0, Style())
        page.formula(0, 1, '="a"&"b"', "ab", Style())
        page.formula(1, 0, "=1>2", False, Style())

    buffer = made_bytes(fill)
    for data_only, expected in ((True, (2, "ab", False)), (False, ("=1+1", '="a"&"b"', "=1>2"))):
        sheet = load_workbook(io.BytesIO(buffer), data_only=data_only)["Brief"]
        assert (sheet["A1"].value, sheet["B1"].value, sheet["A2"].value) == expected


def test_a_formula_without_a_value_is_refused_because_viewers_would_show_a_blank() -> None:
    with pytest.raises(ValueError, match="has no value to store"):
        made(lambda page: page.formula(0, 0, '=""', "", Style()))


def test_a_day_is_a_date() -> None:
    sheet = made(lambda page: page.date(0, 0, dt.date(2014, 5, 15), Style(number="d mmm yyyy")))
    assert sheet["A1"].value == dt.datetime(2014, 5, 15)
    assert sheet["A1"].is_date


def test_cells_take_another_look_where_a_formula_holds() -> None:
    sheet = made(lambda page: page.highlight((0, 0, 4, 1), "=$A1>1", Style(color="#112233", italic=True), final=True))
    (cells,) = sheet.conditional_formatting
    (rule,) = cells.rules
    assert (str(cells.sqref), rule.formula, rule.stopIfTrue) == ("A1:B5", ["$A1>1"], True)
    assert (rule.dxf.font.color.rgb, rule.dxf.font.i) == ("FF112233", True)


def test_a_row_without_anything_has_no_height_yet() -> None:
    heights: list[float] = []
    made(lambda page: heights.append(page.height_of(7)))
    assert heights == [0]
