"""One option of a plan: its name, its cost or a word, and a menu that pins it, rules it out or leaves it free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from advisor.plan_columns import PIN_WORDS
from advisor.wording import VERDICT_WORDS
from ui.plan import runs as text
from ui.plan.runs import Run
from ui.tokens import RADIUS_CHIP, tokens
from ui.widgets.glyphs import paint_verdict
from ui.widgets.keyboard_focus import KeyboardRing
from ui.widgets.line_text import RIGHT, Type, advance, paint_line

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPaintEvent

    from advisor.plan_columns import Entry, Pin

_ABOVE, LEAST, _PAD, _GAP, _GLYPH = 2.0, 20, 2.0, 6.0, 9.0
_ASIDE = Type(12, tabular=True)
_MENU: dict[Pin, str] = {
    "pinned": "&Pin: always in the package",
    "ruled_out": "&Rule out: never in the package",
    "free": "&Leave it to the plan",
}
_STEPS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class OptionRow(KeyboardRing, QAbstractButton):
    """A click, Space or Enter opens the menu; arrow keys go to the neighbours."""

    pin_wanted = Signal(str, str)
    """The option, and what becomes of it: pinned, ruled_out or free."""
    left = Signal(int, int)
    """The keyboard wants to go so many columns to the right and so many rows down."""
    reached = Signal()
    """The keyboard is here now."""

    def __init__(self, *, with_verdict: bool) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self._with_verdict, self._dimmed = with_verdict, False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.offer)

    @property
    def entry(self) -> Entry | None:
        """The option shown."""
        return self._entry

    def show_entry(self, entry: Entry) -> None:
        """Show another option."""
        self._entry = entry
        pin = "" if entry.pin == "free" else PIN_WORDS[entry.pin]
        words = (entry.name, f"rated {VERDICT_WORDS[entry.verdict]}", entry.aside, pin)
        self.setText(entry.name)
        self.setAccessibleName(", ".join(word for word in words if word))
        self.setAccessibleDescription(" ".join(entry.notes))
        self.setToolTip("\n".join((entry.name, *entry.notes)))
        self.updateGeometry()
        self.update()

    def set_dimmed(self, *, dimmed: bool) -> None:
        """Show the option as of an earlier plan, or of this one."""
        if dimmed != self._dimmed:
            self._dimmed = dimmed
            self.update()

    def menu(self) -> QMenu:
        """Return the menu of what may become of the option."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(made)
        for pin, words in _MENU.items():
            action = made.addAction(words)
            action.setCheckable(True)
            action.setChecked(self._entry is not None and self._entry.pin == pin)
            action.triggered.connect(lambda _=False, pin=pin: self._want(pin))
            group.addAction(action)
        return made

    def offer(self) -> None:
        """Open the menu below the row."""
        self.menu().popup(self.mapToGlobal(QPoint(0, self.height())))

    # What Qt calls

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(110, LEAST)

    def heightForWidth(self, width: int) -> int:
        return max(LEAST, round(2 * _ABOVE + text.height(self._runs(), self._room(width))))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keyboard.key_used()
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.left.emit(*_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._entry is None:
            return
        painter, theme = QPainter(self), tokens(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(theme.accent_soft))
        if self._with_verdict:
            glyph = QRectF(_PAD, _ABOVE + 3.5, _GLYPH, _GLYPH)
            colour = QColor(theme.ink3) if self._dimmed else theme.verdict(self._entry.verdict)
            paint_verdict(painter, glyph, self._entry.verdict, colour)
        text.paint(painter, self._start, _ABOVE, self._room(self.width()), self._runs(), theme, dim=self._dimmed)
        line = QRectF(0, _ABOVE, self.width() - _PAD, text.height((Run("x"),), self.width()))
        paint_line(painter, line, self._entry.aside, _ASIDE, theme.ink3 if self._dimmed else theme.ink2, RIGHT)
        if self.ringed:
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CHIP, RADIUS_CHIP)

    # Inside

    @property
    def _start(self) -> float:
        return _PAD + (_GLYPH + _GAP if self._with_verdict else 0.0)

    def _room(self, width: int) -> float:
        aside = advance(_ASIDE, self._entry.aside) + _GAP if self._entry and self._entry.aside else 0.0
        return width - self._start - aside - _PAD

    def _runs(self) -> tuple[Run, ...]:
        if self._entry is None:
            return ()
        if self._entry.pin == "free":
            return (Run(self._entry.name),)
        mark = Run(f"  {PIN_WORDS[self._entry.pin]}", "ink2", size=11, bold=True)
        return (Run(self._entry.name, "ink3" if self._entry.pin == "ruled_out" else "ink"), mark)

    def _want(self, pin: Pin) -> None:
        if self._entry is not None and pin != self._entry.pin:
            self.pin_wanted.emit(self._entry.option, pin)
