from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from advisor.plan_summary import flexibility_text
from tests.advisor.solved_plans import PLAYBOOK, weighed
from ui.plan.worth_section import MEASURING, NOT_MEASURED, OF_AN_EARLIER_PLAN, WorthSection

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme


@pytest.fixture
def section(qtbot: QtBot, theme: Theme) -> WorthSection:
    made = WorthSection(PLAYBOOK)
    qtbot.addWidget(made)
    made.resize(258, 500)
    made.show()
    return made


def show_worth(section: WorthSection) -> None:
    section.show_worth(weighed().worth, "Peru")
    section.show_state(known=True, busy=False, stopped=False)


def test_while_it_is_measured_the_section_says_so_and_how_far_it_is(section: WorthSection) -> None:
    section.show_state(known=False, busy=True, stopped=False)
    assert section.state.text() == MEASURING
    section.show_progress(0.4, "Measuring what flexibility is worth")
    assert section.state.text() == "Measuring what flexibility is worth…"
    assert section.progress.value() == 400
    assert section.progress.isVisible()
    assert not any(part.isVisible() for part in (section.bars, section.compute))
    section.show_progress(1.0, "")
    assert section.progress.value() == 0, "where nothing is done there is no full bar either"


def test_once_measured_there_are_bars_the_worst_tenth_and_a_sentence(section: WorthSection) -> None:
    show_worth(section)
    worth = weighed().worth
    assert worth is not None
    assert section.bars.isVisible()
    assert len(section.bars.rows) == 5
    assert section.tenth.text() == f"{worth.term.rigid.worst_tenth:.1f} → {worth.term.flexible.worst_tenth:.1f}"
    assert section.sentence.text() == flexibility_text(PLAYBOOK, worth)
    assert section.frame.caption.text() == "shares of perfect foresight over 48 months"
    assert not any(part.isVisible() for part in (section.state, section.progress, section.compute))


def test_stopped_it_can_be_asked_for(qtbot: QtBot, section: WorthSection) -> None:
    section.show_state(known=False, busy=False, stopped=True)
    assert section.state.text() == NOT_MEASURED
    with qtbot.waitSignal(section.wanted):
        QTest.keyClick(section.compute, Qt.Key.Key_Space)


def test_what_was_measured_of_an_earlier_plan_stays_dimmed_and_says_so(section: WorthSection) -> None:
    show_worth(section)
    section.show_state(known=False, busy=True, stopped=False)
    assert section.bars.isVisible()
    assert (section.tenth.ink, section.sentence.ink) == ("ink3", "ink3")
    section.show_state(known=False, busy=False, stopped=True)
    assert section.state.text() == f"{NOT_MEASURED} {OF_AN_EARLIER_PLAN}"
    show_worth(section)
    assert section.tenth.ink == "ink"


def test_its_numbers_can_be_read_as_a_table(section: WorthSection) -> None:
    show_worth(section)
    section.frame.toggle.click()
    assert section.frame.table.isVisible()
    assert not section.bars.isVisible()
    show_worth(section)
    assert not section.bars.isVisible(), "another plan keeps the table open"
    section.show_worth(None, "")
    assert not section.frame.table.isVisible()
