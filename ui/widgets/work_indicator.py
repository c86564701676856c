"""What is being done in the background: in words, how far it is, and a button that stops it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from collections.abc import Callable

_BAR_WIDTH, _BAR_HEIGHT = 96, 6
_STEPS = 1000


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of work; `share` is how much of it is done, None where nobody knows."""

    text: str
    share: float | None = None
    cancel: Callable[[], None] | None = None


class WorkIndicator(QWidget):
    """Shows the piece of work told of last; several may be under way at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._works: dict[str, Work] = {}
        self.text = InkLabel(font(11.5), "ink2")
        self.text.setWordWrap(False)
        self.text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(_BAR_WIDTH, _BAR_HEIGHT)
        self.bar.setAccessibleName("Progress of the work in the background")
        self.cancel = QPushButton("Cancel")
        self.cancel.setProperty("link", "true")
        self.cancel.setFont(font(11.5))
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[1])
        for widget in (self.text, self.bar, self.cancel):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._show()

    def tell(self, name: str, work: Work | None) -> None:
        """Say how a piece of work stands, by its name; None says that it is over."""
        if work is None:
            self._works.pop(name, None)
        else:
            self._works[name] = work
        self._show()

    @property
    def works(self) -> tuple[Work, ...]:
        """All that is under way, the one shown last."""
        return tuple(self._works.values())

    @property
    def current(self) -> Work | None:
        """The piece of work shown."""
        return next(reversed(self._works.values()), None)

    def _show(self) -> None:
        work = self.current
        self.text.setText(work.text if work else "")
        self.text.setVisible(work is not None)
        self.bar.setVisible(work is not None and work.share is not None)
        self.cancel.setVisible(work is not None and work.cancel is not None)
        if work is not None:
            self.bar.setValue(round(_STEPS * (work.share or 0.0)))
            self.cancel.setAccessibleName(f"Cancel: {work.text}")

    def _cancel(self) -> None:
        if self.current is not None and self.current.cancel is not None:
            self.current.cancel()
