"""Evidence suggests a confidence by the rule of docs/library.md."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.case import Assessment, Case, Note
from advisor.evidence import evidence_on, suggested_confidence, suggested_confidences, weigh, weighed_note
from advisor.evidence_parameters import CREDIBILITIES, RELIABILITIES, ConfidenceLevel, EvidenceParameters

if TYPE_CHECKING:
    from advisor.playbook import Playbook

MAY = dt.date(2014, 5, 15)
PARAMETERS = EvidenceParameters(
    reliability=(1.0, 0.8, 0.6, 0.3, 0.1, 0.4),
    credibility=(1.0, 0.8, 0.6, 0.3, 0.1, 0.4),
    good=0.8,
    half_life_months=24,
    undated=0.5,
    high=ConfidenceLevel(1.8, 2, 0.2),
    moderate=ConfidenceLevel(0.65, 0, 0.4),
    sources=("icd_203",),
)
GRADES = {f"{letter}{number}": (letter, number) for letter in RELIABILITIES for number in CREDIBILITIES}


def note(grade: str, source: str = "AP", date: str = "2014-05-15", **more: object) -> Note:
    reliability, credibility = GRADES[grade]
    made = Note("x", source, "", date, reliability, credibility)
    return replace(made, **more)  # type: ignore[arg-type]


def level(*notes: Note) -> str:
    return suggested_confidence(PARAMETERS, notes, MAY).confidence


def test_a_note_is_as_good_as_the_worse_half_of_its_grade() -> None:
    weights = {
        grade: weighed_note(PARAMETERS, note(grade), MAY).weight for grade in ("A1", "A3", "C1", "B2", "F6", "E1")
    }
    assert weights == {"A1": 1.0, "A3": 0.6, "C1": 0.6, "B2": 0.8, "F6": 0.4, "E1": 0.1}


@pytest.mark.parametrize(
    ("date", "months", "weight"),
    [
        ("2014-05-15", 0.0, 1.0),
        ("2014", 0.0, 1.0),
        ("2012-05-15", 24.0, 0.5),
        ("2010-05-15", 48.0, 0.25),
        ("2010", 40.4, 0.31),
        ("", None, 0.5),
        ("last spring", None, 0.5),
    ],
)
def test_a_note_loses_half_its_weight_in_every_half_life(date: str, months: float | None, weight: float) -> None:
    weighed = weighed_note(PARAMETERS, note("A1", date=date), MAY)
    assert weighed.months == (None if months is None else pytest.approx(months, abs=0.1))
    assert weighed.weight == pytest.approx(weight, abs=0.005)


@pytest.mark.parametrize(
    ("expected", "notes"),
    [
        ("low", ()),
        ("low", (note("C3"),)),
        ("low", (note("F6"),)),
        ("low", (note("A1", date="2010"),)),
        ("low", (note("C3"), note("C3"), note("C3"))),
        ("moderate", (note("B2"),)),
        ("moderate", (note("C3", "AP"), note("C3", "BBC"))),
        ("moderate", (note("C3", "AP"), note("C3", "BBC"), note("C3", "EFE"), note("C3", "IDL"))),
        ("moderate", (note("A1", "AP"), note("A1", " ap "), note("A1", "AP"))),
        ("high", (note("A1", "AP"), note("A1", "BBC"))),
        ("high", (note("B2", "AP"), note("B2", "BBC"), note("B2", "EFE"))),
        ("high", (note("A1", "AP"), note("A1", "BBC"), note("C3", "EFE", bearing="neutral"))),
        ("moderate", (note("A1", "AP"), note("A1", "BBC"), note("C3", "EFE", bearing="against"))),
        (
            "low",
            (note("A1", "AP"), note("A1", "BBC"), note("A1", "EFE", bearing="against"), note("B2", bearing="against")),
        ),
    ],
)
def test_number_independence_grades_age_and_contradiction_make_the_confidence(
    expected: str, notes: tuple[Note, ...]
) -> None:
    assert level(*notes) == expected


def test_what_one_source_says_counts_once_on_each_side() -> None:
    weighing = weigh(PARAMETERS, [note("C3"), note("B2", "ap"), note("A1", bearing="against"), note("B2", "BBC")], MAY)
    assert (weighing.support, weighing.against, weighing.sources, weighing.good_sources) == (1.6, 1.0, 2, 2)
    assert weighing.contradiction == pytest.approx(1 / 2.6)
    assert [one.note.grade for one in weighing.notes] == ["A1", "B2", "B2", "C3"]


def test_notes_without_a_source_count_as_one() -> None:
    assert weigh(PARAMETERS, [note("A1", ""), note("A1", "  ")], MAY).sources == 1


@given(
    st.lists(
        st.builds(
            Note,
            text=st.just("x"),
            source=st.sampled_from(("AP", "BBC", "EFE", "")),
            date=st.sampled_from(("2014", "2011-05", "")),
            reliability=st.sampled_from(RELIABILITIES),
            credibility=st.sampled_from(CREDIBILITIES),
            bearing=st.sampled_from(("for", "against", "neutral")),
        ),
        max_size=6,
    )
)
def test_more_evidence_for_a_score_never_lowers_the_confidence_and_more_against_never_raises_it(
    notes: list[Note],
) -> None:
    order = ("low", "moderate", "high")
    now = order.index(level(*notes))
    assert order.index(level(*notes, note("A1", "Reuters"))) >= now
    assert order.index(level(*notes, note("A1", "Reuters", bearing="against"))) <= now
    assert order.index(level(*notes, note("A1", "Reuters", bearing="neutral"))) == now
    assert level(*notes[::-1]) == order[now]


def test_an_assessment_rests_on_its_own_notes_and_the_cases_known_by_its_date() -> None:
    assessment = Assessment("PER-2014", "Peru", MAY)
    on_unrest = {
        "of the case": note("B2", indicators=("su_level",)),
        "its own": note("B2", indicators=("ue_aid", "su_level"), assessments=("PER-2011", "PER-2014")),
        "of that month": note("B2", date="2014-05", indicators=("su_level",)),
        "undated": note("B2", date="", indicators=("su_level",)),
        "of another assessment": note("B2", indicators=("su_level",), assessments=("PER-2011",)),
        "on another indicator": note("B2", indicators=("ue_aid",)),
        "later": note("B2", date="2014-06", indicators=("su_level",)),
    }
    named = [replace(one, text=text) for text, one in on_unrest.items()]
    found = evidence_on(named, assessment, "su_level")
    assert [one.text for one in found] == ["of the case", "its own", "of that month", "undated"]


def test_every_indicator_of_the_playbook_gets_a_suggestion(playbook: Playbook) -> None:
    notes = tuple(note("A1", source, indicators=("su_level",)) for source in ("AP", "BBC"))
    assessment = Assessment("PER-2014", "Peru", MAY)
    case = Case("Peru", (assessment,), notes=notes)
    found = suggested_confidences(playbook, case, assessment)
    assert set(found) == set(playbook.indicator_ids)
    assert {one: found[one].confidence for one in ("su_level", "ue_aid")} == {"su_level": "high", "ue_aid": "low"}


def test_a_playbook_that_does_not_say_how_to_weigh_suggests_nothing(playbook: Playbook) -> None:
    assessment = Assessment("PER-2014", "Peru", MAY)
    silent = replace(playbook, evidence=None)
    assert suggested_confidences(silent, Case("Peru", (assessment,)), assessment) == {}
