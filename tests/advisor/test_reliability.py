"""The index of reliability: what each thing that lacks does to it, and that it suggests no more than it should."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.case import Assessment, Case, Fact, Note, Point, Series
from advisor.reliability import assessed_reliability
from advisor.scores import Score, ScoreSheet

if TYPE_CHECKING:
    from advisor.playbook import Playbook
    from advisor.reliability import Reliability, Shortfall

MAY = dt.date(2014, 5, 15)
UNREST = "su_level"
SEVEN = Score(6, 7, 8)
TWO_YEARS_AGO, NOW = "2012-05-15", "2014-05-15"


def note(source: str, date: str = NOW, grade: tuple[str, int] = ("B", 2), bearing: str = "for") -> Note:
    return Note("what it says", source, "", date, grade[0], grade[1], bearing, (UNREST,))  # type: ignore[arg-type]


def assessment(playbook: Playbook, score: Score | None = SEVEN, **given: object) -> Assessment:
    """Return an assessment that scores every indicator, current unrest as told."""
    sheet = ScoreSheet(dict.fromkeys(playbook.indicator_ids, Score(4, 5, 6)))
    return Assessment("A", "Peru", MAY, sheet.with_score(UNREST, score), **given)  # type: ignore[arg-type]


def found(playbook: Playbook, one: Assessment, *notes: Note, others: tuple[Assessment, ...] = ()) -> Reliability:
    return known(assessed_reliability(playbook, Case("Peru", (one, *others), notes=notes), one))


def known(value: Reliability | None) -> Reliability:
    assert value is not None
    return value


def of_unrest(playbook: Playbook, score: Score | None, *notes: Note) -> Shortfall:
    result = found(playbook, assessment(playbook, score), *notes)
    return next(one for one in result.shortfalls if one.indicator == UNREST)


def test_an_indicator_not_scored_lacks_everything(playbook: Playbook) -> None:
    assert dict(of_unrest(playbook, None, note("Ipsos"), note("Embassy")).lacks) == {"missing": 10}


def test_two_good_independent_sources_of_today_lack_nothing(playbook: Playbook) -> None:
    one = of_unrest(playbook, SEVEN, note("Ipsos"), note("Embassy"))
    assert one.lack == 0


@pytest.mark.parametrize(
    ("notes", "lack"),
    [
        ((note("Ipsos"), note("Embassy", grade=("D", 4))), 2.5),
        ((note("Ipsos"), note("Ipsos")), 5),
        ((note("Blog", grade=("F", 6)), note("Paper", grade=("D", 4))), 5),
        ((note("Blog", grade=("F", 6)),), 7.5),
        ((), 10),
    ],
)
def test_single_and_poorly_graded_sources_lack_as_documented(
    playbook: Playbook, notes: tuple[Note, ...], lack: float
) -> None:
    assert of_unrest(playbook, SEVEN, *notes).lacks["sourcing"] == lack


def test_words_without_evidence_count_as_one_source_that_nobody_graded(playbook: Playbook) -> None:
    assert of_unrest(playbook, replace(SEVEN, justification="as heard")).lacks["sourcing"] == 7.5


def test_evidence_is_half_spent_after_its_half_life(playbook: Playbook) -> None:
    fresh, old = note("Ipsos"), note("Embassy", TWO_YEARS_AGO)
    assert of_unrest(playbook, SEVEN, fresh, old).lacks["age"] == 0
    assert of_unrest(playbook, SEVEN, old).lacks["age"] == pytest.approx(5, abs=0.01)
    assert of_unrest(playbook, SEVEN, note("Ipsos", "")).lacks["age"] == 5


def test_facts_of_the_assessment_date_what_no_note_dates_unless_they_came_later(playbook: Playbook) -> None:
    facts = (Fact(NOW, "March", "Ipsos", verified=True), Fact(NOW, "Coup", "AP", verified=True, after_coding_date=True))
    assert found(playbook, assessment(playbook, facts=facts[:1])).alone["age"] == 0
    assert found(playbook, assessment(playbook, facts=facts[1:])).alone["age"] == 5


def test_evidence_against_a_score_is_a_conflict(playbook: Playbook) -> None:
    against = note("Embassy", bearing="against")
    assert of_unrest(playbook, SEVEN, note("Ipsos"), against).lacks["conflict"] == 10


def test_sound_data_near_a_score_are_a_good_source_and_far_from_it_a_conflict(playbook: Playbook) -> None:
    points = tuple(Point(f"2014-0{month}", 33.0, "Ipsos") for month in (2, 3, 4))
    data = (Series("presidential_approval", "%", "", points),)

    def lacks(best: float) -> Shortfall:
        one = assessment(playbook)
        one = replace(one, sheet=one.sheet.with_score("su_disapproval", Score(best, best, best)))
        result = known(assessed_reliability(playbook, Case("Peru", (one,), data), one))
        return next(each for each in result.shortfalls if each.indicator == "su_disapproval")

    near, far = lacks(6.5).lacks, lacks(3).lacks
    assert (near["sourcing"], near["conflict"]) == (5, 0)
    assert far["sourcing"] == 10
    assert far["conflict"] == pytest.approx(5)


def test_other_analysts_conflict_beyond_two_points_and_an_earlier_draft_does_not(playbook: Playbook) -> None:
    ana = assessment(playbook, analyst="Ana")
    ben = replace(assessment(playbook, Score(3, 4, 5)), id="B", analyst="Ben")
    notes = (note("Ipsos"), note("Embassy"))
    apart = found(playbook, ana, *notes, others=(ben,))
    assert {one.indicator: one.lacks["conflict"] for one in apart.shortfalls}[UNREST] == pytest.approx(5)
    draft = found(playbook, ana, *notes, others=(replace(ben, analyst="Ana"),))
    assert draft.alone["conflict"] == 0


def test_each_indicator_counts_under_the_worst_thing_and_the_parts_add_up(playbook: Playbook) -> None:
    result = found(playbook, assessment(playbook, None), note("Ipsos"))
    assert sum(result.parts.values()) == pytest.approx(result.lack)
    assert result.parts["missing"] == result.alone["missing"] == pytest.approx(10 / 22)
    assert result.parts["age"] == 0 < result.alone["age"]
    assert result.lack == pytest.approx(10)


def test_thirds_of_the_scale_support_high_moderate_and_low_confidence(playbook: Playbook) -> None:
    result = found(playbook, assessment(playbook))
    supported = [replace(result, lack=lack).supports for lack in (0, 3.3, 3.4, 6.6, 6.7, 10)]
    assert supported == ["high", "high", "moderate", "moderate", "low", "low"]


def test_a_playbook_that_does_not_weigh_evidence_says_nothing(playbook: Playbook) -> None:
    one = assessment(playbook)
    assert assessed_reliability(replace(playbook, evidence=None), Case("Peru", (one,)), one) is None
