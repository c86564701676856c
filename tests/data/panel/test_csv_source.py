"""CSV as people and programs write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.errors import DataError
from data.panel import csv_source
from data.panel.csv_source import CsvSource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from data.panel.chunks import RawChunk

KNOWN = ("case", "date", "x")
HEADER = "case,date,x\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "panel.csv"


def chunks_of(path: Path, text: str | bytes) -> list[RawChunk]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with CsvSource(path, KNOWN) as source:
        return list(source.chunks([source.names.index(name) for name in KNOWN]))


def rows(chunks: Sequence[RawChunk]) -> list[tuple[int, str | None, str | None]]:
    return [
        (chunk.first_row + place, case, x)
        for chunk in chunks
        for place, (case, x) in enumerate(
            zip(chunk.columns["case"].to_pylist(), chunk.columns["x"].to_pylist(), strict=True)
        )
    ]


def broken(chunks: Sequence[RawChunk]) -> dict[int, str]:
    return {chunk.first_row + place: what for chunk in chunks for place, what in chunk.broken.items()}


def test_cells_come_as_they_stand_and_rows_count_from_the_header(path: Path) -> None:
    found = chunks_of(path, HEADER + 'Peru,2014-05,6.5\n"a ""b"", c",2014-06,NA\n')
    assert rows(found) == [(2, "Peru", "6.5"), (3, 'a "b", c', "NA")]
    assert found[-1].share == 1.0


def test_a_line_end_within_quotation_marks_is_part_of_its_row(path: Path) -> None:
    found = chunks_of(path, HEADER + '"Peru\nVRAEM",2014-05,6\nChile,2014-05,7\n')
    assert rows(found) == [(2, "Peru\nVRAEM", "6"), (3, "Chile", "7")]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_last_line_needs_no_end(path: Path, end: str) -> None:
    assert rows(chunks_of(path, f"case,date,x{end}Peru,2014,1{end}Chile,2014,2")) == [
        (2, "Peru", "1"),
        (3, "Chile", "2"),
    ]


def test_rows_of_another_length_keep_their_place_and_are_told(path: Path) -> None:
    found = chunks_of(path, HEADER + "a,2014,1\nb,2014\n\nc,2014,3\nd,2014,4,5\n")
    assert rows(found) == [(2, "a", "1"), (3, None, None), (4, "", ""), (5, "c", "3"), (6, None, None)]
    assert broken(found) == {3: "has 2 cells, but the header 3", 6: "has 4 cells, but the header 3"}


@pytest.mark.parametrize("codec", ["utf-8", "cp1252"])
def test_rows_of_another_length_are_told_in_every_encoding(path: Path, codec: str) -> None:
    found = chunks_of(path, (HEADER + "Perú,2014,1\nMéxico,2014\nHaïti,2014,3\n").encode(codec))
    assert rows(found) == [(2, "Perú", "1"), (3, None, None), (4, "Haïti", "3")]
    assert broken(found) == {3: "has 2 cells, but the header 3"}


def test_places_are_kept_over_many_blocks(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_source, "_BLOCK", 512)
    monkeypatch.setattr(csv_source, "_ROWS", 30)
    wrong = {7, 8, 200, 201, 999, 1000}
    lines = [f"c{row},2014" if row in wrong else f"c{row},2014,{row}" for row in range(2, 1001)]
    found = chunks_of(path, HEADER + "\n".join(lines) + "\n")
    assert len(found) > 5
    assert rows(found) == [(row, *((None, None) if row in wrong else (f"c{row}", str(row)))) for row in range(2, 1001)]
    assert set(broken(found)) == wrong
    shares = [chunk.share for chunk in found]
    assert shares == sorted(shares)


def test_a_file_of_broken_rows_alone_is_told_row_by_row(path: Path) -> None:
    assert set(broken(chunks_of(path, HEADER + "a\nb\n"))) == {2, 3}


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1252"])
def test_accents_survive_every_usual_encoding(path: Path, codec: str) -> None:
    assert rows(chunks_of(path, (HEADER + "Perú,2014,1\n").encode(codec))) == [(2, "Perú", "1")]


def test_the_encoding_is_noted_where_it_is_not_utf_8(path: Path) -> None:
    path.write_bytes((HEADER + "Perú,2014,1\n").encode("cp1252"))
    with CsvSource(path, KNOWN) as source:
        assert list(source.notes) == ["The file was read as Windows-1252."]
    path.write_text(HEADER, encoding="utf-8")
    with CsvSource(path, KNOWN) as source:
        assert list(source.notes) == []


def test_mixed_encodings_are_remarked_row_by_row(path: Path) -> None:
    content = (HEADER + "México,2014,1\n").encode() + "Perú,2014,1\n".encode("cp1252") + "Haïti,2014,1\n".encode()
    (found,) = chunks_of(path, content)
    assert rows([found]) == [(2, "México", "1"), (3, "Perú", "1"), (4, "Haïti", "1")]
    assert found.remarks == {1: 'case is in another encoding than the rest of the file (Windows-1252), check "Perú"'}


def test_a_utf_16_file_that_is_cut_is_told(path: Path) -> None:
    content = (HEADER + "Perú,2014,1\n" * 50).encode("utf-16")
    with pytest.raises(DataError, match="cannot be read as CSV after row 1"):
        chunks_of(path, content[:400] + b"\x00\xd8" + content[401:])


def test_a_header_alone_has_no_rows(path: Path) -> None:
    assert rows(chunks_of(path, HEADER)) == []
    assert rows(chunks_of(path, HEADER.strip())) == []


def test_a_quotation_mark_without_its_partner_is_suspected_not_followed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_source, "_BLOCK", 1024)
    monkeypatch.setattr(csv_source, "_ROWS", 30)
    text = HEADER + "a,2014,1\n" * 100 + '"b,2014,1\n' + "c,2014,1\n" * 1000
    with pytest.raises(DataError, match="look for a quotation mark without its partner"):
        chunks_of(path, text)
