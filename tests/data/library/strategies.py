"""Cases as an analyst or a file may hold them, for property tests."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from hypothesis import strategies as st

from advisor.case import (
    Analyst,
    Assessment,
    Bearing,
    Case,
    CaseEvent,
    Fact,
    Lock,
    Note,
    Outcome,
    PlaybookVersion,
    Point,
    Series,
)
from advisor.evidence_parameters import CREDIBILITIES, RELIABILITIES
from advisor.knobs import Knobs
from advisor.scores import CONFIDENCES, Score, ScoreSheet

if TYPE_CHECKING:
    from advisor.scores import Confidence

INDICATORS = ("su_level", "ue_aid", "th_armed")
OPTIONS = ("alt_dev", "erad_core", "vetted_units", "interdiction")
ANALYSTS = ("Luis", "Rosa", " é")
texts = st.text(max_size=12)
names = texts.filter(lambda text: bool(text.strip()))
values = st.floats(0, 10)


def in_order(three: tuple[float, float, float], confidence: Confidence, why: str) -> Score:
    """Make a score of three values."""
    low, best, high = sorted(three)
    return Score(low, best, high, confidence, why)


scores = st.builds(in_order, st.tuples(values, values, values), st.sampled_from(CONFIDENCES), texts)
sheets = st.builds(ScoreSheet, st.dictionaries(st.sampled_from(INDICATORS), scores))
facts = st.builds(Fact, texts, texts, texts, st.booleans(), st.booleans())
outcomes = st.builds(
    Outcome,
    st.sampled_from(("divergent", "contested", "aligned")),
    texts,
    st.none() | st.dates(),
    texts,
    st.none() | st.booleans(),
    texts,
)
points = st.builds(Point, texts, st.floats(allow_nan=False, allow_infinity=False), texts, st.booleans(), texts)
series = st.builds(Series, names, texts, texts, st.lists(points, max_size=3).map(tuple))
versions = st.builds(PlaybookVersion, texts, texts, texts)
moments = st.datetimes(min_value=dt.datetime(1900, 1, 1), timezones=st.just(dt.UTC))
locks = st.builds(Lock, moments, texts, versions, st.sampled_from(("{}", '{"stance": "é"}', "[1,\n 2]")), texts)
assessments = st.builds(
    Assessment,
    id=names,
    country=names,
    as_of=st.dates(),
    sheet=sheets,
    issue=texts,
    us_preferred_policy=texts,
    playbook=st.none() | texts,
    analyst=st.just("") | st.sampled_from(ANALYSTS),
    period_start=st.none() | st.dates(),
    period_end=st.none() | st.dates(),
    coded_blind=st.booleans(),
    note=texts,
    facts=st.lists(facts, max_size=3).map(tuple),
    outcome=st.none() | outcomes,
    scored_with=st.none() | versions,
)
numbers = st.none() | st.floats(0, 1e6)
months = st.none() | st.floats(0, 120)


def with_options(knobs: Knobs, options: list[str], cut: int) -> Knobs:
    """Pin the first options and rule out the others."""
    return replace(knobs, pinned=tuple(options[:cut]), ruled_out=tuple(options[cut:]))


weights = st.dictionaries(st.sampled_from(("cultivation", "finance")), st.floats(0, 9))
knobs = st.builds(
    with_options,
    st.builds(Knobs, weights, numbers, numbers, months, months),
    st.lists(st.sampled_from(OPTIONS), unique=True),
    st.integers(0, 4),
)
events = st.builds(CaseEvent, texts, names, texts, texts)


def notes_on(assessment_ids: tuple[str, ...]) -> st.SearchStrategy[Note]:
    """Draw notes that belong to any of these assessments, or to none."""
    linked = st.lists(st.sampled_from(assessment_ids), unique=True).map(tuple) if assessment_ids else st.just(())
    return st.builds(
        Note,
        text=names,
        source=texts,
        link=texts,
        date=texts,
        reliability=st.sampled_from(RELIABILITIES),
        credibility=st.sampled_from(CREDIBILITIES),
        bearing=st.sampled_from(get_args(Bearing)),
        indicators=st.lists(st.sampled_from(INDICATORS), unique=True).map(tuple),
        assessments=linked,
    )


def by_date(found: list[Assessment]) -> tuple[Assessment, ...]:
    """Put assessments in the order that a case promises."""
    return tuple(sorted(found, key=lambda assessment: assessment.as_of))


@st.composite
def whole_cases(draw: st.DrawFn) -> Case:
    """Draw a case as a library may hold it: notes are linked within the case, analysts sign assessments of it."""
    held = by_date(draw(st.lists(assessments, max_size=3, unique_by=lambda assessment: assessment.id)))
    signed = sorted({one.analyst for one in held} - {""})
    known = draw(st.lists(st.sampled_from(signed), unique=True)) if signed else []
    return Case(
        draw(names),
        held,
        tuple(draw(st.lists(series, max_size=2))),
        tuple(draw(st.lists(notes_on(tuple(one.id for one in held)), max_size=3))),
        tuple(draw(st.lists(events, max_size=2))),
        tuple(Analyst(name, draw(texts), draw(texts)) for name in sorted(known)),
        draw(knobs),
        draw(st.none() | texts),
    )


@st.composite
def briefed_cases(draw: st.DrawFn) -> Case:
    """Draw a case of which some assessments are locked."""
    case = draw(whole_cases())
    held = tuple(replace(one, lock=draw(st.none() | locks)) for one in case.assessments)
    return replace(case, assessments=held)


cases = whole_cases()
