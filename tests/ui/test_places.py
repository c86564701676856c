from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from ui.places import places_in

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Painted(QWidget):
    """Says what it shows in its accessible name alone."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Current unrest, 7")
        self.setMinimumSize(40, 20)


def test_labels_buttons_painted_rows_and_lists_are_places_in_reading_order(qtbot: QtBot) -> None:
    page, left = QWidget(), QWidget()
    column = QVBoxLayout(left)
    hidden, listed = QLabel("Hidden"), QListWidget()
    listed.addItems(["Compact", "Pause"])
    for widget in (QLabel("Domestic"), Painted(), hidden, listed):
        column.addWidget(widget)
    hidden.hide()
    row = QHBoxLayout(page)
    row.addWidget(left)
    row.addWidget(QPushButton("Brief"))
    qtbot.addWidget(page)
    page.show()
    found = places_in(page)
    assert [place.text for place in found] == ["Domestic", "Current unrest, 7", "Compact", "Pause", "Brief"]
    assert found[2].widget is listed
    assert found[2].seen_in is listed.viewport()
