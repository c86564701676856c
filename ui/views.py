"""What stands in the middle of the window in place of the open assessment: Compare, Track record, Settings and such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui.case_header import HEIGHT
from ui.live_sections import hairline
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from collections.abc import Callable


class Views(QWidget):
    """One view at a time under its heading, made when it is first wanted; Back, or Escape, leaves it.

    A view is a widget. What it computes it computes while it is visible, and on a thread of its own; where it has a
    method `close_work() -> bool`, the window calls it when it closes.
    """

    shown = Signal(str)
    """The name of the view that is shown now."""
    left = Signal()
    """The assessment, or the empty page, is wanted again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._made: dict[str, QWidget] = {}
        self.heading = InkLabel(font(24, serif=True, bold=True))
        self.back = QPushButton("Back")
        self.back.setToolTip("Leave this view (Esc)")
        self._stack = QStackedWidget()
        self._lay_out()
        self.back.clicked.connect(self.left)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all views, in the order in which they were added."""
        return tuple(self._makers)

    def add(self, name: str, make: Callable[[], QWidget]) -> None:
        """Offer a view under a name, which is its heading."""
        self._makers[name] = make

    def view(self, name: str) -> QWidget:
        """Return a view, made if it was not yet."""
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self._stack.addWidget(self._made[name])
        return self._made[name]

    def show_view(self, name: str) -> None:
        """Show the view of a name."""
        view = self.view(name)
        self.heading.setText(name)
        self._stack.setCurrentWidget(view)
        self.shown.emit(name)
        view.setFocus()

    def close_work(self) -> bool:
        """Stop the background work of the views; say whether all of it ended in time."""
        ended = [view.close_work() for view in self._made.values() if hasattr(view, "close_work")]
        return all(ended)

    def _lay_out(self) -> None:
        head = QWidget()
        head.setFixedHeight(HEIGHT)
        row = QHBoxLayout(head)
        row.setContentsMargins(SPACE[3], 0, SPACE[3], 0)
        row.addWidget(self.heading, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(hairline())
        column.addWidget(self._stack, 1)
