"""What a workbook cannot hold is no change: only what a person changed is one."""

from __future__ import annotations

import datetime as dt

import pytest

from advisor.case import Assessment, Case
from advisor.returned import Returned
from advisor.scores import Score, ScoreSheet
from data.scorecards.restoring import restored
from data.workbook.text import cell_text
from tests.data.scorecards.sheets import IDS
from tests.data.workbook.test_text import CORPUS

DAY = dt.date(2014, 5, 15)


def back(score: Score, assessment: str = "MAY") -> Returned:
    return Returned("ana.xlsx", "Peru", DAY, "Ana", ScoreSheet({IDS[0]: score}), assessment=assessment)


def held(score: Score) -> Case:
    other = Assessment("JUNE", "Peru", DAY, ScoreSheet({IDS[0]: Score(0, 0, 0, justification="other")}))
    return Case("Peru", (Assessment("MAY", "Peru", DAY, ScoreSheet({IDS[0]: score})), other))


@pytest.mark.parametrize("text", CORPUS)
def test_a_text_that_came_back_as_it_was_exported_is_the_text_that_was_there(text: str) -> None:
    score = Score(1, 2, 3, justification=text)
    exported = Score(1, 2, 3, justification=cell_text(text))
    assert restored(back(exported), held(score)).sheet.get(IDS[0]) == score


def test_a_number_of_more_digits_than_a_cell_keeps_is_the_number_that_was_there() -> None:
    score = Score(0.1 + 0.2, 5, 9)
    assert restored(back(Score(0.3, 5, 9)), held(score)).sheet.get(IDS[0]) == score


def test_what_a_person_changed_stays_changed() -> None:
    changed = Score(1, 2.5, 3, "high", "other words")
    assert restored(back(changed), held(Score(1, 2, 3))).sheet.get(IDS[0]) == changed


def test_another_assessment_counts_only_where_it_is_not_known_which_it_was() -> None:
    case = held(Score(1, 2, 3, justification="\x00"))
    exported = Score(1, 2, 3, justification=cell_text("\x00"))
    assert restored(back(exported, ""), case).sheet.get(IDS[0]) == Score(1, 2, 3, justification="\x00")
    assert restored(back(exported, "JUNE"), case).sheet.get(IDS[0]) == exported
