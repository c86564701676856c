"""Look at an Excel workbook before anything loads it: what would fill the memory, and cells that hold an error.

A small file can ask for any amount of memory: entries that unpack to gigabytes, one cell in the last corner of a sheet,
a long text used by every cell. The library that reads the sheet shows a cell with an error as an empty one.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, LargeZipFile, ZipFile

import numpy as np
from defusedxml import DefusedXmlException

from data.errors import DataError
from data.safe_workbook import Limits, check_limits, sheet_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import IO

    from numpy.typing import NDArray

MAX_UNPACKED = 2**30
# Measured: 70 bytes of memory a cell while the sheet is read.
MAX_CELLS = 12_000_000
MAX_TEXT = 2**30
MAX_ERRORS = 100_000
_BLOCK = 2**20
_LONGEST_ROW = 32 * 2**20
_UNREADABLE = (
    *(BadZipFile, LargeZipFile, KeyError, zlib.error, NotImplementedError),
    *(ParseError, DefusedXmlException),
)
_TEXTS = "xl/sharedStrings.xml"
_REMEDY = "save the sheet as .csv or .parquet"
# No cell needs a reference longer than XFD1048576.
_REFERENCE = 12
_A_SPACED_REFERENCE = re.compile(rb"<(?:\w+:)?(?:c|row)(?=\s)[^>]*?\sr(?:\s+=|=\s)")
_ERROR_CELL = re.compile(
    rb"<(?:\w+:)?c\s(?=[^>]*\bt=[\"']e[\"'])[^>]*?\br=[\"']([A-Z]+)([0-9]+)[\"'][^>]*(?<!/)>.*?<(?:\w+:)?v>([^<]*)<",
    re.DOTALL,
)
# The error that means "not available", as lookups leave it, is an empty cell.
_NOT_AVAILABLE = "#N/A"


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """The first worksheet: its place among the sheets, and the errors in its cells by row and column, from 1."""

    place: int
    errors: Mapping[int, Mapping[int, str]]


@dataclass(slots=True)
class _Scan:
    rows: int = 0
    columns: int = 0
    texts: int = 0
    errors: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))


def check_workbook(path: Path) -> SheetFacts:
    """Return what must be known of the first worksheet before it is loaded.

    Raises
    ------
    DataError
        The file is no workbook, or one that is too large to load.
    """
    try:
        with ZipFile(path) as archive:
            check_limits(path, archive, path.stat().st_size, Limits(MAX_UNPACKED, _REMEDY))
            place, part = _first_worksheet(path, archive)
            with archive.open(part) as sheet:
                found = _scan(path, sheet)
            longest = _longest_text(archive) if found.texts else 0
    except _UNREADABLE as error:
        raise DataError(
            f"{path}: cannot be read as an Excel workbook; open it in Excel and save it as .xlsx"
        ) from error
    except RuntimeError as error:
        raise DataError(f"{path}: is protected by a password; save it without one") from error
    if found.rows * found.columns > MAX_CELLS:
        size = f"{found.rows:,} rows by {found.columns:,} columns"
        raise DataError(f"{path}: its sheet reaches over {size}, more than {MAX_CELLS:,} cells; {_REMEDY}")
    if found.texts * longest > MAX_TEXT:
        raise DataError(f"{path}: its sheet repeats a text of up to {longest:,} characters too often; {_REMEDY}")
    return SheetFacts(place, found.errors)


def _first_worksheet(path: Path, archive: ZipFile) -> tuple[int, str]:
    """Return the place and the part of the first sheet that holds cells."""
    for place, (_, part) in enumerate(sheet_parts(archive)):
        if "/worksheets/" in part:
            return place, part
    raise DataError(f"{path}: holds no worksheet")


def _scan(path: Path, sheet: IO[bytes]) -> _Scan:
    found = _Scan()
    for block in _blocks(path, sheet):
        rows, columns, odd = _references(block)
        if odd and _A_SPACED_REFERENCE.search(block):
            raise DataError(f"{path}: its cells are written as no spreadsheet program writes them; {_REMEDY}")
        found.rows = max(found.rows, int(rows.max(initial=0)))
        found.columns = max(found.columns, int(columns.max(initial=0)))
        found.texts += block.count(b't="s"') + block.count(b"t='s'")
        if b'"e"' in block or b"'e'" in block:
            _note_errors(path, block, found)
    return found


def _blocks(path: Path, sheet: IO[bytes]) -> Iterator[bytes]:
    """Yield the sheet in pieces that end with a row."""
    rest = b""
    while read := sheet.read(_BLOCK):
        whole = rest + read
        end = whole.rfind(b"row>") + len(b"row>")
        if end < len(b"row>"):
            if len(whole) > _LONGEST_ROW:
                raise DataError(f"{path}: a row of its sheet is longer than any in a panel; {_REMEDY}")
            rest = whole
            continue
        yield whole[:end]
        rest = whole[end:]
    yield rest


def _references(block: bytes) -> tuple[NDArray[np.int64], NDArray[np.int64], bool]:
    """Return rows and columns of every r="X17" in a piece of a sheet, 0 where one of them is not named.

    Last comes whether there is anything like r = "X17", with blanks, which is allowed and never written.
    """
    text = np.frombuffer(block + bytes(_REFERENCE + 4), dtype=np.uint8)
    begun = np.flatnonzero((text[:-3] <= ord(" ")) & (text[1:-2] == ord("r")))
    equals, after = text[begun + 2] == ord("="), text[begun + 3]
    odd = bool(((text[begun + 2] <= ord(" ")) | (equals & (after <= ord(" ")))).any())
    place = begun[equals & ((after == ord('"')) | (after == ord("'")))] + 4
    rows, columns = np.zeros(len(place), dtype=np.int64), np.zeros(len(place), dtype=np.int64)
    within = np.ones(len(place), dtype=np.bool_)
    for step in range(_REFERENCE):
        # Small letters are as good to the reader.
        sign = text[np.minimum(place + step, len(text) - 1)].astype(np.int64)
        letter = ((sign & ~32) >= ord("A")) & ((sign & ~32) <= ord("Z")) & within
        digit = (sign >= ord("0")) & (sign <= ord("9")) & within
        columns = np.where(letter, 26 * columns + (sign & ~32) - ord("A") + 1, columns)
        rows = np.where(digit, 10 * rows + sign - ord("0"), rows)
        within = letter | digit
    return rows, columns, odd


def _note_errors(path: Path, block: bytes, found: _Scan) -> None:
    for letters, digits, value in _ERROR_CELL.findall(block):
        text = value.decode("ascii", errors="replace")
        if text == _NOT_AVAILABLE:
            continue
        found.errors[int(digits)][_column(letters)] = text
        if len(found.errors) > MAX_ERRORS:
            raise DataError(f"{path}: more than {MAX_ERRORS:,} rows of its sheet hold errors such as {text}; mend them")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number


def _longest_text(archive: ZipFile) -> int:
    """Return how long the longest of the texts that cells share is at most."""
    if _TEXTS not in archive.namelist():
        return 0
    longest, begun = 0, 0
    with archive.open(_TEXTS) as file:
        while read := file.read(_BLOCK):
            first, *others = read.split(b"</si>")
            longest = max(longest, begun + len(first), *(len(text) for text in others), 0)
            begun = len(others[-1]) if others else begun + len(first)
    return longest
