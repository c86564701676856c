from __future__ import annotations

import datetime as dt
import threading
from typing import TYPE_CHECKING

from advisor.case import Note
from advisor.findings import with_likelihoods
from advisor.scores import Score
from data.library import open_library
from tests.ui.conftest import PERU_2014, UNREST
from ui.library_edits import LibraryEdits
from ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from advisor.findings import BestFindings, Findings
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws
    from data.library import Library
    from tests.conftest import LogGuard


def peru_id(session: Session) -> int:
    assert session.case_id is not None
    return session.case_id


def score(session: Session, indicator: str = UNREST) -> Score | None:
    assert session.sheet is not None
    return session.sheet.get(indicator)


def saved(session: Session, assessment_id: str = PERU_2014) -> Score | None:
    return session.library.assessment(assessment_id).sheet.get(UNREST)


def test_opening_an_assessment_judges_it_at_once(empty_session: Session) -> None:
    empty_session.open_assessment(PERU_2014)
    assert empty_session.best is not None
    assert empty_session.best.stance.stance_class == "divergent"
    assert empty_session.findings is None


def test_a_tick_of_a_drag_moves_the_best_findings_in_the_same_call_and_saves_nothing(session: Session) -> None:
    told: list[BestFindings] = []
    session.best_changed.connect(told.append)
    before = saved(session)
    session.preview_score(UNREST, Score(0, 1, 2))
    assert [one.sheet.get(UNREST) for one in told] == [Score(0, 1, 2)]
    assert saved(session) == before


def test_likelihoods_follow_a_tick_in_the_background(qtbot: QtBot, session: Session) -> None:
    assert session.findings is not None
    before = session.findings.probabilities["divergent"]
    with qtbot.waitSignal(session.likelihoods_changed):
        session.preview_score(UNREST, Score(0, 1, 2))
        assert session.pending
    assert not session.pending
    assert session.findings.best.sheet.get(UNREST) == Score(0, 1, 2)
    assert session.findings.probabilities["divergent"] < before


def test_a_newer_edit_supersedes_an_older_computation(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, go_on = threading.Event(), threading.Event()

    def slow(playbook: Playbook, best: BestFindings, draws: Sequence[Draws]) -> Findings:
        started.set()
        assert go_on.wait(timeout=10)
        return with_likelihoods(playbook, best, draws)

    monkeypatch.setattr("ui.likelihoods.with_likelihoods", slow)
    shown: list[Findings] = []
    session.likelihoods_changed.connect(shown.append)
    session.preview_score(UNREST, Score(0, 1, 2))
    # The loop must go on meanwhile: soon after another tick the computation begins with a timer.
    qtbot.waitUntil(started.is_set)
    with qtbot.waitSignal(session.likelihoods_changed):
        session.preview_score(UNREST, Score(8, 9, 10))
        go_on.set()
    assert [one.best.sheet.get(UNREST) for one in shown] == [Score(8, 9, 10)]


def test_the_end_of_a_drag_is_one_step_of_the_history(session: Session) -> None:
    before = saved(session)
    for tick in (6.5, 6, 5.5):
        session.preview_score(UNREST, Score(tick, tick, tick))
    session.set_score(UNREST, Score(5.5, 5.5, 5.5))
    assert saved(session) == Score(5.5, 5.5, 5.5)
    session.undo()
    assert saved(session) == before


def test_two_drags_in_quick_succession_are_two_steps(session: Session) -> None:
    for value in (3.0, 2.0):
        session.preview_score(UNREST, Score(value, value, value))
        session.set_score(UNREST, Score(value, value, value))
    session.undo()
    assert saved(session) == Score(3, 3, 3)


def test_strokes_in_quick_succession_on_one_indicator_are_one_step(session: Session) -> None:
    before = saved(session)
    for value in (6.5, 6.0, 5.5):
        session.set_score(UNREST, Score(value, value, value))
    session.undo()
    assert saved(session) == before
    assert score(session) == before


def test_strokes_on_two_indicators_are_two_steps(session: Session) -> None:
    session.set_score(UNREST, Score(1, 1, 1))
    session.set_score("su_trend", Score(2, 2, 2))
    session.undo()
    assert saved(session) == Score(1, 1, 1)


def test_the_step_is_named_by_the_indicator(session: Session) -> None:
    session.set_score(UNREST, Score(1, 1, 1))
    assert session.library.undo_label == "Peru: Current unrest 7 -> 1"


def test_undo_and_redo_show_what_they_bring_back(session: Session) -> None:
    before = score(session)
    session.set_score(UNREST, Score(1, 1, 1))
    session.undo()
    assert score(session) == before
    session.redo()
    assert score(session) == Score(1, 1, 1)
    assert session.best is not None
    assert session.best.sheet.get(UNREST) == Score(1, 1, 1)


def test_undoing_a_score_does_not_open_the_assessment_anew(session: Session) -> None:
    opened: list[bool] = []
    session.set_score(UNREST, Score(1, 1, 1))
    session.assessment_opened.connect(lambda: opened.append(True))
    session.undo()
    assert not opened


def test_edits_survive_a_restart_and_can_then_be_undone(
    session: Session, playbook: Playbook, library_path: Path
) -> None:
    before = saved(session)
    session.set_score(UNREST, Score(1, 1, 1))
    session.close()
    with open_library(library_path) as library:
        again = Session(playbook, library)
        again.open_assessment(PERU_2014)
        assert score(again) == Score(1, 1, 1)
        again.undo()
        assert score(again) == before
        again.close()


def test_the_findings_before_the_last_edit_are_kept(qtbot: QtBot, session: Session) -> None:
    first = session.findings
    with qtbot.waitSignal(session.likelihoods_changed):
        session.set_score(UNREST, Score(1, 1, 1))
    assert session.findings_before is first


def test_what_the_library_refuses_is_told_and_the_score_stays_as_it_was(
    qtbot: QtBot, session: Session, library: Library, monkeypatch: pytest.MonkeyPatch, log_guard: LogGuard
) -> None:
    log_guard.expect("The score was not saved")
    before = score(session)

    def refuse(*_arguments: object, **_keywords: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(library, "set_score", refuse)
    with qtbot.waitSignal(session.failed) as told:
        session.set_score(UNREST, Score(1, 1, 1))
    assert told.args is not None
    assert told.args[0] == "The score was not saved: the disk is full"
    assert score(session) == before


def test_one_point_more_and_less_come_from_the_background(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.what_if_ready) as told:
        session.what_if(UNREST)
    assert told.args is not None
    indicator, moved = told.args
    assert indicator == UNREST
    assert [(points, findings.best.sheet.get(UNREST).best) for points, findings in moved] == [(1.0, 8.0), (-1.0, 6.0)]


def test_one_point_more_is_computed_again_after_an_edit(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.what_if_ready):
        session.what_if(UNREST)
    with qtbot.waitSignal(session.what_if_ready) as told:
        session.set_score(UNREST, Score(2, 3, 4))
    assert told.args is not None
    assert told.args[1][0][1].best.sheet.get(UNREST).best == 4


def test_another_programs_edit_is_shown_when_the_session_looks_again(session: Session, library_path: Path) -> None:
    with open_library(library_path) as other:
        other.set_score(PERU_2014, UNREST, Score(2, 2, 2))
    session.look_again()
    assert score(session) == Score(2, 2, 2)


def test_closing_during_work_ends_it_and_delivers_nothing(session: Session) -> None:
    told: list[object] = []
    session.likelihoods_changed.connect(told.append)
    session.preview_score(UNREST, Score(1, 1, 1))
    assert session.close()
    session.preview_score(UNREST, Score(2, 2, 2))
    assert not told


def test_an_edit_of_notes_alone_judges_nothing_again_and_lists_nothing_again(session: Session) -> None:
    told: list[str] = []
    session.best_changed.connect(lambda _: told.append("best"))
    session.library_changed.connect(lambda: told.append("library"))
    session.case_changed.connect(lambda: told.append("case"))
    add = session.library.add_note
    assert session.amend("", lambda: add(peru_id(session), Note("212 conflicts"))) is not None
    assert session.case is not None
    assert (told, len(session.case.notes)) == (["case"], 1)
    session.undo()
    assert (told, session.case.notes) == (["case", "library", "case"], ())


def test_the_analyst_signs_assessments_and_history_and_each_score_names_its_playbook(session: Session) -> None:
    session.analyst = " M. Quispe "
    session.set_score(UNREST, Score(0, 1, 2))
    assert session.library.history(peru_id(session))[0].who == "M. Quispe"
    kept = session.library.assessment(PERU_2014)
    assert kept.scored_with == session.playbook_version
    assert session.assessment == kept
    added = LibraryEdits(session).new_assessment(peru_id(session), dt.date(2026, 3, 1))
    assert added is not None
    assert session.library.assessment(added).analyst == "M. Quispe"
    assert LibraryEdits(session).new_assessment(peru_id(session), dt.date(2026, 4, 1)) is not None
    assert [one.name for one in session.library.analysts()] == ["M. Quispe"]
