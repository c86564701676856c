"""A label in one of the inks of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QLabel

from ui.tokens import SPACE, font, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics, QPaintEvent

Ink = Literal["ink", "ink2", "ink3"]
_NO_BREAK = "\N{NO-BREAK SPACE}"
_SHORT, _MOST_HELD = 0.15, 3
"""Share of a line below which the last one takes another word, and how many words it takes at most: with more the line
before would end early enough to be seen."""


def section_font() -> QFont:
    """Return the font of section labels: small semibold capitals."""
    made = font(11, bold=True)
    made.setCapitalization(QFont.Capitalization.AllUppercase)
    made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)
    return made


class InkLabel(QLabel):
    """Plain text, wrapped, whose colour is looked up on every paint, so that a change of theme needs no wiring."""

    def __init__(self, font: QFont, ink: Ink = "ink", text: str = "") -> None:
        super().__init__(text)
        self._ink = ink
        self.setFont(font)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    @property
    def ink(self) -> Ink:
        """The ink the text is written in."""
        return self._ink

    def set_ink(self, ink: Ink) -> None:
        """Write the text in another ink from now on."""
        if ink != self._ink:
            self._ink = ink
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(getattr(tokens(self.palette()), self._ink)))
        wrap = Qt.TextFlag.TextWordWrap if self.wordWrap() else Qt.TextFlag.TextSingleLine
        text = without_orphan(self.text(), self.fontMetrics(), self.contentsRect().width())
        painter.drawText(self.contentsRect(), self.alignment() | wrap, text)


def section_label(text: str, above: int = SPACE[1]) -> InkLabel:
    """Return the label of a section, so far apart from what stands above it that it belongs to what stands below."""
    made = InkLabel(section_font(), "ink2", text)
    made.setContentsMargins(0, above, 0, 0)
    return made


def without_orphan(text: str, metrics: QFontMetrics, width: int) -> str:
    """Hold the last words together where they fit a line: one word alone on the last line reads as a slip."""
    before, space, tail = text.rpartition(" ")
    held = text
    for words in range(2, _MOST_HELD + 1):
        if not space or (words > 2 and metrics.horizontalAdvance(tail) > width * _SHORT):
            break
        before, space, word = before.rpartition(" ")
        tail = f"{word}{_NO_BREAK}{tail}"
        if metrics.horizontalAdvance(tail) > width:
            break
        held = f"{before}{space}{tail}"
    return held
