from __future__ import annotations

import datetime as dt
import errno
import io
import itertools
import os
import re
import zipfile
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, NoReturn
from xml.parsers.expat import ParserCreate
from xml.sax.saxutils import unescape

import pandas as pd
import pytest

from advisor.briefing import compose
from advisor.briefing_choices import SHEET_NAMES, BriefingChoices, with_needed
from advisor.findings import assess
from advisor.uncertainty import draw_blocks
from data.errors import DataError
from data.workbook.writer import sheets_of, workbook_bytes, write_briefing
from tests import briefings
from tests.data.workbook.test_text import CORPUS, as_read
from tests.score_sheets import named_cells, without_results

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from advisor.briefing import Briefing


HOSTILE = "=cmd|' /C calc'!A0 & http://example.org <r>"
# Parts that the program itself decides on and no user can write.
OURS = {
    "composed_text",
    "option",
    "opened",
    "stance_text",
    "term",
    "term_id",
    "veto",
    "verdict",
    "side",
    "side_id",
    "stance_class",
    "verdict_text",
    "best_verdict_text",
    "kind",
    "words",
    "horizon_text",
}
# By what the engine as a table refers from row to row; hostile ids have a test of their own.
REFERENCES = {"id", "factor", "condition"}
# All of them in every Excel since 2007 and in LibreOffice; none volatile, none that spills or reaches outside.
FUNCTIONS = {
    *(
        "ABS",
        "AND",
        "CHAR",
        "COUNTIF",
        "FIXED",
        "IF",
        "INDEX",
        "ISNUMBER",
        "MATCH",
        "MAX",
        "MIN",
        "NA",
        "ROUND",
        "ROWS",
    ),
    *("SUM", "SUMPRODUCT"),
}


def with_texts(value: Any, texts: Iterator[str]) -> Any:
    """Return the value with every text in it replaced by the next one, as far down as it goes."""
    if isinstance(value, str):
        return next(texts)
    if isinstance(value, tuple):
        return tuple(with_texts(one, texts) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        ours = OURS | REFERENCES if type(value).__module__ == "advisor.model_table" else OURS
        names = [one.name for one in fields(value) if one.name not in ours]
        changes = {name: with_texts(getattr(value, name), texts) for name in names}
        return replace(value, **changes)
    return value


def assert_harmless(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert not [name for name in archive.namelist() if re.search("external|vba|ole|activeX|embedd", name, re.I)]
        relations = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".rels")]
        for name in archive.namelist():
            ParserCreate().Parse(archive.read(name), True)
    assert not any('TargetMode="External"' in one for one in relations)
    used = set(formulas(content))
    assert literals(used) <= own_literals()
    for formula in used:
        outside = re.sub(r'"[^"]*"', "", formula)
        assert re.fullmatch(r"[A-Za-z0-9_.$:!(),+\-*/<>=&]*", outside), formula
        assert set(re.findall(r"([A-Za-z0-9_.]+)\(", outside)) <= FUNCTIONS, formula


@cache
def own_literals() -> set[str]:
    """Return the texts of the program's own that stand in formulas, "None" being what leads where nothing does."""
    return literals(formulas(briefings.content_of(briefings.briefing_with_plan()))) | {"None"}


def formulas(content: bytes) -> list[str]:
    """Return every formula of a workbook, those of conditional formats and names left out."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    return [unescape(formula) for sheet in sheets for formula in re.findall(r"<f>(.*?)</f>", sheet)]


def literals(used: Iterable[str]) -> set[str]:
    """Return every text that stands inside formulas."""
    return {text for formula in used for text in re.findall(r'"([^"]*)"', formula)}


def cells(workbook: Any) -> list[Any]:
    return [cell for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row]


def test_the_workbook_holds_the_sheets_in_order() -> None:
    assert tuple(briefings.read_back(briefings.briefing_with_plan()).sheetnames) == SHEET_NAMES
    assert SHEET_NAMES == ("Brief", "Pressures", "Options", "Plan", "Why", "Timeline", "Evidence", "Method", "Model")


def test_without_a_plan_or_another_assessment_there_is_no_sheet_for_it() -> None:
    written = replace(briefings.briefing(), moments=())
    assert sheets_of(written) == ("Brief", "Pressures", "Options", "Why", "Evidence", "Method", "Model")
    with zipfile.ZipFile(io.BytesIO(workbook_bytes(written))) as archive:
        listing = archive.read("xl/workbook.xml").decode()
    assert tuple(re.findall(r'<sheet name="(\w+)"', listing)) == sheets_of(written)


def test_without_the_model_a_workbook_holds_the_same_values_and_refers_to_nothing() -> None:
    written = briefings.briefing_with_plan()
    content = workbook_bytes(written, BriefingChoices(sheets=with_needed(set(SHEET_NAMES) - {"Model"})))
    outside = re.compile("|".join([*SHEET_NAMES, "changed", "stale_note"]))
    assert not [formula for formula in formulas(content) if outside.search(formula)]
    assert b"degree_" not in zipfile.ZipFile(io.BytesIO(content)).read("xl/workbook.xml")
    whole, values = briefings.read_back(written), briefings.opened(content)
    assert values.sheetnames == whole.sheetnames[:-1]
    assert not any(sheet.protection.sheet for sheet in values.worksheets)
    for name in ("Options", "Why", "Timeline", "Plan"):
        assert shown(values[name]) == shown(whole[name])
    rules = [str(rule.formula) for sheet in values.worksheets for _, rule in highlights(sheet)]
    assert not [rule for rule in rules if "changed" in rule or "stance_class" in rule]


def test_the_model_alone_brings_what_it_needs_and_stays_live() -> None:
    content = workbook_bytes(briefings.briefing(), BriefingChoices(sheets=with_needed(("Model",)), paper="A4"))
    assert_harmless(content)
    assert list(without_results(content)) == []
    cells = named_cells(content)
    assert {sheet for sheet, _ in cells.values()} == {"Pressures", "Model"}
    workbook = briefings.opened(content, formulas=True)
    assert workbook.sheetnames == ["Brief", "Pressures", "Options", "Model"]
    assert {sheet.page_setup.paperSize for sheet in workbook.worksheets} == {9}
    beside = [cell.value for cell in workbook["Brief"]["G"] if cell.value]
    assert beside[1:4] == ["Pressures", "Options", "Model"]
    assert "Why: left out" in beside


def shown(sheet: Any) -> list[tuple[Any, ...]]:
    """Return what stands below the head of a sheet; the last bits of a number are the file's business."""
    return [
        tuple(round(value, 12) if isinstance(value, float) else value for value in row)
        for row in sheet.iter_rows(min_row=5, values_only=True)
    ]


def highlights(sheet: Any) -> list[tuple[str, Any]]:
    return [(str(cells.sqref), rule) for cells in sheet.conditional_formatting for rule in cells.rules]


def test_highlights_use_no_function_that_older_programs_lack() -> None:
    workbook = briefings.read_back(briefings.briefing_with_plan())
    rules = [rule.formula for sheet in workbook.worksheets for _, rule in highlights(sheet) if rule.formula]
    used = {name for rule in rules for name in re.findall(r"([A-Z.]+)\(", re.sub(r'"[^"]*"', "", rule[0]))}
    assert used == {"ABS", "AND", "ISERROR", "ISNA", "LEFT", "N", "NOT", "OR", "SEARCH"}


@pytest.mark.parametrize(("name", "episode"), briefings.latest_of_each_case())
def test_every_shipped_case_becomes_a_workbook_that_computes_and_reaches_nowhere(name: str, episode: str) -> None:
    content = briefings.content_of(briefings.briefing(name, episode))
    assert_harmless(content)
    assert list(without_results(content)) == []


@pytest.mark.parametrize("written", [briefings.blank_with_plan, briefings.briefing_with_plan])
def test_every_formula_cell_carries_its_result(written: Callable[[], Briefing]) -> None:
    content = briefings.content_of(written())
    assert len(formulas(content)) > 2000
    assert list(without_results(content)) == []


def test_ids_that_would_be_formulas_are_text_and_their_names_are_names() -> None:
    hostile = replace(
        briefings.playbook(),
        options=tuple(replace(one, id=f"{HOSTILE}{one.id}", complements=()) for one in briefings.playbook().options),
        rules=tuple(replace(one, id=f"{HOSTILE}{one.id}", name="") for one in briefings.playbook().rules),
        stance_rules=tuple(replace(one, id=f"{HOSTILE}{one.id}") for one in briefings.playbook().stance_rules),
    )
    found = assess(hostile, briefings.peru().sheet, list(draw_blocks(hostile, 16, 1)))
    one = compose(
        hostile, briefings.case(), briefings.peru(), found, analyst="", marking="UNCLASSIFIED", now=briefings.NOW
    )
    assert_harmless(workbook_bytes(one))
    names = briefings.read_back(one).defined_names
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.]*", name) for name in names)
    assert sum(name.startswith("degree_") for name in names) == len(hostile.rules) + len(hostile.stance_rules)


def test_formulas_are_protected_without_a_password_and_inputs_are_not() -> None:
    workbook = briefings.read_back(briefings.briefing_with_plan())
    protected = {sheet.title for sheet in workbook.worksheets if sheet.protection.sheet}
    assert protected == {"Pressures", "Options", "Why", "Timeline", "Model"}
    assert all(sheet.protection.password is None for sheet in workbook.worksheets)
    unlocked = {
        (sheet.title, cell.column_letter)
        for sheet in workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    assert unlocked == {("Pressures", letter) for letter in "FGHIJ"}


def test_a_name_stands_for_one_cell_of_the_whole_workbook() -> None:
    names = briefings.read_back(briefings.briefing()).defined_names
    assert all(re.fullmatch(r"(Pressures|Model)!\$[A-Z]+\$\d+", one.attr_text) for one in names.values())
    playbook = briefings.playbook()
    wanted = {f"factor_{name}" for name in playbook.factor_ids} | {f"degree_{rule.id}" for rule in playbook.rules}
    wanted |= {f"{kind}_{name}" for kind in ("standing", "verdict", "rank") for name in playbook.option_ids}
    assert {*wanted, *playbook.indicator_ids, "stance_index", "stance_class", "changed"} <= set(names)


def test_text_of_the_user_stays_text_on_every_sheet() -> None:
    one = with_texts(briefings.briefing_with_plan(), itertools.repeat(HOSTILE))
    assert_harmless(workbook_bytes(one))
    found = cells(briefings.read_back(one))
    assert {cell.data_type for cell in found} <= {"s", "n", "b", "d"}
    assert all(cell.hyperlink.target is None for cell in found if cell.hyperlink)


@pytest.mark.parametrize("first", range(0, len(CORPUS), 10))
def test_no_place_in_a_workbook_lets_a_hostile_text_through(first: int) -> None:
    texts = itertools.islice(itertools.cycle(CORPUS), first, None)
    assert_harmless(workbook_bytes(with_texts(briefings.briefing_with_plan(), texts)))


def test_hostile_text_is_read_back_as_it_was() -> None:
    facts = tuple(replace(briefings.briefing().evidence[0], text=text) for text in CORPUS)
    sheet = briefings.page_alone(replace(briefings.briefing(), evidence=facts), "Evidence")
    shown = [str(sheet.cell(5 + number, 4).value) for number in range(len(CORPUS))]
    assert shown == [as_read(text) for text in CORPUS]


def test_the_same_briefing_gives_the_same_bytes() -> None:
    first = briefings.content_of(briefings.briefing_with_plan())
    assert workbook_bytes(briefings.briefing_with_plan()) == first


def test_the_document_says_what_it_is_and_what_it_rests_on() -> None:
    properties = briefings.read_back(briefings.briefing()).properties
    assert properties.title == "Peru – Coca policy: forced eradication in the VRAEM"
    assert properties.creator == briefings.ANALYST
    assert properties.created == briefings.NOW
    assert briefings.playbook().identity.sha256 in properties.description
    assert properties.subject == "Cooperation options as of 15 May 2014"


def test_a_time_with_a_zone_is_stored_in_universal_time() -> None:
    zone = dt.timezone(dt.timedelta(hours=-5))
    one = replace(briefings.briefing(), composed=dt.datetime(2014, 5, 15, 9, 30, tzinfo=zone))
    assert briefings.page_alone(one, "Brief").parent.properties.created == dt.datetime(2014, 5, 15, 14, 30)


def test_pandas_reads_numbers_and_not_blanks() -> None:
    content = io.BytesIO(briefings.content_of(briefings.briefing()))
    table = pd.read_excel(content, sheet_name="Options", header=3, nrows=22, engine="openpyxl")
    assert list(table["Rank"]) == list(range(1, 23))
    assert table[["Standing", "Domestic", "External", "Both sides", "Chance now", "US value"]].notna().all().all()
    assert table["Standing"].iloc[0] == pytest.approx(briefings.briefing().options[0].standing)


def test_every_sheet_prints_one_page_wide_with_marking_and_page_numbers() -> None:
    for sheet in briefings.read_back(briefings.briefing_with_plan()).worksheets:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage is True
        assert sheet.oddHeader.center.text == briefings.MARKING
        assert sheet.oddFooter.center.text == briefings.MARKING
        assert sheet.oddFooter.right.text == "Page &P of &N"
        assert sheet.sheet_view.showGridLines is False
        assert sheet.page_setup.paperSize == 1
        assert sheet.page_setup.fitToWidth in (None, 1) or sheet.title == "Model"


def test_the_briefing_is_written_where_it_is_asked_for(tmp_path: Path) -> None:
    write_briefing(briefings.briefing(), tmp_path / "peru.xlsx")
    assert (tmp_path / "peru.xlsx").read_bytes() == briefings.content_of(briefings.briefing())
    assert [path.name for path in tmp_path.iterdir()] == ["peru.xlsx"]


@pytest.mark.parametrize(
    ("place", "number", "remedy"),
    [
        ("pathlib.Path.open", errno.EACCES, "close the file where it is open, in Excel say, or choose another folder"),
        ("pathlib.Path.open", errno.EROFS, "the disk is read-only; choose another place"),
        ("os.fsync", errno.ENOSPC, "the disk is full; free some space or choose another disk"),
        ("os.replace", errno.EACCES, "close the file where it is open, in Excel say, or choose another folder"),
    ],
)
def test_a_failed_export_leaves_the_old_briefing_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, number: int, remedy: str
) -> None:
    def fail(*_arguments: Any, **_options: Any) -> NoReturn:
        raise OSError(number, os.strerror(number))

    path = tmp_path / "peru.xlsx"
    path.write_bytes(b"the briefing of yesterday")
    content = briefings.content_of(briefings.briefing())
    monkeypatch.setattr("data.workbook.writer.workbook_bytes", lambda *_: content)
    with monkeypatch.context() as broken:
        broken.setattr(place, fail)
        with pytest.raises(DataError, match=rf"peru\.xlsx: not written: .*{remedy}"):
            write_briefing(briefings.briefing(), path)
    assert path.read_bytes() == b"the briefing of yesterday"
    assert [one.name for one in tmp_path.iterdir()] == ["peru.xlsx"]


@pytest.mark.parametrize("content", [b"", b"PK not a zip", b"half"])
def test_a_workbook_that_cannot_be_read_back_is_never_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.setattr("data.workbook.writer.workbook_bytes", lambda *_: content)
    with pytest.raises(DataError, match="cannot be read back"):
        write_briefing(briefings.briefing(), tmp_path / "peru.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_with_a_damaged_part_is_never_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = briefings.content_of(briefings.briefing())
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        start = archive.getinfo("xl/worksheets/sheet4.xml").header_offset
    damaged = whole[: start + 200] + b"????" + whole[start + 204 :]
    monkeypatch.setattr("data.workbook.writer.workbook_bytes", lambda *_: damaged)
    with pytest.raises(DataError, match=r"damaged|read back"):
        write_briefing(briefings.briefing(), tmp_path / "peru.xlsx")
    assert list(tmp_path.iterdir()) == []
