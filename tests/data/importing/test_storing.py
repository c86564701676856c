"""Scores that came back become new assessments in one step, and hostile texts survive the way out and back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.case import Assessment, Case
from advisor.returned import Returned
from advisor.scorecard_form import scorecard_form
from advisor.scores import Score, ScoreSheet
from data.importing.storing import proposals_for, store_scores
from data.library import LibraryError, open_library
from data.scorecards.parsed import parsed_of
from data.scorecards.parsing import parse
from data.scorecards.reading import returned_of
from data.workbook.scorecard import scorecard_bytes
from data.workbook.text import cell_text
from tests.data.scorecards.books import written
from tests.data.scorecards.sheets import IDS, PLAYBOOK_READ
from tests.data.workbook.test_text import CORPUS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from data.library import Library

MAY, JUNE = dt.date(2014, 5, 15), dt.date(2014, 6, 15)
STANDING = ScoreSheet({IDS[0]: Score(1, 2, 3), IDS[1]: Score(4, 5, 6, justification="as was")})
PERU = Case("Peru", (Assessment("MAY", "Peru", MAY, STANDING, issue="Coca", playbook="counternarcotics"),))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.sqlite", who="desk") as opened:
        opened.import_case(PERU)
        yield opened


def back(sheet: ScoreSheet, day: dt.date = JUNE, who: str = "Ana Ruiz") -> Returned:
    return Returned(f"{who}.xlsx", "Peru", day, who, sheet, assessment="MAY")


def peru_of(library: Library) -> int:
    return library.cases()[0].id


def test_changed_scores_become_a_new_assessment_with_who_and_when_and_the_old_one_stays(library: Library) -> None:
    sheet = ScoreSheet({IDS[1]: Score(4, 5, 6, justification="as was"), IDS[2]: Score(7, 8, 9, "high", "new")})
    case_id = peru_of(library)
    proposals = proposals_for(PLAYBOOK_READ, library.case(case_id), [back(sheet)])
    (new,) = store_scores(library, PLAYBOOK_READ, case_id, proposals)
    held = library.case(case_id)
    assert held.assessment("MAY") == PERU.assessments[0]
    added = held.assessment(new)
    assert (added.sheet, added.analyst, added.as_of, added.issue) == (sheet, "Ana Ruiz", JUNE, "Coca")
    assert added.note == "Scores from Ana Ruiz.xlsx (Ana Ruiz)."
    assert added.scored_with is not None
    assert added.scored_with.sha256 == PLAYBOOK_READ.identity.sha256


def test_all_of_it_is_one_step_and_undo_takes_it_back(library: Library) -> None:
    case_id = peru_of(library)
    sheets = [back(ScoreSheet({IDS[0]: Score(7, 8, 9)})), back(ScoreSheet({IDS[0]: Score(1, 1, 1)}), MAY)]
    before = library.case(case_id)
    steps = len(library.history())
    with library.edit("Import 2 files"):
        store_scores(library, PLAYBOOK_READ, case_id, proposals_for(PLAYBOOK_READ, before, sheets))
    assert len(library.case(case_id).assessments) == 3
    assert len(library.history()) == steps + 1
    library.undo()
    assert library.case(case_id) == before


def test_what_fails_midway_leaves_nothing_behind(library: Library) -> None:
    case_id = peru_of(library)
    before = library.case(case_id)
    good, lost = proposals_for(PLAYBOOK_READ, before, [back(STANDING, JUNE), back(STANDING, dt.date(2014, 7, 1))])
    gone = replace(lost, basis=replace(PERU.assessments[0], id="GONE"))
    with pytest.raises(LibraryError, match="GONE"):
        store_scores(library, PLAYBOOK_READ, case_id, [good, gone])
    assert library.case(case_id) == before


def test_several_analysts_sign_together_and_the_note_says_from_which_files(library: Library) -> None:
    case_id = peru_of(library)
    given = [back(ScoreSheet({IDS[0]: Score(6, 7, 8)})), back(ScoreSheet({IDS[0]: Score(1, 2, 3)}), who="Ben Holt")]
    (new,) = store_scores(library, PLAYBOOK_READ, case_id, proposals_for(PLAYBOOK_READ, library.case(case_id), given))
    added = library.assessment(new)
    assert added.analyst == "Ana Ruiz and Ben Holt"
    assert added.note == "Merged from Ana Ruiz.xlsx (Ana Ruiz) and Ben Holt.xlsx (Ben Holt)."
    assert added.sheet.get(IDS[0]) == Score(
        1, 4.5, 8, "moderate", "Ana Ruiz, 7 (6–8), moderate\nBen Holt, 2 (1–3), moderate"
    )


@pytest.mark.parametrize("first", range(0, len(CORPUS), len(IDS)))
def test_hostile_texts_survive_export_and_import_unchanged(tmp_path: Path, first: int) -> None:
    texts = [CORPUS[(first + place) % len(CORPUS)] for place in range(len(IDS))]
    sheet = ScoreSheet({name: Score(1, 2, 3, justification=text) for name, text in zip(IDS, texts, strict=True)})
    name = "=cmd|' /C calc'!A0 \u202e & <r>"
    case = Case(name, (Assessment("=1+1", name, MAY, sheet),))
    form = replace(scorecard_form(PLAYBOOK_READ, case, case.latest), analyst="@SUM(1)")
    found = returned_of(parsed_of(parse(str(written(tmp_path, scorecard_bytes(form))))), PLAYBOOK_READ)
    assert (found.case, found.analyst, found.assessment) == (name, "@SUM(1)", "=1+1")
    came = [found.sheet.scores[name].justification for name in IDS]
    assert came == [cell_text(text) for text in texts]
    (proposal,) = proposals_for(PLAYBOOK_READ, case, [found])
    assert proposal.changes == ()
    assert not proposal.new
