from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenuBar

from ui.palette.entries import action_entries, assessment_entries, plain, playbook_entries, view_entries

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook
    from ui.session import Session


@pytest.fixture
def bar(qtbot: QtBot) -> QMenuBar:
    made = QMenuBar()
    qtbot.addWidget(made)
    menu = made.addMenu("&File")
    menu.addAction("Export briefing…").setShortcut(QKeySequence("Ctrl+E"))
    menu.addSeparator()
    menu.addAction("Undo Rename to Trinidad && Tobago").setEnabled(False)
    menu.addMenu("Theme").addAction("Dark")
    return made


def test_every_action_that_can_be_done_is_offered_with_its_menu_and_shortcut(bar: QMenuBar) -> None:
    found = [(entry.label, entry.kind, entry.shortcut) for entry in action_entries(bar)]
    assert found == [("Export briefing", "File", "Ctrl+E"), ("Dark", "File › Theme", "")]


def test_a_name_keeps_its_ampersand() -> None:
    assert plain("&Undo Trinidad && Tobago…") == "Undo Trinidad & Tobago"


def test_views_that_a_menu_offers_are_not_offered_twice() -> None:
    shown: list[str] = []
    entries = list(view_entries(["Help", "Settings"], shown.append, ["settings"]))
    assert [entry.label for entry in entries] == ["Help"]
    entries[0].run()
    assert shown == ["Help"]


def test_assessments_options_and_indicators_lead_to_themselves(session: Session, playbook: Playbook) -> None:
    gone_to: list[str] = []
    assessments = list(assessment_entries(session.cases() or (), gone_to.append))
    assert "Peru, 15 May 2014" in [entry.label for entry in assessments]
    rest = list(playbook_entries(playbook, gone_to.append, gone_to.append))
    assert len(rest) == len(playbook.options) + len(playbook.indicators)
    rest[0].run()
    rest[-1].run()
    assert gone_to == [playbook.options[0].id, playbook.indicators[-1].id]
