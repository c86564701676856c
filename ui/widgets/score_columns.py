"""Where name, slider, number, range and confidence stand in a row, the same for all rows and headers of a side."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect

from ui.tokens import SPACE
from ui.widgets.confidence_bars import BARS_SIZE

_GAP = SPACE[1]
_NUMBER, _RANGE = 30, 52
_NAME = 196
_SLIDER_LEAST, _SLIDER_MOST = 92, 280
_BARS = BARS_SIZE.width() + 6


class ScoreColumns(NamedTuple):
    """Rectangles over the whole height of a row."""

    name: QRect
    slider: QRect
    number: QRect
    range: QRect
    confidence: QRect

    @property
    def words(self) -> QRect:
        """Number and range together, for a word in their place."""
        return self.number.united(self.range)


def score_columns(width: int, height: int) -> ScoreColumns:
    """Divide a row: the slider gets what names and numbers leave, names the rest."""
    fixed = _GAP * 6 + _NUMBER + _RANGE + _BARS
    slider = min(_SLIDER_MOST, max(_SLIDER_LEAST, width - fixed - _NAME))
    name = max(0, width - fixed - slider)
    rects = []
    left = _GAP
    for part in (name, slider, _NUMBER, _RANGE, _BARS):
        rects.append(QRect(left, 0, part, height))
        left += part + _GAP
    return ScoreColumns(*rects)
