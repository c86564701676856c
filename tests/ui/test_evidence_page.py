from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from advisor.case import Note
from advisor.note_list import ORDERS
from ui.case_edits import CaseEdits
from ui.evidence_page import NOTHING_FOUND, EvidencePage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from data.library import Library
    from ui.session import Session

UNREST = "su_level"
OMBUDSMAN = Note("212 conflicts", "Defensoría", date="2014-04", reliability="B", credibility=2, indicators=(UNREST,))
OFFICERS = Note("Officers object", date="2014-05", indicators=("mil_objection", UNREST))


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> EvidencePage:
    edits = CaseEdits(session)
    edits.add_note(OMBUDSMAN)
    edits.add_note(OFFICERS)
    made = EvidencePage(session)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.activateWindow()
    return made


def listed(page: EvidencePage) -> list[str]:
    return [row.note.text for row in page.notes.notes.rows]


def test_an_indicator_lists_its_notes_with_what_they_suggest(page: EvidencePage, session: Session) -> None:
    assert listed(page) == ["Officers object", "212 conflicts"]
    assert page.weighing.isHidden()
    page.show_indicator(session.playbook.indicator_ids[0])
    assert listed(page) == []
    assert page.nothing.isVisible()
    page.show_indicator(UNREST)
    page.order.setCurrentIndex(ORDERS.index("best"))
    page.order.activated.emit(ORDERS.index("best"))
    assert listed(page) == ["212 conflicts", "Officers object"]
    assert page.weighing.sentence.text().startswith("The evidence suggests ")


def test_a_note_is_written_with_the_keyboard_alone_and_saved_as_it_is_written(
    page: EvidencePage, session: Session
) -> None:
    page.show_indicator(UNREST)
    page.notes.setFocus()
    QTest.keyClick(page.notes, Qt.Key.Key_Insert)
    QTest.keyClicks(page.editor.text, "Blockades in the VRAEM")
    QTest.keyClick(page.editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.case is not None
    assert session.case.notes[-1] == Note("Blockades in the VRAEM", indicators=(UNREST,))
    assert page.notes.chosen_note == session.case.notes[-1].id
    page.editor.source.setFocus()
    QTest.keyClicks(page.editor.source, "Caretas")
    QTest.keyClick(page.editor.source, Qt.Key.Key_Escape)
    assert session.case.notes[-1].source == "Caretas"
    session.undo()
    assert session.case.notes[-1].source == ""


def test_a_note_is_deleted_with_a_way_back(qtbot: QtBot, page: EvidencePage, session: Session) -> None:
    page.notes.setFocus()
    page.notes.setCurrentIndex(page.notes.notes.index(1))
    with qtbot.waitSignal(page.told) as told:
        QTest.keyClick(page.notes, Qt.Key.Key_Delete)
    assert listed(page) == ["Officers object"]
    told.args[2]()
    assert listed(page) == ["Officers object", "212 conflicts"]


def test_what_was_found_takes_the_place_of_the_notes_until_the_search_is_left(qtbot: QtBot, page: EvidencePage) -> None:
    page.search.field.setText("conflicts")
    QTest.keyClick(page.search.field, Qt.Key.Key_Return)
    assert page.search.hits.isVisible()
    with qtbot.waitSignal(page.hit_wanted):
        QTest.keyClick(page.search.hits, Qt.Key.Key_Return)
    QTest.keyClick(page.search.hits, Qt.Key.Key_Escape)
    assert page.notes.isVisible()
    page.search.field.setText("nowhere to be found")
    QTest.keyClick(page.search.field, Qt.Key.Key_Return)
    assert page.nothing.text() == NOTHING_FOUND
    assert page.nothing.isVisible()


def test_what_was_briefed_with_an_assessment_can_be_read_and_not_changed(
    page: EvidencePage, session: Session, library: Library
) -> None:
    assert session.assessment is not None
    own = CaseEdits(session).add_note(Note("Briefed", assessments=(session.assessment.id,)))
    assert own is not None
    library.lock(session.assessment.id, session.playbook_version, "{}")
    session.amend("", lambda: None)
    page.show_note(own)
    assert page.editor.text.isReadOnly()
    page.show_indicator(UNREST)
    assert not page.weighing.take.isEnabled()


def test_words_typed_last_stay_with_the_case_they_were_typed_for(
    page: EvidencePage, session: Session, library: Library
) -> None:
    peru = session.case_id
    assert peru is not None
    page.begin_note(UNREST)
    page.editor.text.setPlainText("Typed at the last moment")
    bolivia = next(case for case in library.cases() if case.name == "Bolivia")
    session.open_assessment(bolivia.assessments[-1].id)
    assert [note.text for note in library.case(peru).notes][-1] == "Typed at the last moment"
    assert library.case(bolivia.id).notes == ()
    assert page.editor.note is None
