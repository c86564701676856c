from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from advisor.case import Note
from ui.case_edits import CaseEdits
from ui.pages import EVIDENCE

if TYPE_CHECKING:
    from ui.main_window import MainWindow

UNREST = "su_level"


def test_the_row_counts_its_notes_and_n_begins_another(window: MainWindow) -> None:
    session, pages = window.session, window.pages
    row = pages.score.rows[UNREST]
    CaseEdits(session).add_note(Note("212 conflicts", date="2014-04", indicators=(UNREST,)))
    CaseEdits(session).add_note(Note("Masías goes", date="2014-06", indicators=(UNREST,)))
    assert row.notes == 1
    pages.score.focus_indicator(UNREST)
    assert pages.score.panel.notes.summary.text.startswith("1 note")
    QTest.keyClick(row.slider, Qt.Key.Key_N)
    assert pages.current == EVIDENCE
    draft = pages.evidence.editor.note
    assert draft is not None
    assert draft.indicators == (UNREST,)
    assert pages.evidence.editor.text.hasFocus()
    session.undo()
    session.undo()
    assert row.notes == 0
