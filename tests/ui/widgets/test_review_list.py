from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.suggestion import Departure
from data.playbook_files import shipped_playbook
from tests.ui.widgets.test_data_suggestions import CONFLICTS
from ui.widgets.review_list import ReviewList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FAR = Departure("su_level", 2.0, CONFLICTS)


@pytest.fixture
def listed(qtbot: QtBot) -> ReviewList:
    made = ReviewList(shipped_playbook())
    qtbot.addWidget(made)
    return made


def test_a_score_far_from_its_data_is_named_with_what_they_suggest(listed: ReviewList) -> None:
    assert listed.isHidden()
    listed.show_departures([FAR])
    (line,) = listed.lines
    assert line.text() == "Current unrest is 2, its data suggest 6.6"
    assert line.accessibleDescription().startswith("161: active social conflicts")
    listed.show_departures([])
    assert listed.isHidden()


def test_a_click_leads_to_the_row_that_the_line_is_about_now(listed: ReviewList, qtbot: QtBot) -> None:
    listed.show_departures([FAR, replace(FAR, indicator="su_trend")])
    listed.show_departures([replace(FAR, indicator="su_trend")])
    with qtbot.waitSignal(listed.chosen) as chosen:
        listed.lines[0].click()
    assert chosen.args == ["su_trend"]
