"""Encoding and separator are found; what differs from the rest of a file is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from data.errors import DataError
from data.panel.csv_text import BYTES, UTF_8, UTF_16, WINDOWS, decoded_column, read_dialect

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = ("case", "date", "su_level")
TEXT = "case;date;su_level\nPerú;2014-05;6,5\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "panel.csv"


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [("utf-8", UTF_8), ("utf-8-sig", UTF_8), ("cp1252", WINDOWS), ("utf-16", "UTF-16")],
)
def test_the_encoding_is_found(path: Path, codec: str, encoding: str) -> None:
    path.write_bytes(TEXT.encode(codec))
    found = read_dialect(path, KNOWN)
    assert found.encoding == encoding
    assert found.header == KNOWN


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_the_one_that_finds_known_names(path: Path, separator: str) -> None:
    path.write_text(separator.join(['"a, note; here"', *KNOWN]) + "\n", encoding="utf-8")
    found = read_dialect(path, KNOWN)
    assert found.separator == separator
    assert found.header == ("a, note; here", *KNOWN)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \r\n\n", "is empty"),
        (b"\ncase,date\n", "begins with an empty line"),
        (b"case,date\0\0\n", "is no text file"),
    ],
)
def test_what_is_no_table_is_told(path: Path, content: bytes, said: str) -> None:
    path.write_bytes(content)
    with pytest.raises(DataError, match=said):
        read_dialect(path, KNOWN)


@pytest.mark.parametrize("end", ["", "\n", "\r\n\r\n"])
def test_a_file_that_ends_with_its_header_is_recognised(path: Path, end: str) -> None:
    path.write_text(f"case,date{end}", encoding="utf-8", newline="")
    assert read_dialect(path, KNOWN).bare


def column(*cells: bytes | None) -> Any:
    """Return cells as they come from the file: a character for each byte."""
    return pa.array([None if cell is None else cell.decode(BYTES) for cell in cells], pa.string())


def test_cells_of_the_files_encoding_need_no_remark() -> None:
    names = ["Peru", "Perú", "Côte d’Ivoire"]
    for encoding, codec in ((UTF_8, "utf-8"), (WINDOWS, "cp1252")):
        texts, remarks = decoded_column(column(*(name.encode(codec) for name in names)), "case", encoding)
        assert texts.to_pylist() == names
        assert remarks == {}
    assert decoded_column(pa.array(names), "case", UTF_16)[0].to_pylist() == names


@pytest.mark.parametrize(("encoding", "other", "codec"), [(UTF_8, WINDOWS, "cp1252"), (WINDOWS, UTF_8, "utf-8")])
def test_a_cell_in_another_encoding_is_read_in_it_and_told(encoding: str, other: str, codec: str) -> None:
    own = "utf-8" if encoding == UTF_8 else "cp1252"
    cells = column("Peru".encode(own), "México".encode(own), "Perú".encode(codec), None, "Perú".encode(codec))
    texts, remarks = decoded_column(cells, "case", encoding)
    assert texts.to_pylist() == ["Peru", "México", "Perú", None, "Perú"]
    said = f'case is in another encoding than the rest of the file ({other}), check "Perú"'
    assert remarks == {2: said, 4: said}


def test_a_few_odd_lines_do_not_change_the_encoding_of_a_file(path: Path) -> None:
    lines = [b"case;date;su_level\n", *["Perú;2014;1\n".encode()] * 5, "Perú;2014;1\n".encode("cp1252")]
    path.write_bytes(b"".join(lines))
    assert read_dialect(path, KNOWN).encoding == UTF_8


def test_every_byte_is_some_text() -> None:
    texts, _ = decoded_column(column(*(bytes([number]) for number in range(256))), "case", WINDOWS)
    assert None not in texts.to_pylist()
