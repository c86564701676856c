from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QScrollArea

from advisor.knobs import Knobs
from advisor.pathways import deliveries
from tests.advisor.solved_plans import PLAYBOOK, plan_of, weighed
from ui.plan.plan_side import WIDTH, PlanSide

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme


@pytest.fixture
def side(qtbot: QtBot, theme: Theme) -> PlanSide:
    made = PlanSide(PLAYBOOK)
    qtbot.addWidget(made)
    made.resize(WIDTH, 400)
    made.show()
    return made


def test_before_there_is_a_plan_there_are_only_the_knobs(side: PlanSide) -> None:
    side.set_solved(solved=False)
    assert side.knobs.isVisible()
    assert not any(part.isVisible() for part in (side.worth, side.sequence, side.source))


def test_of_an_empty_package_there_is_no_sequence(side: PlanSide) -> None:
    side.sequence.show_deliveries(())
    side.set_solved(solved=True)
    assert side.worth.isVisible()
    assert not side.sequence.isVisible()


def test_everything_fits_beside_the_scroll_bar(qtbot: QtBot, side: PlanSide) -> None:
    side.knobs.show_knobs(Knobs(budget=240, pinned=("fin_intel",), ruled_out=("erad_periphery", "extradition_mla")))
    side.knobs.show_limits(plan_of().limits)
    side.worth.show_worth(weighed().worth, "Peru")
    side.worth.show_state(known=False, busy=False, stopped=True)
    side.sequence.show_deliveries(deliveries(PLAYBOOK, plan_of()))
    side.set_solved(solved=True)
    area = side.findChild(QScrollArea)
    assert area is not None
    content = area.widget()
    assert content is not None
    qtbot.waitUntil(area.verticalScrollBar().isVisible)
    assert content.width() <= area.viewport().width()
    assert content.minimumSizeHint().width() <= area.viewport().width()
