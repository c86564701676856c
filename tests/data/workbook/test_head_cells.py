"""A briefing says beside its scores who answers for them and what they were made from."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from xlsxwriter.workbook import Workbook

from data.workbook.head_cells import name_head, write_head
from data.workbook.names import Names
from data.workbook.page import Page
from data.workbook.score_rows import SCORE_WIDTHS
from data.workbook.styles import Formats
from tests import briefings

if TYPE_CHECKING:
    from advisor.briefing import Briefing


def head_of(briefing: Briefing) -> dict[str, Any]:
    """Return the cells by their names."""
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True}) as workbook:
        page = Page(workbook.add_worksheet("Pressures"), Formats(workbook), SCORE_WIDTHS)
        name_head(Names(workbook))
        write_head(page, briefing)
    book = load_workbook(buffer)
    places = {name: one.attr_text.rpartition("!")[2] for name, one in book.defined_names.items()}
    return {name: book["Pressures"][place.replace("$", "")] for name, place in places.items()}


def test_who_when_and_which_assessment_stand_in_named_cells() -> None:
    cells = head_of(briefings.briefing())
    values = {name: cell.value for name, cell in cells.items()}
    assert values.pop("as_of") == dt.datetime(2014, 5, 15)
    assert values == {
        "analyst": briefings.ANALYST,
        "assessment_id": briefings.PERU_2014,
        "case_name": "Peru",
        "playbook_id": "counternarcotics",
        "playbook_version": "1.0",
    }


def test_whoever_changes_the_scores_may_sign_and_nothing_else() -> None:
    unlocked = [name for name, cell in head_of(briefings.briefing()).items() if not cell.protection.locked]
    assert unlocked == ["analyst"]


def test_a_day_before_1900_is_a_text_that_is_read_back() -> None:
    early = replace(briefings.briefing(), as_of=dt.date(1899, 12, 31))
    assert head_of(early)["as_of"].value == "1899-12-31"
