from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.robustness import by_expected_rank
from tests.ui.robustness.conftest import OF
from ui.charts.rank_plot import RankPlot
from ui.robustness.ranks_section import RanksSection

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook
    from advisor.survey import Survey
    from ui.theme import Theme


@pytest.fixture
def section(qtbot: QtBot, theme: Theme, playbook: Playbook, peru: Survey) -> RanksSection:
    made = RanksSection(playbook)
    qtbot.addWidget(made)
    made.show_survey(peru, OF, dim=False)
    return made


def plot_in(section: RanksSection) -> RankPlot:
    assert isinstance(section.chart.plot, RankPlot)
    return section.chart.plot


def expected_ranks(section: RanksSection) -> list[str]:
    """Return the second column of the table."""
    return [str(section.table.model().index(row, 1).data()) for row in range(section.table.rowCount())]


def test_options_are_sorted_by_expected_rank_with_their_likelihood(
    section: RanksSection, playbook: Playbook, peru: Survey
) -> None:
    plot = plot_in(section)
    assert plot.name == "Rank acceptability now, Peru, 15 May 2014"
    ordered = by_expected_rank(peru.ranks_now)
    assert [row.name for row in plot.rows] == [playbook.option[one.option].name for one in ordered]
    likelihoods = {one.best.id: one.p_now for one in peru.findings.options}
    assert [row.accepted for row in plot.rows] == [likelihoods[one.option] for one in ordered]


def test_the_other_button_shows_the_horizon_and_the_table_follows(section: RanksSection, peru: Survey) -> None:
    section.toggle.click()
    before = expected_ranks(section)
    section.later.click()
    plot = plot_in(section)
    assert plot.name == "Rank acceptability in 12 months, Peru, 15 May 2014"
    assert [row.expected for row in plot.rows] == [one.expected_rank for one in by_expected_rank(peru.ranks_later)]
    assert expected_ranks(section) != before


def test_without_a_horizon_there_is_nothing_to_choose(
    qtbot: QtBot, theme: Theme, playbook: Playbook, section: RanksSection
) -> None:
    today = replace(playbook, uncertainty=replace(playbook.uncertainty, horizon_months=0.0))
    made = RanksSection(today)
    qtbot.addWidget(made)
    made.show()
    assert not made.later.isVisible()
    section.show()
    assert section.later.isVisible()
