"""Before and after stand side by side; what is still computed says so; the record carries its caveat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.findings import judge, with_likelihoods
from advisor.trial import Entry, Trial
from advisor.trial_effect import effect
from advisor.trial_record import trial_record
from advisor.trying import tried
from advisor.uncertainty import draw_blocks
from ui.playbook.effect_panel import COMPUTING, MEASURING, NOTHING_OPEN, EffectPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.case import Case
    from advisor.playbook import Playbook
    from ui.theme import Theme

TRIAL = Trial(frozenset({Entry("option", "alt_dev"), Entry("rule", "unrest_core")}))


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, playbook: Playbook) -> EffectPanel:
    made = EffectPanel(playbook)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def test_options_that_move_are_listed_and_the_others_not(
    panel: EffectPanel, playbook: Playbook, shipped_cases: tuple[Case, ...]
) -> None:
    changed, sheet = tried(playbook, TRIAL), shipped_cases[1].latest.sheet
    before, after = judge(playbook, sheet), judge(changed, sheet)
    panel.show_effect(effect(TRIAL, before, after))
    assert panel.stance.cells[2][1].plain == COMPUTING
    draws = list(draw_blocks(playbook, 16, 1))
    likelihoods = with_likelihoods(playbook, before, draws), with_likelihoods(changed, after, draws)
    panel.show_effect(effect(TRIAL, before, after, likelihoods))
    assert str(panel.stance.cells[2][1].plain).count("%") == 3
    assert panel.stance.cells[-1][1].plain == "18 of 22"
    assert panel.options.cells[0][1].plain == "● Lead → switched off"
    assert 1 < len(panel.options.cells) < 22
    panel.show_effect(None)
    assert panel.note.text() == NOTHING_OPEN


def test_the_record_is_offered_computed_and_shown_with_the_caveat(
    panel: EffectPanel, playbook: Playbook, shipped_cases: tuple[Case, ...]
) -> None:
    panel.show_record(None, busy=True)
    assert (panel.measure.text(), panel.measure.isEnabled()) == (MEASURING, False)
    panel.show_record(trial_record(playbook, TRIAL, shipped_cases, ((), ())), busy=False)
    assert not panel.measure.isVisible()
    assert panel.record.cells[0][0].plain == "Stance: Brier score"
    assert "fits by hand" in panel.caveat.text()
