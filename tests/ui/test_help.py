from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from ui.help import SCORING_KEYS, HelpWindow, show_about, show_shortcuts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def texts(window: HelpWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel)]


def test_about_names_the_playbook_its_version_and_its_hash(parent: QWidget, playbook: Playbook) -> None:
    shown = texts(show_about(parent, playbook))
    assert {"Counternarcotics (counternarcotics)", playbook.identity.version, playbook.identity.sha256} <= set(shown)


def test_the_keys_of_scoring_and_of_the_menus_are_listed(parent: QWidget) -> None:
    window = show_shortcuts(parent, [("Undo", "Ctrl+Z")])
    assert {"Undo", "Ctrl+Z", *(name for name, _ in SCORING_KEYS)} <= set(texts(window))
    assert not window.isModal()
