from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.pathways import Delivery, deliveries
from tests.advisor.solved_plans import PLAYBOOK, plan_of
from ui.plan.sequence_section import SequenceSection

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme


def test_each_month_says_what_then_delivers(qtbot: QtBot, theme: Theme) -> None:
    section = SequenceSection()
    qtbot.addWidget(section)
    section.show_deliveries(deliveries(PLAYBOOK, plan_of()))
    assert section.lines[:2] == (
        ("month 4", "Intelligence sharing; Low-visibility technical cooperation"),
        ("month 8", "Precursor-chemical control"),
    )
    assert section.accessibleName().startswith("Sequence. month 4: Intelligence sharing")
    section.show_deliveries([Delivery(0.0, ("A call",))])
    assert section.lines == (("at once", "A call"),)
    section.show_deliveries([])
    assert section.isHidden()


def test_of_an_earlier_plan_it_is_dimmed(qtbot: QtBot, theme: Theme) -> None:
    section = SequenceSection()
    qtbot.addWidget(section)
    section.show_deliveries([Delivery(4.0, ("A call",))])
    section.resize(240, 100)
    before = section.grab().toImage()
    section.set_dimmed(dimmed=True)
    assert section.grab().toImage() != before
