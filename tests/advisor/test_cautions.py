from __future__ import annotations

import pytest

from advisor.cautions import cautions
from tests import briefings

PLAYBOOK = briefings.playbook()


def test_nothing_scored_devalues_the_judgments() -> None:
    (caution,) = cautions(PLAYBOOK, briefings.peru(briefings.BLANK), briefings.findings_of(briefings.BLANK))
    assert caution.startswith("No indicator is scored; all 22 count as unknown")
    assert "judgments mean little" in caution


def test_one_score_is_counted_and_the_reader_warned() -> None:
    (caution,) = cautions(PLAYBOOK, briefings.peru(briefings.ONE_SCORE), briefings.findings_of(briefings.ONE_SCORE))
    assert caution.startswith("1 of 22 indicators is scored")
    assert "With more than 25 % unknown no option is rated Lead" in caution


def test_a_few_missing_scores_are_counted_without_devaluing_the_judgments() -> None:
    sheet = briefings.peru().sheet.with_score("su_trend", None)
    (caution,) = cautions(PLAYBOOK, briefings.peru(sheet), briefings.findings_of(sheet))
    assert caution == "21 of 22 indicators are scored; the rest count as unknown over the whole scale."


def test_a_complete_case_of_the_playbook_needs_no_caution() -> None:
    assert cautions(PLAYBOOK, briefings.peru(), briefings.findings()) == ()


@pytest.mark.parametrize(("playbook", "said"), [(None, "names no playbook"), ("basing", "the playbook “basing”")])
def test_a_case_on_another_issue_is_said_to_be_one(playbook: str | None, said: str) -> None:
    (caution,) = cautions(PLAYBOOK, briefings.peru(playbook=playbook), briefings.findings())
    assert said in caution
    assert "may not fit its issue" in caution
