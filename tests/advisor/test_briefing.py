from __future__ import annotations

import datetime as dt

import pytest

from advisor.briefing import compose
from advisor.model_table import model_table
from advisor.moment_table import moment_rows
from advisor.plan_table import plan_table
from advisor.scores import Score
from tests import briefings

PLAYBOOK = briefings.playbook()


def test_a_briefing_is_headed_by_country_issue_date_analyst_and_playbook() -> None:
    one = briefings.briefing()
    assert one.title == "Peru – Coca policy: forced eradication in the VRAEM"
    assert one.as_of_text == "15 May 2014"
    assert one.analyst == briefings.ANALYST
    assert one.playbook == "Counternarcotics playbook 1.0"
    assert one.composed_text == "15 May 2014, 09:30"
    assert one.horizon_text == "in 12 months"


def test_a_case_without_an_issue_is_headed_by_its_country() -> None:
    assert briefings.brief_of(briefings.peru(issue=" "), briefings.findings()).title == "Peru"


def test_the_same_findings_at_the_same_time_make_the_same_briefing() -> None:
    assert briefings.brief_of(briefings.peru(), briefings.findings()) == briefings.briefing()


def test_only_the_time_of_composing_depends_on_the_clock() -> None:
    later = compose(
        PLAYBOOK,
        briefings.case(),
        briefings.peru(),
        briefings.findings(),
        analyst=briefings.ANALYST,
        marking=briefings.MARKING,
        now=dt.datetime(2020, 1, 1),
    )
    now = briefings.briefing()
    differing = {name for name in now.__slots__ if getattr(now, name) != getattr(later, name)}
    assert differing == {"composed"}


def test_the_scorecard_holds_every_indicator_with_its_anchors() -> None:
    rows = briefings.briefing().pressures
    assert [row.id for row in rows] == list(PLAYBOOK.indicator_ids)
    unrest = next(row for row in rows if row.id == "su_level")
    assert (unrest.low, unrest.best, unrest.high, unrest.confidence) == (6, 7, 8, "moderate")
    assert [score for score, _ in unrest.anchors] == sorted(PLAYBOOK.indicator["su_level"].anchors)


def test_an_indicator_that_is_not_scored_is_blank_and_unknown() -> None:
    rows = briefings.brief_of(briefings.peru(briefings.ONE_SCORE), briefings.findings_of(briefings.ONE_SCORE)).pressures
    unknown = next(row for row in rows if row.id == "su_level")
    assert (unknown.low, unknown.best, unknown.high, unknown.confidence) == (None, None, None, "unknown")


def test_what_is_not_scored_comes_first_in_what_to_find_out() -> None:
    sheet = briefings.peru().sheet.with_score("ms_exposure", None)
    questions = briefings.brief_of(briefings.peru(sheet), briefings.findings_of(sheet)).questions
    assert questions[0].name == "Cost to the forces"
    assert questions[0].known == "unknown"
    assert questions[1].known != "unknown"


def test_nothing_scored_shows_no_stance() -> None:
    stance = briefings.brief_of(briefings.peru(briefings.BLANK), briefings.findings_of(briefings.BLANK)).stance
    assert (stance.stance_class, stance.text) == (None, "Not scored")


def test_the_stance_is_shown_with_the_chances_of_all_classes() -> None:
    stance = briefings.briefing().stance
    assert stance.text == "◀ Divergent"
    assert stance.chances_text.startswith("divergent ")
    assert stance.chances_text.count("%") == 3


@pytest.mark.parametrize(("name", "episode"), briefings.all_cases())
def test_every_shipped_case_can_be_briefed(name: str, episode: str) -> None:
    one = briefings.briefing(name, episode)
    assert one.bottom_line
    assert len(one.options) == len(PLAYBOOK.options)
    assert len(one.evidence) == len(briefings.case(name).assessment(episode).facts)
    assert {source for row in one.why for source in row.sources} == {source.id for source in one.sources}


def test_a_plan_changes_the_bottom_line_the_plan_and_nothing_else() -> None:
    without, with_one = briefings.briefing("peru", briefings.PERU_2012), briefings.briefing_with_plan()
    differing = {name for name in without.__slots__ if getattr(without, name) != getattr(with_one, name)}
    assert differing == {"bottom_line", "plan", "plan_table"}
    assert without.plan_table is None
    assert with_one.plan_table == plan_table(PLAYBOOK, briefings.plan())


def test_a_briefing_holds_the_engine_and_the_other_assessments_of_the_case() -> None:
    one = briefings.briefing()
    assert one.model == model_table(PLAYBOOK, briefings.findings().best)
    assert one.moments == moment_rows(PLAYBOOK, briefings.case(), briefings.peru())
    assert {(row.option, row.term_id) for row in one.why if row.term == "rule" and not row.strength}


def test_a_score_far_from_its_data_is_listed_for_review_and_the_method_tells_how_reliable_the_scores_are() -> None:
    far = briefings.peru().sheet.with_score("su_disapproval", Score(2, 3, 4))
    one = briefings.brief_of(briefings.peru(far), briefings.findings_of(far))
    (asked,) = one.reviews
    assert asked.startswith("Unpopular government is scored 3, and its data suggest 7.8 (25: head of government")
    assert [section.heading for section in one.method][-2:] == ["Reliability", "Limits"]
    assert "Lack of reliability (0 is best)" in dict(one.method_facts)
    assert briefings.briefing().reviews == ()
