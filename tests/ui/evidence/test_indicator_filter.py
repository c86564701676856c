from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.evidence.notes import MINISTRY, OMBUDSMAN, UNREST, evidence
from ui.evidence.indicator_filter import IndicatorFilter

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook


def test_the_keyboard_walks_from_all_notes_to_each_indicator(qtbot: QtBot, playbook: Playbook) -> None:
    filter_ = IndicatorFilter()
    qtbot.addWidget(filter_)
    filter_.resize(220, 700)
    filter_.show_evidence(evidence(playbook, OMBUDSMAN, MINISTRY), 2)
    filter_.show()
    heard: list[str | None] = []
    filter_.chosen.connect(heard.append)
    assert filter_.indicator is None
    QTest.keyClick(filter_, Qt.Key.Key_Down)
    QTest.keyClick(filter_, Qt.Key.Key_Up)
    assert heard == [playbook.indicator_ids[0], None]
    filter_.choose(UNREST)
    filter_.show_evidence(evidence(playbook, OMBUDSMAN), 1)
    assert filter_.indicator == UNREST
    spoken = filter_.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Current unrest. 1 note; suggests moderate confidence"
    assert not filter_.grab().isNull()
