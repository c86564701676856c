"""A row of a scorecard takes scores from 0 to 10 in its yellow cells and shows its anchors."""

from __future__ import annotations

import io
from dataclasses import replace

from xlsxwriter.workbook import Workbook

from advisor.briefing import pressure_rows
from advisor.scores import Score, ScoreSheet
from data.workbook.names import Names
from data.workbook.page import Page
from data.workbook.score_rows import NAME, SCORE_HEADERS, SCORE_WIDTHS, add_bars, check_inputs, name_rows, write_row
from data.workbook.styles import Formats
from tests import briefings
from tests.data.scorecards.books import loaded


def test_rows_hold_the_score_and_stay_inputs_that_are_checked() -> None:
    playbook = briefings.playbook()
    first, second, *_ = playbook.indicator_ids
    sheet = ScoreSheet({first: Score(1, 2.5, 3, "high", "=1+1")})
    rows = (*pressure_rows(playbook, sheet)[:2], replace(pressure_rows(playbook, sheet)[2], id="su1"))
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as workbook:
        page = Page(workbook.add_worksheet(NAME), Formats(workbook), SCORE_WIDTHS)
        assert name_rows(Names(workbook), rows, 4) == (first, second, "_su1")
        for at, row in enumerate(rows, 4):
            write_row(page, at, row)
        check_inputs(page.worksheet, 4, 6)
        add_bars(page.worksheet, rows, 4)
    read = loaded(buffer.getvalue())
    cells = {name: read[NAME].cell(5, place) for place, name in enumerate(SCORE_HEADERS, 1)}
    assert [cells[name].value for name in ("Id", "Low", "Best", "High", "Confidence", "Justification")] == [
        *(first, 1, 2.5, 3, "high", "=1+1"),
    ]
    assert cells["Justification"].data_type == "s"
    assert [name for name, cell in cells.items() if not cell.protection.locked] == list(SCORE_HEADERS[5:])
    assert [read[NAME].cell(6, place).value for place in (6, 7, 8, 9)] == [None, None, None, "unknown"]
    assert cells["Best"].comment.text.startswith("0: ")
    assert read.defined_names[f"{first}_low"].attr_text == "Pressures!$F$5"
    ranges = [str(one.sqref) for one in read[NAME].data_validations.dataValidation]
    assert ranges == ["F5:H7", "I5:I7"]
