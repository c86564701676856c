"""The assessments of a case as rows of a table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.moment_table import moment_rows, stance_text
from advisor.scores import Score, ScoreSheet
from tests import briefings

PLAYBOOK = briefings.playbook()


def test_every_assessment_has_its_row_by_date_with_factors_index_and_class() -> None:
    rows = moment_rows(PLAYBOOK, briefings.case(), briefings.peru())
    assert [row.as_of.year for row in rows] == [2011, 2011, 2014]
    best = briefings.findings().best
    assert rows[-1].opened
    assert rows[-1].index == pytest.approx(best.stance.index)
    assert rows[-1].factors == pytest.approx([best.factors[name] for name in PLAYBOOK.factor_ids])
    assert [row.stance_text for row in rows] == ["◆ Contested", "▶ Aligned", "◀ Divergent"]


def test_the_row_of_the_assessment_that_is_briefed_shows_the_scores_it_is_briefed_with() -> None:
    other = briefings.peru(ScoreSheet({name: Score(5, 5, 5) for name in PLAYBOOK.indicator_ids}))
    rows = moment_rows(PLAYBOOK, briefings.case(), other)
    assert len(rows) == 3
    assert rows[-1].factors == (5.0,) * len(PLAYBOOK.factors)


def test_what_comes_after_the_date_of_the_briefing_is_marked() -> None:
    first = briefings.case().assessment(briefings.PERU_2011)
    rows = moment_rows(PLAYBOOK, briefings.case(), first)
    assert [(row.opened, row.later) for row in rows] == [(True, False), (False, True), (False, True)]


def test_a_case_with_one_assessment_has_no_table() -> None:
    assert moment_rows(PLAYBOOK, replace(briefings.case(), assessments=(briefings.peru(),)), briefings.peru()) == ()


@pytest.mark.parametrize("sheet", [ScoreSheet(), ScoreSheet({"su_level": Score(6, 7, 8)})])
def test_a_factor_without_any_score_is_left_open(sheet: ScoreSheet) -> None:
    row = moment_rows(PLAYBOOK, briefings.case(), briefings.peru(sheet))[-1]
    known = [name for name, value in zip(PLAYBOOK.factor_ids, row.factors, strict=True) if value is not None]
    assert known == (["unrest"] if sheet.scores else [])
    assert (row.index is None) == (not sheet.scores)


def test_where_nothing_is_scored_there_is_no_stance() -> None:
    assert moment_rows(PLAYBOOK, briefings.case(), briefings.peru(ScoreSheet()))[-1].stance_text == "Not scored"
    assert stance_text("aligned") == "▶ Aligned"
