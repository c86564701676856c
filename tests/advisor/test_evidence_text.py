"""What is said of the evidence names what it rests on and what is thin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.evidence import suggested_confidence
from tests.advisor.test_evidence import MAY, PARAMETERS, note

if TYPE_CHECKING:
    from advisor.case import Note


def said(*notes: Note) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = suggested_confidence(PARAMETERS, notes, MAY)
    return found.reasons, found.thin


def test_the_reasons_count_notes_and_sources_and_say_what_more_would_take() -> None:
    reasons, thin = said(note("B2"), note("C3"), note("B2", "BBC"))
    assert reasons == (
        "3 notes from 2 independent sources speak for the score, graded B2 at best; support 1.60.",
        "High confidence asks for support 1.8, 2 independent sources with good grades, and at most 20 % of the "
        "weight against.",
    )
    assert thin == ()


def test_what_speaks_against_is_counted_by_its_weight() -> None:
    reasons, thin = said(note("A1"), note("A1", "BBC"), note("C3", "EFE", bearing="against"))
    assert reasons[1] == "1 note speaks against it: 23 % of the weight."
    assert thin == ("Much speaks against the score: weigh both sides, or widen its range.",)


def test_high_confidence_asks_for_nothing_more() -> None:
    reasons, thin = said(note("A1"), note("A1", "BBC"))
    assert len(reasons) == 1
    assert thin == ()


def test_no_evidence_is_said_to_be_none() -> None:
    assert said() == (
        ("No evidence is linked to this score.",),
        ("No evidence is linked: look for some, or link what there is.",),
    )


def test_evidence_that_only_speaks_against_is_not_support() -> None:
    reasons, thin = said(note("B2", bearing="against"))
    assert reasons[:2] == ("No evidence speaks for the score.", "1 note speaks against it: 100 % of the weight.")
    assert thin == ("Nothing speaks for the score: look for evidence, or reconsider it.",)


@pytest.mark.parametrize(
    ("one", "thin"),
    [
        (note("B2"), "It rests on one source: look for an independent one."),
        (note("C3"), "No source is graded well enough to lean on: look for a better one."),
        (note("B2", date="2010"), "The newest evidence is 40 months old: look for something newer."),
        (note("B2", date=""), "Nothing is dated: add the dates."),
        (note("F2"), "1 note cannot be judged (F or 6): grade what can be graded."),
        (note("B6"), "1 note cannot be judged (F or 6): grade what can be graded."),
        (note("B2", " "), "Some evidence names no source, and counts as one source together."),
    ],
)
def test_what_is_thin_is_said_with_what_to_look_for(one: Note, thin: str) -> None:
    assert thin in said(one)[1]
    assert thin not in said(note("A1"), note("A1", "BBC"))[1]
