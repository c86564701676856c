"""Where the parts of a row stand: name, slider, number, range, confidence and notes, the same for all of a side."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect

from ui.tokens import SPACE
from ui.widgets.confidence_bars import BARS_SIZE

_GAP = SPACE[1]
_NUMBER, _RANGE = 30, 52
_NAME = 204
_SLIDER_LEAST, _SLIDER_MOST = 92, 300
_BARS = BARS_SIZE.width() + 4
_NOTES = 26


class ScoreColumns(NamedTuple):
    """Rectangles over the whole height of a row."""

    name: QRect
    slider: QRect
    number: QRect
    range: QRect
    confidence: QRect
    notes: QRect

    @property
    def words(self) -> QRect:
        """Number and range together, for a word in their place."""
        return self.number.united(self.range)


def score_columns(width: int, height: int) -> ScoreColumns:
    """Divide a row: the slider gets what names and numbers leave, names the rest."""
    numbers = _GAP + _NUMBER + _GAP + _RANGE + _GAP + _BARS + _NOTES + _GAP
    slider = min(_SLIDER_MOST, max(_SLIDER_LEAST, width - numbers - _NAME))
    name = QRect(_GAP, 0, max(0, width - numbers - slider), height)
    axis = QRect(name.right() + 1, 0, slider, height)
    number = QRect(axis.right() + 1, 0, _NUMBER, height)
    extent = QRect(number.right() + 1 + _GAP, 0, _RANGE, height)
    bars = QRect(extent.right() + 1 + _GAP, 0, _BARS, height)
    notes = QRect(bars.right() + 1, 0, _NOTES, height)
    return ScoreColumns(name, axis, number, extent, bars, notes)
