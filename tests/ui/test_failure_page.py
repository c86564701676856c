from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui.failure_page import FailurePage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

REASON = "library.sqlite: is damaged; nothing was changed. Open a backup copy."


def test_it_says_why_and_the_reason_can_be_copied(qtbot: QtBot) -> None:
    page = FailurePage(REASON)
    qtbot.addWidget(page)
    assert page.text.text() == REASON
    page.copy.click()
    assert QApplication.clipboard().text() == REASON


def test_close_closes_the_window(qtbot: QtBot) -> None:
    page = FailurePage(REASON)
    qtbot.addWidget(page)
    page.show()
    page.leave.click()
    assert not page.isVisible()
