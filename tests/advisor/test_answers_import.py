"""What a preview answers, from all files down to a row."""

from __future__ import annotations

import datetime as dt

import pytest

from advisor import incoming_scores
from advisor.answers import RULE_MARK, Subject
from advisor.answers_import import NO_FILES, incoming_answer
from advisor.incoming import ImportPreview, Part, Trouble
from advisor.proposal import propose
from advisor.returned import Returned
from advisor.scores import Score, ScoreSheet
from tests.advisor.known_peru import PERU, PLAYBOOK, UNREST

MAY = dt.date(2014, 5, 15)


def back(who: str, best: float) -> Returned:
    sheet = PERU.latest.sheet.with_score(UNREST, Score(best - 1, best, best + 1, "high", f"{who} was there"))
    return Returned(f"{who}.xlsx", "Peru", MAY, who, ScoreSheet(dict(sheet.scores)))


@pytest.fixture(scope="module")
def preview() -> ImportPreview:
    proposal = propose(PLAYBOOK, PERU, [back("Ana", 9), back("Ben", 2)])[0]
    part = Part(
        ("ana.xlsx", "ben.xlsx"),
        "Ana and Ben",
        "2 scorecards",
        lines=incoming_scores.facts(PLAYBOOK, proposal),
        tables=incoming_scores.tables(PLAYBOOK, proposal),
    )
    return ImportPreview((part,), (Trouble("ben.xlsx", "B4", "Not a number"),), "Import adds an assessment.")


def test_without_files_there_is_nothing_to_say_but_that() -> None:
    assert NO_FILES in incoming_answer(None, "").meaning


def test_all_files_lead_to_their_parts_tables_and_rows(preview: ImportPreview) -> None:
    waiting, seen = [Subject("incoming")], set()
    while waiting:
        subject = waiting.pop()
        seen.add(subject)
        found = incoming_answer(preview, subject.id)
        assert found.meaning
        waiting += [part.subject for part in found.parts if part.subject is not None]
    assert {one.id.count(RULE_MARK) for one in seen if one.id} == {0, 1, 2}
    whole = incoming_answer(preview, "")
    assert (whole.parts[0].name, whole.parts[0].note) == ("ben.xlsx", "Not a number")


def test_a_row_says_what_each_gave_and_what_the_change_does_alone(preview: ImportPreview) -> None:
    tables = [table.name for table in preview.parts[0].tables]
    spread = incoming_answer(preview, f"0{RULE_MARK}{tables.index(incoming_scores.SPREAD)}{RULE_MARK}0")
    assert (spread.value, spread.parts[0].note) == ("gap 7", "Ana was there")
    change = incoming_answer(preview, f"0{RULE_MARK}{tables.index(incoming_scores.CHANGES)}{RULE_MARK}0")
    assert "Changed alone: By best scores the stance" in change.meaning
    split = incoming_answer(preview, f"0{RULE_MARK}{tables.index(incoming_scores.SPLIT)}{RULE_MARK}0")
    assert [part.name for part in split.parts] == ["Ana", "Ben"]
