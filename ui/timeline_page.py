"""The page of a case over time: the timeline, and beside it what changed between two assessments and why."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from advisor.case_series import telling
from advisor.timeline import timeline
from ui.case_findings import CaseFindings
from ui.change_panel import ChangePanel
from ui.charts.chart_frame import ChartFrame
from ui.charts.timeline_chart import TimelineChart
from ui.charts.timeline_plot import TimelinePlot
from ui.events_section import EventsSection
from ui.page_parts import top_left
from ui.series_menu import SeriesMenu
from ui.tokens import SPACE, font
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.error_label import ErrorLabel
from ui.widgets.ink_label import InkLabel
from ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from advisor.case import Case
    from advisor.findings import Findings
    from advisor.timeline import Timeline
    from ui.session import Session

EMPTY = "Open an assessment in the library to see how its case has changed over time."
HOW_TO_COMPARE = "Click a date to compare to it, Shift-click from it."
_LEAST_CHART = 388
_SHARES = (68, 32)


class TimelinePage(QWidget):
    """Follows a session while it is visible, and catches up when it is shown; `findings` must be closed in the end."""

    assessment_wanted = Signal(str)
    """Id of an assessment to open."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._outdated = True
        self._picked: tuple[str, str] | None = None
        self._shown: dict[str, tuple[int, ...]] = {}
        self._last: dict[str, Findings] = {}
        self.findings = CaseFindings(session.playbook, self)
        self.chart, self.series = TimelineChart(), SeriesMenu()
        self.frame = ChartFrame("Stance, factors, events and data", self.chart, self.chart)
        self.hint, self.problem = ElidedLabel(font(11.5), "ink3"), ErrorLabel()
        self.hint.set_text(HOW_TO_COMPARE)
        self.panel = ChangePanel(session.playbook)
        self.events = EventsSection(session)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(top_left(InkLabel(font(17, serif=True), "ink", EMPTY)))
        self._stack.addWidget(self._split())
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        for earlier, later in pairwise(
            (self.series, self.frame.toggle, self.frame.more, self.chart, *self.events.stops, *self.panel.stops)
        ):
            self.setTabOrder(earlier, later)
        self._listen()

    @property
    def picked(self) -> tuple[str, str] | None:
        """Ids of the two assessments compared; None where there are no two."""
        return self._picked

    def pick(self, since: str, until: str) -> None:
        """Compare two assessments."""
        self._picked = (since, until)
        self._refresh()

    def take_keyboard(self) -> None:
        """Put the keyboard on the timeline."""
        self.chart.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._outdated:
            self._refresh()

    # Inside

    def _listen(self) -> None:
        session = self._session
        session.assessment_opened.connect(self._open)
        session.best_changed.connect(lambda _: self._outdate())
        session.case_changed.connect(self._outdate)
        self.findings.changed.connect(self._outdate)
        self.findings.failed.connect(self._complain)
        self.chart.assessment_picked.connect(self._pick_one)
        self.series.chosen.connect(self._choose_series)
        self.panel.picked.connect(self.pick)
        self.panel.assessment_wanted.connect(self.assessment_wanted)
        for taking in (self.frame.taking, self.panel.frame.taking):
            taking.failed.connect(session.failed)

    def _open(self) -> None:
        self._picked = None
        self._outdate()

    def _outdate(self) -> None:
        self._outdated = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._outdated = False
        case, opened = self._case(), self._session.assessment
        self._stack.setCurrentIndex(0 if case is None else 1)
        if case is None or opened is None:
            self.chart.show_plot(None)
            return
        self._picked = _pair(case, opened.id, self._picked)
        self._want(case)
        known = self._known(case)
        seen = timeline(self._session.playbook, case, opened.id, known)
        shown = self._series_of(seen)
        self.series.show_series(seen.series, shown)
        self.chart.show_plot(TimelinePlot(self._session.playbook, seen, shown, self._picked or ()))
        self.hint.setVisible(self._picked is not None)
        self.frame.refresh()
        self.panel.show_case(case, opened.id, self._picked, known)

    def _case(self) -> Case | None:
        """Return the open case, the open assessment with its scores as they stand."""
        case, opened, sheet = self._session.case, self._session.assessment, self._session.sheet
        if case is None or opened is None or sheet is None:
            return None
        current = tuple(replace(one, sheet=sheet) if one.id == opened.id else one for one in case.assessments)
        return replace(case, assessments=current)

    def _want(self, case: Case) -> None:
        """Ask for findings, those of the assessments compared first."""
        first = self._picked or ()
        ordered = sorted(case.assessments, key=lambda one: one.id not in first)
        self.problem.setText("")
        self.findings.want([one.sheet for one in ordered if one.sheet.scores])

    def _known(self, case: Case) -> dict[str, Findings]:
        """Return findings by assessment; until those of an edit are there, the last ones stay."""
        found = {one.id: self.findings.of(one.sheet) or self._last.get(one.id) for one in case.assessments}
        self._last = {name: findings for name, findings in found.items() if findings is not None}
        return self._last

    def _series_of(self, seen: Timeline) -> tuple[int, ...]:
        chosen = self._shown.get(seen.name)
        if chosen is None or any(place >= len(seen.series) for place in chosen):
            return telling(seen.series, seen.window)
        return chosen

    def _choose_series(self, places: tuple[int, ...]) -> None:
        if self._session.case is not None:
            self._shown[self._session.case.name] = places
            self._refresh()

    def _pick_one(self, assessment_id: str, as_since: bool) -> None:
        if self._picked is not None:
            since, until = self._picked
            self.pick(*((assessment_id, until) if as_since else (since, assessment_id)))

    def _complain(self, what: str, detail: str) -> None:
        self.problem.setText(what)
        self.problem.setToolTip(plain_tip(detail))

    def _controls(self) -> QWidget:
        controls = QWidget()
        row = QHBoxLayout(controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[2])
        row.addWidget(self.series)
        row.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignVCenter)
        return controls

    def _split(self) -> QSplitter:
        content = QWidget()
        content.setAutoFillBackground(False)
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[3])
        self.frame.add_control(self._controls())
        column.addWidget(self.problem)
        column.addWidget(self.frame)
        column.addWidget(self.events)
        column.addStretch()
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        area.viewport().setAutoFillBackground(False)
        area.setMinimumWidth(_LEAST_CHART)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(area)
        splitter.addWidget(self.panel)
        for place, share in enumerate(_SHARES):
            splitter.setStretchFactor(place, share)
        splitter.setSizes([share * 100 for share in _SHARES])
        return splitter


def _pair(case: Case, opened: str, picked: tuple[str, str] | None) -> tuple[str, str] | None:
    """Return what to compare: what was picked, if the case holds it, else the one before the open one with it."""
    ids = [one.id for one in case.assessments]
    if len(ids) < 2:
        return None
    if picked is not None and set(picked) <= set(ids):
        return picked
    place = max(1, ids.index(opened))
    return ids[place - 1], ids[place]
