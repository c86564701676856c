from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.form_place import FormPlace
from ui.forms import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class OneField(Form):
    """A form with one field, which has its keyboard."""

    def __init__(self) -> None:
        super().__init__("Rename", "Rename")
        self.name = QLineEdit()
        self.add_field("Name", self.name)
        self.setFocusProxy(self.name)

    def submit(self) -> None:
        """Be done."""
        self.closed.emit()


@pytest.fixture
def place(qtbot: QtBot) -> Iterator[FormPlace]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made, below = FormPlace(), QLineEdit()
    column.addWidget(made)
    column.addWidget(below)
    window.show()
    below.setFocus()
    yield made
    window.close()


def test_a_second_form_takes_the_place_of_the_first_and_the_keyboard_goes_back_to_the_page(
    qtbot: QtBot, place: FormPlace
) -> None:
    page = place.window().focusWidget()
    first, second = OneField(), OneField()
    place.show_form(first, "P1")
    place.show_form(second, "P2")
    assert (place.form, place.keyboard_before, place.opened_before) == (second, page, "P2")
    assert first.isHidden()
    with qtbot.waitSignal(place.closed):
        second.submit()
    assert place.form is None
    with qtbot.assertNotEmitted(place.closed):
        place.close_form()
