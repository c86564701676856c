from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from advisor.case import Note
from advisor.periods import NO_DATE
from tests.ui.evidence.notes import OMBUDSMAN
from ui.evidence.note_editor import LOCKED, NEW, TEXT_MISSING, NoteEditor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def editor(qtbot: QtBot) -> NoteEditor:
    made = NoteEditor()
    qtbot.addWidget(made)
    made.offer((("su_level", "Current unrest", "Social unrest"),), (("PER", "15 May 2014", ""),))
    made.show()
    made.activateWindow()
    return made


def type_into(widget: QWidget, text: str) -> None:
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_End)
    QTest.keyClicks(widget, text)


def test_a_note_is_shown_with_the_words_of_its_grade(editor: NoteEditor) -> None:
    editor.show_note(OMBUDSMAN, "known only later")
    assert editor.text.toPlainText() == "212 conflicts"
    assert editor.reliability.currentText() == "B  Usually reliable"
    assert editor.credibility.currentText() == "2  Probably true"
    assert editor.indicators.text() == "Current unrest"
    assert editor.aside.text() == "No weight here: known only later."


def test_every_field_is_saved_as_it_is_left(editor: NoteEditor) -> None:
    heard: list[tuple[Note, str]] = []
    editor.changed.connect(lambda note, field: heard.append((note, field)))
    editor.show_note(OMBUDSMAN)
    type_into(editor.source, " Reporte 122")
    QTest.keyClick(editor.source, Qt.Key.Key_Return)
    editor.reliability.setFocus()
    QTest.keyClick(editor.reliability, Qt.Key.Key_Up)
    editor.indicators.ticks["su_level"].trigger()
    assert [field for _, field in heard] == ["source", "reliability", "indicators"]
    note = heard[-1][0]
    assert (note.source, note.reliability, note.indicators) == ("Defensoría Reporte 122", "A", ())
    assert note.id == OMBUDSMAN.id


def test_a_draft_becomes_a_note_with_its_first_words(editor: NoteEditor) -> None:
    added: list[Note] = []
    editor.added.connect(added.append)
    editor.show_note(Note("", indicators=("su_level",)))
    assert editor.heading.text() == NEW
    type_into(editor.source, "SIAR")
    QTest.keyClick(editor.source, Qt.Key.Key_Return)
    assert added == []
    type_into(editor.text, "Blockade")
    editor.keep()
    assert added == [Note("Blockade", source="SIAR", indicators=("su_level",))]


def test_what_is_wrong_is_said_beside_the_field_and_not_saved(editor: NoteEditor) -> None:
    heard: list[str] = []
    editor.changed.connect(lambda _, field: heard.append(field))
    editor.show_note(OMBUDSMAN)
    editor.date.clear()
    type_into(editor.date, "last May")
    QTest.keyClick(editor.date, Qt.Key.Key_Return)
    assert editor.date_problem.text() == NO_DATE
    editor.text.setPlainText("")
    editor.text.keep()
    assert editor.text_problem.text() == TEXT_MISSING
    assert heard == []


def test_what_is_being_typed_outlives_a_change_of_the_same_note_elsewhere(editor: NoteEditor) -> None:
    editor.show_note(OMBUDSMAN)
    type_into(editor.source, " x")
    editor.show_note(replace(OMBUDSMAN, reliability="A"))
    assert editor.source.text() == "Defensoría x"
    assert editor.reliability.currentData() == "A"
    heard: list[Note] = []
    editor.changed.connect(lambda note, _: heard.append(note))
    editor.show_note(replace(OMBUDSMAN, id=9, text="Another"))
    assert [note.source for note in heard] == ["Defensoría x"]
    assert editor.source.text() == "Defensoría"


def test_a_note_of_a_locked_assessment_says_how_to_go_on(editor: NoteEditor) -> None:
    editor.show_note(OMBUDSMAN, editable=False, locked=True)
    assert editor.aside.text() == LOCKED
    assert editor.source.cursorPosition() == 0
    editor.show_note(OMBUDSMAN)
    assert not editor.aside.text()


def test_a_note_that_may_not_be_changed_can_be_read(editor: NoteEditor) -> None:
    editor.show_note(OMBUDSMAN, editable=False)
    assert editor.text.isReadOnly()
    assert not editor.delete.isEnabled()
    assert not editor.reliability.isEnabled()
