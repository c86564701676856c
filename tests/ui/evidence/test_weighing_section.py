from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.scores import Score
from tests.ui.evidence.notes import OMBUDSMAN, UNREST, on_unrest
from ui.evidence.weighing_section import WeighingSection

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook


def test_the_suggestion_is_taken_by_its_button_and_by_nothing_else(qtbot: QtBot, playbook: Playbook) -> None:
    section = WeighingSection()
    qtbot.addWidget(section)
    found = on_unrest(playbook, OMBUDSMAN)
    section.show_evidence(found, editable=True)
    assert section.sentence.text() == "The evidence suggests moderate confidence; the score has low."
    assert "1 note from 1 independent source speaks for the score" in section.reasons.text()
    assert "It rests on one source" in section.thin.text()
    with qtbot.waitSignal(section.taken) as taken:
        section.take.click()
    assert taken.args == [UNREST, "moderate"]
    section.show_evidence(replace(found, score=Score(6, 7, 8, "moderate")), editable=True)
    assert section.take.isHidden()
    section.show_evidence(on_unrest(playbook), editable=False)
    assert section.take.isHidden()
    section.show_evidence(None, editable=True)
    assert section.isHidden()
