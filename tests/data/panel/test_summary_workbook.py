"""The summary opens, says what was counted, and marks every sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from openpyxl import load_workbook

from advisor.panel import score_panel
from advisor.panel_summary import PanelSummary, PanelTally
from data.panel.report import PanelReport, RowProblem
from data.panel.summary_workbook import OPTIONS, PROBLEMS, STANCE, SUMMARY, write_summary

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.playbook import Playbook

FILE = "panel & more.csv"


@pytest.fixture(scope="module")
def summary(playbook: Playbook) -> PanelSummary:
    tally = PanelTally(playbook)
    best = np.random.default_rng(2).uniform(0, 10, (6, len(playbook.indicators)))
    months = np.array([2014 * 12, 2014 * 12, 2014 * 12 + 1] * 2)
    tally.add(["=Peru", "Chile"], np.array([0, 0, 0, 1, 1, 0]), months, score_panel(playbook, best))
    return tally.summary()


@pytest.fixture
def book(tmp_path: Path, playbook: Playbook, summary: PanelSummary) -> Any:
    problems = (RowProblem(3, "=bad", False), RowProblem(9, "odd", True))
    report = PanelReport(FILE, 8, 6, 5, problems, ())
    path = tmp_path / "summary.xlsx"
    write_summary(path, playbook, summary, report, "CUI//SP-X")
    return load_workbook(path)


def column(sheet: Any, number: int) -> list[Any]:
    return [row[number - 1].value for row in sheet.iter_rows()]


def test_every_sheet_carries_marking_and_file(book: Any) -> None:
    assert book.sheetnames == [SUMMARY, STANCE, OPTIONS, PROBLEMS]
    for sheet in book:
        assert sheet["A1"].value == "CUI//SP-X"
        assert sheet["A2"].value.endswith(f"– {FILE}")
        assert sheet.oddHeader.center.text == "CUI//SP-X"
        assert "CUI//SP-X" in sheet.oddFooter.center.text
        assert sheet.freeze_panes
        assert sheet.page_setup.orientation == "landscape"


def test_the_summary_counts_rows_classes_and_verdicts(book: Any, playbook: Playbook, summary: PanelSummary) -> None:
    sheet = book[SUMMARY]
    assert sheet["A3"].value.startswith("6 of 8 rows scored, 2 left out.")
    names = column(sheet, 1)
    assert sheet.cell(names.index("▶ Aligned") + 1, 2).value == pytest.approx(summary.classes[2])
    row = names.index(playbook.options[3].name) + 1
    assert [sheet.cell(row, place).value for place in range(2, 6)] == pytest.approx(summary.verdicts[3].tolist())


def test_the_stance_of_each_case_is_a_heat_table_over_time(book: Any, summary: PanelSummary) -> None:
    sheet = book[STANCE]
    names = column(sheet, 1)
    assert [cell.value for cell in sheet[4]][1:] == ["2014-01", "2014-02"]
    assert names[-2:] == ["=Peru", "Chile"]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    peru = names.index("=Peru") + 1
    assert [sheet.cell(peru, place).value for place in (2, 3)] == pytest.approx(summary.index[0].tolist())
    assert sheet.cell(peru + 1, 3).value is None
    (area,) = [one for one in sheet.conditional_formatting if one.rules[0].type == "colorScale"]
    assert str(area.sqref) == f"B{peru}:C{peru + 1}"


def test_the_reach_of_each_option_is_a_heat_table_over_time(
    book: Any, playbook: Playbook, summary: PanelSummary
) -> None:
    sheet = book[OPTIONS]
    assert column(sheet, 1)[4:] == [option.name for option in playbook.options]
    assert [sheet.cell(5, place).value for place in (2, 3)] == pytest.approx(summary.reach_by_period[0].tolist())


def test_problems_are_listed_as_text_and_counted_where_not_all_fit(book: Any) -> None:
    sheet = book[PROBLEMS]
    assert sheet["A3"].value.endswith("The first 2 are listed here.")
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)] == [
        [3, "left out", "=bad"],
        [9, "scored", "odd"],
    ]
    assert sheet["C5"].data_type == "s"
