"""The parser gives plain cells and refuses what is hostile; bombs are small files made here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from data.errors import DataError
from data.scorecards.parsing import MOST_COLUMNS, MOST_ROWS, parse
from data.workbook.score_rows import SCORE_HEADERS
from tests.data.scorecards.books import SCORES, WORKBOOK, blank, changed, of_case, part, written

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.case import Case

CORNERS = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def sheet(rows: bytes) -> bytes:
    return b'<worksheet xmlns="u"><sheetData>' + rows + b"</sheetData></worksheet>"


def refused(folder: Path, changes: dict[str, bytes], name: str = "ana.xlsx") -> str:
    path = written(folder, changed(blank(), changes), name)
    assert path.stat().st_size < 200_000
    with pytest.raises(DataError) as raised:
        parse(str(path))
    return str(raised.value)


def test_a_scorecard_gives_its_scores_its_names_and_the_cells_they_stand_for(
    tmp_path: Path, cases: dict[str, Case]
) -> None:
    found = parse(str(written(tmp_path, of_case(cases["Peru"]))))
    assert (found["name"], found["scores"]) == ("ana.xlsx", "Pressures")
    assert (4, list(SCORE_HEADERS)) in found["rows"]
    assert found["names"]["su_level"] == ("Pressures", "G", 9)
    assert found["names"]["as_of"] == ("Instructions", "B", 7)
    named = found["named"]
    assert (named["case_name"], named["as_of"], named["analyst"]) == ("Peru", 41774.0, None)
    assert (named["assessment_id"], named["playbook_id"]) == ("PER-2014-2016", "counternarcotics")


def test_a_sheet_of_scores_under_another_name_is_found_by_its_headings(tmp_path: Path) -> None:
    path = tmp_path / "mine.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Notes").write_row(0, 0, ["Best regards"])
        book.add_worksheet("Scores").write_row(7, 2, ["Id", "Low", "Best", "High"])
    found = parse(str(path))
    assert (found["scores"], found["names"], found["named"]) == ("Scores", {}, {})


def test_a_workbook_without_scores_gives_none(tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write_row(0, 0, ["Date", "Value"])
    assert parse(str(path))["scores"] == ""


def test_two_cells_in_opposite_corners_are_refused_and_not_laid_out(tmp_path: Path) -> None:
    assert 'sheet "Pressures" has a cell in column 16,384' in refused(tmp_path, {SCORES: sheet(CORNERS)})


def test_bombs_are_refused_by_what_they_unpack_to(tmp_path: Path) -> None:
    assert "times its size, and a workbook may grow 200 times" in refused(tmp_path, {"xl/x.bin": bytes(30_000_000)})


def test_a_sheet_of_too_many_rows_is_refused(tmp_path: Path) -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (row, row) for row in range(5, MOST_ROWS + 10))
    header = part(blank(), SCORES).replace(b"</sheetData>", rows.replace(b'r="', b'r="9') + b"</sheetData>")
    assert f"has more than {MOST_ROWS:,} rows" in refused(tmp_path, {SCORES: header})


def test_a_sheet_of_too_many_columns_is_refused(tmp_path: Path) -> None:
    wide = b'<row r="900"><c r="ZZ900"><v>1</v></c></row></sheetData>'
    content = part(blank(), SCORES).replace(b"</sheetData>", wide)
    assert f"has more than {MOST_COLUMNS} columns" in refused(tmp_path, {SCORES: content})


@pytest.mark.parametrize("name", [WORKBOOK, "xl/sharedStrings.xml", SCORES, "docProps/core.xml"])
def test_entities_are_never_expanded(tmp_path: Path, name: str) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]><x>&a;&b;</x>'
    said = refused(tmp_path, {name: bomb})
    assert "XML entities" in said or "not to be trusted" in said


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"xl/vbaProject.bin": b"x"}, "holds macros"),
        ({"xl/externalLinks/externalLink1.xml": b"<x/>"}, "holds links to other files or programs"),
        ({SCORES: b"<worksheet><row"}, "damaged"),
        ({"xl/worksheets/sheet1.xml": sheet(b"<row><c><f>cmd|' /C calc'!A0</f></c></row>")}, "reaches outside"),
    ],
)
def test_what_runs_reaches_out_or_is_damaged_is_refused(tmp_path: Path, changes: dict[str, bytes], what: str) -> None:
    assert what in refused(tmp_path, changes)


def test_a_protected_or_old_workbook_asks_to_be_saved_again(tmp_path: Path) -> None:
    path = written(tmp_path, b"\xd0\xcf\x11\xe0" + bytes(600))
    with pytest.raises(DataError, match=r"protected by a password; save it as \.xlsx without one"):
        parse(str(path))
