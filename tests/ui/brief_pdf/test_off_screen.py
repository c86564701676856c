from __future__ import annotations

from typing import TYPE_CHECKING

from tests import briefings
from ui.brief_pdf.off_screen import pdf_off_screen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_command_paints_the_page_without_a_window(qtbot: QtBot) -> None:
    assert pdf_off_screen(briefings.briefing(), "Letter").startswith(b"%PDF-")
