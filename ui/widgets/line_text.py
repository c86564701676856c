"""One line of text, measured and elided once: a table asks for the same lines again on every paint."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from ui.tokens import font

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

_LINE = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value
LEFT = Qt.AlignmentFlag.AlignLeft.value | _LINE
RIGHT = Qt.AlignmentFlag.AlignRight.value | _LINE
CENTRE = Qt.AlignmentFlag.AlignHCenter.value | _LINE


@dataclass(frozen=True, slots=True)
class Type:
    """A font of the window, by what tells it from the others."""

    size: float
    serif: bool = False
    bold: bool = False
    tabular: bool = False


@lru_cache(maxsize=64)
def made(type_: Type) -> tuple[QFont, QFontMetricsF]:
    """Return the font with its metrics."""
    face = font(type_.size, serif=type_.serif, bold=type_.bold, tabular=type_.tabular)
    return face, QFontMetricsF(face)


@lru_cache(maxsize=4096)
def advance(type_: Type, text: str) -> float:
    """Return the width of a text."""
    return made(type_)[1].horizontalAdvance(text)


@lru_cache(maxsize=4096)
def elided(type_: Type, text: str, width: float) -> str:
    """Return as much of a text as fits, with an ellipsis where it does not."""
    if advance(type_, text) <= width:
        return text
    return made(type_)[1].elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))


@lru_cache(maxsize=1024)
def two_lines(text: str, type_: Type, width: float) -> tuple[str, ...]:
    """Return a text as the one or two lines that fit a width; what is too long for two ends in an ellipsis."""
    if advance(type_, text) <= width:
        return (text,)
    words, first = text.split(" "), 1
    while first < len(words) and advance(type_, " ".join(words[: first + 1])) <= width:
        first += 1
    rest = " ".join(words[first:])
    return (" ".join(words[:first]), rest) if rest else (text,)


def paint_line(
    painter: QPainter, box: QRectF, text: str, type_: Type, ink: QColor | str, alignment: int = LEFT
) -> float:
    """Paint one line in the middle of a box, elided where it does not fit; return the width taken."""
    shown = elided(type_, text, box.width())
    painter.setFont(made(type_)[0])
    painter.setPen(QColor(ink))
    painter.drawText(box, alignment, shown)
    return advance(type_, shown)
