from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.evidence.notes import OMBUDSMAN, UNREST, on_unrest
from ui.evidence.panel_notes import PanelNotes

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook


def test_the_panel_counts_the_notes_and_offers_to_read_and_to_add(qtbot: QtBot, playbook: Playbook) -> None:
    notes = PanelNotes()
    qtbot.addWidget(notes)
    notes.show_evidence(on_unrest(playbook, OMBUDSMAN), editable=True)
    assert notes.summary.text == "1 note; suggests moderate confidence"
    assert notes.best.text == "212 conflicts (B2, Defensoría)"
    with qtbot.waitSignal(notes.show_wanted) as shown, qtbot.waitSignal(notes.add_wanted) as added:
        notes.show_all.click()
        notes.add.click()
    assert (shown.args, added.args) == ([UNREST], [UNREST])
    notes.show_evidence(on_unrest(playbook), editable=False)
    assert notes.summary.text == "No notes yet"
    assert notes.show_all.isHidden()
    assert not notes.add.isEnabled()
