from __future__ import annotations

import io
import re
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from xlsxwriter.workbook import Workbook

from data.workbook.page import Page
from data.workbook.styles import Formats
from data.workbook.text import CUT, MAX_CELL, cell_text, defined_name, header_text, literal

# What spreadsheets are known to turn into something else, and what breaks their files.
CORPUS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "{=SUM(A1:A9)}",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.org","open")',
    "http://example.org",
    "mailto:someone@example.org",
    "internal:'Options'!A1",
    "external:c:\\other.xlsx",
    "file:///etc/passwd",
    "'quoted",
    "_x000D_",
    "_x0000_ and _x005F_",
    "<r><t>raw</t></r>",
    "<r></r>",
    "</t></si>",
    "&amp; & < > \" '",
    "שלום עולם",
    "\u202eright to left override",
    "a\x00b",
    "bell\x07 and escape\x1b",
    "lone \ud800 surrogate",
    "not a character \ufffe\uffff",
    "😀 and 𝔘",
    "Options!A1",
    "TRUE",
    "1e5",
    "007",
    "2014-05-15",
    "   spaces around   ",
    "#REF!",
    "line\nbreak",
    "x" * 40_000,
    "😀" * 20_000,
)


def as_read(text: str) -> str:
    """Return what openpyxl reads of a text: all but the mark by which the file format escapes its own escapes."""
    return cell_text(text).replace("x005F_", "")


def written(texts: list[str]) -> bytes:
    buffer = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with Workbook(buffer, options) as workbook:
        page = Page(workbook.add_worksheet(), Formats(workbook), (20,))
        for row, text in enumerate(texts):
            page.text(row, 0, text)
        page.finish()
    return buffer.getvalue()


def read_texts(content: bytes, count: int) -> list[str]:
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    cells = [sheet.cell(row + 1, 1) for row in range(count)]
    assert all(cell.data_type in ("s", "n") for cell in cells)
    assert all(cell.hyperlink is None for cell in cells)
    return [str(cell.value or "") for cell in cells]


def test_hostile_text_stays_the_text_it_is() -> None:
    content = written(list(CORPUS))
    assert read_texts(content, len(CORPUS)) == [as_read(text) for text in CORPUS]


def test_no_text_adds_a_formula_a_link_or_another_part_to_the_file() -> None:
    with zipfile.ZipFile(io.BytesIO(written(list(CORPUS)))) as archive:
        names = archive.namelist()
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert not [name for name in names if re.search("external|vba|ole|activeX|embedd|rels/sheet", name, re.IGNORECASE)]
    assert "<f" not in sheet
    assert "hyperlink" not in sheet


@settings(max_examples=60)
@given(st.lists(st.text(max_size=60), max_size=30))
def test_any_text_is_read_back_as_it_was_cleaned(texts: list[str]) -> None:
    assert read_texts(written(texts), len(texts)) == [as_read(text) for text in texts]


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff<"), max_size=200)
)
def test_ordinary_text_is_not_changed(text: str) -> None:
    assert cell_text(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a␀b"),
        ("\x1b[0m", "␛[0m"),
        ("\x7f", "␡"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("tab\tkept", "tab\tkept"),
        ("\ud800", "\ufffd"),
        ("\uffff", "\ufffd"),
        ("<r>x</r>", "<r>x</r> "),
    ],
)
def test_what_cannot_stand_in_a_cell_is_replaced_visibly(text: str, shown: str) -> None:
    assert cell_text(text) == shown


@pytest.mark.parametrize("text", ["x" * 40_000, "😀" * 20_000])
def test_text_over_the_limit_of_a_cell_is_cut_visibly(text: str) -> None:
    shown = cell_text(text)
    assert shown.endswith(CUT)
    assert len(shown.encode("utf-16-le")) // 2 <= MAX_CELL
    assert cell_text("x" * MAX_CELL) == "x" * MAX_CELL


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("UNCLASSIFIED", "UNCLASSIFIED"),
        ("R&D", "R&&D"),
        ("R&G", "R&& G"),
        ("&[Picture]", "&& [Picture]"),
        ("&P of &N", "&&P of &&N"),
        ("one\ntwo", "one two"),
    ],
)
def test_an_ampersand_in_a_header_is_an_ampersand(text: str, header: str) -> None:
    assert header_text(text, 60) == header


@given(st.text(max_size=400), st.integers(min_value=2, max_value=90))
def test_a_header_never_exceeds_its_room(text: str, length: int) -> None:
    assert len(header_text(text, length).encode("utf-16-le")) // 2 <= length


@pytest.mark.parametrize(
    ("identifier", "name"),
    [
        ("su_level", "su_level"),
        ("eb_overlap_low", "eb_overlap_low"),
        ("su1", "_su1"),
        ("XFD1048576", "_XFD1048576"),
        ("r", "_r"),
        ("R1C1", "_R1C1"),
        ("c3", "_c3"),
        ("true", "_true"),
        ("1st", "_1st"),
        ("has space-and-dash", "has_space_and_dash"),
        ("é", "_"),
    ],
)
def test_every_id_gives_a_name_that_excel_accepts(identifier: str, name: str) -> None:
    assert defined_name(identifier) == name


def test_names_that_excel_would_take_for_one_another_are_numbered() -> None:
    assert defined_name("SU_level", {"su_level"}) == "SU_level.2"
    assert defined_name("a b", {"a_b", "a_b.2"}) == "a_b.3"


def test_a_header_of_endless_text_is_cut_at_once() -> None:
    started = time.perf_counter()
    assert header_text("&" * 30_000, 11) == "&&&&&&&&&&…"
    assert header_text("word " * 6_000, 11) == "word word…"
    assert time.perf_counter() - started < 1


def test_a_literal_is_quoted_and_in_pieces_that_excel_takes() -> None:
    assert literal('say "no"') == '"say ""no"""'
    assert literal("") == '""'
    long = "x" * 600
    pieces = literal(long).split("&")
    assert all(len(piece) <= 257 for piece in pieces)
    assert "".join(piece.strip('"') for piece in pieces) == long


def test_ordinary_text_is_left_alone_at_once() -> None:
    assert cell_text("Ordinary – text · with ● signs") == "Ordinary – text · with ● signs"
    assert cell_text("<r>x</r>") == "<r>x</r> "
