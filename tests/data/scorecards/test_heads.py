"""Whose scores they are and of when: from the named cells, or from what earlier versions wrote over the scores."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from data.scorecards.heads import read_head
from data.workbook.head_names import ANALYST, AS_OF, PLAYBOOK
from tests.data.scorecards.sheets import HEAD, PLAYBOOK_READ, parsed

if TYPE_CHECKING:
    from data.errors import Problem
    from data.importers.contract import Cell

MAY = dt.date(2014, 5, 15)
TITLE = "Pressures – Trinidad – Tobago, 15 May 2014"


def test_a_briefing_of_an_earlier_version_says_it_in_its_title_and_properties() -> None:
    problems: list[Problem] = []
    head = read_head(parsed([], head={}, above=["Brief", TITLE]), 4, PLAYBOOK_READ, problems)
    assert (head.case, head.as_of, head.analyst, head.playbook) == ("Trinidad – Tobago", MAY, "A. Ruiz", None)
    assert problems == []


def test_an_empty_cell_for_the_name_is_no_signature_of_who_saved_the_file() -> None:
    assert read_head(parsed([], head={**HEAD, ANALYST: None}), 4, PLAYBOOK_READ, []).analyst == ""


@pytest.mark.parametrize("empty", [None, "  "])
def test_an_empty_date_is_taken_from_the_title_or_asked_for(empty: Cell) -> None:
    head = {**HEAD, AS_OF: empty}
    assert read_head(parsed([], head=head, above=[TITLE]), 4, PLAYBOOK_READ, []).as_of == MAY
    problems: list[Problem] = []
    assert read_head(parsed([], head=head), 4, PLAYBOOK_READ, problems).as_of is None
    assert str(problems[0]).startswith("ana.xlsx: Instructions!B7: is empty; write the date that the scores are of")


def test_a_date_that_is_none_is_told_with_its_cell() -> None:
    problems: list[Problem] = []
    read_head(parsed([], head={**HEAD, AS_OF: "05/04/2014"}), 4, PLAYBOOK_READ, problems)
    assert str(problems[0]).startswith("ana.xlsx: Instructions!B7: '05/04/2014' can be two dates")


def test_a_file_without_any_date_says_so() -> None:
    problems: list[Problem] = []
    read_head(replace(parsed([], head={}), author=""), 4, PLAYBOOK_READ, problems)
    assert str(problems[0]) == "ana.xlsx: says of no date that its scores are of it"


def test_a_scorecard_of_another_playbook_is_refused() -> None:
    problems: list[Problem] = []
    read_head(parsed([], head={**HEAD, PLAYBOOK: "migration"}), 4, PLAYBOOK_READ, problems)
    assert 'is a scorecard of the playbook "migration", and this one is "counternarcotics"' in str(problems[0])


def test_names_that_spreadsheets_turn_into_numbers_are_still_names() -> None:
    assert read_head(parsed([], head={**HEAD, ANALYST: 7.0}), 4, PLAYBOOK_READ, []).analyst == "7"
