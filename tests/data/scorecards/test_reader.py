"""A briefing or scorecard is read from its file in a process apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.errors import DataError
from data.scorecards.reader import read_scorecard
from data.workbook.writer import workbook_bytes
from tests import briefings
from tests.data.scorecards.books import SCORES, blank, changed, written
from tests.data.scorecards.sheets import PLAYBOOK_READ
from tests.data.scorecards.test_parsing import CORNERS, sheet

if TYPE_CHECKING:
    from pathlib import Path


def test_a_briefing_comes_back_as_it_was_written(tmp_path: Path) -> None:
    path = written(tmp_path, workbook_bytes(briefings.briefing()))
    found = read_scorecard(path, PLAYBOOK_READ)
    peru = briefings.peru()
    assert found.sheet == peru.sheet
    assert (found.case, found.as_of, found.assessment) == ("Peru", peru.as_of, peru.id)
    assert (found.analyst, found.left_empty, found.absent, found.notes) == (briefings.ANALYST, (), (), ())
    assert found.sent is not None
    assert {name: one.best for name, one in found.sent.scores.items()} == {
        name: one.best for name, one in peru.sheet.scores.items()
    }


def test_a_bomb_that_ends_other_readers_is_a_sentence(tmp_path: Path) -> None:
    path = written(tmp_path, changed(blank(), {SCORES: sheet(CORNERS)}))
    with pytest.raises(DataError, match="has a cell in column 16,384"):
        read_scorecard(path, PLAYBOOK_READ)


@pytest.mark.parametrize(("name", "what"), [("absent.xlsx", "there is no such file"), (".", "is a folder")])
def test_what_is_no_file_is_told(tmp_path: Path, name: str, what: str) -> None:
    with pytest.raises(DataError, match=what):
        read_scorecard(tmp_path / name, PLAYBOOK_READ)
