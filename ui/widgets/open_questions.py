"""What is worth finding out next: indicators not scored, then those behind most of the doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor.scorecard import range_text
from advisor.wording import percent
from ui.tokens import RADIUS_CONTROL, SPACE, font, tokens
from ui.widgets.confidence_bars import BARS_SIZE, paint_confidence
from ui.widgets.ink_label import InkLabel, section_font

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from advisor.playbook import Indicator
    from advisor.scorecard import OpenQuestion
    from ui.tokens import Tokens

LINES = 5
_HEIGHT, _BAR = 23, 7
_NUMBER, _SHARE_BAR = 40, 110
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class OpenQuestions(QWidget):
    """The first few open questions; a click on one goes to its row. Shares of an earlier edit are dimmed."""

    chosen = Signal(str)
    """The indicator of a line that was clicked."""

    def __init__(self, indicators: Mapping[str, Indicator]) -> None:
        super().__init__()
        self._lines = [QuestionLine(indicators) for _ in range(LINES)]
        self._more = InkLabel(font(11.5), "ink3")
        self._more.setContentsMargins(SPACE[1], 0, 0, 0)
        top = QHBoxLayout()
        top.setContentsMargins(SPACE[1], SPACE[3], SPACE[1], SPACE[0])
        top.addWidget(InkLabel(section_font(), "ink2", "Worth finding out next"), 1)
        caption = InkLabel(font(11.5), "ink3", "share of the doubt about the stance")
        caption.setWordWrap(False)
        top.addWidget(caption)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        for line in self._lines:
            layout.addWidget(line)
            line.clicked.connect(lambda _=False, line=line: self.chosen.emit(line.indicator))
        layout.addWidget(self._more)

    @property
    def lines(self) -> tuple[QuestionLine, ...]:
        """The lines shown, the most valuable first."""
        return tuple(line for line in self._lines if not line.isHidden())

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What the keyboard visits, in reading order."""
        return tuple(self._lines)

    @property
    def more(self) -> str:
        """What is said of the indicators that are unknown and not listed."""
        return self._more.text()

    def set_questions(self, questions: Sequence[OpenQuestion]) -> None:
        """Show the first of these questions."""
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(questions))
            if number < len(questions):
                line.set_question(questions[number])
        unlisted = sum(question.score is None for question in questions[LINES:])
        self._more.setText(f"and {unlisted} more unknown" if unlisted else "")
        self._more.setVisible(unlisted > 0)

    def set_pending(self, pending: bool) -> None:
        """Dim the shares while they are of an earlier edit."""
        for line in self._lines:
            line.set_pending(pending)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, SPACE[1], self.width(), 1, QColor(tokens(self.palette()).line))


class QuestionLine(QAbstractButton):
    """An indicator with its range and confidence, or "unknown", and its share of the doubt as a bar."""

    def __init__(self, indicators: Mapping[str, Indicator]) -> None:
        super().__init__()
        self._indicators = indicators
        self._question: OpenQuestion | None = None
        self._pending = False
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def indicator(self) -> str:
        """The indicator of the line."""
        return "" if self._question is None else self._question.indicator

    @property
    def words(self) -> tuple[str, str, str]:
        """Name, range or "unknown", and share."""
        if self._question is None:
            return "", "", ""
        score, share = self._question.score, self._question.share
        name = self._indicators[self._question.indicator].name
        return name, "unknown" if score is None else range_text(score), "" if share is None else percent(share)

    @property
    def dimmed(self) -> bool:
        """Whether the share is of an earlier edit."""
        return self._pending

    def set_question(self, question: OpenQuestion) -> None:
        """Show another question."""
        if question != self._question:
            self._question = question
            confidence = f"{question.score.confidence} confidence" if question.score else ""
            self.setAccessibleName(", ".join(part for part in (*self.words, confidence) if part))
            self.update()

    def set_pending(self, pending: bool) -> None:
        """Dim the share, or not."""
        if pending != self._pending:
            self._pending = pending
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), tokens(self.palette())
        self._paint_state(painter, theme)
        line = self.rect().adjusted(SPACE[1], 0, -SPACE[1], 0)
        number = QRect(line.right() - _NUMBER + 1, 0, _NUMBER, line.height())
        bar = QRect(number.left() - _SHARE_BAR, 0, _SHARE_BAR, line.height())
        self._paint_share(painter, bar, number, theme)
        self._paint_name(painter, line.adjusted(0, 0, -_NUMBER - _SHARE_BAR - SPACE[1], 0), theme)

    def _paint_state(self, painter: QPainter, theme: Tokens) -> None:
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(theme.accent_soft))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)

    def _paint_share(self, painter: QPainter, bar: QRect, number: QRect, theme: Tokens) -> None:
        if self._question is None or self._question.share is None:
            return
        top = bar.center().y() - _BAR / 2
        painter.fillRect(QRectF(bar.left(), top, bar.width(), _BAR), QColor(theme.track))
        filled = QColor(theme.ink3 if self._pending else theme.ink2)
        painter.fillRect(QRectF(bar.left(), top, bar.width() * self._question.share, _BAR), filled)
        painter.setFont(font(12, tabular=True))
        painter.setPen(QColor(theme.ink3 if self._pending else theme.ink))
        painter.drawText(number, _RIGHT, self.words[2])

    def _paint_name(self, painter: QPainter, place: QRect, theme: Tokens) -> None:
        name, extent, _ = self.words
        painter.setFont(font(12))
        painter.setPen(QColor(theme.ink))
        painter.drawText(place, _LEFT, name)
        left = place.left() + painter.fontMetrics().horizontalAdvance(name) + SPACE[1]
        painter.setFont(font(11.5, tabular=True))
        painter.setPen(QColor(theme.ink3))
        painter.drawText(QRect(left, 0, place.right() - left, place.height()), _LEFT, extent)
        left += painter.fontMetrics().horizontalAdvance(extent) + SPACE[1]
        score = self._question and self._question.score
        if score and left + BARS_SIZE.width() <= place.right():
            paint_confidence(painter, left, (place.height() - BARS_SIZE.height()) / 2, score.confidence, theme)
