from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.robustness.conftest import OF
from ui.charts.stance_plot import StancePlot
from ui.robustness.stance_section import StanceSection

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook
    from advisor.survey import Survey
    from ui.theme import Theme


@pytest.fixture
def section(qtbot: QtBot, theme: Theme, playbook: Playbook, peru: Survey) -> StanceSection:
    made = StanceSection(playbook)
    qtbot.addWidget(made)
    made.show_survey(peru, OF, dim=False)
    return made


def plot_in(section: StanceSection) -> StancePlot:
    assert isinstance(section.chart.plot, StancePlot)
    return section.chart.plot


def test_the_distribution_is_shown_with_cuts_range_and_best_scores(
    section: StanceSection, playbook: Playbook, peru: Survey
) -> None:
    plot = plot_in(section)
    assert plot.name == "Distribution of the stance, Peru, 15 May 2014"
    assert plot.spread == peru.spread
    assert plot.cuts == (playbook.stance_model.cut_divergent, playbook.stance_model.cut_aligned)
    assert plot.best == peru.findings.best.stance.index
    assert plot.likely == peru.findings.stance_range
    assert plot.sentence == section.caption.text()


def test_every_class_and_a_reversal_have_their_chance_in_words(section: StanceSection) -> None:
    assert section.classes["divergent"].words.text() == "Likely"
    assert section.classes["divergent"].accessibleName().startswith("Divergent: likely, 6")
    assert section.reversal.words.text() == "Unlikely"
    assert section.reversal.number.text().endswith(" %")


def test_where_nothing_is_scored_no_best_scores_are_shown(section: StanceSection, blank: Survey) -> None:
    section.show_survey(blank, OF, dim=False)
    assert plot_in(section).best is None
    assert "best scores" not in section.caption.text()


@pytest.mark.parametrize(("dim", "ink"), [(True, "ink3"), (False, "ink")])
def test_chances_of_earlier_scores_are_dimmed(section: StanceSection, peru: Survey, dim: bool, ink: str) -> None:
    section.show_survey(peru, OF, dim=dim)
    assert section.reversal.words.ink == ink
    assert section.classes["aligned"].words.ink == ink
