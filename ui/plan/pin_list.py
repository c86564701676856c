"""The options that the analyst has pinned or ruled out, each with a button that leaves it to the plan again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from advisor.plan_columns import PIN_WORDS
from ui.live_sections import line
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.plan_columns import Pin
    from advisor.playbook import Playbook

HINT = "Click an option in a column, or press Space on it, to pin it or rule it out."


class PinList(QWidget):
    """A row an option; where there are none, how to come by one."""

    freed = Signal(str)
    """The option to leave to the plan again."""

    def __init__(self, playbook: Playbook) -> None:
        super().__init__()
        self._playbook = playbook
        self._shown: tuple[tuple[str, Pin], ...] = ()
        self.hint = InkLabel(font(11.5), "ink3", HINT)
        self.buttons: list[QPushButton] = []
        self._rows: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE[1])
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.hint, 0, 0, 1, 3)

    def show_pins(self, pins: Sequence[tuple[str, Pin]]) -> None:
        """Show other options with what was decided of them; the keyboard stays in the list where it can."""
        if tuple(pins) == self._shown:
            return
        had = next((place for place, button in enumerate(self.buttons) if button.hasFocus()), None)
        self._shown = tuple(pins)
        for widget in self._rows:
            widget.hide()
            widget.deleteLater()
        self._rows, self.buttons = [], []
        for number, (option, pin) in enumerate(pins, 1):
            self._add(number, option, pin)
        self.hint.setVisible(not pins)
        if had is not None and self.buttons:
            self.buttons[min(had, len(self.buttons) - 1)].setFocus()

    def _add(self, row: int, option: str, pin: Pin) -> None:
        name = self._playbook.option[option].name
        word, label, button = (
            line(font(11.5), "ink2", PIN_WORDS[pin]),
            InkLabel(font(12), "ink", name),
            QPushButton("✕"),
        )
        button.setProperty("link", "true")
        button.setFont(font(11.5))
        button.setToolTip(f"Leave {name} to the plan")
        button.setAccessibleName(f"Leave {name} to the plan; it is {PIN_WORDS[pin]}")
        button.clicked.connect(lambda: self.freed.emit(option))
        self.buttons.append(button)
        for column, widget in enumerate((word, label, button)):
            self._rows.append(widget)
            self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)
            widget.show()
