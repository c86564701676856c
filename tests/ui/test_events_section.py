from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from advisor.periods import NO_DATE
from ui.events_section import ADD, NEW, TEXT_MISSING, EventsSection

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.session import Session


@pytest.fixture
def section(qtbot: QtBot, session: Session) -> EventsSection:
    made = EventsSection(session)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def enter(section: EventsSection, date: str, text: str) -> None:
    section.date.setText(date)
    section.text.setText(text)
    QTest.keyClick(section.text, Qt.Key.Key_Return)


def held(session: Session) -> list[tuple[str, str]]:
    assert session.case is not None
    return [(event.date, event.text) for event in session.case.events]


def test_events_are_added_with_the_keyboard_and_stand_in_order_of_date(
    section: EventsSection, session: Session
) -> None:
    assert section.none.isVisible()
    enter(section, "2014-06", "Masías is replaced")
    enter(section, "2013-11", "Strike of growers")
    assert section.date.text() == ""
    shown = [section.list.item(row).text() for row in range(section.list.count())]
    assert shown == ["2013-11   Strike of growers", "2014-06   Masías is replaced"]
    assert len(held(session)) == 2


def test_what_is_missing_is_said_and_nothing_added(section: EventsSection, session: Session) -> None:
    enter(section, "in May", "Strike")
    assert section.problem.text() == NO_DATE
    enter(section, "2014-05", "")
    assert section.problem.text() == TEXT_MISSING
    assert held(session) == []


def test_an_event_is_changed_in_place_and_deleted_with_a_way_back(
    qtbot: QtBot, section: EventsSection, session: Session
) -> None:
    enter(section, "2013-11", "Strike")
    section.list.setCurrentRow(0)
    assert (section.text.text(), section.add.text()) == ("Strike", NEW)
    enter(section, "2013-11", "Strike of growers")
    assert held(session) == [("2013-11", "Strike of growers")]
    with qtbot.waitSignal(section.told) as told:
        section.delete.click()
    assert (held(session), section.add.text(), section.date.text()) == ([], ADD, "")
    told.args[2]()
    assert held(session) == [("2013-11", "Strike of growers")]
