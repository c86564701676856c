from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from advisor.wording import likelihood, percent
from tests import briefings

if TYPE_CHECKING:
    from advisor.briefing import Briefing


def sheet_of(briefing: Briefing | None = None) -> Any:
    if briefing is None:
        return briefings.read_back(briefings.briefing())["Brief"]
    return briefings.page_alone(briefing, "Brief")


def texts(sheet: Any) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


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
    assert any(text.startswith("None\n") for text in texts(sheet_of(briefings.blank())))


def test_cautions_stand_directly_below_the_bottom_line() -> None:
    sheet = sheet_of(briefings.blank())
    row = next(cell.row for cell in sheet["C"] if cell.value == briefings.blank().bottom_line)
    assert sheet[f"B{row + 1}"].value == "✕ Caution"
    assert "No indicator is scored" in sheet[f"C{row + 1}"].value


@pytest.mark.parametrize("scored", [True, False])
def test_the_brief_is_one_upright_page_whatever_it_says(scored: bool) -> None:
    page = sheet_of(briefings.briefing() if scored else briefings.blank())
    assert page.sheet_properties.pageSetUpPr.fitToPage is True
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) in ((1, 1), (None, None))
    assert page.page_setup.orientation == "portrait"
    assert page.print_area.startswith("'Brief'!$A$2:$E$")


def test_no_cells_are_merged() -> None:
    workbook = briefings.read_back(briefings.briefing_with_plan())
    assert not any(sheet.merged_cells.ranges for sheet in workbook.worksheets)


def test_a_long_issue_is_set_smaller_to_fit_the_page() -> None:
    small = sheet_of(replace(briefings.briefing(), issue="Whether to recast the national plan " * 4))
    assert small["A3"].font.size < sheet_of()["A3"].font.size


def test_the_contents_lead_to_every_other_sheet() -> None:
    workbook = briefings.read_back(briefings.briefing_with_plan())
    links = [cell.hyperlink.location for cell in workbook["Brief"]["G"] if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in workbook.sheetnames[1:]]
    assert "'Plan'!A1" not in [cell.hyperlink.location for cell in sheet_of()["G"] if cell.hyperlink]


def test_what_to_find_out_next_shows_the_score_and_its_part_of_the_doubt() -> None:
    sheet = sheet_of()
    question = briefings.briefing().questions[0]
    row = next(cell.row for cell in sheet["B"] if cell.value == question.name)
    assert sheet[f"D{row}"].value == question.known
    assert sheet[f"E{row}"].value == pytest.approx(question.share)


def row_of(sheet: Any, label: str) -> int:
    return next(int(cell.row) for cell in sheet["B"] if cell.value == label)


def test_with_a_plan_the_brief_says_what_it_costs_and_when_to_switch() -> None:
    sheet, briefing = sheet_of(briefings.briefing_with_plan()), briefings.briefing_with_plan()
    assert briefing.plan_table is not None
    assert "About $115.5m a year of a $120m budget." in "\n".join(texts(sheet))
    row = row_of(sheet, "Trust and access")
    sign = briefing.plan_table.signs[0]
    assert (sheet[f"A{row}"].value, sheet[f"D{row}"].value) == (1, 7)
    assert sheet[f"C{row}"].value == f"falls to 5: {sign.then}\nLooks like: neutral or untested."
    assert sign.share is not None
    assert sheet[f"E{row}"].value == f"{percent(sign.share)}\n{likelihood(sign.share)}"


def test_what_reviewing_the_plan_is_worth_is_one_row() -> None:
    sheet, briefing = sheet_of(briefings.briefing_with_plan()), briefings.briefing_with_plan()
    assert briefing.plan_table is not None
    assert sheet[f"C{row_of(sheet, 'What reviewing it is worth')}"].value == briefing.plan_table.flexibility


def test_where_no_switch_pays_the_brief_says_so_and_lists_signs_without_numbers() -> None:
    sheet = sheet_of(briefings.briefing_with_plan("peru", briefings.PERU_2014))
    assert any(text.startswith("No single sign is worth a change in advance.") for text in texts(sheet))
    row = row_of(sheet, "Regional cover")
    assert (sheet[f"A{row}"].value, sheet[f"D{row}"].value, sheet[f"E{row}"].value) == (None, 6, None)


def test_leads_left_out_do_not_look_like_what_to_commit_to() -> None:
    sheet = sheet_of(briefings.briefing_with_plan())
    committed, left_out = (sheet[f"B{row_of(sheet, title)}"] for title in ("● Commit now", "● Leads left out"))
    assert committed.fill.fgColor.rgb == left_out.font.color.rgb == "FF0B655A"
    assert left_out.fill.fgColor.rgb == "FFFFFFFF"


def test_a_plan_takes_the_room_of_what_to_find_out_next() -> None:
    assert "WORTH FINDING OUT NEXT" not in texts(sheet_of(briefings.briefing_with_plan()))
    assert "TRIGGERS TO WATCH" not in texts(sheet_of())
    assert "WORTH FINDING OUT NEXT" in texts(sheet_of())


@pytest.mark.parametrize(
    ("name", "episode"),
    [
        ("peru", briefings.PERU_2011),
        ("peru", briefings.PERU_2012),
        ("peru", briefings.PERU_2014),
        ("colombia", "COL-2023-01"),  # the fullest of the shipped cases
    ],
)
def test_no_brief_is_so_full_that_it_prints_too_small_to_read(name: str, episode: str) -> None:
    sheet = sheet_of(briefings.briefing_with_plan(name, episode))
    last = int(sheet.print_area.rpartition("$")[2])
    points = sum(sheet.row_dimensions[row].height or sheet.sheet_format.defaultRowHeight for row in range(2, last + 1))
    printable = (11 - 2 * 0.7) * 72
    assert printable / points > 0.65


def test_a_blank_assessment_with_a_plan_warns_before_it_plans() -> None:
    shown = texts(sheet_of(briefings.blank_with_plan()))
    caution = next(number for number, text in enumerate(shown) if text.startswith("No indicator is scored"))
    assert caution < shown.index("PLAN")
