from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.case import Assessment, Case, Note
from advisor.note_list import (
    IndicatorEvidence,
    best_note_line,
    evidence_by_indicator,
    evidence_line,
    linked_counts,
    shown_notes,
    suggestion_sentence,
    without_weight,
)
from advisor.scores import Score, ScoreSheet
from data.playbook_files import shipped_playbook

if TYPE_CHECKING:
    from advisor.playbook import Playbook

UNREST = "su_level"
MAY = dt.date(2014, 5, 15)
OMBUDSMAN = Note("212 conflicts", "Defensoría", date="2014-04", reliability="B", credibility=2, indicators=(UNREST,))
PRESS = Note("Blockades", "El Comercio", date="2014-05-02", reliability="C", credibility=3, indicators=(UNREST,))
MINISTRY = replace(PRESS, text="All is calm", source="MININTER", date="2014-03", bearing="against", reliability="D")
LATER = replace(PRESS, text="Masías goes", date="2014-06")
UNDATED = Note("Background", bearing="neutral")


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return shipped_playbook()


def assessment(confidence: str | None = "low") -> Assessment:
    score = None if confidence is None else Score(6, 7, 8, confidence)  # type: ignore[arg-type]
    return Assessment("PER", "Peru", MAY, ScoreSheet({} if score is None else {UNREST: score}))


def on_unrest(playbook: Playbook, *notes: Note, confidence: str | None = "low") -> IndicatorEvidence:
    opened = assessment(confidence)
    found = evidence_by_indicator(playbook, Case("Peru", (opened,), notes=notes), opened)
    return next(one for one in found if one.indicator == UNREST)


def test_notes_are_counted_by_the_indicators_they_are_about() -> None:
    assert linked_counts((OMBUDSMAN, PRESS, UNDATED)) == {UNREST: 2}


def test_the_list_is_in_the_order_asked_for() -> None:
    notes = (UNDATED, MINISTRY, OMBUDSMAN, PRESS)
    assert shown_notes(notes, None, "newest") == (PRESS, OMBUDSMAN, MINISTRY, UNDATED)
    assert shown_notes(notes, None, "best")[0] == OMBUDSMAN
    assert shown_notes(notes, None, "best")[-1] == UNDATED
    assert shown_notes(notes, None, "for") == (PRESS, OMBUDSMAN, MINISTRY, UNDATED)
    assert shown_notes(notes, None, "added") == notes
    assert UNDATED not in shown_notes(notes, UNREST, "newest")


def test_what_became_known_later_has_no_weight_and_says_so(playbook: Playbook) -> None:
    evidence = on_unrest(playbook, OMBUDSMAN, LATER)
    assert (evidence.linked, evidence.bearing) == (2, 1)
    assert without_weight(LATER, assessment()) == "known only later"
    assert without_weight(replace(PRESS, assessments=("OTHER",)), assessment()) == "belongs to another assessment"
    assert without_weight(UNDATED, assessment()) == "not linked to an indicator"
    assert without_weight(OMBUDSMAN, assessment()) == ""


def test_the_confidence_suggested_is_set_beside_the_one_given(playbook: Playbook) -> None:
    differs = on_unrest(playbook, OMBUDSMAN)
    assert differs.offered == "moderate"
    assert suggestion_sentence(differs) == "The evidence suggests moderate confidence; the score has low."
    agrees = on_unrest(playbook, OMBUDSMAN, confidence="moderate")
    assert agrees.offered is None
    assert suggestion_sentence(agrees) == "The evidence suggests moderate confidence, as the score has."
    assert suggestion_sentence(on_unrest(playbook)) == "No evidence bears on Current unrest yet."
    assert "no score yet" in suggestion_sentence(on_unrest(playbook, OMBUDSMAN, confidence=None))


def test_a_line_beside_the_score_counts_what_bears_on_it_and_quotes_the_weightiest(playbook: Playbook) -> None:
    evidence = on_unrest(playbook, PRESS, OMBUDSMAN, MINISTRY)
    assert evidence_line(evidence) == "3 notes, 1 against; suggests moderate confidence"
    assert best_note_line(evidence) == "212 conflicts (B2, Defensoría)"
    assert evidence_line(on_unrest(playbook)) == "No notes yet"


def test_a_playbook_that_does_not_say_how_to_weigh_suggests_nothing(playbook: Playbook) -> None:
    evidence = on_unrest(replace(playbook, evidence=None), OMBUDSMAN)
    assert evidence.offered is None
    assert evidence_line(evidence) == "1 note"
    assert "does not say" in suggestion_sentence(evidence)
