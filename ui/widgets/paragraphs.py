"""Several paragraphs in one look, a little apart from each other; as a list, each behind a dash in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

DASH = "–"


class Paragraphs(QWidget):
    """Keeps the labels that it has made."""

    def __init__(self, size: float = 12.5, *, listed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size, self._listed = size, listed
        self._labels: list[InkLabel] = []
        self._dashes: list[InkLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE[1])
        self._grid.setVerticalSpacing(SPACE[0] if listed else SPACE[1])
        self._grid.setColumnStretch(1, 1)

    @property
    def texts(self) -> tuple[str, ...]:
        """The paragraphs shown."""
        return tuple(label.text() for label in self._labels if not label.isHidden())

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show other paragraphs."""
        while len(self._labels) < len(texts):
            self._add()
        for place, label in enumerate(self._labels):
            shown = place < len(texts)
            label.setText(texts[place] if shown else "")
            label.setVisible(shown)
            self._dashes[place].setVisible(shown and self._listed)

    def _add(self) -> None:
        row = len(self._labels)
        dash, label = InkLabel(font(self._size), "ink3", DASH), InkLabel(font(self._size))
        dash.setWordWrap(False)
        dash.hide()
        self._dashes.append(dash)
        self._labels.append(label)
        if self._listed:
            self._grid.addWidget(dash, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label, row, 1)
