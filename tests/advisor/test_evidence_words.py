from __future__ import annotations

from advisor.case import Note
from advisor.evidence_parameters import CREDIBILITIES, RELIABILITIES
from advisor.evidence_words import CREDIBILITY_WORDS, RELIABILITY_WORDS, counted_notes, grade_words


def test_every_grade_of_the_admiralty_has_its_words() -> None:
    assert tuple(RELIABILITY_WORDS) == RELIABILITIES
    assert tuple(CREDIBILITY_WORDS) == CREDIBILITIES
    assert grade_words(Note("x", reliability="B", credibility=2)) == "usually reliable, probably true"


def test_notes_are_counted_in_words() -> None:
    assert (counted_notes(1), counted_notes(3)) == ("1 note", "3 notes")
