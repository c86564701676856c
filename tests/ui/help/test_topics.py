from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.help.documents import read_documents
from ui.help.topics import FIRST, TOPICS, heading_for

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class ScorePage(QWidget):
    """Stands for the page of this name."""


def test_every_topic_is_a_heading_of_the_guide() -> None:
    guide = read_documents()[0]
    assert set(TOPICS.values()) | {FIRST} <= set(guide.headings)


def test_the_nearest_part_around_the_keyboard_counts(qtbot: QtBot) -> None:
    page = ScorePage()
    qtbot.addWidget(page)
    inner = QLineEdit(QWidget(page))
    assert heading_for(inner) == "Score"
    assert heading_for(QWidget()) == FIRST
    assert heading_for(None) == FIRST
