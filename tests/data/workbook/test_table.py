from __future__ import annotations

from advisor.findings import VERDICTS
from advisor.wording import verdict_text
from tests import briefings

SHEETS = ("Pressures", "Options", "Why", "Evidence")


def test_every_table_has_its_headers_frozen_filtered_and_repeated_on_paper() -> None:
    workbook = briefings.read_back(briefings.briefing())
    for name in SHEETS:
        sheet = workbook[name]
        assert sheet.freeze_panes == "A5"
        assert sheet.print_title_rows == "$4:$4"
        assert sheet.auto_filter.ref.startswith("A4:")


def test_every_table_links_back_to_the_brief() -> None:
    workbook = briefings.read_back(briefings.briefing())
    assert {workbook[name]["A2"].hyperlink.location for name in SHEETS} == {"'Brief'!A1"}


def test_verdict_cells_are_coloured_by_what_they_say() -> None:
    sheet = briefings.read_back(briefings.briefing())["Options"]
    rules = [rule for cells in sheet.conditional_formatting for rule in cells.rules if rule.type == "cellIs"]
    assert {rule.formula[0] for rule in rules} == {f'"{verdict_text(verdict)}"' for verdict in VERDICTS}
    assert len(rules) == 2 * len(VERDICTS)


def test_a_protected_sheet_may_be_filtered_and_its_rows_be_made_higher() -> None:
    protection = briefings.read_back(briefings.briefing())["Options"].protection
    assert protection.sheet
    # The file says what is locked, not what is allowed.
    assert not any((protection.autoFilter, protection.formatRows, protection.formatColumns, protection.objects))
