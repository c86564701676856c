"""Paragraphs come and go; in a list each stands behind a dash, its lines below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.ink_label import InkLabel
from ui.widgets.paragraphs import DASH, Paragraphs

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_fewer_paragraphs_leave_no_dash_behind(qtbot: QtBot) -> None:
    shown = Paragraphs(listed=True)
    qtbot.addWidget(shown)
    shown.resize(300, 200)
    shown.show()
    shown.show_texts(("One thing.", "Another."))
    assert list(shown.texts) == ["One thing.", "Another."]
    shown.show_texts(("One thing.",))
    assert list(shown.texts) == ["One thing."]
    labels = [label for label in shown.findChildren(InkLabel) if label.isVisible()]
    assert sorted(label.text() for label in labels) == ["One thing.", DASH]
    dash, text = sorted(labels, key=lambda label: label.x())
    assert dash.geometry().right() < text.x()


def test_without_a_list_there_are_no_dashes(qtbot: QtBot) -> None:
    shown = Paragraphs()
    qtbot.addWidget(shown)
    shown.show()
    shown.show_texts(("One thing.",))
    assert [label.text() for label in shown.findChildren(InkLabel) if label.isVisible()] == ["One thing."]
