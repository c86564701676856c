"""Choosing which data series of a case a chart shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.tokens import font

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QAction

    from advisor.case_series import DataSeries


class SeriesMenu(QPushButton):
    """A button that says how many series are shown and opens the list of all."""

    chosen = Signal(tuple)
    """Places of the series to show, in the order of the case."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("link", "true")
        self.setFont(font(11.5))
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.setProperty("menu", "true")

    @property
    def ticks(self) -> tuple[QAction, ...]:
        """One action a series, ticked where it is shown."""
        return tuple(self._menu.actions())

    def show_series(self, series: Sequence[DataSeries], shown: Collection[int]) -> None:
        """List the series of a case; without any, there is no button."""
        self.setVisible(bool(series))
        self.setText(f"Data series: {len(shown)} of {len(series)} shown")
        self.setAccessibleName(self.text())
        titles = [one.title for one in series]
        if titles != [action.text() for action in self.ticks]:
            self._list(titles)
        for place, action in enumerate(self.ticks):
            action.setChecked(place in shown)

    def _list(self, titles: Sequence[str]) -> None:
        self._menu.clear()
        for title in titles:
            action = self._menu.addAction(title)
            action.setCheckable(True)
            action.triggered.connect(lambda _: self._tell())

    def _tell(self) -> None:
        self.chosen.emit(tuple(place for place, action in enumerate(self.ticks) if action.isChecked()))
