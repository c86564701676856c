from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from advisor.scores import Score
from tests.ui.conftest import PERU_2012, PERU_2014
from ui.commands import Commands
from ui.library_model import Role
from ui.library_order import mark
from ui.library_panel import NOT_FOUND, LibraryPanel
from ui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook
    from ui.session import Session


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings")


@pytest.fixture
def panel(qtbot: QtBot, session: Session, settings: Settings) -> LibraryPanel:
    made = LibraryPanel(session, Commands(session, session), settings)
    qtbot.addWidget(made)
    made.show()
    return made


def countries(panel: LibraryPanel) -> list[str]:
    model = panel.tree.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_it_lists_the_countries_and_marks_what_is_open(panel: LibraryPanel) -> None:
    assert countries(panel) == ["Bolivia", "Peru"]
    assert panel.tree.entry(PERU_2014).data(Role.IS_OPEN)


def test_the_order_is_kept_and_what_was_opened_last_stands_first(
    panel: LibraryPanel, session: Session, settings: Settings
) -> None:
    session.open_assessment(PERU_2012)
    panel.order.setCurrentIndex(panel.order.findData("recent"))
    panel.order.activated.emit(panel.order.currentIndex())
    assert countries(panel) == ["Peru", "Bolivia"]
    assert (settings.library_order, settings.recent[0]) == ("recent", mark(PERU_2012))


def test_the_country_changed_last_stands_first(panel: LibraryPanel, session: Session) -> None:
    session.set_score("su_level", Score(1, 2, 3))
    panel.order.setCurrentIndex(panel.order.findData("changed"))
    panel.order.activated.emit(panel.order.currentIndex())
    assert countries(panel) == ["Peru", "Bolivia"]


def test_each_assessment_of_an_unfolded_country_shows_its_stance(panel: LibraryPanel) -> None:
    assert panel.tree.entry(PERU_2014).data(Role.STANCE) == "divergent"
    assert panel.tree.entry(PERU_2012).data(Role.STANCE) == "aligned"


def test_the_stance_of_the_open_assessment_follows_the_scores(
    panel: LibraryPanel, session: Session, playbook: Playbook
) -> None:
    for indicator in playbook.indicators:
        value = 0.0 if indicator.side == "domestic" else 10.0
        session.set_score(indicator.id, Score(value, value, value))
    assert panel.tree.entry(PERU_2014).data(Role.STANCE) == "aligned"


def test_an_entry_opens_its_assessment(panel: LibraryPanel, session: Session) -> None:
    panel.tree.opened.emit(PERU_2012)
    assert session.assessment is not None
    assert session.assessment.id == PERU_2012
    assert panel.tree.entry(PERU_2012).data(Role.IS_OPEN)


def test_typing_in_the_search_box_narrows_the_list(qtbot: QtBot, panel: LibraryPanel) -> None:
    QTest.keyClicks(panel.search, "boli")
    assert countries(panel) == ["Bolivia"]
    assert not panel.nothing.isVisible()
    QTest.keyClicks(panel.search, "xyz")
    assert panel.nothing.text() == NOT_FOUND
    panel.search.clear()
    assert countries(panel) == ["Bolivia", "Peru"]


def test_the_menu_of_an_assessment_deletes_it_and_it_goes_from_the_list(panel: LibraryPanel, session: Session) -> None:
    menu = panel.menu_for(panel.tree.entry(PERU_2012))
    next(action for action in menu.actions() if action.text() == "Delete assessment").trigger()
    assert not panel.tree.entry(PERU_2012).isValid()
    session.undo()
    assert panel.tree.entry(PERU_2012).isValid()


def test_the_menu_of_a_country_has_nothing_about_assessments(panel: LibraryPanel) -> None:
    menu = panel.menu_for(panel.tree.entry(PERU_2012).parent())
    assert [action.text() for action in menu.actions() if action.text()] == [
        "New assessment…",
        "Rename country…",
        "Duplicate country",
        "Export country…",
        "Delete country",
    ]


def test_delete_on_a_country_deletes_it(panel: LibraryPanel, session: Session) -> None:
    panel.tree.delete_wanted.emit(panel.tree.entry(PERU_2014).parent())
    assert countries(panel) == ["Bolivia"]
    session.undo()
    assert countries(panel) == ["Bolivia", "Peru"]
