"""A slider with three handles for low, best and high, which never cross."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from advisor.phrasing import capitalised
from advisor.scorecard import spoken_score
from advisor.scoring import snapped, with_best, with_high, with_low
from ui.tokens import tokens
from ui.widgets.axis import slider_axis
from ui.widgets.range_painting import paint_axis, paint_focus, paint_score, paint_suggested, paint_unknown
from ui.widgets.score_keys import FINE_STEP, STEP, TypedScore, digit_or_point, moved, removes

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent

    from advisor.playbook import Side
    from advisor.scores import Score
    from ui.widgets.axis import Axis, Handle

TYPING_PAUSE_MS = 1200
_HEIGHT = 27


class RangeSlider(QWidget):
    """Shows and edits the score of one indicator; without a score it is a hollow bar over the whole scale.

    A tick of a drag, or of a key held down, is `previewed`; what it comes to is `edited`, once.
    """

    previewed = Signal(object)
    """A Score in the middle of a movement."""
    edited = Signal(object)
    """The Score to keep, or None where the indicator is unknown again."""
    focused = Signal()
    """The keyboard speaks to this slider now."""

    def __init__(self, name: str, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._side = name, side
        self._score: Score | None = None
        self._suggested: tuple[tuple[float, bool], ...] = ()
        self._editable = True
        self._unsaved = False
        self._held: Handle | None = None
        self._grip = 0.0
        self._typed = TypedScore()
        self.typing_pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self.typing_pause.timeout.connect(self._typed.clear)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(60, _HEIGHT)
        self._describe()

    @property
    def score(self) -> Score | None:
        """The score shown."""
        return self._score

    @property
    def axis(self) -> Axis:
        """The axis the handles stand on."""
        return slider_axis(self.width())

    def set_score(self, score: Score | None) -> None:
        """Show another score; nothing is emitted."""
        if score != self._score:
            self._score = score
            self._describe()
            self.update()

    def set_suggested(self, marks: tuple[tuple[float, bool], ...], text: str) -> None:
        """Mark the scores that data suggest, each with whether the data are sound; `text` says the same in words."""
        if marks != self._suggested:
            self._suggested = marks
            self.update()
        self.setAccessibleDescription(text)
        self.setToolTip(capitalised(text))

    def set_editable(self, editable: bool) -> None:
        """Let keys and mouse change the score, or only look at it."""
        self._editable = editable
        self.update()
        self.setCursor(Qt.CursorShape.PointingHandCursor if editable else Qt.CursorShape.ArrowCursor)
        self._describe()

    def edit(self, score: Score | None) -> None:
        """Change the score and have it kept."""
        if self._editable and score != self._score:
            self.set_score(score)
            self._unsaved = False
            self.edited.emit(score)

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._understands(event):
            event.accept()  # "Delete" on a score is not "Delete" in a menu
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._editable or not self._understands(event):
            super().keyPressEvent(event)
            return
        stroke = digit_or_point(event)
        if stroke:
            self._type(stroke)
            return
        self._typed.clear()
        if removes(event):
            self.edit(None)
        elif event.isAutoRepeat():
            self._preview(moved(event, self._score))
        else:
            self.edit(moved(event, self._score))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self._keep()
        super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._editable:
            return
        self._typed.clear()
        x, axis = event.position().x(), self.axis
        self._held = axis.handle_at(x, self._score) if self._score else None
        if self._held and self._score:
            self._grip = x - axis.x(getattr(self._score, self._held))
        else:
            self._held, self._grip = "best", 0.0
            self._drag_to(x, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self._drag_to(event.position().x(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = None
            self._keep()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._typed.clear()
        self._held = None
        self._keep()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, axis, middle = QPainter(self), tokens(self.palette()), self.axis, self.height() / 2
        paint_suggested(painter, axis, self._suggested, theme)
        if self._score is None:
            paint_unknown(painter, axis, middle, theme, self.hasFocus())
            return
        paint_axis(painter, axis, middle, theme)
        paint_score(painter, axis, middle, self._score, theme, self._side, editable=self._editable)
        if self.hasFocus():
            paint_focus(painter, axis.x(self._score.best), middle, theme)

    def _understands(self, event: QKeyEvent) -> bool:
        return bool(digit_or_point(event)) or removes(event) or moved(event, self._score) is not None

    def _type(self, stroke: str) -> None:
        score = self._typed.type(stroke, self._score)
        self.typing_pause.start()
        if score is not None:
            self.edit(score)

    def _drag_to(self, x: float, modifiers: Qt.KeyboardModifier) -> None:
        fine = modifiers & Qt.KeyboardModifier.ControlModifier
        value = snapped(self.axis.value(x - self._grip), FINE_STEP if fine else STEP)
        if self._score is None or self._held == "best":
            self._preview(with_best(self._score, value))
        else:
            self._preview((with_low if self._held == "low" else with_high)(self._score, value))

    def _preview(self, score: Score | None) -> None:
        if score is not None and score != self._score:
            self.set_score(score)
            self._unsaved = True
            self.previewed.emit(score)

    def _keep(self) -> None:
        if self._unsaved:
            self._unsaved = False
            self.edited.emit(self._score)

    def _describe(self) -> None:
        spoken = spoken_score(self._name, self._score)
        self.setAccessibleName(spoken if self._editable else f"{spoken}, read only")
