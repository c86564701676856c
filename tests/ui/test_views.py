"""Views take the place of the open assessment in the middle of the window, and give it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.views import Views

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow


class Working(QLineEdit):
    """A view with background work, which ends in time or does not."""

    def __init__(self, ends: bool) -> None:
        super().__init__()
        self.ends, self.closed = ends, 0

    def close_work(self) -> bool:
        """Count the calls."""
        self.closed += 1
        return self.ends


@pytest.fixture
def views(qtbot: QtBot) -> Views:
    made = Views()
    qtbot.addWidget(made)
    return made


def test_a_view_is_made_when_it_is_first_wanted_and_once(views: Views) -> None:
    made: list[QWidget] = []

    def make() -> QWidget:
        made.append(QWidget())
        return made[-1]

    views.add("Compare", make)
    assert views.names == ("Compare",)
    assert not made
    views.show_view("Compare")
    views.show_view("Compare")
    assert len(made) == 1
    assert views.heading.text() == "Compare"


@pytest.mark.parametrize("ends", [True, False])
def test_closing_stops_the_work_of_the_views_that_were_made_and_says_whether_it_ended(views: Views, ends: bool) -> None:
    working = Working(ends)
    views.add("Compare", lambda: working)
    views.add("Settings", QWidget)
    views.add("Never shown", lambda: pytest.fail("was made"))
    views.show_view("Compare")
    views.show_view("Settings")
    assert views.close_work() is ends
    assert working.closed == 1


def test_a_view_stands_in_place_of_the_assessment_until_escape(window: MainWindow) -> None:
    window.views.add("Test", lambda: Working(True))
    window.views.show_view("Test")
    assert window.views.isVisible()
    assert not window.header.isVisible()
    assert not window.live_result.isVisible()
    QTest.keyClick(window.views.view("Test"), Qt.Key.Key_Escape)
    assert window.pages.isVisible()
    assert window.header.isVisible()
    assert window.live_result.isVisible()


def test_choosing_a_page_or_an_assessment_leaves_the_view(window: MainWindow) -> None:
    window.views.add("Test", lambda: Working(True))
    window.views.show_view("Test")
    window.menus.pages[1].trigger()
    assert window.pages.isVisible()
    assert window.pages.current == 1
    window.views.show_view("Test")
    opened = window.session.assessment
    assert opened is not None
    window.library.tree.opened.emit(opened.id)
    assert window.pages.isVisible()
    assert window.header.isVisible()
