"""When each part of the package delivers, by the lead times of its options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.live_sections import line
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel, section_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.pathways import Delivery


class SequenceSection(QWidget):
    """A line for each month at which something begins to deliver."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[InkLabel, InkLabel]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE[1])
        self._grid.setVerticalSpacing(SPACE[0])
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        column.addWidget(line(section_font(), "ink2", "Sequence"))
        column.addWidget(InkLabel(font(11.5), "ink3", "when each part delivers, by its lead time"))
        column.addLayout(self._grid)

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """The lines shown."""
        return tuple((when.text(), what.text()) for when, what in self._rows if not when.isHidden())

    def show_deliveries(self, deliveries: Sequence[Delivery]) -> None:
        """Show other deliveries, in labels already made as far as they go."""
        self.setVisible(bool(deliveries))
        while len(self._rows) < len(deliveries):
            pair = line(font(12, tabular=True), "ink2"), InkLabel(font(12))
            for column, label in enumerate(pair):
                self._grid.addWidget(label, len(self._rows), column)
            self._rows.append(pair)
        for number, (when, what) in enumerate(self._rows):
            shown = number < len(deliveries)
            when.setVisible(shown)
            what.setVisible(shown)
            if shown:
                when.setText(f"month {deliveries[number].months:g}" if deliveries[number].months else "at once")
                what.setText("; ".join(deliveries[number].options))
        spoken = "; ".join(f"{when}: {what}" for when, what in self.lines)
        self.setAccessibleName(f"Sequence. {spoken}")

    def set_dimmed(self, *, dimmed: bool) -> None:
        """Show the deliveries as those of an earlier plan, or of this one."""
        for _, what in self._rows:
            what.set_ink("ink3" if dimmed else "ink")
