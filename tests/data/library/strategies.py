"""Cases as an analyst or a file may hold them, for property tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from advisor.case import Assessment, Case, Fact, Outcome, Point, Series
from advisor.scores import CONFIDENCES, Score, ScoreSheet

if TYPE_CHECKING:
    from advisor.scores import Confidence

INDICATORS = ("su_level", "ue_aid", "th_armed")
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
points = st.builds(Point, texts, st.floats(allow_nan=False), texts, st.booleans(), texts)
series = st.builds(Series, texts, texts, texts, st.lists(points, max_size=3).map(tuple))
assessments = st.builds(
    Assessment,
    id=names,
    country=texts,
    as_of=st.dates(),
    sheet=sheets,
    issue=texts,
    us_preferred_policy=texts,
    playbook=st.none() | texts,
    analyst=texts,
    period_start=st.none() | st.dates(),
    period_end=st.none() | st.dates(),
    coded_blind=st.booleans(),
    note=texts,
    facts=st.lists(facts, max_size=3).map(tuple),
    outcome=st.none() | outcomes,
)


def by_date(found: list[Assessment]) -> tuple[Assessment, ...]:
    """Put assessments in the order that a case promises."""
    return tuple(sorted(found, key=lambda assessment: assessment.as_of))


cases = st.builds(
    Case,
    names,
    st.lists(assessments, max_size=3, unique_by=lambda assessment: assessment.id).map(by_date),
    st.lists(series, max_size=2).map(tuple),
)
