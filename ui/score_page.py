"""The Score page: a row for every indicator, the panel of the focused one, and what is worth finding out next."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from advisor.scorecard import open_questions
from advisor.suggestion_text import reason_wanted
from advisor.suggestion_use import first_choice
from ui.evidence.score_evidence import ScoreEvidence
from ui.indicator_panel import IndicatorPanel
from ui.read_only import ReadOnlyLine
from ui.score_lead import ScoreLead
from ui.score_sheet import SideColumn
from ui.score_suggestions import ScoreSuggestions
from ui.tokens import SPACE, font, tokens
from ui.widgets.ink_label import InkLabel
from ui.widgets.open_questions import OpenQuestions
from ui.widgets.review_list import ReviewList

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from advisor.findings import BestFindings, Findings
    from advisor.scores import Score, ScoreSheet
    from ui.score_row import ScoreRow
    from ui.session import Session

NOTHING_OPEN = "Open an assessment in the library to score it here."
# What the library and the live result leave of a window of 1280 px.
STACKED_BELOW = 1280 - 196 - 276
_ROWS_SHARE, _PANEL_SHARE = 3, 2


class ScorePage(QWidget):
    """Both sides face each other; on a narrow page they stack, and the panel stays in view below them."""

    evidence_wanted = Signal(str)
    """Indicator whose notes are wanted."""
    note_wanted = Signal(str)
    """Indicator on which a note is to be added."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        playbook = session.playbook
        self.domestic, self.external = SideColumn(playbook, "domestic"), SideColumn(playbook, "external")
        self.panel = IndicatorPanel()
        self.questions = OpenQuestions(playbook.indicator)
        self.reviews = ReviewList(playbook)
        self.suggestions = ScoreSuggestions(session, self)
        self.lead = ScoreLead(session, self)
        self.rows: dict[str, ScoreRow] = {**self.domestic.rows, **self.external.rows}
        self.empty = InkLabel(font(17, serif=True), "ink2", NOTHING_OPEN)
        self._order = list(self.rows)
        self._arrange()
        self._listen()
        self.evidence = ScoreEvidence(session, self)
        self._show_assessment()

    @property
    def selected(self) -> str | None:
        """The indicator in the panel."""
        return self.panel.indicator

    @property
    def stacked(self) -> bool:
        """Whether the page is too narrow for two columns."""
        return self._columns.direction() == QBoxLayout.Direction.TopToBottom

    def focus_indicator(self, indicator: str) -> None:
        """Put the keyboard on the row of an indicator and bring it into view."""
        row = self.rows[indicator]
        row.slider.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.selected != indicator:  # the keyboard is with another program, and comes to the row later
            self._select(indicator)
        self.scroll_area.ensureWidgetVisible(row, 0, SPACE[4])

    def take_keyboard(self) -> None:
        """Put the keyboard on the row of the indicator in the panel."""
        if self.selected:
            self.focus_indicator(self.selected)

    def minimumSizeHint(self) -> QSize:
        return QSize(400, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = event.size().width() < STACKED_BELOW
        if stacked != self.stacked:
            self._stack(stacked)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(tokens(self.palette()).surface))

    def _arrange(self) -> None:
        content = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.setContentsMargins(SPACE[2], 0, SPACE[2], SPACE[0])
        self._columns.setSpacing(SPACE[4])
        for column in (self.domestic, self.external):
            self._columns.addWidget(column, 1, Qt.AlignmentFlag.AlignTop)
        self.domestic.below.addWidget(self.questions)
        self.domestic.below.addWidget(self.reviews)
        self.external.below.addSpacing(SPACE[0])
        self.external.below.addWidget(self.panel)
        self.panel.put_note(ReadOnlyLine(self._session))
        self.scroll_area, self._foot = _scroll_area(), _scroll_area()
        self.scroll_area.setWidget(content)
        content.setAutoFillBackground(False)
        self._foot.setViewportMargins(SPACE[2], SPACE[1], SPACE[2], SPACE[2])
        self._foot.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.empty.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[4])
        layout.addWidget(self.empty)
        layout.addWidget(self.lead)
        layout.addWidget(self.scroll_area, _ROWS_SHARE)
        layout.addWidget(self._foot, _PANEL_SHARE)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Reading order: both sides, the panel, then what to find out next."""
        stops = [
            self.lead.go,
            *(row.slider for row in self.rows.values()),
            *self.panel.tab_stops,
            *self.questions.tab_stops,
        ]
        for earlier, later in pairwise(stops):
            QWidget.setTabOrder(earlier, later)

    def _listen(self) -> None:
        session = self._session
        session.assessment_opened.connect(self._show_assessment)
        session.case_changed.connect(self._show_editable)
        session.best_changed.connect(self._show_best)
        session.likelihoods_pending.connect(lambda: self._set_pending(True))
        session.likelihoods_changed.connect(self._show_likelihoods)
        session.what_if_ready.connect(self._show_what_if)
        for row in self.rows.values():
            row.previewed.connect(session.preview_score)
            row.edited.connect(session.set_score)
            row.focused.connect(self._select)
            row.neighbour_wanted.connect(self._go)
            row.anchors_wanted.connect(self.panel.anchors.take_keyboard)
            row.suggestion_wanted.connect(self._use_suggestion)
        self.panel.edited.connect(session.set_score)
        self.panel.left.connect(self.take_keyboard)
        self.questions.chosen.connect(self.focus_indicator)
        self.lead.chosen.connect(self.focus_indicator)
        self.reviews.chosen.connect(self.focus_indicator)
        self.suggestions.changed.connect(self._show_suggestions)

    def _show_assessment(self) -> None:
        best = self._session.best
        self.empty.setVisible(best is None)
        self.scroll_area.setVisible(best is not None)
        self._foot.setVisible(best is not None and self.stacked)
        if best is None:
            return
        self._show_editable()
        self.panel.forget()
        self._show_suggestions()
        self._show_best(best)
        self._set_pending(self._session.pending)
        self._select(self.selected or self._order[0])

    def _show_editable(self) -> None:
        editable = self._session.editable
        self.panel.set_editable(editable)
        for row in self.rows.values():
            row.set_editable(editable)

    def _show_best(self, best: BestFindings) -> None:
        for name, row in self.rows.items():
            row.set_score(best.sheet.get(name))
        for column in (self.domestic, self.external):
            column.set_factors(best.factors, best.sheet)
        if self.selected:
            self.panel.set_score(best.sheet.get(self.selected))
        self._show_questions(best.sheet)
        self._show_departures(best.sheet)

    def _show_suggestions(self) -> None:
        for name, row in self.rows.items():
            row.set_suggestions(self.suggestions.of(name))
        if self.selected:
            self.panel.show_suggestions(self.suggestions.of(self.selected))
        if self._session.sheet is not None:
            self._show_departures(self._session.sheet)

    def _show_departures(self, sheet: ScoreSheet) -> None:
        found = self.suggestions.departures(sheet)
        self.reviews.show_departures(found)
        here = next((one for one in found if one.indicator == self.selected), None)
        self.panel.data.show_review("" if here is None else reason_wanted(here))

    def _use_suggestion(self, indicator: str) -> None:
        chosen = first_choice(self.suggestions.of(indicator))
        if chosen is not None and indicator == self.selected:
            self.panel.use(chosen)

    def _show_likelihoods(self, findings: Findings) -> None:
        self._show_questions(findings.best.sheet)
        self.questions.set_pending(False)

    def _show_questions(self, sheet: ScoreSheet) -> None:
        findings = self._session.findings
        doubts = findings.doubts if findings is not None else ()
        self.questions.set_questions(open_questions(self._session.playbook, sheet, doubts))

    def _set_pending(self, pending: bool) -> None:
        self.questions.set_pending(pending)
        self.panel.what_if.set_pending(pending)

    def _show_what_if(self, indicator: str, moved: tuple[tuple[float, Findings], ...]) -> None:
        findings = self._session.findings
        if indicator == self.selected and findings is not None:
            self.panel.show_what_if(findings, moved)

    def _select(self, indicator: str) -> None:
        for name, row in self.rows.items():
            row.set_selected(name == indicator)
        self.panel.set_indicator(self._session.playbook.indicator[indicator], self._score(indicator))
        self.evidence.show_indicator(indicator)
        self.panel.show_suggestions(self.suggestions.of(indicator))
        if self._session.sheet is not None:
            self._show_departures(self._session.sheet)
        self._session.what_if(indicator)

    def _score(self, indicator: str) -> Score | None:
        sheet = self._session.sheet
        return None if sheet is None else sheet.get(indicator)

    def _go(self, indicator: str, step: int) -> None:
        place = self._order.index(indicator) + step
        if 0 <= place < len(self._order):
            self.focus_indicator(self._order[place])

    def _stack(self, stacked: bool) -> None:
        """Put the columns under one another and the panel below them, always in view; or the other way round."""
        keyboard = QApplication.focusWidget()
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        if stacked:
            self._foot.setWidget(self.panel)
            self.panel.setAutoFillBackground(False)
        else:
            self._foot.takeWidget()
            self.external.below.addWidget(self.panel)
        self.panel.show()
        self._foot.setVisible(stacked and self._session.best is not None)
        if keyboard is not None and self.panel.isAncestorOf(keyboard):
            keyboard.setFocus()


def _scroll_area() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    return area
