from __future__ import annotations

from data.workbook.model_page import side_text
from tests import briefings


def test_a_block_has_a_title_a_line_on_it_and_headers_with_the_options_by_name() -> None:
    sheet = briefings.read_back(briefings.briefing())["Model"]
    title = next(cell for cell in sheet["A"] if cell.value == "3  Rules on options")
    assert str(sheet.cell(title.row + 1, 1).value).startswith("And is the smallest degree")
    headers = [cell.value for cell in sheet[title.row + 2]]
    assert headers[:7] == ["Id", "Rule", "Side", "Condition", "Veto from", "Degree", "Veto in force"]
    assert headers[9:] == [option.name for option in briefings.playbook().options]


def test_sides_are_written_as_formulas_compare_them() -> None:
    assert [side_text(side) for side in ("domestic", "external", "interaction")] == [
        *("Domestic", "External", "Both sides"),
    ]


def test_constants_are_told_from_formulas_by_their_colour() -> None:
    sheet = briefings.read_back(briefings.briefing(), formulas=True)["Model"]
    first = next(cell.row for cell in sheet["A"] if cell.value == "eb_overlap")
    weight, used = sheet.cell(first, 5), sheet.cell(first, 6)
    assert (weight.value, weight.font.color.rgb) == (1, "FF0B4FA0")
    assert used.value.startswith("=IF(ISNUMBER(eb_overlap)")
    assert used.font.color.rgb != weight.font.color.rgb
