"""What stands beside the chart takes no room for splits where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.analysts import opinions
from data.examples import FIRST, SECOND, two_analysts
from ui.analysts.analysts_side import AnalystsSide

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook


def test_each_analyst_has_a_row_and_each_split_a_paragraph(qtbot: QtBot, playbook: Playbook) -> None:
    case = two_analysts(playbook)
    found = opinions(playbook, case, case.latest.as_of)
    assert found is not None
    side = AnalystsSide()
    qtbot.addWidget(side)
    side.show_opinions(found, ("Multilateral channel: Lead by Second analyst.",))
    assert [row[0].plain for row in side.positions.cells] == [FIRST, SECOND]
    assert side.splits.texts == ("Multilateral channel: Lead by Second analyst.",)
    assert len(side.statistics.texts) > 1
    side.show_opinions(found, ())
    assert side.splits.isHidden()
