"""One row of the Score page: an indicator, its slider, its number, its range and its confidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor.evidence_words import counted_notes
from advisor.scorecard import range_text
from advisor.scoring import with_next_confidence
from advisor.suggestion_text import suggested_text
from ui.tokens import font, tokens
from ui.widgets.confidence_bars import ConfidenceBars
from ui.widgets.range_slider import RangeSlider
from ui.widgets.score_columns import score_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from advisor.playbook import Indicator
    from advisor.scores import Score
    from advisor.suggestion import Suggestion

ROW_HEIGHT = 27
UNKNOWN = "unknown"
_MARK = 3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NEIGHBOURS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScoreRow(QWidget):
    """The score of one indicator; the focused row is marked by a bar, a background and bold type."""

    previewed = Signal(str, object)
    """Indicator and Score in the middle of a movement."""
    edited = Signal(str, object)
    """Indicator and the Score to keep, or None."""
    focused = Signal(str)
    """Indicator whose row the keyboard speaks to."""
    neighbour_wanted = Signal(str, int)
    """Indicator whose row the keyboard leaves, and the way: -1 up, 1 down."""
    anchors_wanted = Signal(str)
    """Indicator whose anchors the keyboard asks for."""
    note_wanted = Signal(str)
    """Indicator on which the keyboard wants to add a note."""
    suggestion_wanted = Signal(str)
    """Indicator whose score is to be what its data suggest."""

    def __init__(self, indicator: Indicator) -> None:
        super().__init__()
        self.indicator = indicator.id
        self._name = indicator.name
        self._selected = False
        self.setAccessibleName(indicator.name)
        self._notes = 0
        self.slider = RangeSlider(indicator.name, indicator.side, self)
        self.confidence = ConfidenceBars(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(ROW_HEIGHT)
        self.slider.previewed.connect(self._preview)
        self.slider.edited.connect(self._edit)
        self.slider.focused.connect(lambda: self.focused.emit(self.indicator))
        self.confidence.clicked.connect(self._next_confidence)

    @property
    def score(self) -> Score | None:
        """The score shown."""
        return self.slider.score

    @property
    def selected(self) -> bool:
        """Whether the panel shows this row's indicator."""
        return self._selected

    @property
    def words(self) -> tuple[str, str]:
        """The number and the range as they are written in the row."""
        score = self.score
        return ("", UNKNOWN) if score is None else (f"{score.best:.1f}", range_text(score))

    def set_score(self, score: Score | None) -> None:
        """Show another score; nothing is emitted."""
        if score != self.slider.score:
            self.slider.set_score(score)
            self._follow()

    def set_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        """Mark what data suggest for the score."""
        self.slider.set_suggested(tuple((one.score, one.sound) for one in suggestions), suggested_text(suggestions))

    @property
    def notes(self) -> int:
        """How many notes bear on the score."""
        return self._notes

    def set_notes(self, notes: int) -> None:
        """Show how many notes bear on the score."""
        if notes != self._notes:
            self._notes = notes
            self.setAccessibleDescription(counted_notes(notes) if notes else "")
            self.update()

    def set_selected(self, selected: bool) -> None:
        """Mark the row, or not."""
        if selected != self._selected:
            self._selected = selected
            self.update()

    def set_editable(self, editable: bool) -> None:
        """Let the score be changed, or only looked at."""
        self.slider.set_editable(editable)
        self.confidence.setEnabled(editable)

    def sizeHint(self) -> QSize:
        return QSize(320, ROW_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        columns = score_columns(self.width(), self.height())
        self.slider.setGeometry(columns.slider)
        self.confidence.setGeometry(columns.confidence)
        shown = self.fontMetrics().horizontalAdvance(self._name) <= columns.name.width()
        self.setToolTip("" if shown else self._name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.slider.setFocus(Qt.FocusReason.MouseFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _NEIGHBOURS:
            self.neighbour_wanted.emit(self.indicator, _NEIGHBOURS[key])
        elif key in _ENTER:
            self.anchors_wanted.emit(self.indicator)
        elif key == Qt.Key.Key_C and not event.modifiers():
            self._next_confidence()
        elif key == Qt.Key.Key_U and not event.modifiers():
            self.suggestion_wanted.emit(self.indicator)
        elif key == Qt.Key.Key_N and not event.modifiers():
            self.note_wanted.emit(self.indicator)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), tokens(self.palette())
        columns = score_columns(self.width(), self.height())
        if self._selected:
            painter.fillRect(self.rect(), QColor(theme.accent_soft))
            painter.fillRect(0, 0, _MARK, self.height(), QColor(theme.accent))
        painter.setFont(font(12, bold=self._selected))
        painter.setPen(QColor(theme.ink))
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, columns.name.width())
        painter.drawText(columns.name, _LEFT, name)
        number, extent = self.words
        painter.setFont(font(12.5, bold=True, tabular=True))
        painter.drawText(columns.number, _RIGHT, number)
        painter.setFont(font(11.5, tabular=True))
        painter.setPen(QColor(theme.ink2))
        painter.drawText(columns.range if number else columns.words, _RIGHT, extent)
        if self._notes:
            painter.drawText(columns.notes, _RIGHT, str(self._notes))

    def _preview(self, score: Score) -> None:
        self._follow()
        self.previewed.emit(self.indicator, score)

    def _edit(self, score: Score | None) -> None:
        self._follow()
        self.edited.emit(self.indicator, score)

    def _next_confidence(self) -> None:
        self.slider.setFocus()
        if self.score is not None:
            self.slider.edit(with_next_confidence(self.score))

    def _follow(self) -> None:
        score = self.slider.score
        self.confidence.set_confidence(None if score is None else score.confidence)
        self.update()
