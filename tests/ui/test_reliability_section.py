from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.case import Note
from advisor.scores import Score
from tests.ui.conftest import UNREST
from ui.reliability_section import ReliabilitySection

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.session import Session


def test_index_parts_and_supported_confidence_follow_scores_and_notes(session: Session, qtbot: QtBot) -> None:
    section = ReliabilitySection(session)
    qtbot.addWidget(section)
    assert section.figure.text() == "7.5 of 10"
    assert dict(section.lines)["Few or poorly graded sources"] == "7.5"
    assert section.supports.text().startswith("It supports low confidence; the scores state moderate.")
    session.set_score(UNREST, None)
    assert dict(section.lines)["Not scored"] == "0.5"
    session.set_score(UNREST, Score(6, 7, 8, "moderate", "212 conflicts"))
    for source in ("Ipsos", "Embassy"):
        note = Note("212 conflicts", source, "", "2014-05-01", "A", 1, "for", tuple(session.playbook.indicator_ids))
        session.amend("not added", lambda note=note: session.library.add_note(session.case_id or 0, note))  # type: ignore[misc]
    assert section.figure.text() == "0.1 of 10"
    assert section.supports.text() == "It supports high confidence; the scores state moderate."
    assert section.accessibleName().startswith("Lack of reliability 0.1 of 10: ")
