"""The evidence of the shipped cases: every note is traceable, graded by the rule of docs/evidence.md, and linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.evidence import evidence_on
from advisor.periods import period

if TYPE_CHECKING:
    from advisor.case import Assessment, Case, Note
    from advisor.playbook import Playbook

NOT_LOOKED_UP = "general knowledge, not looked up; check before citing"
WITH_EVIDENCE = {"Bolivia", "Colombia", "Ecuador", "Laos", "Mexico", "Peru", "Uruguay", "Venezuela"}
# What nothing known by 15 May 2014 speaks for in the sources at hand: the scores rest on their justification alone.
THIN_IN_PERU = {"ms_opposition", "ms_influence", "pa_foreign", "de_pressure"}


@pytest.fixture(scope="module")
def shipped(cases: dict[str, Case]) -> tuple[Case, ...]:
    return tuple(cases.values())


@pytest.fixture(scope="module")
def noted(shipped: tuple[Case, ...]) -> list[tuple[Case, Note]]:
    return [(case, note) for case in shipped for note in case.notes]


def test_the_cases_with_options_have_evidence_and_those_of_the_record_alone_have_none(
    shipped: tuple[Case, ...],
) -> None:
    assert {case.name for case in shipped if case.notes} == WITH_EVIDENCE
    assert {case.name for case in shipped if case.latest.playbook is not None} == WITH_EVIDENCE
    assert all(
        any(a.id in note.assessments for note in case.notes) for case in shipped if case.notes for a in case.assessments
    )


def test_every_note_names_a_source_of_a_fact_a_reading_or_the_playbook(
    noted: list[tuple[Case, Note]], shipped: tuple[Case, ...], playbook: Playbook
) -> None:
    known = {fact.source for case in shipped for one in case.assessments for fact in one.facts}
    known |= {point.source for case in shipped for series in case.series for point in series.points}
    known |= {source.citation for source in playbook.sources}
    links = {source.url for source in playbook.sources}
    untraceable = [note.text for _, note in noted if not any(note.source in one for one in known)]
    assert untraceable == []
    assert [note.link for _, note in noted if note.link and note.link not in links] == []
    assert all(note.source for _, note in noted)


def test_every_note_speaks_of_an_indicator_and_of_an_assessment_of_its_case(noted: list[tuple[Case, Note]]) -> None:
    assert all(note.indicators and note.assessments for _, note in noted)
    assert [note.text for case, note in noted if len(set(note.indicators)) < len(note.indicators)] == []


def test_what_nobody_looked_up_is_marked_and_cannot_be_judged_and_nothing_else_is(
    noted: list[tuple[Case, Note]],
) -> None:
    for _, note in noted:
        unverified = note.source == NOT_LOOKED_UP
        assert (note.grade == "F6") == unverified == ("(?)" in note.text), note.text
        assert unverified or (note.reliability in "BC" and note.credibility in (1, 2, 3)), note.text


def test_one_item_on_a_score_is_written_down_once(noted: list[tuple[Case, Note]]) -> None:
    said = [(note.text, name, one) for _, note in noted for name in note.indicators for one in note.assessments]
    assert len(said) == len(set(said))


def test_nothing_that_was_known_only_later_bears_on_a_score(shipped: tuple[Case, ...]) -> None:
    """A note whose words are a later fact of the assessment begins after its date, as imprecise as it may be."""
    for case, one, note in bearing(shipped):
        begins = period(note.date)
        assert begins is None or begins.first <= one.as_of
        later = {fact.text for fact in one.facts if fact.after_coding_date}
        assert note.text.rstrip(".") not in {text.rstrip(".") for text in later}, (case.name, note.text)


def bearing(shipped: tuple[Case, ...]) -> list[tuple[Case, Assessment, Note]]:
    return [
        (case, one, note)
        for case in shipped
        for one in case.assessments
        for name in one.sheet.scores
        for note in evidence_on(case.notes, one, name)
    ]


def test_every_score_of_peru_in_2014_has_evidence_or_is_known_to_be_thin(
    shipped: tuple[Case, ...], playbook: Playbook
) -> None:
    peru = next(case for case in shipped if case.name == "Peru")
    supported = {
        name
        for name in playbook.indicator_ids
        if any(note.bearing == "for" for note in evidence_on(peru.notes, peru.latest, name))
    }
    assert set(peru.latest.sheet.scores) - supported == THIN_IN_PERU
