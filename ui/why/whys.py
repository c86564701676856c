"""Why, in all of the window: what can be asked about, who answers, and the panel that shows the answer."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor.answers import Known
from ui.why import marks
from ui.why.answerer import Answerer
from ui.why.asking import Asking

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.main_window import MainWindow
    from ui.why.why_panel import WhyPanel

    Marker = Callable[[Asking, Answerer, QWidget, MainWindow], None]


class Whys(QObject):
    """Marks every page and view once it is shown; they are made when they are first wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._marked: set[int] = set()
        self.asking = Asking(self)
        self.answerer = Answerer(window.session, self.known, self)
        self.asking.wanted.connect(lambda subject, _: self.panel.ask(subject))
        for root in (window.middle, window.status):
            self.asking.cover(root)
        marks.mark_live_result(self.asking, window.live_result, window.session)
        marks.mark_strip(self.asking, window.pages.strip)
        marks.mark_status(self.asking, window.status)

    @cached_property
    def panel(self) -> WhyPanel:
        """The panel that says why."""
        from ui.why.why_panel import WhyPanel

        return WhyPanel(self.answerer.answer, self._window.middle, self.answerer.about)

    def known(self) -> Known | None:
        """Return all that is known of the open assessment, None where nothing is open."""
        window, session = self._window, self._window.session
        if session.case is None or session.assessment is None or session.best is None:
            return None
        plan, survey = window.planner.plan, window.surveyor.survey
        return Known(
            session.playbook,
            session.case,
            session.assessment,
            session.best,
            None if session.pending else session.findings,
            session.tipping,
            session.prices,
            None if window.planner.stale else plan,
            None if window.surveyor.stale else survey,
        )

    def refresh(self) -> None:
        """Answer again, if anything was asked."""
        if "panel" in self.__dict__:
            self.panel.refresh()

    def close_panel(self) -> None:
        """Put the panel away, if it was ever made."""
        if "panel" in self.__dict__:
            self.panel.close_panel()

    def mark_page(self) -> bool:
        """Mark the page shown, once; say whether it is new."""
        pages, page = self._window.pages, self._window.pages.page
        if not self._is_new(page):
            return False
        asking, name = self.asking, pages.tabs.tabText(pages.current)
        marker: dict[str, Callable[[], None]] = {
            "Score": lambda: marks.mark_score(asking, pages.score),
            "Options": lambda: marks.mark_options(asking, pages.options),
            "Plan": lambda: marks.mark_plan(asking, pages.plan, self._window.planner),
            "Robustness": lambda: marks.mark_robustness(asking, pages.robustness),
        }
        if name in marker:
            marker[name]()
        else:
            self._mark(page, _late_marker(name))
        return True

    def mark_view(self, name: str) -> None:
        """Mark a view, once."""
        view = self._window.views.view(name)
        if self._is_new(view):
            self._mark(view, _late_marker(name))

    def _mark(self, part: QWidget, marker: Marker | None) -> None:
        if marker is not None:
            marker(self.asking, self.answerer, part, self._window)

    def _is_new(self, part: QWidget) -> bool:
        new = id(part) not in self._marked
        self._marked.add(id(part))
        return new


def _late_marker(name: str) -> Marker | None:
    """Return what marks a page or view; only what is shown is loaded, so that no start waits for it."""
    match name:
        case "Evidence" | "History" | "Backups":
            from ui.why import marks_library

            return {
                "Evidence": marks_library.mark_evidence,
                "History": marks_library.mark_history,
                "Backups": marks_library.mark_backups,
            }[name]
        case "Timeline":
            from ui.why.marks_timeline import mark_timeline

            return mark_timeline
        case "Compare":
            from ui.why.marks_compare import mark_compare

            return mark_compare
        case "Track record":
            from ui.why.marks_record import mark_record

            return mark_record
        case "Playbook":
            from ui.why.marks_playbook import mark_playbook

            return mark_playbook
        case "Analysts":
            from ui.why.marks_analysts import mark_analysts

            return mark_analysts
        case "Import":
            from ui.why.marks_import import mark_import

            return mark_import
    return None
