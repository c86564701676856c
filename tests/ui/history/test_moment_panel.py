from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.case import Assessment, Case
from advisor.scores import Score, ScoreSheet
from data.library import Alteration
from ui.history.moment_panel import NO_ASSESSMENT, MomentPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook

NOW = Assessment("PER", "Peru", dt.date(2014, 5, 15), ScoreSheet({"su_level": Score(6, 7, 8)}))
THEN = replace(NOW, sheet=ScoreSheet({"su_level": Score(1, 2, 3)}))


def test_an_edit_is_told_in_full_and_its_moment_can_be_returned_to(qtbot: QtBot, playbook: Playbook) -> None:
    panel = MomentPanel(playbook)
    qtbot.addWidget(panel)
    panel.show_edit(
        7, "Current unrest 2 → 7", "Today, 12:00 by Ana", (Alteration("score of Current unrest, best", "2", "7"),)
    )
    panel.show_moment(Case("Peru", (NOW,)), (THEN,), "PER", editable=True)
    assert [cell.plain for cell in panel.table.cells[0]] == ["Score of Current unrest, best", "2", "7"]
    assert [cell.plain for cell in panel.scores.cells[0]] == ["Current unrest", "2", "7"]
    with qtbot.waitSignal(panel.return_wanted) as wanted:
        panel.again.click()
    assert wanted.args == [7, "PER"]
    panel.show_moment(Case("Peru", (NOW,)), (), "PER", editable=True)
    assert panel.sentence.text() == NO_ASSESSMENT
    assert not panel.again.isEnabled()
    panel.clear()
    assert panel.heading.isHidden()
