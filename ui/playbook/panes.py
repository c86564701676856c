"""How the parts of the view share its room: the list, what is said of an entry, and before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.playbook.effect_panel import EffectPanel

WIDE_FROM = 1000
_WIDE, _NARROW = (9, 11), (17, 12)
_HEIGHTS = (5, 4)
_UNIT = 50
"""What splitters make of their shares at first; only the proportion counts."""


class Panes(QWidget):
    """Before and after stand below what is said of an entry, or below both where there is little width."""

    def __init__(self, listed: QWidget, detail: QWidget, effects: EffectPanel) -> None:
        super().__init__()
        self._effects = effects
        self._right = _splitter(Qt.Orientation.Vertical, detail)
        self._across = _splitter(Qt.Orientation.Horizontal, listed, self._right)
        self._whole = _splitter(Qt.Orientation.Vertical, self._across)
        self._narrow: bool | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)
        self._arrange(narrow=False)

    @property
    def narrow(self) -> bool:
        """Whether before and after stand below both other parts."""
        return bool(self._narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(narrow=event.size().width() < WIDE_FROM)

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        (self._whole if narrow else self._right).addWidget(self._effects)
        self._effects.set_side_by_side(narrow)
        _share(self._across, _NARROW if narrow else _WIDE)
        _share(self._whole if narrow else self._right, _HEIGHTS if narrow else (1, 1))


def _splitter(way: Qt.Orientation, *parts: QWidget) -> QSplitter:
    made = QSplitter(way)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(1)
    for part in parts:
        made.addWidget(part)
    return made


def _share(splitter: QSplitter, shares: tuple[int, int]) -> None:
    for place, share in enumerate(shares):
        splitter.setStretchFactor(place, share)
    splitter.setSizes([share * _UNIT for share in shares])
