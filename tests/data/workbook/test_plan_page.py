"""Rows of the sheet Plan: one below the other, never beyond the page."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from xlsxwriter.workbook import Workbook

from data.workbook import styles
from data.workbook.measure import room, text_width
from data.workbook.page import Page
from data.workbook.plan_page import FIRST, NAMED, WHY, WIDTHS, PlanRows
from data.workbook.styles import Formats

if TYPE_CHECKING:
    from collections.abc import Callable


def made(fill: Callable[[PlanRows], None]) -> Any:
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True}) as workbook:
        page = Page(workbook.add_worksheet("Plan"), Formats(workbook), WIDTHS)
        fill(PlanRows(page))
        page.finish()
    return load_workbook(io.BytesIO(buffer.getvalue()))["Plan"]


def values(sheet: Any) -> list[list[Any]]:
    return [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows(min_row=4)]


def test_sections_follow_each_other_with_space_between_them() -> None:
    def fill(rows: PlanRows) -> None:
        rows.title("Commit now")
        rows.headers({NAMED: "Option", FIRST: "Cost"})
        rows.line({NAMED: ("Compact", styles.NAME), FIRST: (35.0, styles.SCORE)})
        rows.title("Then")

    assert values(made(fill)) == [[], ["Commit now"], ["Option", "Cost"], ["Compact", 35], [], ["Then"]]


def test_a_note_takes_as_many_rows_as_the_page_is_too_narrow_for() -> None:
    text = "No option of the package is likely to be refused within the horizon. " * 8
    lines = [str(row[0]) for row in values(made(lambda rows: rows.note(text)))]
    assert len(lines) > 1
    assert " ".join(lines) == text.strip()
    assert all(text_width(line, 9.5) <= sum(room(width) for width in WIDTHS[NAMED:]) for line in lines)


def test_a_row_looks_the_same_from_end_to_end() -> None:
    sheet = made(lambda rows: rows.line({NAMED: ("Compact", styles.NAME)}))
    assert {sheet.cell(4, column + 1).border.bottom.style for column in range(WHY + 1)} == {"thin"}


def test_a_missing_number_leaves_its_cell_blank() -> None:
    assert values(made(lambda rows: rows.line({FIRST: (None, styles.SCORE)}))) == [[]]


def test_a_title_may_follow_a_formula() -> None:
    rows: list[int] = []
    sheet = made(lambda page: rows.append(page.live_title("Worth", 'IF(changed,"Then","Worth")')))
    assert sheet.cell(rows[0] + 1, NAMED + 1).value == '=IF(changed,"Then","Worth")'
