from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from advisor.reasons import Reason
from ui.tokens import tokens
from ui.widgets.ink_label import InkLabel
from ui.widgets.reason_box import ReasonBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FULL = Reason(
    "The command objects", "degree 0.67 × −2", "Because a is high.", "Officers said no.", ("EIR 2016.", "IDL.")
)


@pytest.fixture
def box(qtbot: QtBot) -> ReasonBox:
    made = ReasonBox()
    qtbot.addWidget(made)
    return made


def test_a_reason_is_shown_with_all_its_parts_in_order(box: ReasonBox) -> None:
    box.show_reason(FULL)
    assert box.text.splitlines() == [
        "The command objects",
        "degree 0.67 × −2",
        "Because a is high.",
        "Officers said no.",
        "EIR 2016.",
        "IDL.",
    ]


def test_parts_that_a_reason_does_not_have_take_no_room(box: ReasonBox) -> None:
    box.show_reason(FULL)
    tall = box.sizeHint().height()
    box.show_reason(Reason("Patrons", "5.8 of 10 × 2", "", "Quiet gain."))
    assert [label.text() for label in box.findChildren(InkLabel) if not label.isHidden()] == [
        "Patrons",
        "5.8 of 10 × 2",
        "Quiet gain.",
    ]
    assert box.sizeHint().height() < tall


def test_a_screen_reader_hears_the_reason_as_sentences(box: ReasonBox) -> None:
    box.show_reason(FULL)
    assert box.accessibleName() == FULL.sentence


def test_it_stands_on_the_ground_of_the_selected_bar(box: ReasonBox) -> None:
    box.show_reason(FULL)
    box.resize(300, 120)
    assert box.grab().toImage().pixelColor(1, 1) == QColor(tokens(box.palette()).accent_soft)
