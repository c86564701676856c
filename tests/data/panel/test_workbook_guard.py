"""Spreadsheet bombs are refused before anything loads them; honest workbooks pass."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from data.errors import DataError
from data.panel import workbook_guard
from data.panel.workbook_guard import check_workbook
from tests.data.panel.panels import write_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_xlsx(tmp_path / "panel.xlsx", [{"case": "Peru", "x": 6.5}, {"case": "Chile", "x": 7}])


def change(path: Path, changes: dict[str, Callable[[bytes], bytes]], more: dict[str, bytes] | None = None) -> None:
    """Rewrite parts of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts |= {name: edit(parts[name]) for name, edit in changes.items()} | (more or {})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def cell(written: bytes) -> Callable[[bytes], bytes]:
    """Put a cell into the last row of a sheet."""
    return lambda sheet: sheet.replace(b"</row></sheetData>", written + b"</row></sheetData>")


def test_an_honest_workbook_passes_and_its_errors_are_known(tmp_path: Path) -> None:
    path = tmp_path / "panel.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row("A1", ["case", "x", "y"])
        sheet.write_formula("B2", "=1/0", value="#DIV/0!")
        sheet.write_formula("AB3", "=A1:A2 C1", value="#NULL!")
        sheet.write_formula("C3", "=NA()", value="#N/A")
        sheet.write_number("C4", 1)
    facts = check_workbook(path)
    assert facts.place == 0
    assert {row: dict(cells) for row, cells in facts.errors.items()} == {2: {2: "#DIV/0!"}, 3: {28: "#NULL!"}}


@pytest.mark.parametrize(
    "written",
    [
        b'<c r="XFD1048576"><v>1</v></c>',
        b"<c r='XFD1048576'><v>1</v></c>",
        b'<c s="0"\n\tr="xfd1048576"><v>1</v></c>',
        b'<x:c r="XFD1048576"><x:v>1</x:v></x:c>',
        b'</row><row r="20000000"><c><v>1</v></c>',
    ],
)
def test_one_cell_in_the_last_corner_of_a_sheet_does_not_fill_the_memory(path: Path, written: bytes) -> None:
    change(path, {SHEET: cell(written)})
    with pytest.raises(DataError, match=r"reaches over [0-9,]+ rows by [0-9,]+ columns.*save the sheet as \.csv"):
        check_workbook(path)


@pytest.mark.parametrize("written", [b'<c r = "XFD1048576"><v>1</v></c>', b'<c r=\n"XFD1048576"><v>1</v></c>'])
def test_references_as_no_program_writes_them_are_not_trusted(path: Path, written: bytes) -> None:
    change(path, {SHEET: cell(written)})
    with pytest.raises(DataError, match="written as no spreadsheet program writes them"):
        check_workbook(path)


def test_words_that_look_like_a_reference_do_no_harm(path: Path) -> None:
    change(path, {SHEET: cell(b'<c r="C3" t="inlineStr"><is><t>what r = 5 means</t></is></c>')})
    assert check_workbook(path).place == 0


def test_a_reference_cut_by_the_end_of_a_block_is_still_seen(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(path, {SHEET: cell(b'<c r="XFD1048576"><v>1</v></c>')})
    for block in range(50, 120):
        monkeypatch.setattr(workbook_guard, "_BLOCK", block)
        with pytest.raises(DataError, match="reaches over"):
            check_workbook(path)


def test_a_part_that_unpacks_to_many_times_its_size_is_refused(path: Path) -> None:
    change(path, {}, {"xl/media/picture.bin": bytes(3 * 2**20)})
    with pytest.raises(DataError, match=r"picture\.bin unpacks to [0-9,]+ times its size, and .* may grow 200 times"):
        check_workbook(path)


def test_too_much_to_unpack_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_guard, "MAX_UNPACKED", 1000)
    with pytest.raises(DataError, match="unpacks to 0 MB, and a workbook may have 0"):
        check_workbook(path)


def test_too_many_parts_are_refused(path: Path) -> None:
    change(path, {}, {f"xl/media/{number}.bin": b"" for number in range(1001)})
    with pytest.raises(DataError, match=r"has 1,0[0-9][0-9] parts"):
        check_workbook(path)


def test_a_long_text_in_every_cell_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_guard, "MAX_TEXT", 100_000)
    change(path, {TEXTS: lambda texts: re.sub(rb"<t>Peru</t>", b"<t>" + b"x" * 60_000 + b"</t>", texts)})
    with pytest.raises(DataError, match=r"repeats a text of up to 60,[0-9]+ characters too often"):
        check_workbook(path)


def test_a_row_without_an_end_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_guard, "_BLOCK", 100)
    monkeypatch.setattr(workbook_guard, "_LONGEST_ROW", 1000)
    change(path, {SHEET: cell(b"<c><v>1</v></c>" * 1000)})
    with pytest.raises(DataError, match="a row of its sheet is longer than any in a panel"):
        check_workbook(path)


def test_a_sheet_of_errors_is_told_at_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_guard, "MAX_ERRORS", 10)
    rows = b"".join(b'</row><row r="%d"><c r="A%d" t="e"><v>#REF!</v></c>' % (row, row) for row in range(4, 20))
    change(path, {SHEET: cell(rows)})
    with pytest.raises(DataError, match="more than 10 rows of its sheet hold errors such as #REF!"):
        check_workbook(path)


@pytest.mark.parametrize("content", [b"PK\x03\x04 and nothing more", b"case,date\n"])
def test_what_is_no_workbook_is_told(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"cannot be read as an Excel workbook; open it in Excel and save it as \.xlsx"):
        check_workbook(path)


def test_a_zip_of_something_else_is_told(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("letter.txt", "Dear colleague")
    with pytest.raises(DataError, match="cannot be read as an Excel workbook"):
        check_workbook(path)


def test_a_part_longer_than_its_entry_says_is_noticed(path: Path) -> None:
    content = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo(SHEET).file_size
    told, shorter = size.to_bytes(4, "little"), (size // 2).to_bytes(4, "little")
    assert content.count(told) >= 2
    path.write_bytes(content.replace(told, shorter))
    with pytest.raises(DataError, match="cannot be read as an Excel workbook"):
        check_workbook(path)


def test_a_workbook_without_worksheets_is_told(path: Path) -> None:
    change(path, {"xl/workbook.xml": lambda text: re.sub(rb"<sheets>.*</sheets>", b"<sheets/>", text)})
    with pytest.raises(DataError, match="holds no worksheet"):
        check_workbook(path)
