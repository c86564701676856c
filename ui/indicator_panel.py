"""The panel of the focused indicator: what it asks, its anchors, why it is scored so, and what a point would do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor.scoring import with_best
from advisor.suggestion_use import taken_over
from ui.evidence.panel_notes import PanelNotes
from ui.tokens import RADIUS_CONTROL, SPACE, font, tokens
from ui.widgets.anchor_list import AnchorList
from ui.widgets.data_suggestions import DataSuggestions
from ui.widgets.fold import Fold
from ui.widgets.ink_label import InkLabel, section_font
from ui.widgets.justification_edit import JustificationEdit
from ui.widgets.sources_list import SourcesList
from ui.widgets.what_if_lines import WhatIfLines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from advisor.findings import Findings
    from advisor.playbook import Indicator
    from advisor.scores import Score
    from advisor.suggestion import Suggestion

LABEL_WIDTH = 72
_SPACING = 2


class IndicatorPanel(QWidget):
    """Shows one indicator at a time; an anchor or a justification in it edits that indicator's score."""

    edited = Signal(str, object)
    """Indicator and the Score to keep."""
    left = Signal()
    """The keyboard wants to go back to the row."""

    def __init__(self) -> None:
        super().__init__()
        self._indicator: Indicator | None = None
        self._score: Score | None = None
        self._editable = True
        self.title = InkLabel(section_font(), "ink2")
        self.change = InkLabel(font(11.5), "ink3")
        self.question = InkLabel(font(15, serif=True))
        self.guidance = InkLabel(font(12), "ink2")
        self.anchors = AnchorList()
        self.data = DataSuggestions(LABEL_WIDTH)
        self.justification = JustificationEdit()
        self.notes = PanelNotes()
        self.movement = InkLabel(font(12), "ink2")
        self.lever = InkLabel(font(12))
        self._lever_label = _label("US lever")
        self.what_if = WhatIfLines(LABEL_WIDTH)
        self.sources = SourcesList()
        self.more = Fold("Guidance")
        self._arrange()
        self.anchors.picked.connect(self._pick)
        self.anchors.left.connect(self.left)
        self.data.used.connect(self.use)
        self.justification.edited.connect(self._justify)
        self.justification.left.connect(self.left)

    @property
    def indicator(self) -> str | None:
        """The indicator shown."""
        return None if self._indicator is None else self._indicator.id

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What the keyboard visits, in reading order."""
        return self.more.button, self.anchors, self.data.first_button, self.justification, *self.notes.tab_stops

    def set_indicator(self, indicator: Indicator, score: Score | None) -> None:
        """Show another indicator; a justification still being typed is kept for the one it was typed for."""
        if indicator is not self._indicator:
            self.justification.keep()
            self._indicator = indicator
            self._describe(indicator)
        self.set_score(score)

    def forget(self) -> None:
        """Drop what belongs to another assessment: its changes, and words typed for it that were not kept."""
        self.what_if.clear()
        self.justification.take_back()

    def put_note(self, note: QWidget) -> None:
        """Put a note on all scores below the question."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(self.question) + 1, note)

    def set_score(self, score: Score | None) -> None:
        """Show another score of the same indicator."""
        self._score = score
        self.anchors.set_score(score)
        self.justification.show_text("" if score is None else score.justification)
        self.justification.setEnabled(score is not None)
        self.what_if.set_scored(score is not None)

    def set_editable(self, editable: bool) -> None:
        """Let anchors and text change the score, or only be read."""
        self._editable = editable
        self.justification.set_editable(editable)
        self.data.set_editable(editable)

    def show_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        """Show what data suggest for the indicator."""
        self.data.show_suggestions(suggestions)

    def use(self, suggestion: Suggestion) -> None:
        """Set the score to what data suggest; words typed as its reason are kept first."""
        if self._editable and self._indicator is not None:
            self.justification.keep()
            self.edited.emit(self._indicator.id, taken_over(self._score, suggestion))

    def show_what_if(self, before: Findings, moved: Sequence[tuple[float, Findings]]) -> None:
        """Say what a point more and a point less would do."""
        if self._indicator is not None:
            self.what_if.show_changes(self._indicator.id, before, moved)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), tokens(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.outline), 1))
        painter.setBrush(QColor(theme.sunken))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        self.change.setWordWrap(False)
        self.title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.change.setToolTip("Typical change within 12 months")
        top.addWidget(self.change, 0, Qt.AlignmentFlag.AlignVCenter)
        self.more.place_button(top, "How to score it, what makes it move, and where data are found")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE[3], SPACE[0], SPACE[3], SPACE[0])
        layout.setSpacing(_SPACING)
        layout.addLayout(top)
        for widget in (self.question, self.more, self.anchors, self.data, self.what_if):
            layout.addWidget(widget)
        layout.addLayout(_form((_label("Why"), self.justification), (_label("Notes"), self.notes)))
        about = (
            (_label("Guidance"), self.guidance),
            (_label("Movement"), self.movement),
            (self._lever_label, self.lever),
        )
        self.more.body.addLayout(_form(*about))
        self.more.body.addWidget(self.sources)
        # Not Maximum: that would hold the panel to the height of unwrapped text.
        layout.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _describe(self, indicator: Indicator) -> None:
        self.title.setText(indicator.name)
        self.change.setText(f"±{indicator.volatility:g} in 12 months")
        self.question.setText(indicator.question)
        self.guidance.setText(indicator.guidance)
        self.anchors.set_indicator(indicator)
        self.movement.setText(indicator.volatility_reason)
        self.lever.setText(indicator.us_lever)
        for widget in (self.lever, self._lever_label):
            widget.setVisible(indicator.us_controllable)
        self.sources.set_sources(indicator.proxies)
        self.what_if.clear()

    def _pick(self, value: int) -> None:
        if self._editable and self._indicator is not None:
            self.edited.emit(self._indicator.id, with_best(self._score, value))

    def _justify(self, text: str) -> None:
        if self._score is not None and self._indicator is not None:
            self.edited.emit(self._indicator.id, replace(self._score, justification=text))


def _label(text: str) -> InkLabel:
    made = InkLabel(section_font(), "ink2", text)
    made.setWordWrap(False)
    return made


def _form(*rows: tuple[InkLabel, QWidget]) -> QGridLayout:
    """Put each widget beside its label."""
    form = QGridLayout()
    form.setHorizontalSpacing(SPACE[1])
    form.setVerticalSpacing(_SPACING)
    form.setColumnMinimumWidth(0, LABEL_WIDTH)
    form.setColumnStretch(1, 1)
    for row, (label, widget) in enumerate(rows):
        form.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        form.addWidget(widget, row, 1)
    return form
