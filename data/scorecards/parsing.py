"""Parse a workbook into plain cells: what the process apart does. Nothing here judges what the cells say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException, ElementTree

from data.errors import DataError
from data.importers.workbooks import open_workbook
from data.scorecards.layout import column_number, is_header
from data.workbook.head_names import HEAD_NAMES

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from data.importers.contract import Cell
    from data.importers.workbooks import Workbook

MOST_ROWS = 2_000
MOST_COLUMNS = 200
MOST_SHEETS = 60
_HEADER_WITHIN = 60
_REFERENCE = re.compile(r"'?((?:[^'!]|'')+)'?!\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_TRUE = ("1", "true")


def parse(path: str) -> dict[str, Any]:
    """Return the sheets of a workbook that matter, with its names and who saved it.

    That is the sheet with the scores, and of the others the cells that have a name; `scores` is empty where there is
    no such sheet.

    Raises
    ------
    DataError
        It is no workbook, too large, damaged, or holds what no scorecard holds.
    """
    book = open_workbook(Path(path), inert=True)
    if len(book.sheets) > MOST_SHEETS:
        raise DataError(f"{book.name}: has {len(book.sheets)} sheets, and a scorecard may have {MOST_SHEETS}")
    try:
        return _parsed(book)
    except (DefusedXmlException, ParseError) as error:
        raise DataError(f"{book.name}: is damaged or not to be trusted ({error}); open and save it again") from None


def _parsed(book: Workbook) -> dict[str, Any]:
    content = ElementTree.fromstring(book.part("xl/workbook.xml"), forbid_dtd=True)
    names = _names(content)
    scores = scores_sheet(book)
    return {
        "name": book.name,
        "scores": scores,
        "rows": _rows(book, scores) if scores else [],
        "names": names,
        "named": _named(book, names),
        "date1904": any(one.get("date1904", "") in _TRUE for one in content.iter() if _tag(one) == "workbookPr"),
        **_authors(book),
    }


def has_scores(path: str) -> bool:
    """Say whether a workbook has a sheet of scores, whatever else it holds.

    Raises
    ------
    DataError
        It is no workbook, too large or damaged.
    """
    return bool(scores_sheet(open_workbook(Path(path))))


def scores_sheet(book: Workbook) -> str:
    """Return the first sheet with a header row of scores, the one that has the usual name before others."""
    usual = [name for name in book.sheets if name.casefold() == "pressures"]
    for name in (*usual, *(one for one in book.sheets if one not in usual)):
        if any(is_header(cells) for _, cells in book.rows(name, _HEADER_WITHIN)):
            return name
    return ""


def _rows(book: Workbook, sheet: str) -> list[tuple[int, list[Cell]]]:
    rows = book.rows(sheet, MOST_ROWS + 1)
    if len(rows) > MOST_ROWS:
        raise DataError(f'{book.name}: sheet "{sheet}" has more than {MOST_ROWS:,} rows; remove those without scores')
    if any(len(cells) > MOST_COLUMNS for _, cells in rows):
        raise DataError(
            f'{book.name}: sheet "{sheet}" has more than {MOST_COLUMNS} columns; remove those without scores'
        )
    return [(number, list(cells)) for number, cells in rows]


def _names(content: Element) -> dict[str, tuple[str, str, int]]:
    """Return the cell that each name stands for: its sheet, the letters of its column, its row."""
    found: dict[str, tuple[str, str, int]] = {}
    for one in content.iter():
        if _tag(one) == "definedName" and (match := _REFERENCE.fullmatch((one.text or "").strip())):
            sheet, column, row = match.groups()
            found.setdefault(one.get("name", ""), (sheet.replace("''", "'"), column, int(row)))
    return found


def _named(book: Workbook, names: dict[str, tuple[str, str, int]]) -> dict[str, Cell]:
    """Return the values of the cells that say whose scores these are and of when."""
    rows: dict[str, dict[int, list[Cell]]] = {}
    values: dict[str, Cell] = {}
    for name in HEAD_NAMES:
        sheet, letters, row = names.get(name, ("", "", 0))
        if sheet in book.sheets:
            if sheet not in rows:
                rows[sheet] = {number: list(cells) for number, cells in book.rows(sheet, _HEADER_WITHIN)}
            cells = rows[sheet].get(row, [])
            column = column_number(letters)
            values[name] = cells[column] if column < len(cells) else None
    return values


def _authors(book: Workbook) -> dict[str, str]:
    """Return who made the file and who saved it last, as the file has it."""
    content = book.part("docProps/core.xml")
    root = ElementTree.fromstring(content, forbid_dtd=True) if content else []
    texts = {_tag(one): (one.text or "").strip() for one in root}
    return {"author": texts.get("creator", ""), "saved_by": texts.get("lastModifiedBy", "")}


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]
