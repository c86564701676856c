from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.answers import RULE_MARK, Known, Subject
from advisor.answers_evidence import note_answer, suggestion_answer, weighing_answer
from advisor.suggestion import suggestions
from tests.advisor.known_peru import NOTE, PERU, UNREST, known

APPROVAL = "su_disapproval"


def noted() -> Known:
    return replace(known(), case=replace(PERU, notes=(replace(NOTE, id=7),)))


def test_what_notes_suggest_is_shown_note_by_note_with_what_each_level_asks_for() -> None:
    found = weighing_answer(noted(), UNREST)
    assert found.value == "suggests moderate confidence"
    assert found.parts[0].subject == Subject("note", "7")
    assert {"Support", "Against", "Asked for moderate", "Asked for high", "The score"} <= {
        part.name for part in found.parts
    }
    assert found.sources


def test_a_note_weighs_its_worse_grade_times_what_its_age_leaves() -> None:
    found = note_answer(noted(), "7")
    parts = {part.name: part.value for part in found.parts}
    quality = min(float(parts["Source graded B"]), float(parts["Item graded 2"]))
    kept = next(float(part.value[2:]) for part in found.parts if part.value.startswith("×"))
    assert float(found.value.split()[-1]) == pytest.approx(quality * kept, abs=0.01)
    assert found.parts[-1].subject == Subject("weighing", UNREST)


def test_a_note_that_was_not_known_by_the_date_has_no_weight() -> None:
    later = replace(known(), case=replace(PERU, notes=(replace(NOTE, id=7, date="2015"),)))
    found = note_answer(later, "7")
    assert found.value == "B2, weight 0"
    assert found.meaning.startswith("It has no weight here: known only later. Grade B2")


def test_a_suggestion_goes_from_the_observation_by_its_breakpoints_to_the_score() -> None:
    (said, *_) = suggestions(known().playbook, PERU.series, known().assessment.as_of)[APPROVAL]
    found = suggestion_answer(known(), f"{APPROVAL}{RULE_MARK}0")
    parts = {part.name: part for part in found.parts}
    assert found.value == f"suggest {said.score:g}"
    assert said.proxy.mapping in parts["Breakpoints"].note
    assert "mean of the readings over 3 months" in parts["Transformation"].note
    assert said.source in parts["Observation"].note


def test_without_data_there_is_nothing_but_the_score() -> None:
    found = suggestion_answer(replace(known(), case=replace(PERU, series=())), f"{APPROVAL}{RULE_MARK}0")
    assert [part.subject for part in found.parts] == [Subject("score", APPROVAL)]
