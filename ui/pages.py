"""The pages of an open assessment with their tabs; the live result beside them, or folded into a strip above them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.live_sections import hairline
from ui.options_page import OptionsPage
from ui.result_strip import ResultStrip
from ui.score_page import ScorePage
from ui.tokens import SPACE

if TYPE_CHECKING:
    from ui.evidence_page import EvidencePage
    from ui.history_page import HistoryPage
    from ui.plan_page import PlanPage
    from ui.planner import Planner
    from ui.robustness_page import RobustnessPage
    from ui.session import Session
    from ui.surveyor import Surveyor
    from ui.timeline_page import TimelinePage

    AnyPage = ScorePage | OptionsPage | PlanPage | RobustnessPage | TimelinePage | EvidencePage | HistoryPage

SCORE, OPTIONS, PLAN, ROBUSTNESS, TIMELINE, EVIDENCE, HISTORY = range(7)
NAMES = ("Score", "Options", "Plan", "Robustness", "Timeline", "Evidence", "History")

Page = TypeVar("Page", bound=QWidget)


class Pages(QWidget):
    """One page at a time, made when it is first wanted; which of them show the whole live result is remembered."""

    live_result_shown = Signal(bool)
    """Whether the live result stands beside the page now."""
    page_shown = Signal(int)
    """Another page is shown."""
    told = Signal(str, str, object)
    """A sentence about what was done, the name of an action, and the callable that does it."""

    def __init__(self, session: Session, planner: Planner, surveyor: Surveyor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._planner, self._surveyor = session, planner, surveyor
        self._with_live_result = [page == SCORE for page in range(len(NAMES))]
        self.tabs = QTabBar()
        self.tabs.setObjectName("pages")
        self.tabs.setAccessibleName("Pages")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for name in NAMES:
            self.tabs.addTab(name)
        self.strip = ResultStrip(session)
        self._stack = QStackedWidget()
        self._lay_out()
        self.tabs.currentChanged.connect(self._show)
        self.strip.expand_wanted.connect(lambda: self.show_live_result(shown=True))
        self._show(SCORE)

    @cached_property
    def score(self) -> ScorePage:
        """The page on which the assessment is scored."""
        made = ScorePage(self._session)
        made.evidence_wanted.connect(self.show_evidence)
        made.note_wanted.connect(self.add_note)
        return self._added(made)

    @cached_property
    def options(self) -> OptionsPage:
        """The page of the options and their reasons."""
        return self._added(OptionsPage(self._session))

    @cached_property
    def plan(self) -> PlanPage:
        """The page of the plan."""
        # Deferred, as the next two: what only these pages need would make every start wait.
        from ui.plan_page import PlanPage

        return self._added(PlanPage(self._session, self._planner))

    @cached_property
    def robustness(self) -> RobustnessPage:
        """The page on how far the results hold."""
        from ui.robustness_page import RobustnessPage

        made = RobustnessPage(self._session, self._surveyor)
        made.indicator_wanted.connect(self.show_indicator)
        return self._added(made)

    @cached_property
    def timeline(self) -> TimelinePage:
        """The page on how things came about."""
        from ui.timeline_page import TimelinePage

        made = TimelinePage(self._session)
        made.assessment_wanted.connect(self._session.open_assessment)
        made.events.told.connect(self.told)
        return self._added(made)

    @cached_property
    def evidence(self) -> EvidencePage:
        """The page of what the scores rest on."""
        from ui.evidence.going import Guide
        from ui.evidence_page import EvidencePage

        made = EvidencePage(self._session)
        made.told.connect(self.told)
        made.indicator_wanted.connect(self.show_indicator)
        made.hit_wanted.connect(Guide(self._session, self).go_to)
        return self._added(made)

    @cached_property
    def history(self) -> HistoryPage:
        """The page of who changed what, and when."""
        from ui.history_page import HistoryPage

        made = HistoryPage(self._session)
        made.told.connect(self.told)
        return self._added(made)

    @property
    def current(self) -> int:
        """The number of the page shown."""
        return self.tabs.currentIndex()

    @property
    def page(self) -> AnyPage:
        """The page shown."""
        return self._page(self.current)

    @property
    def with_live_result(self) -> bool:
        """Whether the page shown has the live result beside it."""
        return self._with_live_result[self.current]

    def go_to(self, page: int) -> None:
        """Show a page by its number."""
        self.tabs.setCurrentIndex(page)

    def show_indicator(self, indicator: str) -> None:
        """Show an indicator where it is scored, with the keyboard on it."""
        self.go_to(SCORE)
        self.score.focus_indicator(indicator)

    def show_evidence(self, indicator: str) -> None:
        """Show the notes on an indicator."""
        self.go_to(EVIDENCE)
        self.evidence.show_indicator(indicator)
        self.evidence.take_keyboard()

    def add_note(self, indicator: str | None = None) -> None:
        """Begin a note, on an indicator if one is given."""
        self.go_to(EVIDENCE)
        self.evidence.begin_note(indicator)

    def take_keyboard(self) -> None:
        """Put the keyboard on what the page shown is for."""
        self._page(self.current).take_keyboard()

    def show_live_result(self, shown: bool) -> None:
        """Put the live result beside the page shown, or fold it into the strip."""
        self._with_live_result[self.current] = shown
        self.strip.setVisible(not shown)
        self.live_result_shown.emit(shown)

    def fold(self, *, folded: bool) -> None:
        """Fold the live result of the Score page into the strip, or put it beside the page again."""
        self._with_live_result[SCORE] = not folded
        self.show_live_result(self.with_live_result)

    def close_work(self) -> bool:
        """Stop the background work of the pages; say whether it ended in time."""
        return "timeline" not in self.__dict__ or self.timeline.findings.close()

    def _added(self, page: Page) -> Page:
        self._stack.addWidget(page)
        return page

    def _page(self, number: int) -> AnyPage:
        page: AnyPage = getattr(self, NAMES[number].lower())
        return page

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

    def _show(self, number: int) -> None:
        self._stack.setCurrentWidget(self._page(number))
        self.show_live_result(self._with_live_result[number])
        self.page_shown.emit(number)
