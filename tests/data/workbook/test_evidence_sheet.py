from __future__ import annotations

from dataclasses import replace

from data.workbook.evidence_sheet import HEADERS
from tests import briefings


def rows() -> list[dict[str, object]]:
    sheet = briefings.read_back(briefings.briefing())["Evidence"]
    return [dict(zip(HEADERS, row, strict=True)) for row in sheet.iter_rows(min_row=5, values_only=True)]


def test_facts_readings_and_works_cited_share_one_table() -> None:
    one = briefings.briefing()
    kinds = [row["Kind"] for row in rows()]
    parts = {"Fact": one.evidence, "Note": one.notes, "Series": one.series, "Work": one.sources}
    assert kinds == [kind for kind, found in parts.items() for _ in found]


def test_a_note_shows_its_grade_what_it_speaks_for_and_whether_it_was_known() -> None:
    found = {str(row["What"])[:30]: row for row in rows() if row["Kind"] == "Note"}
    counted = found["The Defensoria counted 161 act"]
    assert (counted["As of"], counted["Verified"]) == ("before", None)
    assert counted["Source"] == "Defensoria report 118, via SIAR Cajamarca"
    assert counted["Note"] == "B2, usually reliable, probably true; speaks for Current unrest"
    assert found["Otarola made clear that forced"]["As of"] == "after"


def test_a_fact_shows_its_date_source_and_whether_it_was_known() -> None:
    fact = next(row for row in rows() if str(row["What"]).startswith("Masias was asked to resign"))
    assert fact["Date or id"] == "2014-05-27"
    assert fact["As of"] == "after"
    assert fact["Verified"] == "yes"
    assert str(fact["Source"]).startswith("E-International Relations")


def test_readings_are_numbers() -> None:
    reading = next(row for row in rows() if row["Kind"] == "Series")
    assert (reading["Value"], reading["Unit"]) == (56100, "ha")


def test_an_address_is_text_and_no_link() -> None:
    sheet = briefings.read_back(briefings.briefing())["Evidence"]
    addresses = [cell for row in sheet.iter_rows(min_row=5) for cell in row if str(cell.value).startswith("http")]
    assert addresses
    assert all(cell.hyperlink is None for cell in addresses)


def test_an_assessment_without_evidence_still_has_its_sheet() -> None:
    bare = replace(briefings.briefing(), evidence=(), notes=(), series=(), sources=())
    assert tuple(cell.value for cell in briefings.page_alone(bare, "Evidence")[4]) == HEADERS


def test_scores_far_from_their_data_come_first_as_questions() -> None:
    asked = "Unpopular government is scored 3, and its data suggest 7.8. Say why it departs from them, or change it."
    page = briefings.page_alone(replace(briefings.briefing(), reviews=(asked,)), "Evidence")
    first = dict(zip(HEADERS, next(page.iter_rows(min_row=5, values_only=True)), strict=True))
    assert (first["Kind"], first["What"]) == ("Review", asked)
