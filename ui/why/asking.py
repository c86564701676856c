"""Which widget shows which number, and how one asks about it: Shift+F1, Return, or a click."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.why.covering import Cover
from ui.widgets.focus_frame import FocusFrame

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.answers import Subject

    Asked: TypeAlias = Callable[[], Subject | None]
    AskedAt: TypeAlias = Callable[[QModelIndex], Subject | None]

WHY = "Why this number?"
HINT = "Why? Click, or Return (Shift+F1)"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Asking(QObject):
    """Knows what each marked widget is about; what lies within one is about the same unless it is marked itself."""

    wanted = Signal(object, QWidget)
    """The `Subject` asked about, and the widget that shows its number."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._marked: dict[int, Asked] = {}
        self._filter = _Clicks(self)

    def mark(self, widget: QWidget, asked: Asked, *, click: bool = False, stop: bool = False) -> None:
        """Let a widget be asked about.

        Parameters
        ----------
        click
            A click asks: only where a click does nothing else.
        stop
            The keyboard stops there, and Return asks.
        """
        key = id(widget)
        self._marked[key] = asked
        widget.destroyed.connect(lambda: self._marked.pop(key, None))
        if stop:
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            FocusFrame(widget)
        if click or stop:
            widget.setCursor(Qt.CursorShape.PointingHandCursor)
            widget.setToolTip(HINT)
            widget.installEventFilter(self._filter)

    def mark_cells(
        self, view: QAbstractItemView, asked: AskedAt, *, click: bool = False, activated: bool = True
    ) -> None:
        """Let the current cell of a table or list be asked about, also by its context menu.

        Parameters
        ----------
        click
            A click on a cell asks too: only where a click does nothing else.
        activated
            Return, and a double click, ask: only where they do nothing else.
        """
        self.mark(view, lambda: asked(view.currentIndex()))
        self.offer(view)
        if activated:
            view.activated.connect(lambda _: self.ask(view))
        if click:
            view.clicked.connect(lambda _: self.ask(view))

    def cover(self, root: QWidget) -> None:
        """Let a click on any number within a part of the window ask, where it does nothing else."""
        Cover(root, HINT, lambda widget: self.subject_of(widget) is not None, self.ask)

    def offer(self, widget: QWidget) -> None:
        """Offer the question in a context menu that is made of the actions of a widget."""
        action = QAction(WHY, widget)
        action.triggered.connect(lambda: self.ask(widget))
        widget.addAction(action)

    def subject_of(self, widget: QWidget | None) -> Subject | None:
        """Return what a widget is about: itself, or the nearest one around it that is about something now."""
        while widget is not None:
            asked = self._marked.get(id(widget))
            subject = None if asked is None else asked()
            if subject is not None:
                return subject
            widget = widget.parentWidget()
        return None

    def ask(self, widget: QWidget) -> None:
        """Ask about what a widget shows."""
        subject = self.subject_of(widget)
        if subject is not None:
            self.wanted.emit(subject, widget)


class _Clicks(QObject):
    """Turns clicks and Return on marked widgets into questions."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self._asking = asking

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QWidget):
            return False
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            if event.button() == Qt.MouseButton.LeftButton and watched.rect().contains(event.position().toPoint()):
                self._asking.ask(watched)
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self._asking.ask(watched)
            return True
        return False
