from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.scores import Score, ScoreSheet
from data.playbook_files import shipped_playbook
from ui.score_sheet import SideColumn

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook, Side


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return shipped_playbook()


@pytest.mark.parametrize("side", ["domestic", "external"])
def test_a_side_has_a_row_for_each_of_its_indicators_below_their_factor(
    qtbot: QtBot, playbook: Playbook, side: Side
) -> None:
    column = SideColumn(playbook, side)
    qtbot.addWidget(column)
    assert list(column.rows) == [one.id for one in playbook.indicators if one.side == side]
    assert list(column.factors) == [one.id for one in playbook.factors if one.side == side]
    column.resize(455, 800)
    column.grab()
    for name, row in column.rows.items():
        headers = [column.factors[factor] for factor in column.factors if column.factors[factor].y() < row.y()]
        assert max(headers, key=lambda header: header.y()) is column.factors[playbook.indicator[name].factor]


def test_factors_and_their_mean_are_shown(qtbot: QtBot, playbook: Playbook) -> None:
    column = SideColumn(playbook, "external")
    qtbot.addWidget(column)
    values = {factor.id: 4.0 for factor in playbook.factors}
    scored = {one.id: Score(4, 4, 4) for one in playbook.indicators}
    column.set_factors({**values, "shared_threat": 7.0}, ScoreSheet(scored))
    assert column.factors["shared_threat"].number == "7.0"
    assert column.header.number == "5.0"


def test_a_factor_of_which_nothing_is_scored_claims_no_value(qtbot: QtBot, playbook: Playbook) -> None:
    column = SideColumn(playbook, "external")
    qtbot.addWidget(column)
    values = {factor.id: 5.0 for factor in playbook.factors}
    column.set_factors(values, ScoreSheet())
    assert column.header.number == "–"
    column.set_factors(values, ScoreSheet({"th_armed": Score(5, 5, 5)}))
    shown = {name: header.number for name, header in column.factors.items()}
    assert shown["shared_threat"] == column.header.number == "5.0"
    assert {number for name, number in shown.items() if name != "shared_threat"} == {"–"}
