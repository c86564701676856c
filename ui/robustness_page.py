"""The page Robustness: how far the result holds, what drives it, what to firm up first, and what would tip it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from advisor.survey_text import (
    TURNS_SHOWN,
    doubt_text,
    firming_rows,
    headline,
    joint_lines,
    nothing_to_firm_up_text,
    turn_rows,
)
from ui.dates import written
from ui.live_sections import hairline
from ui.page_parts import top_left
from ui.robustness.drivers_section import DriversSection
from ui.robustness.futures_line import FuturesLine
from ui.robustness.link_list import LinkList
from ui.robustness.ranks_section import RanksSection
from ui.robustness.stance_section import StanceSection
from ui.tokens import SPACE, font
from ui.widgets.error_label import ErrorLabel
from ui.widgets.ink_label import InkLabel
from ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from advisor.survey import Survey
    from ui.session import Session
    from ui.surveyor import Surveyor

EMPTY = "Open an assessment in the library to see how far its result holds."
COUNTING, NOT_COUNTED = "Counting the first futures…", "No futures are counted yet."
TWO_COLUMNS_FROM = 1080
_LEFT_SHARE, _RIGHT_SHARE = 60, 40
_FIRMINGS_SHOWN = 6


class RobustnessPage(QWidget):
    """Follows a session through a surveyor, which works only while the page is visible."""

    indicator_wanted = Signal(str)
    """An indicator whose score somebody wants to look at."""

    def __init__(self, session: Session, surveyor: Surveyor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.surveyor = surveyor
        self.headline = InkLabel(font(17, serif=True))
        self.futures = FuturesLine(session.playbook, self.surveyor)
        self.error = ErrorLabel()
        self.ranks, self.stance = RanksSection(session.playbook), StanceSection(session.playbook)
        self.drivers = DriversSection(session.playbook)
        self.firmings = LinkList("Firm this up first", _FIRMINGS_SHOWN)
        self.turns = LinkList("What would tip the stance", TURNS_SHOWN)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(top_left(InkLabel(font(17, serif=True), "ink", EMPTY)))
        self._stack.addWidget(self._lay_out())
        self._order_tabs()
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        for frame in (self.ranks, self.stance, self.drivers):
            frame.taking.failed.connect(session.failed)
        for links in (self.firmings, self.turns):
            links.chosen.connect(self.indicator_wanted)
        session.assessment_opened.connect(lambda: self.error.setText(""))
        self.surveyor.changed.connect(self._refresh)
        self.surveyor.failed.connect(self._show_error)

    @property
    def two_columns(self) -> bool:
        """Whether there is room for two columns."""
        return self._rows[0].direction() == QBoxLayout.Direction.LeftToRight

    def take_keyboard(self) -> None:
        """Put the keyboard on the first chart, or on what starts the count where there is none yet."""
        (self.futures.button if self.surveyor.survey is None else self.ranks.toggle).setFocus()

    # What Qt calls

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.surveyor.want(self)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.surveyor.unwant(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= TWO_COLUMNS_FROM
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        for row in self._rows:
            row.setDirection(direction)

    # Inside

    def _refresh(self) -> None:
        """Show how things stand, unless nobody can see it."""
        if not self.isVisible():
            return
        survey, case, opened = self.surveyor.survey, self._session.case, self._session.assessment
        self._stack.setCurrentIndex(0 if opened is None else 1)
        self._body.setVisible(survey is not None)
        if self.surveyor.busy:
            self.error.setText("")
        if survey is None or case is None or opened is None:
            self.headline.setText(COUNTING if self.surveyor.busy else NOT_COUNTED)
            self.headline.set_ink("ink2")
            return
        dim, of = self.surveyor.stale, f"{case.name}, {written(opened.as_of)}"
        self.headline.setText(headline(self._session.playbook, survey))
        self.headline.set_ink("ink3" if dim else "ink")
        for section in (self.ranks, self.stance, self.drivers):
            section.show_survey(survey, of, dim=dim)
        self._show_firmings(survey)
        self._show_turns(survey)
        for links in (self.firmings, self.turns):
            links.set_dimmed(dimmed=dim)

    def _show_firmings(self, survey: Survey) -> None:
        playbook, doubtful = self._session.playbook, survey.doubtful
        rows = firming_rows(playbook, survey.findings.best.sheet, doubtful)[:_FIRMINGS_SHOWN]
        for line, row in zip(self.firmings.show_first(len(rows)), rows, strict=True):
            line.show_share(row.indicator, row.name, row.score, row.share, row.options)
        self.firmings.set_texts(doubt_text(playbook, doubtful), "" if rows else nothing_to_firm_up_text(doubtful))

    def _show_turns(self, survey: Survey) -> None:
        self.turns.setVisible(survey.findings.best.scored > 0)
        rows = turn_rows(self._session.playbook, survey)
        for line, row in zip(self.turns.show_first(len(rows)), rows, strict=True):
            line.show_line(row.indicator, row.text, row.aside, row.seen)
        self.turns.set_texts("", "\n".join(joint_lines(self._session.playbook, survey)))

    def _show_error(self, what: str, detail: str) -> None:
        self.error.setText(what)
        self.error.setToolTip(plain_tip(detail))

    def _order_tabs(self) -> None:
        """Reading order."""
        stops = (
            self.futures.button,
            *self.ranks.tab_stops,
            *self.stance.tab_stops,
            *self.firmings.tab_stops,
            *self.drivers.tab_stops,
            *self.turns.tab_stops,
        )
        for earlier, later in pairwise(stops):
            QWidget.setTabOrder(earlier, later)

    def _lay_out(self) -> QScrollArea:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACE[1], SPACE[2], SPACE[1], SPACE[4])
        column.setSpacing(SPACE[0])
        for widget in (self.headline, self.futures, self.error):
            widget.setContentsMargins(SPACE[1], 0, SPACE[1], 0)
            column.addWidget(widget)
        for frame in (self.ranks, self.stance, self.drivers):
            frame.setContentsMargins(SPACE[1], 0, SPACE[1], 0)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, SPACE[0], 0, 0)
        body.setSpacing(SPACE[2])
        self._rows = (
            _row(_column(self.ranks), _column(self.stance, self.firmings)),
            _row(_column(hairline(), self.drivers), _column(self.turns)),
        )
        for row in self._rows:
            body.addLayout(row)
        column.addWidget(self._body)
        column.addStretch(1)
        return _scrolled(content)


def _row(left: QVBoxLayout, right: QVBoxLayout) -> QBoxLayout:
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(SPACE[2])
    row.addLayout(left, _LEFT_SHARE)
    row.addLayout(right, _RIGHT_SHARE)
    return row


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SPACE[2])
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return column


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return area
