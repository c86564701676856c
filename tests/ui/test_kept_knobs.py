from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.knobs import Knobs
from data.library import open_library
from ui.kept_knobs import KeptKnobs
from ui.planner import Planner
from ui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook
    from data.library import Library

PERU = "PER-2014-2016"
BUDGET = Knobs(weights={"counternarcotics": 5.0}, budget=90.0, pinned=("justice",))


def test_a_drag_is_one_step_and_comes_back_after_a_restart(
    session: Session, library: Library, library_path: Path, playbook: Playbook
) -> None:
    planner = Planner(session)
    before = len(library.history())
    planner.turn(Knobs(budget=120.0))
    planner.turn(Knobs(budget=100.0))
    planner.turn(BUDGET)
    planner.close()
    assert len(library.history()) == before + 1
    assert "budget as in the playbook -> 90" in library.history()[0].label
    library.close()
    with open_library(library_path) as reopened:
        again = Session(playbook, reopened)
        planner = Planner(again)
        again.open_assessment(PERU)
        assert planner.knobs == BUDGET
        planner.close()
        again.close()


def test_undo_turns_the_knobs_back(session: Session) -> None:
    planner = Planner(session)
    planner.turn(BUDGET)
    planner._kept.save()
    session.undo()
    assert planner.knobs == Knobs()
    session.redo()
    assert planner.knobs == BUDGET
    planner.close()


def test_the_knobs_belong_to_the_case_that_was_open_when_they_were_turned(session: Session, library: Library) -> None:
    kept = KeptKnobs(session)
    peru = session.case_id
    assert peru is not None
    kept.keep(BUDGET)
    session.close_assessment()
    assert library.case(peru).knobs == BUDGET
    assert kept.knobs == Knobs()


def test_knobs_of_a_locked_assessment_are_turned_and_not_kept(qtbot: QtBot, session: Session, library: Library) -> None:
    library.lock(PERU, session.playbook_version, "{}")
    session.look_again()
    session.open_assessment(PERU)
    kept = KeptKnobs(session)
    kept.keep(BUDGET)
    kept.save()
    assert kept.knobs == Knobs()
