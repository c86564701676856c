from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from ui.read_only import LOCKED, LOCKED_PLAN, READ_ONLY, ReadOnlyLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.session import Session


class Signal:
    def connect(self, slot: Callable[[], None]) -> None:
        pass


class Library:
    read_only, read_only_reason = False, "it was written by a newer version"


class Opened:
    """As much of a session as the line asks for."""

    def __init__(self) -> None:
        self.assessment: object | None = object()
        self.editable = True
        self.library = Library()
        self.assessment_opened = self.case_changed = Signal()


@pytest.fixture
def opened() -> Opened:
    return Opened()


def shown(qtbot: QtBot, opened: Opened, locked: str = LOCKED) -> str:
    line = ReadOnlyLine(cast("Session", opened), locked)
    qtbot.addWidget(line)
    assert line.isHidden() == (not line.text())
    return line.text()


def test_what_can_be_edited_says_nothing(qtbot: QtBot, opened: Opened) -> None:
    assert not shown(qtbot, opened)
    opened.assessment, opened.editable = None, False
    assert not shown(qtbot, opened)


def test_a_locked_assessment_says_how_to_go_on(qtbot: QtBot, opened: Opened) -> None:
    opened.editable = False
    assert shown(qtbot, opened) == LOCKED
    assert "unlock" in LOCKED
    assert "copy" in LOCKED
    assert shown(qtbot, opened, LOCKED_PLAN) == LOCKED_PLAN


def test_a_library_open_for_reading_says_why(qtbot: QtBot, opened: Opened) -> None:
    opened.editable = False
    opened.library.read_only = True
    line = ReadOnlyLine(cast("Session", opened))
    qtbot.addWidget(line)
    assert line.text() == READ_ONLY
    assert "it was written by a newer version" in line.toolTip()
