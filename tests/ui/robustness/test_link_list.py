from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from advisor.scores import Score
from ui.robustness.link_list import LinkList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme


@pytest.fixture
def links(qtbot: QtBot, theme: Theme) -> LinkList:
    """Two lines of three."""
    made = LinkList("Firm this up first", 3)
    qtbot.addWidget(made)
    first, second = made.show_first(2)
    first.show_share("su_level", "Current unrest", Score(6, 7, 8), 0.4, "would settle trade preferences")
    second.show_share("de_access", "Trust and access", None, 0.1, "would settle vetted police units")
    made.set_texts("Shares of the doubt.", "")
    made.resize(400, 200)
    made.show()
    return made


def test_only_as_many_lines_as_there_is_something_to_say_are_shown(links: LinkList) -> None:
    assert [line.words[0] for line in links.lines] == ["Current unrest", "Trust and access"]
    links.show_first(0)
    assert links.lines == ()


def test_a_click_names_the_indicator_of_the_line(qtbot: QtBot, links: LinkList) -> None:
    with qtbot.waitSignal(links.chosen) as told:
        QTest.mouseClick(links.lines[1], Qt.MouseButton.LeftButton)
    assert told.args == ["de_access"]


def test_texts_take_room_only_where_there_are_any(links: LinkList) -> None:
    assert links.caption.isVisible()
    assert not links.note.isVisible()
    links.set_texts("", "No range is wide enough.")
    assert not links.caption.isVisible()
    assert links.note.text() == "No range is wide enough."


def test_the_lines_are_copied_as_a_table(links: LinkList) -> None:
    links.activateWindow()
    links.lines[0].setFocus()
    QTest.keyClick(links.lines[0], Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Current unrest\t6–8\t40 %\twould settle trade preferences",
        "Trust and access\tunknown\t10 %\twould settle vetted police units",
    ]


@pytest.mark.parametrize(("dimmed", "ink"), [(True, "ink3"), (False, "ink2")])
def test_everything_of_earlier_scores_is_dimmed(links: LinkList, dimmed: bool, ink: str) -> None:
    links.set_dimmed(dimmed=not dimmed)
    links.set_dimmed(dimmed=dimmed)
    assert {line.dimmed for line in links.lines} == {dimmed}
    assert links.heading.ink == ink
