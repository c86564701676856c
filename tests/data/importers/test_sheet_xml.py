"""Cells come out of a worksheet as they were put in, and no sheet takes more than its limits."""

from __future__ import annotations

import pytest
from defusedxml import DTDForbidden

from data.errors import DataError
from data.importers import sheet_xml
from data.importers.sheet_xml import read_sheet, read_strings

HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = "</sheetData></worksheet>"


def sheet(rows: str) -> bytes:
    return (HEAD + rows + TAIL).encode()


def test_every_kind_of_cell_is_read() -> None:
    part = sheet(
        '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>1.5</v></c><c r="C3" t="b"><v>1</v></c>'
        '<c r="D3" t="inlineStr"><is><t>in line</t></is></c><c r="E3" t="str"><f>A1</f><v>made</v></c>'
        '<c r="F3" t="e"><v>#REF!</v></c><c r="G3" s="4"/></row>'
    )
    assert read_sheet(part, ["zero", "one"]) == [(3, ["one", 1.5, True, "in line", "made", "#REF!"])]


def test_gaps_stay_gaps_and_cells_without_a_place_follow_on() -> None:
    part = sheet('<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row><row><c r="A3"><v>3</v></c></row><row/>')
    assert read_sheet(part, []) == [(2, [None, 1.0, 2.0]), (3, [3.0])]


def test_prefixed_names_are_the_same_names() -> None:
    cell = '<x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row>'
    part = f'<x:worksheet xmlns:x="u"><x:sheetData>{cell}</x:sheetData></x:worksheet>'.encode()
    assert read_sheet(part, []) == [(1, [7.0])]


def test_reading_stops_after_as_many_rows_as_are_enough() -> None:
    part = sheet("".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 10)) + "<broken")
    assert read_sheet(part, [], 3) == [(1, [1.0]), (2, [2.0]), (3, [3.0])]


def test_shared_strings_join_their_runs_without_the_phonetic_ones() -> None:
    part = (
        b'<sst xmlns="u"><si><t>one</t></si><si><r><t>tw</t></r><r><t>o</t></r><rPh><t>nope</t></rPh></si><si/></sst>'
    )
    assert read_strings(part) == ["one", "two", ""]


@pytest.mark.parametrize(
    ("limit", "value", "rows", "what"),
    [
        (
            "MOST_ROWS",
            2,
            "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in (1, 2, 3)),
            "more than 2 rows",
        ),
        ("MOST_COLUMNS", 3, '<row r="1"><c r="XFD1"><v>1</v></c></row>', "a cell in column 16,384"),
        ("MOST_CELLS", 5, '<row r="1"><c r="F1"><v>1</v></c></row>', "more than 5 cells"),
        ("MOST_TEXT", 100, '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c></row>', "MB of text"),
    ],
)
def test_a_sheet_beyond_a_limit_is_refused(
    monkeypatch: pytest.MonkeyPatch, limit: str, value: int, rows: str, what: str
) -> None:
    monkeypatch.setattr(sheet_xml, limit, value)
    with pytest.raises(DataError, match=what):
        read_sheet(sheet(rows), ["x" * 60])


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + HEAD + TAIL
    with pytest.raises(DTDForbidden):
        read_sheet(bomb.encode(), [])
    with pytest.raises(DTDForbidden):
        read_strings(bomb.encode())
