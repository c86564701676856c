"""Read delimited text in one pass, whatever its size: rows with their numbers, the file's hash, and stray bytes.

Only one row and one block of bytes are held at a time. Rows are numbered as a spreadsheet program shows them.
"""

from __future__ import annotations

import codecs
import contextlib
import csv
import hashlib
import io
import os
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from data.errors import DataError
from data.importers.problems import counted, some_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from advisor.progress import Watch

MB = 1 << 20
BLOCK = MB
HEAD_BYTES = MB
MOST_LINE = 64 * MB
_HEAD_ROWS = 60
_MOST_STRAY = 1000
_STRAY_SHOWN = 10
_DELIMITERS = (";", "\t", "|", ",")
_WITH_MARK = "-sig"
_MARKS = ((codecs.BOM_UTF8, f"utf-8{_WITH_MARK}"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_STRAY = re.compile("[\udc80-\udcff]")
WESTERN = "windows-1252"


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a text file, as it was found to be written."""

    encoding: str
    delimiter: str
    rows: tuple[tuple[str, ...], ...]


def read_head(path: Path, encoding: str = "", delimiter: str = "") -> Head:
    """Return the first rows of a text file with the encoding and delimiter given or found.

    Raises
    ------
    DataError
        It is no text, or not in the encoding given.
    """
    with path.open("rb") as file:
        content = file.read(HEAD_BYTES)
    used = encoding or _found_encoding(content)
    try:
        b"ab".decode(used, "replace")
    except LookupError:
        raise DataError(f'{path.name}: "{used}" is no encoding; write utf-8 or {WESTERN}, for example') from None
    text = _decoder(used).decode(_without_mark(content, used))
    if "\0" in text:
        raise DataError(f"{path.name}: is no text but a binary file; export it as CSV")
    lines = list(io.StringIO(text, newline=""))
    whole = lines if len(content) < HEAD_BYTES else lines[:-1]
    mark = delimiter or _found_delimiter(whole)
    return Head(used, mark, tuple(map(tuple, _parsed(whole, mark))))


class TextRows:
    """The rows of a text file, once; hash, size and stray bytes are known when the last row has been taken."""

    def __init__(self, path: Path, encoding: str, delimiter: str, watch: Watch) -> None:
        self._path = path
        self._encoding = encoding
        self._delimiter = delimiter
        self._watch = watch
        self._digest = hashlib.sha256()
        self.size = 0
        self.stray = StrayBytes(encoding)

    @property
    def sha256(self) -> str:
        """The hash of what was read."""
        return self._digest.hexdigest()

    def __iter__(self) -> Iterator[tuple[int, Sequence[str]]]:
        return enumerate(csv.reader(self._lines(), delimiter=self._delimiter), 1)

    def _lines(self) -> Iterator[str]:
        """Yield lines with their ends as they are, so that line breaks inside quotes stay what they were."""
        decoder = _decoder(self._encoding)
        rest = ""
        for number, block in enumerate(self._blocks()):
            told = _without_mark(block, self._encoding) if number == 0 else block
            text = decoder.decode(told, final=not block)
            self.stray.look(text)
            text = rest + text
            # A \r at the very end may be the first half of a line break.
            cut = 1 + (text.rfind("\n") if "\n" in text else text.rfind("\r", 0, -1))
            rest = text[cut:]
            if len(rest) > MOST_LINE:
                raise DataError(f"{self._path.name}: has a line of more than {MOST_LINE // MB} MB; this is no table")
            yield from io.StringIO(text[:cut], newline="")
        if rest:
            yield rest

    def _blocks(self) -> Iterator[bytes]:
        """Yield the file in blocks, the last one empty."""
        with self._path.open("rb") as file:
            total = os.fstat(file.fileno()).st_size
            while True:
                self._watch.step(min(1.0, self.size / total) if total else 1.0, f"Reading {self._path.name}")
                block = file.read(BLOCK)
                self._digest.update(block)
                self.size += len(block)
                yield block
                if not block:
                    return


class StrayBytes:
    """The lines of a file with bytes that do not belong to its encoding."""

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding
        self.lines: list[int] = []
        self._line = 1

    def look(self, text: str) -> None:
        """Look at the next part of the file, decoded with stray bytes left visible."""
        if not text.isascii() and not _is_whole(text) and len(self.lines) < _MOST_STRAY:
            found = (self._line + text.count("\n", 0, match.start()) for match in _STRAY.finditer(text))
            self.lines += sorted(set(islice(found, _MOST_STRAY)) - set(self.lines[-1:]))
        self._line += text.count("\n")

    def __str__(self) -> str:
        shown = some_of(f"{line:,}" for line in self.lines[:_STRAY_SHOWN])
        more = len(self.lines) - _STRAY_SHOWN
        least = "at least " if len(self.lines) >= _MOST_STRAY else ""
        others = f" and {least}{counted(more, 'other')}" if more > 0 else ""
        named = self.encoding.removesuffix(_WITH_MARK)
        other = WESTERN if self.encoding != WESTERN else "utf-8"
        return (
            f"is not {named} throughout: bytes on line {shown}{others} do not belong there; "
            f"choose {other} as the encoding, or save the file again as UTF-8"
        )


def _decoder(encoding: str) -> codecs.IncrementalDecoder:
    # Encodings of two or four bytes have no way to keep a stray one.
    wide = codecs.lookup(encoding).name.startswith(("utf-16", "utf-32"))
    return codecs.getincrementaldecoder(encoding)("replace" if wide else "surrogateescape")


def _without_mark(content: bytes, encoding: str) -> bytes:
    """Return the beginning of a file without the mark of UTF-8, where the encoding told would read it as letters."""
    wide = encoding.lower().startswith(("utf-16", "utf-32"))
    return content if wide else content.removeprefix(codecs.BOM_UTF8)


def _is_whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _found_encoding(content: bytes) -> str:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(content)
    except UnicodeDecodeError:
        # Where some sequences are UTF-8 the file is mixed, and read as such its stray bytes are listed.
        return "utf-8" if _has_sequences(content) else WESTERN
    return "utf-8"


def _has_sequences(content: bytes) -> bool:
    """Say whether any character beyond ASCII is written as UTF-8 writes it."""
    return not _STRAY.sub("", content.decode("utf-8", "surrogateescape")).isascii()


def _found_delimiter(lines: Sequence[str]) -> str:
    """Return the delimiter that gives most rows the same number of cells, more than one."""

    def score(mark: str) -> tuple[float, int]:
        widths = Counter(len(row) for row in _parsed(lines, mark) if row)
        several = {width: count for width, count in widths.items() if width > 1}
        if not several:
            return 0.0, 0
        width = max(several, key=lambda one: (several[one], one))
        return several[width] / widths.total(), width

    return max(_DELIMITERS, key=score) if lines else ","


def _parsed(lines: Sequence[str], mark: str) -> list[list[str]]:
    """Return the first rows, up to one that cannot be read."""
    rows: list[list[str]] = []
    with contextlib.suppress(csv.Error):
        rows.extend(islice(csv.reader(lines, delimiter=mark), _HEAD_ROWS))
    return rows
