from __future__ import annotations

from advisor.briefing_text import best_scores_line, computed_line
from tests import briefings


def test_the_line_says_what_was_computed_and_when() -> None:
    said = "were computed 15 May 2014, 09:30 for these scores."
    assert computed_line(briefings.briefing()) == f"Chances and prices {said}"


def test_what_best_scores_say_is_the_line_of_the_workbook() -> None:
    sheet = briefings.read_back(briefings.briefing())["Brief"]
    row = next(cell.row for cell in sheet["B"] if str(cell.value).startswith("By best scores now"))
    assert best_scores_line(briefings.briefing()) == (sheet[f"B{row}"].value, sheet[f"C{row}"].value)


def test_with_nothing_scored_there_is_no_leaning() -> None:
    blank = briefings.blank()
    assert best_scores_line(blank)[0] == "By best scores now:\nNot scored"
