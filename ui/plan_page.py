"""The page Plan: what to commit to now, what to switch to and when, and under which knobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from advisor.pathways import deliveries
from ui.dates import written
from ui.plan.plan_board import PlanBoard
from ui.plan.plan_side import PlanSide
from ui.read_only import LOCKED_PLAN, ReadOnlyLine
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from advisor.plan import Plan
    from ui.planner import Planner
    from ui.session import Session

EMPTY = "Open an assessment in the library to see what to commit to there, and when to change course."
SOLVING = "Solving the plan…"
STOPPED = "The plan has not been solved."
NO_PLAN = "Under these knobs there is no plan; the note beside them says why."


class PlanPage(QWidget):
    """Follows a planner while it is shown; a plan of earlier scores or knobs stays, dimmed, until the next is there."""

    def __init__(self, session: Session, planner: Planner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._planner = session, planner
        self._shown: Plan | None = None
        self.board, self.side = PlanBoard(session.playbook), PlanSide(session.playbook)
        self.side.put_note(ReadOnlyLine(session, LOCKED_PLAN))
        self.waiting = InkLabel(font(17, serif=True), "ink2")
        self.compute = QPushButton("Solve the plan")
        self.compute.setProperty("primary", "true")
        self._lay_out()
        self._listen()
        self._refresh()

    def take_keyboard(self) -> None:
        """Put the keyboard on the first option, or on the knobs where there is no plan."""
        if not any(column.take_keyboard(0) for column in self.board.cards.columns):
            next(iter(self.side.knobs.weights.values())).slider.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._planner.want(self)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._planner.unwant(self)

    def _listen(self) -> None:
        knobs = self.side.knobs
        knobs.turned.connect(self._planner.turn)
        self.board.pin_wanted.connect(knobs.pin)
        self.board.failed.connect(self._session.failed)
        self.side.worth.frame.taking.failed.connect(self._session.failed)
        self.side.worth.wanted.connect(self._go_on)
        self.compute.clicked.connect(self._go_on)
        self.board.again.clicked.connect(self._go_on)
        self._planner.changed.connect(self._follow)
        self._planner.progressed.connect(self.side.worth.show_progress)
        self._session.assessment_opened.connect(self._follow)

    def _go_on(self) -> None:
        self._planner.want(self)

    def _follow(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        planner, opened = self._planner, self._session.assessment
        self._stack.setCurrentIndex(0 if opened is None else 1)
        if opened is None:
            self._shown = None
            return
        self.side.knobs.show_knobs(planner.knobs)
        self.side.knobs.show_problem(planner.problem)
        if planner.plan is None:
            self._show_waiting()
        else:
            self._show_plan(planner.plan)

    def _show_waiting(self) -> None:
        planner = self._planner
        self._shown = None
        self._page.setCurrentIndex(0)
        self.waiting.setText(NO_PLAN if planner.problem else SOLVING if planner.busy else STOPPED)
        self.compute.setVisible(not planner.problem and not planner.busy)
        self.side.knobs.show_limits(())
        self.side.set_solved(solved=False)
        self.side.worth.show_worth(None, "")

    def _show_plan(self, plan: Plan) -> None:
        planner, opened = self._planner, self._session.assessment
        if opened is None:
            return
        self._page.setCurrentIndex(1)
        if self._shown is None or plan.findings is not self._shown.findings:
            self.board.show_plan(plan, opened.country, opened.as_of)
            self.side.sequence.show_deliveries(deliveries(self._session.playbook, plan))
            self.side.knobs.show_limits(plan.limits)
        if plan.worth is not None and (self._shown is None or plan.worth is not self._shown.worth):
            self.side.worth.show_worth(plan.worth, opened.country)
        self._shown = plan
        self.side.set_solved(solved=True)
        stopped = not planner.busy and not planner.problem
        self.side.worth.show_state(
            known=planner.complete, busy=planner.busy, stopped=stopped and not planner.complete and not planner.stale
        )
        self.side.sequence.set_dimmed(dimmed=planner.stale)
        self.board.show_age(self._age(), stopped=stopped and planner.stale)
        self.side.source.setText(f"From the scores of {written(opened.as_of)}, in {plan.draws:,} futures.")

    def _age(self) -> str:
        """Say since when a plan stands that is of earlier scores or knobs."""
        planner = self._planner
        if not planner.stale or planner.solved_at is None:
            return ""
        of = f"Out of date: solved at {planner.solved_at:%H:%M} from earlier scores or knobs"
        return f"{of}; under these knobs there is none." if planner.problem else f"{of}."

    def _lay_out(self) -> None:
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._page = QStackedLayout()
        self._page.addWidget(_column(self.waiting, self.compute))
        self._page.addWidget(_scrolled(self.board))
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._page, 1)
        row.addWidget(self.side)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(_column(InkLabel(font(17, serif=True), "ink", EMPTY)))
        self._stack.addWidget(content)


def _column(*widgets: QWidget) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(SPACE[3], SPACE[4], SPACE[4], SPACE[4])
    layout.setSpacing(SPACE[2])
    for widget in widgets:
        left = Qt.AlignmentFlag.AlignLeft if isinstance(widget, QPushButton) else Qt.AlignmentFlag(0)
        layout.addWidget(widget, 0, left)
    layout.addStretch(1)
    return page


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    area.viewport().setAutoFillBackground(False)
    widget.setAutoFillBackground(False)
    return area
