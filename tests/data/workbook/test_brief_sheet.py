from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests import briefings

if TYPE_CHECKING:
    from advisor.briefing import Briefing


def sheet_of(briefing: Briefing | None = None) -> Any:
    return briefings.read_back(briefing or briefings.briefing())["Brief"]


def texts(sheet: Any) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def blank() -> Briefing:
    return briefings.brief_of(briefings.peru(briefings.BLANK), briefings.findings_of(briefings.BLANK))


def test_the_brief_says_the_bottom_line_and_every_judgment() -> None:
    shown = texts(sheet_of())
    briefing = briefings.briefing()
    assert briefing.bottom_line in shown
    for judgment in briefing.judgments:
        assert judgment.text in shown


def test_likelihood_and_confidence_stand_in_columns_of_their_own() -> None:
    sheet = sheet_of()
    first = next(cell.row for cell in sheet["B"] if cell.value == "Stance")
    judgment = briefings.briefing().judgments[0]
    assert sheet[f"D{first}"].value == judgment.probability
    assert sheet[f"D{first}"].number_format == "0 %"
    assert sheet[f"E{first}"].value == judgment.confidence


def test_the_plan_names_the_options_of_every_verdict() -> None:
    shown = "\n".join(texts(sheet_of()))
    for column in briefings.briefing().plan:
        assert column.title in shown
        assert all(name in shown for name in column.options[:12])


def test_a_plan_that_is_too_long_for_one_page_counts_the_rest() -> None:
    plan = tuple(replace(column, options=tuple(map(str, range(40)))) for column in briefings.briefing().plan)
    shown = "\n".join(texts(sheet_of(replace(briefings.briefing(), plan=plan))))
    assert "and 28 more on the sheet Options" in shown


def test_an_empty_column_of_the_plan_says_none() -> None:
    assert any(text.startswith("None\n") for text in texts(sheet_of(blank())))


def test_cautions_stand_directly_below_the_bottom_line() -> None:
    sheet = sheet_of(blank())
    row = next(cell.row for cell in sheet["C"] if cell.value == blank().bottom_line)
    assert sheet[f"B{row + 1}"].value == "✕ Caution"
    assert "No indicator is scored" in sheet[f"C{row + 1}"].value


@pytest.mark.parametrize("scored", [True, False])
def test_the_brief_is_one_upright_page_whatever_it_says(scored: bool) -> None:
    page = sheet_of(briefings.briefing() if scored else blank())
    assert page.sheet_properties.pageSetUpPr.fitToPage is True
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) in ((1, 1), (None, None))
    assert page.page_setup.orientation == "portrait"
    assert page.print_area.startswith("'Brief'!$A$2:$E$")


def test_no_cells_are_merged() -> None:
    workbook = briefings.read_back(briefings.briefing())
    assert not any(sheet.merged_cells.ranges for sheet in workbook.worksheets)


def test_a_long_issue_is_set_smaller_to_fit_the_page() -> None:
    small = sheet_of(replace(briefings.briefing(), issue="Whether to recast the national plan " * 4))
    assert small["A3"].font.size < sheet_of()["A3"].font.size


def test_the_contents_lead_to_every_other_sheet() -> None:
    sheet = sheet_of()
    links = [sheet[f"G{row}"].hyperlink.location for row in range(3, 8)]
    assert links == ["'Pressures'!A1", "'Options'!A1", "'Why'!A1", "'Evidence'!A1", "'Method'!A1"]


def test_what_to_find_out_next_shows_the_score_and_its_part_of_the_doubt() -> None:
    sheet = sheet_of()
    question = briefings.briefing().questions[0]
    row = next(cell.row for cell in sheet["B"] if cell.value == question.name)
    assert sheet[f"D{row}"].value == question.known
    assert sheet[f"E{row}"].value == pytest.approx(question.share)
