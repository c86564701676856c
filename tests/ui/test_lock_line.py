from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.briefed import result_text
from ui.lock_line import LockLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from data.library import Library
    from ui.session import Session

PERU = "PER-2014-2016"


def test_a_locked_assessment_says_when_by_whom_and_what_was_briefed(
    qtbot: QtBot, session: Session, library: Library
) -> None:
    line = LockLine(session)
    qtbot.addWidget(line)
    assert line.isHidden()
    assert session.findings is not None
    version = replace(session.playbook_version, version="0.9")
    library.sign_as("M. Quispe")
    result = result_text(session.findings)
    session.edit("", lambda: library.lock(PERU, version, result, reason="Country team"))
    assert not line.isHidden()
    text = line.text.text()
    assert "by M. Quispe (Country team). Briefed as divergent, likely, " in text
    assert "judged with playbook counternarcotics 0.9" in text
    assert line.accessibleName() == text
    with qtbot.waitSignal(line.unlock_wanted):
        line.unlock.click()
    session.undo()
    assert line.isHidden()
