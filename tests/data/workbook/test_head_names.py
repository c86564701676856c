"""The names that the way back looks for are in every workbook of scores, each for one cell."""

from __future__ import annotations

from advisor.scorecard_form import scorecard_form
from data.workbook.head_names import HEAD_NAMES
from data.workbook.scorecard import scorecard_bytes
from tests import briefings
from tests.data.scorecards.books import loaded


def test_briefings_and_scorecards_name_the_same_cells() -> None:
    scorecard = loaded(scorecard_bytes(scorecard_form(briefings.playbook())))
    for workbook in (briefings.read_back(briefings.briefing()), scorecard):
        assert set(HEAD_NAMES) <= set(workbook.defined_names)
