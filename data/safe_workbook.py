"""What every reader of Excel workbooks looks at before it parses one: how much it unpacks to, whether it is inert.

A small file can ask for any amount of memory. A workbook can hold programs, and links that fetch from elsewhere; none
of that is ever run here, and a scorecard that holds it is refused, for it would be passed on.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException, ElementTree

from data.errors import DataError

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

MB = 1 << 20
OLE = b"\xd0\xcf\x11\xe0"
MOST_ENTRIES = 1_000
MOST_RATIO = 200
_SMALL_ENTRY = MB
_CONTENT_TYPES = "[Content_Types].xml"
_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_HYPERLINK = "/hyperlink"
_ASK = "ask for a copy without, or copy the scores into a fresh scorecard"
# What a part with such a name is for; the first that fits is told.
_PARTS = (
    (re.compile(r"vba|macrosheet", re.IGNORECASE), "holds macros"),
    (re.compile(r"/externallinks/", re.IGNORECASE), "holds links to other files or programs"),
    (re.compile(r"/(embeddings|activex|oleobjects)/", re.IGNORECASE), "holds embedded objects"),
    (re.compile(r"/(connections\.xml|querytables/|webextensions/)", re.IGNORECASE), "fetches data from elsewhere"),
)
_FORMULA = re.compile(rb"<(?:\w+:)?(?:f|definedName|formula1|formula2|formula)\b[^>]*>([^<]+)<")
_LITERAL = re.compile(r'"[^"]*"|&quot;.*?&quot;')
_REACHES_OUT = re.compile(
    r"\|| \[\d+\] |\b(?:DDE|RTD|CALL|EXEC|INITIATE|POKE|REGISTER(?:\.ID)?|WEBSERVICE|IMPORT\w+)\s*\(",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a workbook may unpack to in bytes, what to do with a larger one, how many parts, how many times."""

    unpacked: int
    remedy: str
    entries: int = MOST_ENTRIES
    ratio: int = MOST_RATIO


def check_limits(name: object, archive: zipfile.ZipFile, size: int, limits: Limits) -> None:
    """Refuse an archive that has too many parts, or unpacks to too much; nothing is unpacked for that.

    Parameters
    ----------
    name, size
        What to call the file, and how many bytes it has.

    Raises
    ------
    DataError
        The message gives the limit and the remedy.
    """
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = [
        ("", size, unpacked),
        *((f"{e.filename} ", e.compress_size, e.file_size) for e in entries if e.file_size > _SMALL_ENTRY),
    ]
    ratio, part = max((after / max(1, before), part) for part, before, after in packed)
    if len(entries) > limits.entries:
        what = f"has {len(entries):,} parts, and a workbook may have {limits.entries:,}"
    elif unpacked > limits.unpacked:
        what = f"unpacks to {unpacked / MB:,.0f} MB, and a workbook may have {limits.unpacked // MB:,}"
    elif ratio > limits.ratio:
        what = f"{part}unpacks to {ratio:,.0f} times its size, and a workbook may grow {limits.ratio} times"
    else:
        return
    raise DataError(f"{name}: {what}; {limits.remedy}")


def sheet_parts(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Return the sheets of a workbook in order: the name of each, and the part that holds it, empty where none does.

    Raises
    ------
    KeyError, ParseError, DefusedXmlException
        It is no workbook, or not written as a spreadsheet program writes one.
    """
    links = ElementTree.fromstring(archive.read(_LINKS), forbid_dtd=True)
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    book = ElementTree.fromstring(archive.read(_BOOK), forbid_dtd=True)
    parts = set(archive.namelist())
    found = []
    for sheet in book.iterfind("{*}sheets/{*}sheet"):
        link = next((value for key, value in sheet.items() if key.rpartition("}")[2] == "id"), None)
        target = targets.get(link, "")
        places = (posixpath.normpath(posixpath.join("/xl", target)).lstrip("/"), target)
        found.append((sheet.get("name", ""), next((place for place in places if place in parts), "")))
    return found


def check_inert(name: object, archive: zipfile.ZipFile) -> None:
    """Refuse a workbook that holds programs or reaches out: macros, objects, external links, DDE, data connections.

    Hyperlinks that wait for a click pass.

    Raises
    ------
    DataError
        The message names the part.
    """
    for part, what in _offences(archive):
        raise DataError(f"{name}: {what} ({part}), which no scorecard needs; {_ASK}")


def _offences(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield parts that are refused, and why."""
    names = archive.namelist()
    for part, count in Counter(name.casefold() for name in names).items():
        if count > 1:
            yield part, "holds a part twice, so that programs read it differently"
    for part in names:
        for pattern, what in _PARTS:
            if pattern.search(f"/{part}"):
                yield part, what
    if _CONTENT_TYPES in names and b"macroenabled" in archive.read(_CONTENT_TYPES).lower():
        yield _CONTENT_TYPES, "is of a kind that holds macros"
    for part in names:
        if part.endswith(".rels"):
            yield from _links(part, archive.read(part))
        elif part.startswith("xl/") and part.endswith(".xml"):
            yield from _formulas(part, archive.read(part))


def _links(part: str, content: bytes) -> Iterator[tuple[str, str]]:
    try:
        links = list(ElementTree.fromstring(content, forbid_dtd=True))
    except (ParseError, DefusedXmlException):
        yield part, "holds links that cannot be read"
        return
    for link in links:
        if link.get("TargetMode") == "External" and not link.get("Type", "").endswith(_HYPERLINK):
            yield part, "holds links to other files or programs"


def _formulas(part: str, content: bytes) -> Iterator[tuple[str, str]]:
    for formula in _FORMULA.findall(content):
        said = _LITERAL.sub("", formula.decode("utf-8", "replace"))
        if _REACHES_OUT.search(said):
            yield part, f"holds a formula that reaches outside it, {' '.join(said.split())[:40]}"
