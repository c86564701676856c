from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.evidence.notes import MINISTRY, OMBUDSMAN
from ui.evidence.note_list import NoteList, NoteRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROWS = (NoteRow(OMBUDSMAN, "Current unrest"), NoteRow(MINISTRY, "", "not linked to an indicator"))


@pytest.fixture
def notes(qtbot: QtBot) -> NoteList:
    made = NoteList()
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.show_rows(ROWS)
    made.show()
    made.activateWindow()
    made.setFocus()
    return made


def test_a_row_says_where_a_note_is_from_and_why_it_has_no_weight() -> None:
    assert ROWS[0].under == "for · Apr 2014 · Defensoría · Current unrest"
    assert ROWS[1].under == "not linked to an indicator · against · Mar 2014 · MININTER"
    assert "B2, usually reliable, probably true" in ROWS[0].spoken


def test_arrows_choose_enter_goes_on_and_delete_asks(notes: NoteList) -> None:
    heard: list[object] = []
    notes.chosen.connect(heard.append)
    notes.edit_wanted.connect(lambda: heard.append("edit"))
    notes.delete_wanted.connect(lambda name: heard.append(("delete", name)))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Delete):
        QTest.keyClick(notes, key)
    assert heard == [MINISTRY.id, "edit", ("delete", MINISTRY.id)]


def test_the_note_chosen_stays_chosen_where_it_is_still_listed(notes: NoteList) -> None:
    notes.choose(MINISTRY.id)
    notes.show_rows((replace(ROWS[1], aside=""), ROWS[0]))
    assert notes.currentIndex().row() == 0
    notes.show_rows(ROWS[:1])
    assert notes.chosen_note is None


def test_the_list_is_copied_as_a_table(notes: NoteList) -> None:
    notes.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[1].split("\t")[:5] == ["2014-04", "B2", "for", "212 conflicts", "Defensoría"]
