"""Scores that lie far from their data without a reason: a line each, which leads to its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.suggestion_text import basis_text, departure_text
from ui.live_sections import hairline
from ui.tokens import SPACE
from ui.widgets.indicator_link import IndicatorLink
from ui.widgets.ink_label import InkLabel, section_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.playbook import Playbook
    from advisor.suggestion import Departure


class ReviewList(QWidget):
    """Lists departures, the widest first; without any it is not shown."""

    chosen = Signal(str)
    """The indicator of a line that was clicked."""

    def __init__(self, playbook: Playbook) -> None:
        super().__init__()
        self._playbook = playbook
        self._lines: list[IndicatorLink] = []
        self._shown: tuple[Departure, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, SPACE[1], 0, 0)
        self._column.setSpacing(0)
        heading = InkLabel(section_font(), "ink2", "For review: far from the data, no reason given")
        heading.setContentsMargins(SPACE[1], SPACE[1], SPACE[1], SPACE[0])
        self._column.addWidget(hairline())
        self._column.addWidget(heading)
        self.hide()

    @property
    def lines(self) -> tuple[IndicatorLink, ...]:
        """The lines shown, from top to bottom."""
        return tuple(made for made in self._lines if not made.isHidden())

    def show_departures(self, departures: Sequence[Departure]) -> None:
        """List other scores."""
        if tuple(departures) == self._shown:
            return
        self._shown = tuple(departures)
        while len(self._lines) < len(departures):
            self._lines.append(made := IndicatorLink())
            made.clicked.connect(lambda _=False, line=made: self.chosen.emit(line.indicator))
            self._column.addWidget(made)
        for number, made in enumerate(self._lines):
            made.setVisible(number < len(departures))
            if number < len(departures):
                one = departures[number]
                made.show_line(one.indicator, departure_text(self._playbook, one), basis_text(one.suggestion))
        self.setVisible(bool(departures))
