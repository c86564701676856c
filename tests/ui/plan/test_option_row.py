from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from advisor.plan_columns import Entry
from ui.plan.option_row import OptionRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme

# The offscreen platform can neither raise a menu nor give it the keyboard, and says so.
opens_a_menu = pytest.mark.qt_log_ignore("does not support", extend=True)
ENTRY = Entry("justice", "Justice-sector support", "hold_in_reserve", "free", "4.5", ("Acceptance now unlikely.",))


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> OptionRow:
    made = OptionRow(with_verdict=True)
    qtbot.addWidget(made)
    made.show_entry(ENTRY)
    made.resize(240, 24)
    made.show()
    made.activateWindow()
    return made


def menu_of(row: OptionRow) -> QMenu:
    found = row.findChild(QMenu)
    assert found is not None
    return found


def test_it_says_name_rating_and_price_and_the_rest_in_its_description(row: OptionRow) -> None:
    assert row.accessibleName() == "Justice-sector support, rated Hold in reserve, 4.5"
    assert row.accessibleDescription() == "Acceptance now unlikely."
    assert row.toolTip().startswith("Justice-sector support\n")


def test_a_pin_is_said_and_shown(row: OptionRow) -> None:
    before = row.grab().toImage()
    row.show_entry(replace(ENTRY, pin="ruled_out"))
    assert row.accessibleName().endswith("ruled out")
    assert row.grab().toImage() != before


@opens_a_menu
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu])
def test_keys_open_the_menu_with_the_choice_that_holds_checked(row: OptionRow, key: Qt.Key) -> None:
    row.setFocus()
    QTest.keyClick(row, key)
    menu = menu_of(row)
    assert [action.text().replace("&", "").partition(":")[0] for action in menu.actions()] == [
        "Pin",
        "Rule out",
        "Leave it to the plan",
    ]
    assert [action.isChecked() for action in menu.actions()] == [False, False, True]
    menu.close()


@opens_a_menu
def test_a_click_opens_the_menu_and_changes_nothing_itself(qtbot: QtBot, row: OptionRow) -> None:
    with qtbot.assertNotEmitted(row.pin_wanted):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    menu_of(row).close()


@pytest.mark.parametrize(("place", "pin"), [(0, "pinned"), (1, "ruled_out")])
def test_the_menu_says_what_becomes_of_the_option(qtbot: QtBot, row: OptionRow, place: int, pin: str) -> None:
    with qtbot.waitSignal(row.pin_wanted) as told:
        row.menu().actions()[place].trigger()
    assert told.args == ["justice", pin]


def test_what_already_holds_is_not_asked_for_again(qtbot: QtBot, row: OptionRow) -> None:
    with qtbot.assertNotEmitted(row.pin_wanted):
        row.menu().actions()[2].trigger()


@pytest.mark.parametrize(
    ("key", "step"),
    [
        (Qt.Key.Key_Up, [0, -1]),
        (Qt.Key.Key_Down, [0, 1]),
        (Qt.Key.Key_Left, [-1, 0]),
        (Qt.Key.Key_Right, [1, 0]),
    ],
)
def test_arrow_keys_ask_for_the_neighbour(qtbot: QtBot, row: OptionRow, key: Qt.Key, step: list[int]) -> None:
    with qtbot.waitSignal(row.left) as told:
        QTest.keyClick(row, key)
    assert told.args == step


def test_the_keyboard_is_seen(row: OptionRow) -> None:
    row.clearFocus()
    before = row.grab().toImage()
    row.setFocus(Qt.FocusReason.TabFocusReason)
    assert row.grab().toImage() != before


def test_a_long_name_wraps_instead_of_being_cut(row: OptionRow) -> None:
    row.show_entry(replace(ENTRY, name="Financial intelligence and anti-money-laundering"))
    assert row.heightForWidth(160) > row.heightForWidth(400)


def test_of_an_earlier_plan_it_is_dimmed(row: OptionRow) -> None:
    before = row.grab().toImage()
    row.set_dimmed(dimmed=True)
    assert row.grab().toImage() != before
