"""What one point more and one point less would do to stance and verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from advisor.scorecard import what_if_text
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel, section_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.findings import Findings

UNKNOWN_COUNTS = "Not scored yet: it counts as anything from 0 to 10."
_LINES = 2


class WhatIfLines(QWidget):
    """Two lines such as "If 8.0: Divergent 71 → 77 %. No verdict changes."; dimmed while computed again."""

    def __init__(self, label_width: int) -> None:
        super().__init__()
        self._scored = True
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(SPACE[1])
        layout.setVerticalSpacing(0)
        layout.setColumnMinimumWidth(0, label_width)
        layout.setColumnStretch(1, 1)
        self._conditions = [InkLabel(section_font(), "ink2") for _ in range(_LINES)]
        self._changes = [InkLabel(font(12)) for _ in range(_LINES)]
        for row, (condition, change) in enumerate(zip(self._conditions, self._changes, strict=True)):
            condition.setWordWrap(False)
            layout.addWidget(condition, row, 0)
            layout.addWidget(change, row, 1)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines shown, as they read."""
        pairs = zip(self._conditions, self._changes, strict=True)
        return tuple(f"{one.text()}: {two.text()}" if one.text() else two.text() for one, two in pairs if two.text())

    @property
    def dimmed(self) -> bool:
        """Whether the lines are of an earlier edit."""
        return self._changes[0].ink == "ink3"

    def clear(self) -> None:
        """Say nothing until the changes are known."""
        self._write([])

    def set_scored(self, scored: bool) -> None:
        """An indicator without a score has no point more or less."""
        if scored != self._scored:
            self._scored = scored
            self.clear()

    def set_pending(self, pending: bool) -> None:
        """Dim the lines while they are of an earlier edit."""
        for label in self._changes:
            label.set_ink("ink3" if pending else "ink")

    def show_changes(self, indicator: str, before: Findings, moved: Sequence[tuple[float, Findings]]) -> None:
        """Compare findings with those of the score moved by so many points."""
        self._write([(_condition(indicator, after), what_if_text(before, after)) for _, after in moved])
        self.set_pending(False)

    def _write(self, lines: Sequence[tuple[str, str]]) -> None:
        shown = [*lines, *[("", "")] * _LINES] if self._scored else [("", UNKNOWN_COUNTS), ("", "")]
        for condition, change, (when, then) in zip(self._conditions, self._changes, shown, strict=False):
            condition.setText(when)
            change.setText(then)


def _condition(indicator: str, after: Findings) -> str:
    score = after.best.sheet.get(indicator)
    return "" if score is None else f"If {score.best:.1f}"
