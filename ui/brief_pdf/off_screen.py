"""The Brief as a PDF where no window is open, and maybe no screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui.brief_pdf.writer import pdf_of
from ui.theme import load_fonts

if TYPE_CHECKING:
    from advisor.briefing import Briefing
    from advisor.briefing_choices import Paper


def pdf_off_screen(briefing: Briefing, paper: Paper) -> bytes:
    """Return the content of the PDF; Qt needs an application to know fonts, but no screen."""
    application = QApplication.instance() or QApplication(["second-image", "-platform", "offscreen"])
    load_fonts()
    content = pdf_of(briefing, paper)
    del application
    return content
