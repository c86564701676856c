"""Text is read in one pass: how it is written, its rows, its hash, its stray bytes."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.progress import Cancelled, Watch
from data.errors import DataError
from data.importers import text_files
from data.importers.text_files import StrayBytes, TextRows, read_head
from tests.data.importers.files import written

if TYPE_CHECKING:
    from pathlib import Path


def rows_of(path: Path, encoding: str = "utf-8", delimiter: str = ",") -> list[list[str]]:
    return [list(cells) for _, cells in TextRows(path, encoding, delimiter, Watch())]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    lines = ["date,value,note", '2014-05-15,"1;5|2",a', "2014-05-16,2,b"]
    if delimiter != ",":
        lines = [line.replace('"1;5|2"', "1.5").replace(",", delimiter) for line in lines]
    path = written(tmp_path, "a.csv", "\n".join(lines))
    assert read_head(path).delimiter == delimiter


def test_a_decimal_comma_is_not_taken_for_the_delimiter(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "date;value\n2014-05-15;12,5\n2014-05-16;13,5\n")
    assert read_head(path).delimiter == ";"


@pytest.mark.parametrize(
    ("encoding", "found"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("windows-1252", "windows-1252"), ("utf-16", "utf-16")],
)
def test_the_encoding_is_found_and_reads_the_accents(tmp_path: Path, encoding: str, found: str) -> None:
    path = written(tmp_path, "a.csv", "país,valor\nPerú,1\n", encoding)
    head = read_head(path)
    assert head.encoding == found
    assert head.rows == (("país", "valor"), ("Perú", "1"))
    assert rows_of(path, found) == [["país", "valor"], ["Perú", "1"]]


def test_what_is_no_text_and_no_encoding_is_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\x00\x01\x02\x00" * 100)
    with pytest.raises(DataError, match="is no text but a binary file"):
        read_head(path)
    for name in ("klingon", "base64"):
        with pytest.raises(DataError, match=f'"{name}" is no encoding'):
            read_head(written(tmp_path, "b.csv", "a,b"), name)


def test_rows_are_numbered_as_in_a_spreadsheet_whatever_their_line_breaks(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", 'a,b\r\n"one\r\ntwo",\u2028x\r\n\r\nlast,y')
    assert list(TextRows(path, "utf-8", ",", Watch())) == [
        (1, ["a", "b"]),
        (2, ["one\r\ntwo", "\u2028x"]),
        (3, []),
        (4, ["last", "y"]),
    ]


def test_hash_and_size_are_those_of_the_bytes_read(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "a,b\n1,2\n")
    rows = TextRows(path, "utf-8", ",", Watch())
    assert len(list(rows)) == 2
    assert rows.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert rows.size == 8
    assert rows.stray.lines == []


def test_lines_with_stray_bytes_are_listed_across_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_files, "BLOCK", 7)
    path = tmp_path / "a.csv"
    path.write_bytes("país,valor\nPerú,1\n".encode() + b"Per\xfa,2\nPeru,3\nPer\xfa,4\n")
    rows = TextRows(path, "utf-8", ",", Watch())
    assert len(list(rows)) == 5
    assert rows.stray.lines == [3, 5]
    assert str(rows.stray) == (
        "is not utf-8 throughout: bytes on line 3, 5 do not belong there; "
        "choose windows-1252 as the encoding, or save the file again as UTF-8"
    )


def test_many_lines_with_stray_bytes_are_counted() -> None:
    stray = StrayBytes("utf-8")
    stray.look("\udcfa\n" * 25)
    assert "bytes on line 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 15 others" in str(stray)


def test_progress_is_told_and_a_stop_heeded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_files, "BLOCK", 100)
    path = written(tmp_path, "a.csv", "a,b\n" * 250)
    told: list[float] = []
    list(TextRows(path, "utf-8", ",", Watch(lambda share, _what: told.append(share))))
    assert told[0] == 0
    assert told[-1] == 1
    assert told == sorted(told)
    rows = TextRows(path, "utf-8", ",", Watch(lambda share, _what: told.append(share), lambda: len(told) > 15))
    with pytest.raises(Cancelled):
        list(rows)
    assert rows.size < 1000


def test_a_file_without_line_breaks_is_no_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_files, "BLOCK", 100)
    monkeypatch.setattr(text_files, "MOST_LINE", 500)
    with pytest.raises(DataError, match="has a line of more than"):
        rows_of(written(tmp_path, "a.csv", "x" * 1000))


@given(
    rows=st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=2), min_size=1),
    block=st.integers(1, 40),
)
def test_any_table_comes_back_from_any_blocks(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], block: int
) -> None:
    path = tmp_path_factory.mktemp("text") / "a.csv"
    quoted = "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in rows)
    path.write_bytes(quoted.encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_files, "BLOCK", block)
        assert rows_of(path) == rows
