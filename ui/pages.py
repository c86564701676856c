"""The pages of an open assessment with their tabs; the live result beside them, or folded into a strip above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.live_sections import hairline
from ui.options_page import OptionsPage
from ui.result_strip import ResultStrip
from ui.score_page import ScorePage
from ui.tokens import SPACE

if TYPE_CHECKING:
    from ui.session import Session

SCORE, OPTIONS = 0, 1
NAMES = ("Score", "Options")


class Pages(QWidget):
    """One page at a time; which of them show the whole live result is remembered for each."""

    live_result_shown = Signal(bool)
    """Whether the live result stands beside the page now."""
    page_shown = Signal(int)
    """Another page is shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._with_live_result = [True, False]
        self.tabs = QTabBar()
        self.tabs.setObjectName("pages")
        self.tabs.setAccessibleName("Pages")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for name in NAMES:
            self.tabs.addTab(name)
        self.score, self.options = ScorePage(session), OptionsPage(session)
        self.strip = ResultStrip(session)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.score)
        self._stack.addWidget(self.options)
        self._lay_out()
        self.tabs.currentChanged.connect(self._show)
        self.strip.expand_wanted.connect(lambda: self.show_live_result(shown=True))
        self._show(SCORE)

    @property
    def current(self) -> int:
        """The number of the page shown."""
        return self.tabs.currentIndex()

    @property
    def with_live_result(self) -> bool:
        """Whether the page shown has the live result beside it."""
        return self._with_live_result[self.current]

    def go_to(self, page: int) -> None:
        """Show a page by its number."""
        self.tabs.setCurrentIndex(page)

    def take_keyboard(self) -> None:
        """Put the keyboard on what the page shown is for: the score in the panel, or the table of options."""
        if self.current == SCORE:
            self.score.take_keyboard()
        else:
            self.options.table.setFocus()

    def show_live_result(self, shown: bool) -> None:
        """Put the live result beside the page shown, or fold it into the strip."""
        self._with_live_result[self.current] = shown
        self.strip.setVisible(not shown)
        self.live_result_shown.emit(shown)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(SPACE[3], 0, SPACE[3], 0)
        row.addWidget(self.tabs)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(hairline())
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)

    def _show(self, page: int) -> None:
        self._stack.setCurrentIndex(page)
        self.show_live_result(self._with_live_result[page])
        self.page_shown.emit(page)
