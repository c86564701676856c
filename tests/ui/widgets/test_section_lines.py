from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.option_sheet import Line, Section
from ui.widgets.ink_label import InkLabel
from ui.widgets.section_lines import SectionBlock, SectionStack

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PRICE = Section(
    "Price", (Line("Trust and access 6.5 → 8.0", "cost 9"), Line("Linked with titles"), Line("Cited", minor=True))
)
SHORT = Section("Excludes", (Line("Agreed pause"),))


@pytest.fixture
def stack(qtbot: QtBot) -> SectionStack:
    made = SectionStack()
    qtbot.addWidget(made)
    return made


def texts(stack: SectionStack) -> list[str]:
    shown = [label for label in stack.findChildren(InkLabel) if label.isVisibleTo(stack)]
    return [label.text() for label in shown]


def test_a_section_shows_title_lines_and_what_stands_beside_them(stack: SectionStack) -> None:
    stack.show_sections((PRICE,))
    assert texts(stack) == ["Price", "Trust and access 6.5 → 8.0", "cost 9", "Linked with titles", "Cited"]


def test_fewer_sections_and_shorter_ones_leave_nothing_of_the_old_behind(stack: SectionStack) -> None:
    stack.show_sections((PRICE, PRICE))
    stack.show_sections((SHORT,))
    assert texts(stack) == ["Excludes", "Agreed pause"]
    stack.show_sections((SHORT, PRICE))
    assert texts(stack)[2:4] == ["Price", "Trust and access 6.5 → 8.0"]
    assert stack.sections == (SHORT, PRICE)


def test_a_minor_line_is_in_the_ink_of_captions(stack: SectionStack) -> None:
    stack.show_sections((PRICE,))
    inks = {label.text(): label.ink for label in stack.findChildren(InkLabel)}
    assert (inks["Linked with titles"], inks["Cited"]) == ("ink", "ink3")


def test_a_screen_reader_hears_a_section_as_one(stack: SectionStack) -> None:
    stack.show_sections((PRICE,))
    names = [block.accessibleName() for block in stack.findChildren(SectionBlock)]
    assert names == ["Price: Trust and access 6.5 → 8.0 cost 9; Linked with titles; Cited"]
