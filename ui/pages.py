"""The pages of an open assessment with their tabs; the live result beside them, or folded into a strip above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.live_sections import hairline
from ui.options_page import OptionsPage
from ui.plan_page import PlanPage
from ui.result_strip import ResultStrip
from ui.robustness_page import RobustnessPage
from ui.score_page import ScorePage
from ui.timeline_page import TimelinePage
from ui.tokens import SPACE

if TYPE_CHECKING:
    from ui.planner import Planner
    from ui.session import Session

SCORE, OPTIONS, PLAN, ROBUSTNESS, TIMELINE = range(5)
NAMES = ("Score", "Options", "Plan", "Robustness", "Timeline")


class Pages(QWidget):
    """One page at a time; which of them show the whole live result is remembered for each."""

    live_result_shown = Signal(bool)
    """Whether the live result stands beside the page now."""
    page_shown = Signal(int)
    """Another page is shown."""

    def __init__(self, session: Session, planner: Planner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._with_live_result = [page == SCORE for page in range(len(NAMES))]
        self.tabs = QTabBar()
        self.tabs.setObjectName("pages")
        self.tabs.setAccessibleName("Pages")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for name in NAMES:
            self.tabs.addTab(name)
        self.score, self.options, self.plan = ScorePage(session), OptionsPage(session), PlanPage(session, planner)
        self.robustness, self.timeline = RobustnessPage(session), TimelinePage(session)
        self.strip = ResultStrip(session)
        self._stack = QStackedWidget()
        for page in (self.score, self.options, self.plan, self.robustness, self.timeline):
            self._stack.addWidget(page)
        self._lay_out()
        self.robustness.indicator_wanted.connect(self._show_indicator)
        self.timeline.assessment_wanted.connect(session.open_assessment)
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
        """Put the keyboard on what the page shown is for."""
        (
            self.score.take_keyboard,
            self.options.table.setFocus,
            self.plan.take_keyboard,
            self.robustness.take_keyboard,
            self.timeline.take_keyboard,
        )[self.current]()

    def close_work(self) -> bool:
        """Stop the background work of the pages; say whether it ended in time."""
        return all([self.robustness.surveyor.close(), self.timeline.findings.close()])

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

    def _show_indicator(self, indicator: str) -> None:
        self.go_to(SCORE)
        self.score.focus_indicator(indicator)

    def _show(self, page: int) -> None:
        self._stack.setCurrentIndex(page)
        self.show_live_result(self._with_live_result[page])
        self.page_shown.emit(page)
