from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor.knobs import Knobs
from tests.advisor.solved_plans import PLAYBOOK, plan_of
from ui.plan.knobs_panel import BUDGET, FOOTPRINT, HORIZON, KnobsPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> KnobsPanel:
    made = KnobsPanel(PLAYBOOK)
    qtbot.addWidget(made)
    made.resize(258, 600)
    made.show()
    made.activateWindow()
    return made


def wanted(qtbot: QtBot, panel: KnobsPanel, act: object) -> Knobs:
    """Return the knobs that doing something asks for."""
    assert callable(act)
    with qtbot.waitSignal(panel.turned) as told:
        act()
    assert told.args is not None
    knobs = told.args[0]
    assert isinstance(knobs, Knobs)
    return knobs


def test_every_objective_and_limit_has_a_knob_with_the_number_of_the_playbook(panel: KnobsPanel) -> None:
    assert {name: row.number.text() for name, row in panel.weights.items()} == {
        one.id: f"{one.weight:.1f}" for one in PLAYBOOK.objectives
    }
    assert [panel.limits[name].number.text() for name in (BUDGET, FOOTPRINT, HORIZON)] == ["$120m", "22", "12"]
    assert not panel.reset.isEnabled()


def test_turning_knobs_adds_up(qtbot: QtBot, panel: KnobsPanel) -> None:
    panel.weights["finance"].slider.setValue(6)
    panel.limits[BUDGET].slider.setValue(0)
    knobs = wanted(qtbot, panel, lambda: panel.limits[HORIZON].slider.setValue(0))
    assert knobs == Knobs(weights={"finance": 3.0}, budget=0.0, horizon_months=0.0)


def test_a_weight_turned_back_is_the_playbooks_again(qtbot: QtBot, panel: KnobsPanel) -> None:
    panel.weights["finance"].slider.setValue(6)
    assert wanted(qtbot, panel, lambda: panel.weights["finance"].slider.setValue(2)) == Knobs()


def test_pinning_and_ruling_out_exclude_each_other(qtbot: QtBot, panel: KnobsPanel) -> None:
    assert wanted(qtbot, panel, lambda: panel.pin("justice", "pinned")) == Knobs(pinned=("justice",))
    assert wanted(qtbot, panel, lambda: panel.pin("justice", "ruled_out")) == Knobs(ruled_out=("justice",))
    assert len(panel.pins.buttons) == 1
    assert wanted(qtbot, panel, panel.pins.buttons[0].click) == Knobs()


def test_reset_turns_everything_back(qtbot: QtBot, panel: KnobsPanel) -> None:
    panel.weights["finance"].slider.setValue(6)
    panel.pin("justice", "pinned")
    assert panel.reset.isEnabled()
    assert wanted(qtbot, panel, panel.reset.click) == Knobs()
    assert panel.weights["finance"].number.text() == "1.0"
    assert not panel.reset.isEnabled()


def test_knobs_from_elsewhere_are_shown_and_not_told(qtbot: QtBot, panel: KnobsPanel) -> None:
    with qtbot.assertNotEmitted(panel.turned):
        panel.show_knobs(Knobs(weights={"security": 2.5}, budget=60, pinned=("justice",), ruled_out=("alt_dev",)))
    assert panel.weights["security"].number.text() == "2.5"
    assert panel.limits[BUDGET].number.text() == "$60m"
    assert len(panel.pins.buttons) == 2


def test_a_problem_stands_at_the_head_as_a_sentence(panel: KnobsPanel) -> None:
    panel.show_problem("what is pinned comes to 7 options, and a package holds 6; unpin an option")
    assert panel.problem.text() == "What is pinned comes to 7 options, and a package holds 6; unpin an option."
    panel.show_problem("")
    assert not panel.problem.isVisible()


def test_knobs_that_make_no_sense_by_themselves_are_refused_in_words(qtbot: QtBot, panel: KnobsPanel) -> None:
    with qtbot.assertNotEmitted(panel.turned):
        panel.limits[BUDGET].turned.emit(-1.0)
    assert panel.problem.text() == "The budget is -1; use a number of 0 or more."


def test_limits_say_how_much_of_them_is_used(panel: KnobsPanel) -> None:
    panel.show_limits(plan_of().limits)
    assert panel.limits[BUDGET].note.text().startswith("116.5 used; without it ")
    assert panel.limits[FOOTPRINT].note.text() == "15 used"
    panel.show_limits(())
    assert not panel.limits[BUDGET].note.isVisible()


def test_tab_goes_through_the_knobs_in_the_order_in_which_they_stand(panel: KnobsPanel) -> None:
    panel.show_knobs(Knobs(pinned=("justice",), ruled_out=("alt_dev",)))
    expected = [
        panel.reset,
        *(row.slider for row in (*panel.weights.values(), *panel.limits.values())),
        *panel.pins.buttons,
    ]
    panel.reset.setFocus()
    found = [QApplication.focusWidget()]
    for _ in expected[1:]:
        QTest.keyClick(QApplication.focusWidget() or panel, Qt.Key.Key_Tab)
        found.append(QApplication.focusWidget())
    assert found == expected
