from __future__ import annotations

from tests import briefings


def test_the_method_is_explained_and_its_parameters_named() -> None:
    sheet = briefings.read_back(briefings.briefing())["Method"]
    shown = {str(row[0]): str(row[1]) for row in sheet.iter_rows(min_col=1, max_col=2, values_only=True) if row[0]}
    briefing = briefings.briefing()
    assert {section.heading for section in briefing.method} <= set(shown)
    for label, value in briefing.method_facts:
        assert shown[label] == value
    assert shown["likely"] == "55–80 %"
    assert shown["Computed"] == "15 May 2014, 09:30"


def test_the_method_is_one_page() -> None:
    sheet = briefings.read_back(briefings.briefing())["Method"]
    assert sheet.sheet_properties.pageSetUpPr.fitToPage is True
    assert sheet.page_setup.fitToHeight in (1, None)


def test_the_method_says_what_is_live_what_turns_grey_and_that_there_is_no_password() -> None:
    sheet = briefings.read_back(briefings.briefing())["Method"]
    texts = " ".join(str(cell.value) for cell in sheet["B"])
    for words in ("Change a score on the sheet Pressures", "turns grey", "There is no password"):
        assert words in texts
