"""A workbook is measured before it is parsed, and what is hostile or damaged is refused with a remedy."""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from advisor.progress import Cancelled, Watch
from data.errors import DataError
from data.importers import workbooks
from data.importers.workbooks import is_workbook, open_workbook
from tests.data.importers.files import SAMPLES, with_part, workbook, written

if TYPE_CHECKING:
    from pathlib import Path


def test_sheets_and_rows_are_read_with_the_hash_of_the_file(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"First": [["a", 1]], "Ünïcode & <more>": [["b"], [], ["c", None, 2.5]]})
    book = open_workbook(path)
    assert book.sheets == ("First", "Ünïcode & <more>")
    assert book.rows("First") == [(1, ["a", 1.0])]
    assert book.rows("Ünïcode & <more>") == [(1, ["b"]), (3, ["c", None, 2.5])]
    assert book.rows("Ünïcode & <more>", most=1) == [(1, ["b"])]
    assert book.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert book.size == path.stat().st_size


def test_reading_a_sheet_tells_how_far_it_is_and_stops_when_asked(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"Long": [[number] * 99 for number in range(200)]})
    told: list[tuple[float, str]] = []
    stop: list[bool] = []
    book = open_workbook(path, watch=Watch(lambda share, what: told.append((share, what)), lambda: bool(stop)))
    told.clear()
    book.rows("Long")
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1], {what for _, what in told}) == (0.0, 1.0, {"Reading made.xlsx"})
    stop.append(True)
    with pytest.raises(Cancelled):
        book.rows("Long")


def test_a_workbook_is_opened_once_while_anybody_holds_it_and_anew_when_it_was_changed(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"One": [["a"]]})
    held = open_workbook(path)
    assert open_workbook(path) is held
    assert open_workbook(path, inert=True) is not held
    workbook(tmp_path, {"Another": [["b"]]})
    assert open_workbook(path).sheets == ("Another",)


def test_a_workbook_is_told_from_text_by_its_first_bytes() -> None:
    assert is_workbook(SAMPLES / "fsi-2022.xlsx")
    assert not is_workbook(SAMPLES / "nelda.csv")


@pytest.mark.parametrize(
    ("limit", "value", "what"),
    [
        ("MOST_BYTES", 1000, "a workbook may have 0; copy the sheet you need into a new workbook, or save it as CSV"),
        ("MOST_UNPACKED", 1000, "a workbook may have 0"),
    ],
)
def test_a_workbook_beyond_a_limit_is_refused_with_the_limit(
    monkeypatch: pytest.MonkeyPatch, limit: str, value: int, what: str
) -> None:
    monkeypatch.setattr(workbooks, limit, value)
    with pytest.raises(DataError, match=what):
        open_workbook(SAMPLES / "fsi-2022.xlsx")


def test_a_bomb_of_zeros_is_refused_by_its_growth(tmp_path: Path) -> None:
    path = with_part(workbook(tmp_path, {"Sheet1": [["a"]]}), "xl/worksheets/sheet1.xml", b"0" * 30_000_000)
    assert path.stat().st_size < 100_000
    with pytest.raises(DataError, match=r"unpacks to .* times its size, and a workbook may grow 200 times"):
        open_workbook(path)


def test_a_part_longer_than_its_entry_says_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"Sheet1": [["a"]]})
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    for place in (at for at in range(len(content) - 4) if content[at : at + 4] == size.to_bytes(4, "little")):
        content[place : place + 4] = (10).to_bytes(4, "little")
    path.write_bytes(bytes(content))
    with pytest.raises(DataError, match=r"is no .xlsx workbook, or is damaged"):
        open_workbook(path)


def test_two_cells_in_opposite_corners_are_refused_and_not_laid_out(tmp_path: Path) -> None:
    rows = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    sheet = b'<worksheet xmlns="u"><sheetData>' + rows + b"</sheetData></worksheet>"
    path = with_part(workbook(tmp_path, {"Sheet1": [["a"]]}), "xl/worksheets/sheet1.xml", sheet)
    with pytest.raises(DataError, match='sheet "Sheet1" has a cell in column 16,384'):
        open_workbook(path).rows("Sheet1")


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"])
def test_entities_anywhere_are_refused(tmp_path: Path, part: str) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]><x>&a;</x>'
    path = with_part(workbook(tmp_path, {"Sheet1": [["a"]]}), part, bomb)
    with pytest.raises(DataError, match="holds XML entities, which no spreadsheet program writes"):
        open_workbook(path).rows("Sheet1")


def test_what_is_damaged_or_no_workbook_says_so(tmp_path: Path) -> None:
    torn = tmp_path / "torn.xlsx"
    torn.write_bytes((SAMPLES / "fsi-2022.xlsx").read_bytes()[:3000])
    with pytest.raises(DataError, match=r"torn.xlsx: is no .xlsx workbook, or is damaged"):
        open_workbook(torn)
    broken = with_part(workbook(tmp_path, {"Sheet1": [["a"]]}), "xl/worksheets/sheet1.xml", b"<worksheet><row")
    with pytest.raises(DataError, match='sheet "Sheet1" is damaged'):
        open_workbook(broken).rows("Sheet1")
    archive = tmp_path / "archive.xlsx"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("readme.txt", "no workbook")
    with pytest.raises(DataError, match="is an archive and no workbook; unpack it and choose the file inside"):
        open_workbook(archive)
    with pytest.raises(DataError, match=r"is no .xlsx workbook"):
        open_workbook(written(tmp_path, "text.xlsx", "a,b\n1,2\n"))


def test_an_old_or_protected_workbook_asks_to_be_saved_again(tmp_path: Path) -> None:
    path = tmp_path / "old.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    with pytest.raises(DataError, match=r"is an old .xls or protected by a password; save it as .xlsx without one"):
        open_workbook(path)
