from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from advisor.playbook import Proxy
from advisor.suggestion import Suggestion
from ui.widgets.data_suggestions import DataSuggestions

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

APRIL = dt.date(2014, 4, 30)
PROXY = Proxy("Defensoría", "Active social conflicts", "0 = 0; 240 = 10", ((0, 0), (240, 10)))
CONFLICTS = Suggestion("su_level", PROXY, 6.6, 161, APRIL, APRIL, "Defensoría", 0.5, 1, 1.0, False, False)
STALE = replace(CONFLICTS, score=4.0, raw=96, stale=True, age_months=14)


@pytest.fixture
def shown(qtbot: QtBot) -> DataSuggestions:
    made = DataSuggestions(72)
    qtbot.addWidget(made)
    made.resize(430, 200)
    made.show_suggestions([CONFLICTS, STALE])
    return made


def test_each_suggestion_says_what_it_rests_on_and_what_to_mind(shown: DataSuggestions) -> None:
    (basis, caution), (_, warned) = shown.lines
    assert basis == "161: active social conflicts; 30 April 2014, less than a month old (Defensoría)"
    assert caution == ""
    assert warned == "⚠ Stale: the newest reading is 14 months old."
    assert [button.text() for button in shown.buttons] == ["Use 6.6", "Use 4"]
    assert shown.buttons[1].accessibleDescription().endswith(warned.removeprefix("⚠ "))


def test_a_click_or_space_uses_the_suggestion_of_its_button(shown: DataSuggestions, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.used) as used:
        shown.buttons[1].click()
    assert used.args == [STALE]
    with qtbot.waitSignal(shown.used) as used:
        QTest.keyClick(shown.first_button, Qt.Key.Key_Space)
    assert used.args == [CONFLICTS]


def test_without_suggestions_there_is_nothing_to_see(shown: DataSuggestions) -> None:
    shown.show_suggestions([])
    assert shown.isHidden()
    assert shown.buttons == ()
    shown.show_suggestions([CONFLICTS])
    assert not shown.isHidden()
    assert len(shown.buttons) == 1


def test_a_library_that_refuses_edits_lets_suggestions_be_read_only(shown: DataSuggestions) -> None:
    shown.set_editable(False)
    shown.show_suggestions([CONFLICTS, STALE, STALE])
    assert [button.isEnabled() for button in shown.buttons] == [False] * 3


def test_it_asks_for_a_reason_where_one_is_wanted(shown: DataSuggestions) -> None:
    assert shown.review.isHidden()
    shown.show_review("4.8 points from its data: say why, or change it.")
    assert not shown.review.isHidden()
