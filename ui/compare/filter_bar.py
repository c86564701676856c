"""By what the ranked table is narrowed: words, a region, a stance, and the latest dates alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from advisor.playbook import STANCE_CLASSES
from advisor.ranking import Filter
from advisor.wording import STANCE_WORDS
from ui.tokens import SPACE
from ui.widgets.clear_button import ClearButton

if TYPE_CHECKING:
    from collections.abc import Iterable

ALL_REGIONS, ALL_STANCES = "All regions", "All stances"


class FilterBar(QWidget):
    """Tells of every change."""

    changed = Signal()
    """Other rows are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text, self.region, self.stance = QLineEdit(), QComboBox(), QComboBox()
        self.latest = QCheckBox("Latest only")
        self._dress()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[1])
        row.addWidget(self.text, 1)
        for widget in (self.region, self.stance, self.latest):
            row.addWidget(widget)
        self.text.textChanged.connect(lambda _: self.changed.emit())
        self.region.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.stance.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.latest.toggled.connect(lambda _: self.changed.emit())

    @property
    def is_on(self) -> bool:
        """Whether countries may be hidden."""
        return bool(self.text.text() or self.region.currentData() or self.stance.currentData())

    def wanted(self, always: str) -> Filter:
        """Return what is wanted; the assessment `always` is, whether or not it is the latest of its country."""
        return Filter(
            self.text.text(),
            self.region.currentData() or "",
            self.stance.currentData(),
            latest_only=self.latest.isChecked(),
            always=always,
        )

    def offer_regions(self, names: Iterable[str]) -> None:
        """Offer these regions; the one chosen stays chosen where it is among them."""
        chosen = self.region.currentData()
        with QSignalBlocker(self.region):
            self.region.clear()
            self.region.addItem(ALL_REGIONS, "")
            for name in names:
                self.region.addItem(name, name)
            self.region.setCurrentIndex(max(0, self.region.findData(chosen)))

    def clear(self) -> None:
        """Want every country."""
        with QSignalBlocker(self):
            self.text.clear()
            self.region.setCurrentIndex(0)
            self.stance.setCurrentIndex(0)
        self.changed.emit()

    def _dress(self) -> None:
        self.text.setPlaceholderText("Country or region")
        self.text.setAccessibleName("Filter by country or region")
        ClearButton(self.text)
        self.region.setAccessibleName("Filter by region")
        self.region.addItem(ALL_REGIONS, "")
        self.region.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.stance.setAccessibleName("Filter by stance")
        self.stance.addItem(ALL_STANCES, None)
        for stance in STANCE_CLASSES:
            self.stance.addItem(STANCE_WORDS[stance], stance)
        self.latest.setChecked(True)
        self.latest.setToolTip("One row a country: its latest assessment; the open one stands beside it")
