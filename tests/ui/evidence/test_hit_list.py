from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from data.library import SearchHit
from ui.evidence.hit_list import HitList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

HITS = (
    SearchHit("note", 1, 1, "Peru", (), ("su_level",), (("212 ", False), ("conflicts", True))),
    SearchHit("event", 2, 2, "Bolivia", (), (), (("A strike", False),)),
)


def test_a_hit_says_where_it_stands_and_enter_goes_there(qtbot: QtBot) -> None:
    hits = HitList({"su_level": "Current unrest"})
    qtbot.addWidget(hits)
    hits.resize(400, 200)
    hits.found.show_hits(HITS)
    hits.show()
    hits.activateWindow()
    hits.setFocus()
    hits.setCurrentIndex(hits.found.index(0))
    spoken = [hits.found.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert spoken == ["Note · Peru · Current unrest: 212 conflicts", "Event · Bolivia: A strike"]
    heard: list[object] = []
    hits.chosen.connect(heard.append)
    hits.left.connect(lambda: heard.append("left"))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        QTest.keyClick(hits, key)
    assert heard == [HITS[1], "left"]
