from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.palette.entries import Entry
from ui.palette.palette_popup import NOTHING, PalettePopup

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(900, 600)
    field = QLineEdit()
    QVBoxLayout(made).addWidget(field)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    field.setFocus()
    return made


@pytest.fixture
def popup(around: QWidget, done: list[str]) -> PalettePopup:
    made = PalettePopup(around)
    made.open([Entry(name, name, "File", partial(done.append, name)) for name in ("Undo", "Export", "Plan")])
    return made


def press(popup: PalettePopup, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(popup.wanted, key)


def test_letters_and_return_do_what_is_marked(popup: PalettePopup, done: list[str]) -> None:
    QTest.keyClicks(popup.wanted, "ex")
    assert popup.labels == ["Export"]
    press(popup, Qt.Key.Key_Return)
    assert done == ["Export"]
    assert popup.isHidden()


def test_arrows_go_through_the_list_and_round(popup: PalettePopup, done: list[str]) -> None:
    press(popup, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert done == ["Plan"]


def test_what_was_used_lately_comes_first(popup: PalettePopup, done: list[str]) -> None:
    press(popup, Qt.Key.Key_Down, Qt.Key.Key_Return)
    popup.open(popup._entries)
    assert popup.labels == ["Export", "Undo", "Plan"]


def test_escape_gives_the_keyboard_back(popup: PalettePopup, around: QWidget) -> None:
    assert popup.wanted.hasFocus()
    press(popup, Qt.Key.Key_Escape)
    assert popup.isHidden()
    field = around.findChildren(QLineEdit)[0]
    assert field.hasFocus()


def test_it_goes_when_the_keyboard_goes_elsewhere(popup: PalettePopup, around: QWidget) -> None:
    around.findChildren(QLineEdit)[0].setFocus()
    assert popup.isHidden()


def test_letters_that_nothing_has_are_said_to_be_nowhere(popup: PalettePopup, done: list[str]) -> None:
    QTest.keyClicks(popup.wanted, "zzz")
    assert popup.labels == [NOTHING]
    press(popup, Qt.Key.Key_Return)
    assert done == []
    assert not popup.isHidden()


def test_it_stays_within_a_small_window(popup: PalettePopup, around: QWidget) -> None:
    around.resize(420, 300)
    assert around.rect().contains(popup.geometry())
