"""The cells of a worksheet and the strings they share, out of a workbook's XML; bounded, and without entities."""

from __future__ import annotations

import contextlib
import io
import re
from typing import TYPE_CHECKING
from xml.sax.handler import ContentHandler

from defusedxml import sax

from data.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.sax.xmlreader import AttributesImpl

    from advisor.progress import Watch
    from data.importers.contract import Cell

MOST_ROWS = 50_000
MOST_COLUMNS = 2_000
MOST_CELLS = 5_000_000
MOST_TEXT = 64 << 20
_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
_LETTERS = 26
# How the format writes characters that XML cannot hold, and its own sign for that: "_x000D_", "_x005F_x000D_".
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_strings(part: bytes, watch: Watch | None = None) -> list[str]:
    """Return the strings that the cells of a workbook share; `watch` may stop it."""
    handler = _Strings()
    sax.parse(_stream(part, watch), handler, forbid_dtd=True)
    return handler.found


def read_sheet(
    part: bytes, strings: Sequence[str], most: int | None = None, watch: Watch | None = None
) -> list[tuple[int, list[Cell]]]:
    """Return the rows of a worksheet that hold anything, each with its number; dates stay the numbers they are.

    Parameters
    ----------
    most
        How many rows are enough; all of them where nothing is said.

    Raises
    ------
    DataError
        There is more than the limits allow.
    Cancelled
        Somebody asked to stop.
    """
    handler = _Sheet(strings, most)
    with contextlib.suppress(_Enough):
        sax.parse(_stream(part, watch), handler, forbid_dtd=True)
    return handler.rows


def _stream(part: bytes, watch: Watch | None) -> io.BytesIO:
    return io.BytesIO(part) if watch is None else _Watched(part, watch)


class _Watched(io.BytesIO):
    """A part that tells with every block how much of it has been read."""

    def __init__(self, part: bytes, watch: Watch) -> None:
        super().__init__(part)
        self._size, self._watch = max(1, len(part)), watch

    def read(self, size: int | None = -1) -> bytes:
        self._watch.step(self.tell() / self._size, "Reading the sheet")
        return super().read(size)


class _Enough(Exception):
    """As many rows as were asked for have been read."""


class _Strings(ContentHandler):
    """Joins the runs of each string; what only tells its pronunciation is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._text: list[str] = []
        self._inside = False
        self._spoken = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802, ARG002
        tag = _local(name)
        if tag == "si":
            self._text = []
        elif tag == "rPh":
            self._spoken = True
        self._inside = tag == "t" and not self._spoken

    def endElement(self, name: str) -> None:  # noqa: N802
        tag = _local(name)
        if tag == "si":
            self.found.append(_unescaped("".join(self._text)))
        elif tag == "rPh":
            self._spoken = False
        self._inside = False

    def characters(self, content: str) -> None:
        if self._inside:
            self._text.append(content)


class _Sheet(ContentHandler):
    """Collects rows; a cell that does not say where it stands follows the one before."""

    def __init__(self, strings: Sequence[str], most: int | None) -> None:
        super().__init__()
        self.rows: list[tuple[int, list[Cell]]] = []
        self._strings = strings
        self._most = most
        self._row = 0
        self._column = 0
        self._cells: list[Cell] = []
        self._kind = ""
        self._text: list[str] = []
        self._inside = False
        self._length = 0
        self._laid_out = 0

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        tag = _local(name)
        if tag == "row":
            self._begin_row(attrs.get("r"))
        elif tag == "c":
            self._begin_cell(attrs.get("r"), attrs.get("t", "n"))
        self._inside = tag in ("v", "t")

    def endElement(self, name: str) -> None:  # noqa: N802
        tag = _local(name)
        if tag == "c":
            self._end_cell()
        elif tag == "row":
            self._end_row()
        self._inside = False

    def characters(self, content: str) -> None:
        if self._inside:
            self._text.append(content)

    def _begin_row(self, number: str | None) -> None:
        self._row = int(number) if number and number.isdigit() else self._row + 1
        self._column = 0
        self._cells = []

    def _begin_cell(self, place: str | None, kind: str) -> None:
        match = _PLACE.fullmatch(place or "")
        self._column = _number(match[1]) if match else self._column + 1
        self._kind = kind
        self._text = []

    def _end_cell(self) -> None:
        value = self._value("".join(self._text))
        if value is None:
            return
        if self._column > MOST_COLUMNS:
            raise DataError(f"has a cell in column {self._column:,}, and a sheet may have {MOST_COLUMNS:,} columns")
        self._length += len(value) if isinstance(value, str) else 0
        if self._length > MOST_TEXT:
            raise DataError(f"holds more than {MOST_TEXT >> 20} MB of text")
        self._cells += [None] * (self._column - len(self._cells))
        self._cells[self._column - 1] = value

    def _end_row(self) -> None:
        if self._cells:
            self.rows.append((self._row, self._cells))
            self._laid_out += len(self._cells)
        if len(self.rows) == self._most:
            raise _Enough
        if len(self.rows) > MOST_ROWS:
            raise DataError(f"has more than {MOST_ROWS:,} rows, which is the most a sheet may have")
        if self._laid_out > MOST_CELLS:
            raise DataError(f"has more than {MOST_CELLS:,} cells, which is the most a sheet may have")

    def _value(self, text: str) -> Cell:
        if self._kind in ("str", "inlineStr", "e"):
            return _unescaped(text) or None
        if not text.strip():
            return None
        if self._kind == "s":
            return self._strings[int(text)] or None
        if self._kind == "b":
            return text.strip() == "1"
        return text if self._kind == "d" else float(text)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _number(letters: str) -> int:
    """Return the number of a column: A is 1, AA 27."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number
