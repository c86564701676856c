from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.drivers import drivers
from advisor.robustness import by_expected_rank
from advisor.tipping import STANCE
from tests.ui.robustness.conftest import OF
from ui.charts.tornado_plot import TornadoPlot
from ui.robustness.drivers_section import SHOWN, DriversSection

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook
    from advisor.survey import Survey
    from ui.theme import Theme


@pytest.fixture
def section(qtbot: QtBot, theme: Theme, playbook: Playbook, peru: Survey) -> DriversSection:
    made = DriversSection(playbook)
    qtbot.addWidget(made)
    made.show_survey(peru, OF, dim=False)
    return made


def plot_in(section: DriversSection) -> TornadoPlot:
    assert isinstance(section.chart.plot, TornadoPlot)
    return section.chart.plot


def test_at_first_it_shows_what_drives_the_stance(section: DriversSection, playbook: Playbook, peru: Survey) -> None:
    plot = plot_in(section)
    assert plot.name == "What drives the result: The stance, Peru, 15 May 2014"
    assert plot.drivers == drivers(playbook, peru.drivers[STANCE], SHOWN)
    assert len(plot.drivers) == 13
    assert plot.drivers[-1].indicator is None


def test_any_option_can_be_chosen_best_first(section: DriversSection, playbook: Playbook, peru: Survey) -> None:
    ids = [section.subject.itemData(number) for number in range(section.subject.count())]
    assert ids == [STANCE, *(one.option for one in by_expected_rank(peru.ranks_now))]
    section.choose("erad_core")
    assert section.chosen == "erad_core"
    assert plot_in(section).drivers == drivers(playbook, peru.drivers["erad_core"], SHOWN)
    assert "standing of forced eradication in the core area" in plot_in(section).sentence


def test_the_choice_stays_when_the_options_are_ranked_anew(section: DriversSection, peru: Survey) -> None:
    section.choose("erad_core")
    turned = tuple(replace(one, expected_rank=-one.expected_rank) for one in peru.ranks_now)
    section.show_survey(replace(peru, ranks_now=turned), OF, dim=False)
    assert section.subject.itemData(1) == "erad_core" or section.subject.itemData(2) == "erad_core"
    assert section.chosen == "erad_core"
    assert "forced eradication in the core area" in plot_in(section).sentence


def test_where_no_range_is_open_a_sentence_stands_in_place_of_the_chart(
    section: DriversSection, certain: Survey, peru: Survey
) -> None:
    section.show_survey(certain, OF, dim=False)
    assert section.chart.plot is None
    assert section.caption.text() == "No range is open that bears on the stance index."
    section.show_survey(peru, OF, dim=False)
    assert section.caption.text().startswith("Share of the variance")
