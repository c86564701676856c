"""Open an .xlsx workbook that may be hostile: limits before parsing, sheets and their cells by a hardened parser.

Cells are read here and not by calamine, which lays a sheet out as a rectangle: two cells in opposite corners of a file
of 6 KB end the whole process for want of memory.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary
from xml.sax import SAXException

from defusedxml import DefusedXmlException, ElementTree

from advisor.progress import Watch
from data.errors import DataError
from data.importers.sheet_xml import read_sheet, read_strings
from data.safe_workbook import MB, OLE, Limits, check_inert, check_limits, sheet_parts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from data.importers.contract import Cell

MOST_BYTES = 64 * MB
MOST_UNPACKED = 64 * MB
_ZIP = b"PK\x03\x04"
_STRINGS = "xl/sharedStrings.xml"
_REMEDY = "copy the sheet you need into a new workbook, or save it as CSV"
_UNREADABLE = (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError)


def is_workbook(path: Path) -> bool:
    """Say whether a file is a workbook rather than text, by its first bytes."""
    with path.open("rb") as file:
        return file.read(4) in (_ZIP, OLE)


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Workbook:
    """An opened workbook: the names of its sheets in order, and its hash and size."""

    name: str
    sha256: str
    size: int
    _archive: zipfile.ZipFile
    _parts: Mapping[str, str]
    _strings: Sequence[str]
    _watch: Watch | None = None

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets, in order."""
        return tuple(self._parts)

    def part(self, name: str) -> bytes:
        """Return a part of the archive, empty where there is none of that name."""
        return self._archive.read(name) if name in self._archive.namelist() else b""

    def rows(self, sheet: str, most: int | None = None) -> Sequence[tuple[int, Sequence[Cell]]]:
        """Return the rows of a sheet that hold anything, each with its number; the first `most` where that is given.

        Raises
        ------
        DataError
            The sheet is larger than allowed, or not written as a spreadsheet program writes one.
        """
        try:
            return read_sheet(self._archive.read(self._parts[sheet]), self._strings, most, self._watch)
        except DataError as error:
            raise DataError(f'{self.name}: sheet "{sheet}" {error}; {_REMEDY}') from None
        except DefusedXmlException:
            raise DataError(
                f"{self.name}: holds XML entities, which no spreadsheet program writes; do not trust it"
            ) from None
        except (*_UNREADABLE, SAXException) as error:
            raise DataError(f'{self.name}: sheet "{sheet}" is damaged ({error}); open and save it again') from None


def open_workbook(path: Path, *, inert: bool = False, watch: Watch | None = None) -> Workbook:
    """Open a workbook after checking its limits.

    Parameters
    ----------
    inert
        Refuse one that holds programs or links to elsewhere as well; what is only read for its data may hold them.
    watch
        Who follows the reading of its sheets, and may stop it.

    Raises
    ------
    DataError
        It is no .xlsx workbook, or too large once unpacked; the message gives the limit.
    """
    status = path.stat()
    key, size = (str(path), status.st_mtime_ns, status.st_size), status.st_size
    if not inert and (opened := _opened.get(key)) is not None:
        return opened
    if size > MOST_BYTES:
        raise DataError(f"{path.name}: has {size / MB:,.0f} MB, and a workbook may have {MOST_BYTES // MB}; {_REMEDY}")
    content = path.read_bytes()
    if content.startswith(OLE):
        raise DataError(f"{path.name}: is an old .xls or protected by a password; save it as .xlsx without one")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        if "xl/workbook.xml" not in archive.namelist():
            raise DataError(f"{path.name}: is an archive and no workbook; unpack it and choose the file inside")
        check_limits(path.name, archive, size, Limits(MOST_UNPACKED, _REMEDY))
        _check_contents(archive)
        if inert:
            check_inert(path.name, archive)
        parts = _parts(archive)
        follow = None if watch is None else _naming(watch, path.name)
        strings = read_strings(archive.read(_STRINGS), follow) if _STRINGS in archive.namelist() else []
    except DefusedXmlException:
        raise DataError(
            f"{path.name}: holds XML entities, which no spreadsheet program writes; do not trust it"
        ) from None
    except (*_UNREADABLE, ElementTree.ParseError, SAXException) as error:
        raise DataError(f"{path.name}: is no .xlsx workbook, or is damaged ({error}); open and save it again") from None
    opened = Workbook(path.name, hashlib.sha256(content).hexdigest(), size, archive, parts, strings, follow)
    _opened[key] = opened
    return opened


# Several importers look into a file before one reads it. While anybody holds the workbook it is not opened again.
_opened: WeakValueDictionary[tuple[str, int, int], Workbook] = WeakValueDictionary()


def _naming(watch: Watch, name: str) -> Watch:
    """Return a watch that says which file is being read."""
    return Watch(lambda share, _: watch.progress(share, f"Reading {name}"), watch.cancelled)


def _check_contents(archive: zipfile.ZipFile) -> None:
    """Unpack everything once and let it go: a part longer than its entry says fails its checksum."""
    for entry in archive.infolist():
        with archive.open(entry) as part:
            while part.read(MB):
                pass


def _parts(archive: zipfile.ZipFile) -> Mapping[str, str]:
    """Return where each sheet is kept, by its name."""
    found: dict[str, str] = {}
    for name, part in sheet_parts(archive):
        if part:
            found.setdefault(name, part)
    return found
