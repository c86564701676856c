"""A line that leads to an indicator: what is to be said of it, its range and share where known, and details below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from advisor.scorecard import range_text
from advisor.wording import percent
from ui.tokens import RADIUS_CONTROL, SPACE, tokens
from ui.widgets.confidence_bars import BARS_SIZE, paint_confidence
from ui.widgets.keyboard_focus import KeyboardRing
from ui.widgets.line_text import LEFT, RIGHT, Type, paint_line
from ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from advisor.scores import Score
    from ui.tokens import Tokens

_LINE, _ABOVE, _BAR = 17, 4, 7
_TEXT, _DETAIL, _RANGE = Type(12), Type(11.5), Type(11.5, tabular=True)
_SHARE = Type(12, tabular=True)
_NUMBER, _SHARE_BAR = 40.0, 88.0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class IndicatorLink(KeyboardRing, QAbstractButton):
    """A click, Space or Enter leads to the indicator; `set_dimmed` says that the line is of earlier scores."""

    def __init__(self) -> None:
        super().__init__()
        self.indicator = ""
        self._range = ""
        self._details: tuple[str, ...] = ()
        self._score: Score | None = None
        self._share: float | None = None
        self._dimmed = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def words(self) -> tuple[str, ...]:
        """What is said, the range, the share and the details."""
        return self.text(), self._range, "" if self._share is None else percent(self._share), *self._details

    @property
    def dimmed(self) -> bool:
        """Whether the line is of earlier scores."""
        return self._dimmed

    def show_line(self, indicator: str, text: str, *details: str) -> None:
        """Say something of an indicator."""
        self.indicator, self._range, self._score, self._share = indicator, "", None, None
        self._details = tuple(detail for detail in details if detail)
        self._tell(text)

    def show_share(self, indicator: str, name: str, score: Score | None, share: float, detail: str) -> None:
        """Show an indicator with its range and confidence, or "unknown", and a share as a bar."""
        self.indicator, self._score, self._share, self._details = indicator, score, share, (detail,)
        self._range = "unknown" if score is None else range_text(score)
        self._tell(name)

    def set_dimmed(self, *, dimmed: bool) -> None:
        """Dim what depends on the scores, or not."""
        if dimmed != self._dimmed:
            self._dimmed = dimmed
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _LINE * (1 + len(self._details)) + 2 * _ABOVE)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keyboard.key_used()
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), tokens(self.palette())
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(theme.accent_soft))
        box = QRectF(SPACE[1], _ABOVE, self.width() - 2 * SPACE[1], _LINE)
        self._paint_first_line(painter, box, theme)
        for number, detail in enumerate(self._details, 1):
            paint_line(painter, box.translated(0, number * _LINE), detail, _DETAIL, theme.ink3, LEFT)
        if self.ringed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)

    def _paint_first_line(self, painter: QPainter, box: QRectF, theme: Tokens) -> None:
        if self._share is not None:
            self._paint_share(painter, box, self._share, theme)
            box = box.adjusted(0, 0, -_NUMBER - _SHARE_BAR - SPACE[1], 0)
        ink = theme.ink3 if self._dimmed else theme.ink
        left = box.left() + paint_line(painter, box, self.text(), _TEXT, ink, LEFT) + SPACE[1]
        rest = QRectF(left, box.top(), max(0.0, box.right() - left), box.height())
        left += paint_line(painter, rest, self._range, _RANGE, theme.ink3, LEFT) + SPACE[1]
        if self._score is not None and left + BARS_SIZE.width() <= box.right():
            top = box.center().y() - BARS_SIZE.height() / 2
            paint_confidence(painter, left, top, self._score.confidence, theme)

    def _paint_share(self, painter: QPainter, box: QRectF, share: float, theme: Tokens) -> None:
        number = QRectF(box.right() - _NUMBER, box.top(), _NUMBER, box.height())
        paint_line(painter, number, percent(share), _SHARE, theme.ink3 if self._dimmed else theme.ink, RIGHT)
        bar = QRectF(number.left() - _SHARE_BAR, box.center().y() - _BAR / 2, _SHARE_BAR, _BAR)
        painter.fillRect(bar, QColor(theme.track))
        bar.setWidth(_SHARE_BAR * min(1.0, share))
        painter.fillRect(bar, QColor(theme.ink3 if self._dimmed else theme.ink2))

    def _tell(self, text: str) -> None:
        self.setText(text)
        confidence = f"{self._score.confidence} confidence" if self._score else ""
        self.setAccessibleName(", ".join(word for word in (*self.words[:3], confidence) if word))
        self.setAccessibleDescription("; ".join(self._details))
        self.setToolTip(plain_tip("\n".join((text, *self._details))))
        self.updateGeometry()
        self.update()
