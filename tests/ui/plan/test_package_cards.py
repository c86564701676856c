from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor.plan_columns import plan_columns
from tests.advisor.solved_plans import PLAYBOOK, plan_of
from ui.plan.option_row import LEAST, OptionRow
from ui.plan.package_cards import PackageCards

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme


@pytest.fixture
def cards(qtbot: QtBot, theme: Theme) -> PackageCards:
    made = PackageCards()
    qtbot.addWidget(made)
    made.show_columns(plan_columns(PLAYBOOK, plan_of()))
    made.resize(920, 420)
    made.show()
    made.activateWindow()
    return made


def names(cards: PackageCards) -> list[list[str]]:
    return [[row.text() for row in column.rows] for column in cards.columns]


def keyboard() -> OptionRow:
    row = QApplication.focusWidget()
    assert isinstance(row, OptionRow)
    return row


def test_the_four_columns_hold_every_option_once(cards: PackageCards) -> None:
    assert [column.title.text() for column in cards.columns] == [
        "Commit now",
        "Offer with conditions",
        "Hold in reserve",
        "Avoid",
    ]
    shown = [name for column in names(cards) for name in column]
    assert sorted(shown) == sorted(option.name for option in PLAYBOOK.options)


def test_heads_count_and_say_the_costs(cards: PackageCards) -> None:
    assert [column.count.text() for column in cards.columns] == ["6", "8", "2", "2"]
    assert cards.columns[0].figure.text() == "116.5 of $120m"
    assert cards.columns[0].more_title.text() == "Leads left out"
    assert cards.columns[2].figure.text() == "price"
    assert cards.columns[2].note.isVisible()
    assert cards.columns[0].accessibleName() == "Commit now: 6 116.5 of $120m"


def test_another_plan_leaves_nothing_of_the_first(cards: PackageCards) -> None:
    cards.show_columns(plan_columns(PLAYBOOK, plan_of(ruled_out=PLAYBOOK.option_ids)))
    assert cards.columns[0].count.text() == "0"
    shown = [name for column in names(cards) for name in column]
    assert sorted(shown) == sorted(option.name for option in PLAYBOOK.options)
    cards.show_columns(plan_columns(PLAYBOOK, plan_of()))
    assert cards.columns[0].count.text() == "6"


def test_columns_stand_two_by_two_where_there_is_no_room(qtbot: QtBot, cards: PackageCards) -> None:
    assert cards.across == 4
    cards.resize(580, 700)
    assert cards.across == 2
    qtbot.waitUntil(lambda: cards.columns[2].y() > cards.columns[0].geometry().bottom())
    cards.resize(920, 420)
    assert cards.across == 4


@pytest.mark.parametrize("width", [580, 920, 1300])
def test_no_name_is_cut_off(qtbot: QtBot, cards: PackageCards, width: int) -> None:
    cards.show_columns(
        [
            replace(column, entries=tuple(replace(one, name=one.name * 3) for one in column.entries))
            for column in plan_columns(PLAYBOOK, plan_of())
        ]
    )
    cards.resize(width, 1600)
    rows = [row for column in cards.columns for row in column.rows]
    qtbot.waitUntil(lambda: all(row.height() >= row.heightForWidth(row.width()) for row in rows))
    assert max(row.height() for row in rows) >= 2 * LEAST


def test_arrow_keys_go_through_a_column_and_across(cards: PackageCards) -> None:
    first, second = cards.columns[0].rows[:2]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert keyboard() is second
    QTest.keyClick(second, Qt.Key.Key_Right)
    assert keyboard() is cards.columns[1].rows[1]
    QTest.keyClick(keyboard(), Qt.Key.Key_Right)
    QTest.keyClick(keyboard(), Qt.Key.Key_Right)
    assert keyboard() is cards.columns[3].rows[1]
    QTest.keyClick(keyboard(), Qt.Key.Key_Down)
    assert keyboard() is cards.columns[3].rows[1], "at the end it stays"


def test_an_empty_column_is_stepped_over(cards: PackageCards) -> None:
    cards.show_columns(plan_columns(PLAYBOOK, plan_of("PER-2012-2014")))
    assert not cards.columns[2].rows
    cards.columns[3].take_keyboard(0)
    QTest.keyClick(keyboard(), Qt.Key.Key_Left)
    assert keyboard() in cards.columns[1].rows
    assert not cards.columns[2].take_keyboard(0)


def test_tab_comes_to_one_row_of_a_column_where_the_keyboard_was_last(cards: PackageCards) -> None:
    column = cards.columns[0]
    column.take_keyboard(3)
    stops = [row for row in column.rows if row.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [column.rows[3]]
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    assert keyboard() is cards.columns[1].rows[0]
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert keyboard() is column.rows[3]


def test_tab_goes_on_to_the_next_column_from_a_row_that_came_later_too(cards: PackageCards) -> None:
    cards.show_columns(plan_columns(PLAYBOOK, plan_of(ruled_out=PLAYBOOK.option_ids)))
    column = cards.columns[0]
    column.take_keyboard(100)
    assert keyboard() is column.rows[-1]
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    assert keyboard() is cards.columns[1].rows[0]


def test_a_choice_on_any_row_is_passed_on(qtbot: QtBot, cards: PackageCards) -> None:
    row = cards.row_of("justice")
    assert row is not None
    with qtbot.waitSignal(cards.pin_wanted) as told:
        row.menu().actions()[0].trigger()
    assert told.args == ["justice", "pinned"]
    assert cards.row_of("no such option") is None


def test_ctrl_c_copies_all_options_as_a_table(cards: PackageCards) -> None:
    cards.columns[0].take_keyboard(0)
    QTest.keyClick(keyboard(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().strip().split("\n")
    assert len(lines) == 1 + len(PLAYBOOK.options)
    assert lines[1].startswith("Commit now\tState presence in the contested area\tLead\t65")


def test_of_an_earlier_plan_everything_is_dimmed(cards: PackageCards) -> None:
    cards.set_dimmed(dimmed=True)
    assert {column.title.ink for column in cards.columns} == {"ink3"}
    cards.set_dimmed(dimmed=False)
    assert {column.title.ink for column in cards.columns} == {"ink"}
