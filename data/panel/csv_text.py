"""What a CSV file is written in: its encoding, its separator, and cells that differ from the rest of the file."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.errors import DataError
from data.panel.cells import told

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

HEAD = 2**20
SEPARATORS = ",;\t|"
UTF_8, UTF_16, WINDOWS = "UTF-8", "UTF-16", "Windows-1252"
_LAST_ASCII = 0x7F
# The codec in which every byte is a character, and every file can be read.
BYTES = "latin-1"
# Latin-1 gives a meaning to the five bytes to which Windows-1252 gives none.
_CODECS = ("utf-8", "cp1252", BYTES)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file is written; `codec` is the one to read its bytes with, and `bare` a file that ends with its header."""

    encoding: str
    codec: str
    separator: str
    header: tuple[str, ...]
    bare: bool


def read_dialect(path: Path, known: Collection[str]) -> Dialect:
    """Find encoding, separator and header from the beginning of a file.

    Parameters
    ----------
    known
        Names that a header may hold; the separator is the one that finds most of them.

    Raises
    ------
    DataError
        The file is empty or no text.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head.strip():
        raise DataError(f"{path}: is empty; a panel has a header and a row for each case and date")
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding, codec = UTF_16, "utf-16"
        start = head[: len(head) // 2 * 2].decode(codec, errors="replace")
    elif b"\0" in head:
        raise DataError(f"{path}: is no text file; give a .csv, .xlsx or .parquet file under its own ending")
    else:
        encoding, codec = _usual_encoding(head), BYTES
        start = decoded(head)
    lines = start.removeprefix("\ufeff").splitlines(keepends=True)
    bare = len(head) < HEAD and not any(map(str.strip, lines[1:]))
    separator = max(SEPARATORS, key=lambda one: len({name.strip() for name in _record(lines, one)} & set(known)))
    header = tuple(_record(lines, separator))
    if not any(header):
        raise DataError(f"{path}: begins with an empty line; its first line must be the header")
    return Dialect(encoding, codec, separator, header, bare)


def decoded(raw: bytes) -> str:
    """Return the text of bytes in the first encoding that fits: UTF-8, Windows-1252, Latin-1."""
    for codec in _CODECS[:-1]:
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return raw.decode(_CODECS[-1])


def decoded_column(column: Any, name: str, encoding: str) -> tuple[Any, Mapping[int, str]]:
    """Return the texts of a column, and a remark on each cell in another encoding than that of the file.

    Parameters
    ----------
    column
        Texts with a character for each byte of the file, or those of a UTF-16 file as they are.
    """
    if encoding == UTF_16 or _is_ascii(column):
        return column, {}
    encoded = column.dictionary_encode()
    cells = [text.encode(BYTES) for text in encoded.dictionary.to_pylist()]
    odd = {
        code: f"{name} is in another encoding than the rest of the file ({found}), check {told(decoded(cell))}"
        for code, cell in enumerate(cells)
        if not cell.isascii() and (found := _encoding_of(cell)) != encoding
    }
    codes = encoded.indices.fill_null(-1).to_pylist() if odd else []
    remarks = {place: odd[code] for place, code in enumerate(codes) if code in odd}
    return pa.array(map(decoded, cells), pa.string()).take(encoded.indices), remarks


def _is_ascii(column: Any) -> bool:
    """Say whether texts are ASCII; the bytes of all together tell it for the usual column, cell by cell takes long."""
    content = column.buffers()[2] if pa.types.is_string(column.type) else None
    if content is not None and np.frombuffer(content, dtype=np.uint8).max(initial=0) <= _LAST_ASCII:
        return True
    return pc.all(pc.string_is_ascii(column)).as_py() is not False


def _usual_encoding(head: bytes) -> str:
    """Return the encoding of most lines that are more than ASCII."""
    if head.isascii():
        return UTF_8
    lines = [line for line in head.splitlines() if not line.isascii()]
    # The last line, and the last character of it, may be cut where the head ends.
    whole = lines[:-1] if len(head) == HEAD else lines
    found = Counter(_encoding_of(line) for line in whole)
    return WINDOWS if found[WINDOWS] > found[UTF_8] else UTF_8


def _encoding_of(raw: bytes) -> str:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return WINDOWS
    return UTF_8


def _record(lines: list[str], separator: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO("".join(lines[:100])), delimiter=separator), [])
    except csv.Error:
        return []
