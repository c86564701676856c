"""A scorecard is two sheets: how to fill it in, and what to fill in; it holds no formula and reaches nowhere."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from advisor.scorecard_form import ScorecardForm, scorecard_form
from data.errors import DataError
from data.safe_workbook import check_inert
from data.workbook.score_rows import SCORE_HEADERS
from data.workbook.scorecard import scorecard_bytes, write_scorecard
from tests import briefings
from tests.data.scorecards.books import loaded

if TYPE_CHECKING:
    from pathlib import Path


@cache
def form(*, blank: bool = False) -> ScorecardForm:
    return scorecard_form(briefings.playbook(), briefings.case(), briefings.peru(), blank=blank, marking="SECRET//REL")


@cache
def read(given: ScorecardForm) -> Any:
    return loaded(scorecard_bytes(given))


def named(workbook: Any, name: str) -> Any:
    sheet, _, place = workbook.defined_names[name].attr_text.partition("!")
    return workbook[sheet][place.replace("$", "")]


def test_it_opens_on_instructions_with_country_date_and_name_to_fill_in() -> None:
    workbook = read(form())
    assert workbook.sheetnames == ["Instructions", "Pressures"]
    assert workbook.active.title == "Instructions"
    inputs = [named(workbook, name) for name in ("case_name", "as_of", "analyst")]
    assert [cell.value for cell in inputs] == ["Peru", dt.datetime(2014, 5, 15), None]
    assert not any(cell.protection.locked for cell in inputs)
    assert named(workbook, "assessment_id").value == briefings.PERU_2014
    said = [cell.value for row in workbook["Instructions"].iter_rows() for cell in row if cell.value]
    assert "Send it back" in said
    assert all(sheet.protection.sheet and sheet.protection.password is None for sheet in workbook.worksheets)


def test_the_scores_are_there_or_left_out_as_asked() -> None:
    filled, blank = (read(form(blank=choice))["Pressures"] for choice in (False, True))
    assert tuple(cell.value for cell in filled[4]) == SCORE_HEADERS
    bests = [score.best for name in briefings.playbook().indicator_ids if (score := briefings.peru().sheet.get(name))]
    assert [filled.cell(row, 7).value for row in range(5, 5 + len(bests))] == bests
    assert {blank.cell(row, 7).value for row in range(5, 5 + len(bests))} == {None}


def test_a_blank_one_leaves_country_and_date_to_the_analyst() -> None:
    workbook = read(scorecard_form(briefings.playbook()))
    assert [named(workbook, name).value for name in ("case_name", "as_of", "assessment_id")] == [None, None, None]


def test_the_marking_stands_on_every_printed_page() -> None:
    for sheet in read(form()).worksheets:
        assert sheet.oddHeader.center.text == sheet.oddFooter.center.text == "SECRET//REL"
        assert sheet["A1"].value == "SECRET//REL"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage is True


def test_texts_of_the_user_are_never_formulas_or_links() -> None:
    hostile = "=cmd|' /C calc'!A0"
    rows = tuple(replace(row, justification=hostile, name=hostile) for row in form().pressures)
    given = replace(form(), title=hostile, country=hostile, issue=hostile, analyst=hostile, pressures=rows)
    content = scorecard_bytes(given)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        check_inert("scorecard.xlsx", archive)
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>" in sheet for sheet in sheets)
    cells = [cell for sheet in read(given).worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_scorecard(form(), tmp_path / "peru.xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["peru.xlsx"]
    with pytest.raises(DataError, match="not written"):
        write_scorecard(form(), tmp_path / "absent" / "peru.xlsx")
