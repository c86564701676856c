from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.evidence.notes import MINISTRY, OMBUDSMAN, UNREST, evidence
from ui.evidence.indicator_filter import BOLD, ROW, FilterPainter, IndicatorFilter
from ui.widgets.line_text import advance

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


def test_no_name_is_cut_off_where_the_page_is_narrow(qtbot: QtBot, playbook: Playbook) -> None:
    filter_ = IndicatorFilter()
    qtbot.addWidget(filter_)
    filter_.show_evidence(evidence(playbook, OMBUDSMAN, MINISTRY), 2)
    filter_.resize(200, 700)
    filter_.show()
    rows = filter_.itemDelegate()
    assert isinstance(rows, FilterPainter)
    narrow = {filter_.visualItemRect(filter_.item(row)).height() for row in range(filter_.count())}
    assert narrow == {ROW, ROW + 15}
    for row in range(filter_.count()):
        index = filter_.indexFromItem(filter_.item(row))
        assert " ".join(rows.lines(index)) == index.data()
        assert all(advance(BOLD, text) <= rows.room(index) for text in rows.lines(index))
    for width, heights in ((310, {ROW}), (200, {ROW, ROW + 15})):
        filter_.resize(width, 700)
        assert {filter_.visualItemRect(filter_.item(row)).height() for row in range(filter_.count())} == heights
