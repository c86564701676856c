from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.merge import AnalystSheet, merge
from advisor.scores import Score, ScoreSheet
from data.playbook_files import shipped_playbook
from tests.ui.charts.in_svg import texts
from ui.charts.spread_plot import SpreadPlot, spread_plot

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme


@pytest.fixture(scope="module")
def plot() -> SpreadPlot:
    playbook = shipped_playbook()
    ana = ScoreSheet({"su_level": Score(6, 7, 8), "su_trend": Score(4, 5, 6), "ue_aid": Score(1, 1, 1)})
    ben = ScoreSheet({"su_level": Score(3, 4, 5), "su_trend": Score(4, 6, 6)})
    return spread_plot(playbook, merge(playbook, [AnalystSheet("Ana", ana), AnalystSheet("Ben", ben)]), "Peru, May")


def test_indicators_stand_in_order_of_their_gap_with_a_sign_where_ranges_lie_apart(
    plot: SpreadPlot, qtbot: QtBot, theme: Theme
) -> None:
    written = [text for text in texts(plot) if not text.isdecimal() or text == "0"]
    assert written[:3] == ["Ana", "Ben", "gap"]
    shown = texts(plot)[9:]
    assert shown == ["Current unrest", "≠ 3", "Direction of unrest", "1", "US share of the policy budget", "0"]


def test_the_table_has_every_number_and_gaps_where_nobody_scored(plot: SpreadPlot) -> None:
    titles, first, *_, last = plot.table()
    assert list(titles) == [
        "Indicator", "Ana", "Ana: low", "Ana: high", "Ben", "Ben: low", "Ben: high", "Gap", "Ranges apart",
    ]  # fmt: skip
    assert list(first) == ["Current unrest", 7, 6, 8, 4, 3, 5, 3, "yes"]
    assert list(last)[4:7] == [None, None, None]


def test_it_is_named_and_told_for_those_who_cannot_see_it(plot: SpreadPlot) -> None:
    assert plot.name == "Scores by analyst: Peru, May"
    assert plot.sentence.startswith("They differ on 2 of 2 indicators")


def test_more_analysts_make_higher_rows(plot: SpreadPlot) -> None:
    crowd = SpreadPlot("", "", tuple("ABCDE"), plot.rows)
    assert crowd.height(500) > plot.height(500) == 26 + 3 * 25 + 24
