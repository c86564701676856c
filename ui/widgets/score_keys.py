"""What the keys do to a score: arrows, pages and ends move it, digits write it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from advisor.scores import SCALE
from advisor.scoring import best_of, with_best, with_high, with_low

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from advisor.scores import Score

STEP, FINE_STEP, PAGE_STEP = 0.5, 0.1, 1.0
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_PAGES = {Qt.Key.Key_PageDown: -PAGE_STEP, Qt.Key.Key_PageUp: PAGE_STEP}
_ENDS = {Qt.Key.Key_Home: SCALE[0], Qt.Key.Key_End: SCALE[1]}
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_POINTS = (".", ",")
_NUMBER = re.compile(r"\d{1,2}|\d?\.\d|\d\.")


def removes(event: QKeyEvent) -> bool:
    """Say whether a key makes the indicator unknown again."""
    return event.key() in _REMOVE and not _held(event)


def moved(event: QKeyEvent, score: Score | None) -> Score | None:
    """Return the score that an arrow, page or end key makes of `score`, or None where the key does not move it."""
    key = Qt.Key(event.key())
    if key in _ARROWS:
        return _by_arrow(event, score, _ARROWS[key])
    if _held(event):
        return None
    if key in _PAGES:
        return with_best(score, best_of(score) + _PAGES[key])
    return with_best(score, _ENDS[key]) if key in _ENDS else None


def digit_or_point(event: QKeyEvent) -> str:
    """Return the digit or decimal point that was typed, or nothing."""
    text = event.text()
    if _held(event) or len(text) != 1:
        return ""
    return "." if text in _POINTS else text if text in "0123456789" else ""


class TypedScore:
    """A number as it is typed: "7", "10" or "6.5"; every stroke counts from the score there was before the first."""

    def __init__(self) -> None:
        self._text = ""
        self._before: Score | None = None

    def clear(self) -> None:
        """Let the next stroke begin a new number."""
        self._text = ""

    def type(self, stroke: str, score: Score | None) -> Score | None:
        """Return the score after one more digit or point; a digit that does not fit begins a new number."""
        if not self._text or not _is_score(self._text + stroke):
            self._text, self._before = "", score
        self._text += stroke
        return with_best(self._before, float(self._text)) if _is_score(self._text) else score


def _by_arrow(event: QKeyEvent, score: Score | None, direction: int) -> Score | None:
    held = event.modifiers()
    points = direction * (FINE_STEP if held & Qt.KeyboardModifier.ControlModifier else STEP)
    if held & Qt.KeyboardModifier.ShiftModifier:
        return score and with_high(score, score.high + points)
    if held & Qt.KeyboardModifier.AltModifier:
        return score and with_low(score, score.low + points)
    return with_best(score, best_of(score) + points)


def _held(event: QKeyEvent) -> bool:
    control, alt, meta = (
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.MetaModifier,
    )
    return bool(event.modifiers() & (control | alt | meta))


def _is_score(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None and float(text) <= SCALE[1]
