"""What no scorecard needs is refused before anything is parsed, and what every spreadsheet program writes passes."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import pytest

from advisor.scorecard_form import scorecard_form
from data.errors import DataError
from data.playbook_files import shipped_playbook
from data.safe_workbook import MB, Limits, check_inert, check_limits, sheet_parts
from data.workbook.scorecard import scorecard_bytes

LIMITS = Limits(40 * MB, "save it as CSV", 100)
RELS = "xl/_rels/workbook.xml.rels"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@cache
def parts() -> dict[str, bytes]:
    """Return the parts of a scorecard."""
    with zipfile.ZipFile(io.BytesIO(scorecard_bytes(scorecard_form(shipped_playbook())))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def archive_of(changes: dict[str, bytes]) -> zipfile.ZipFile:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts(), **changes}.items():
            archive.writestr(name, content)
    return zipfile.ZipFile(buffer)


def link(kind: str, target: str, mode: str = "External") -> bytes:
    relation = f'<Relationship Id="rIdX" Type="{RELATIONS}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    return parts()[RELS].replace(b"</Relationships>", relation.encode() + b"</Relationships>")


def formula(text: str) -> bytes:
    return parts()["xl/worksheets/sheet2.xml"].replace(
        b"</sheetData>", f"<row r='999'><c r='A999'><f>{text}</f><v>1</v></c></row></sheetData>".encode()
    )


def test_a_scorecard_of_our_own_passes() -> None:
    archive = archive_of({})
    check_inert("peru.xlsx", archive)
    check_limits("peru.xlsx", archive, MB, LIMITS)


def test_a_link_that_waits_for_a_click_passes() -> None:
    check_inert("peru.xlsx", archive_of({RELS: link("hyperlink", "https://example.org")}))


@pytest.mark.parametrize(
    ("part", "what"),
    [
        ("xl/vbaProject.bin", "holds macros"),
        ("xl/macrosheets/sheet1.xml", "holds macros"),
        ("xl/externalLinks/externalLink1.xml", "holds links to other files or programs"),
        ("xl/embeddings/oleObject1.bin", "holds embedded objects"),
        ("xl/activeX/activeX1.xml", "holds embedded objects"),
        ("xl/connections.xml", "fetches data from elsewhere"),
        ("xl/queryTables/queryTable1.xml", "fetches data from elsewhere"),
        ("XL/WORKBOOK.XML", "holds a part twice"),
    ],
)
def test_parts_that_run_or_fetch_are_refused_by_name(part: str, what: str) -> None:
    with pytest.raises(DataError, match=rf"peru\.xlsx: {what}.*which no scorecard needs; ask for a copy without"):
        check_inert("peru.xlsx", archive_of({part: b"<x/>"}))


def test_a_macro_workbook_in_disguise_is_known_by_its_content_type() -> None:
    content = parts()["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    with pytest.raises(DataError, match="is of a kind that holds macros"):
        check_inert("peru.xlsx", archive_of({"[Content_Types].xml": content}))


@pytest.mark.parametrize("kind", ["externalLinkPath", "oleObject", "attachedTemplate", "image"])
def test_other_links_to_the_outside_are_refused(kind: str) -> None:
    with pytest.raises(DataError, match="holds links to other files or programs"):
        check_inert("peru.xlsx", archive_of({RELS: link(kind, "file:///somewhere/else.xlsx")}))


@pytest.mark.parametrize(
    "text",
    [
        "cmd|' /C calc'!A0",
        "DDE(&quot;soffice&quot;,&quot;a&quot;,&quot;b&quot;)",
        "[1]Sheet1!A1",
        "WEBSERVICE(A1)",
        "CALL(A1)",
        "IMPORTXML(A1,A2)",
    ],
)
def test_formulas_that_reach_out_are_refused(text: str) -> None:
    with pytest.raises(DataError, match="holds a formula that reaches outside it"):
        check_inert("peru.xlsx", archive_of({"xl/worksheets/sheet2.xml": formula(text)}))


@pytest.mark.parametrize("text", ["A1&amp;&quot;|&quot;&amp;B1", "SUM(A1:A9)", "Table1[Best]", 'IF(A1=1,"cmd|x","")'])
def test_ordinary_formulas_pass(text: str) -> None:
    check_inert("peru.xlsx", archive_of({"xl/worksheets/sheet2.xml": formula(text)}))


def test_links_that_declare_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    with pytest.raises(DataError, match="holds links that cannot be read"):
        check_inert("peru.xlsx", archive_of({RELS: bomb}))


@pytest.mark.parametrize(
    ("limits", "what"),
    [
        (Limits(40 * MB, "r", 3), r"has \d+ parts, and a workbook may have 3"),
        (Limits(1, "r"), r"unpacks to \d MB, and a workbook may have 0"),
    ],
)
def test_what_is_too_large_says_by_how_much(limits: Limits, what: str) -> None:
    with pytest.raises(DataError, match=what):
        check_limits("peru.xlsx", archive_of({}), MB, limits)


def test_a_part_that_grows_beyond_measure_is_named() -> None:
    archive = archive_of({"xl/media/zeros.bin": bytes(10 * MB)})
    with pytest.raises(DataError, match=r"xl/media/zeros.bin unpacks to [\d,]+ times its size, and a workbook"):
        check_limits("peru.xlsx", archive, MB, LIMITS)


def test_sheets_are_found_in_order_whichever_way_their_parts_are_named() -> None:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    sheets = "".join(f'<sheet name="{name}" r:id="r{at}"/>' for at, name in enumerate(("B", "A", "Gone")))
    targets = ("/xl/worksheets/one.xml", "worksheets/two.xml", "worksheets/none.xml")
    links = "".join(f'<Relationship Id="r{at}" Target="{target}"/>' for at, target in enumerate(targets))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", f'<w xmlns:r="{kinds}"><sheets>{sheets}</sheets></w>')
        archive.writestr("xl/_rels/workbook.xml.rels", f"<r>{links}</r>")
        for name in ("one", "two"):
            archive.writestr(f"xl/worksheets/{name}.xml", "<worksheet/>")
    found = sheet_parts(zipfile.ZipFile(buffer))
    assert found == [("B", "xl/worksheets/one.xml"), ("A", "xl/worksheets/two.xml"), ("Gone", "")]
