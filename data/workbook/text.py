"""Text made safe for a workbook: never a formula, never raw XML, never longer than a cell holds.

What cannot stand in a workbook is replaced by something visible, so that nothing disappears silently.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

MAX_CELL = 32_767
CUT = " ... (cut)"
_PICTURES = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n"} | {0x7F: "␡"}
_NOT_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_NAME_PARTS = re.compile(r"[^A-Za-z0-9_.]")
_LIKE_A_REFERENCE = re.compile(
    r"[A-Za-z]{1,3}[0-9]+|[Rr][0-9]*([Cc][0-9]*)?|[Cc][0-9]*|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]"
)
_MAX_NAME = 250
_LITERAL = 120
# So short that it fits a cell even if every character takes two units.
_PLAIN_LENGTH = MAX_CELL // 2


def cell_text(text: str) -> str:
    """Return text as a cell can hold it.

    Line ends become line feeds, control characters their pictures (U+2400 on), lone surrogates and the like the
    replacement character; text over 32,767 UTF-16 units ends in a visible mark.
    """
    if text.isprintable() and len(text) <= _PLAIN_LENGTH and text[:1] != "<":
        return text
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(_PICTURES)
    plain = _cut(_NOT_XML.sub("\ufffd", plain), MAX_CELL)
    # XlsxWriter takes such a string for the XML of rich text and writes it unescaped.
    return f"{plain} " if plain.startswith("<r>") and plain.endswith("</r>") else plain


def header_text(text: str, length: int) -> str:
    """Return text for a page header or footer on one line, where an ampersand starts a code.

    `length` is in UTF-16 units with the codes, of which Excel allows 255 for a whole header.
    """
    # Every character is at least one unit: what is longer than that need not be shortened one by one.
    line = " ".join(cell_text(text).split())[: length + 1]
    escaped = _escaped(line)
    while _units(escaped) > length:
        line = line[:-1]
        escaped = f"{_escaped(line.rstrip())}…"
    return escaped


def defined_name(identifier: str, taken: Collection[str] = ()) -> str:
    """Return a valid defined name for an id: the id itself where Excel allows it.

    Parameters
    ----------
    taken
        Names already given, in lower case: Excel does not tell "su" from "SU".
    """
    name = _NAME_PARTS.sub("_", identifier)[:_MAX_NAME]
    starts_well = name[:1].isalpha() or name.startswith("_")
    if not starts_well or _LIKE_A_REFERENCE.fullmatch(name):
        name = f"_{name}"
    base, number = name, 2
    while name.lower() in taken:
        name, number = f"{base}.{number}", number + 1
    return name


def literal(text: str) -> str:
    """Return text of the program's own as it stands in a formula; Excel takes at most 255 characters in a piece."""
    pieces = [text[start : start + _LITERAL] for start in range(0, len(text), _LITERAL)] or [""]
    return "&".join('"' + piece.replace('"', '""') + '"' for piece in pieces)


def _escaped(line: str) -> str:
    # A blank keeps "&G" and "&[Picture]" from being counted as pictures.
    return re.sub(r"&(?=[G\[])", "& ", line).replace("&", "&&")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, limit: int) -> str:
    if _units(text) <= limit:
        return text
    return text.encode("utf-16-le")[: 2 * (limit - len(CUT))].decode("utf-16-le", "ignore") + CUT
