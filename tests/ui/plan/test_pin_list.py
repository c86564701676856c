from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.advisor.solved_plans import PLAYBOOK
from ui.plan.pin_list import HINT, PinList
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme


@pytest.fixture
def pins(qtbot: QtBot, theme: Theme) -> PinList:
    made = PinList(PLAYBOOK)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def words(pins: PinList) -> list[str]:
    return [label.text() for label in pins.findChildren(InkLabel) if not label.isHidden()]


def test_an_empty_list_says_how_to_come_by_a_pin(pins: PinList) -> None:
    assert words(pins) == [HINT]


def test_each_option_stands_with_what_was_decided_and_a_button_to_free_it(qtbot: QtBot, pins: PinList) -> None:
    pins.show_pins([("justice", "pinned"), ("erad_core", "ruled_out")])
    assert words(pins) == ["pinned", "Justice-sector support", "ruled out", "Forced eradication in the core area"]
    assert pins.buttons[1].accessibleName() == (
        "Leave Forced eradication in the core area to the plan; it is ruled out"
    )
    with qtbot.waitSignal(pins.freed) as told:
        QTest.keyClick(pins.buttons[1], Qt.Key.Key_Space)
    assert told.args == ["erad_core"]


def test_a_freed_option_leaves_the_list_and_the_keyboard_stays_in_it(pins: PinList) -> None:
    pins.show_pins([("justice", "pinned"), ("erad_core", "ruled_out")])
    pins.buttons[1].setFocus()
    pins.show_pins([("justice", "pinned")])
    assert words(pins) == ["pinned", "Justice-sector support"]
    assert pins.buttons[0].hasFocus()
    pins.show_pins([])
    assert words(pins) == [HINT]


def test_shown_again_it_keeps_its_buttons(pins: PinList) -> None:
    pins.show_pins([("justice", "pinned")])
    before = list(pins.buttons)
    pins.show_pins([("justice", "pinned")])
    assert pins.buttons == before
