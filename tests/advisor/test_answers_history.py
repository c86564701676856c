from __future__ import annotations

from dataclasses import replace

from advisor.answers import Subject
from advisor.answers_history import NOTHING_TOLD, backup_answer, edit_answer, moment_answer
from advisor.scores import Score
from tests.advisor.known_peru import PLAYBOOK, UNREST, known


def test_an_edit_says_what_it_altered_from_what_to_what() -> None:
    found = edit_answer("Score Current unrest", "Today, 10:00 by Ana", [("score", "6", "7")], undone=False)
    assert found.value == "Today, 10:00 by Ana"
    assert [(part.name, part.value) for part in found.parts] == [("Score", "6 → 7")]
    assert "The edit holds." in found.meaning


def test_words_stand_below_what_they_are_about() -> None:
    (part,) = edit_answer("Note", "Today", [("note", "", "212 conflicts in the month")], undone=False).parts
    assert (part.value, part.note) == ("", "– → 212 conflicts in the month")


def test_an_edit_that_was_undone_or_altered_nothing_says_so() -> None:
    found = edit_answer("Rename", "Today", [], undone=True)
    assert "undone since" in found.meaning
    assert NOTHING_TOLD in found.meaning


def test_a_score_of_then_stands_beside_the_one_of_today() -> None:
    now = known().assessment
    then = replace(now, sheet=now.sheet.with_score(UNREST, Score(1, 2, 3, "low", "calm")))
    found = moment_answer(PLAYBOOK, then, now, UNREST)
    assert found.value == "2 → 7"
    assert "calm" in found.parts[0].note
    assert found.parts[1].subject == Subject("score", UNREST, now.id)
    assert moment_answer(PLAYBOOK, then, now, "").parts[0].subject == Subject("stance", of=now.id)
    assert moment_answer(PLAYBOOK, then, None, UNREST).value == "2 → not scored"


def test_a_backup_says_how_long_it_stays() -> None:
    assert backup_answer("23 Nov 2026").title == "23 Nov 2026"
    assert "two days" in backup_answer("").meaning
