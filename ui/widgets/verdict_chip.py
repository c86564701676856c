"""A verdict as glyph and word: fill, shape and text say the same, so that none of them is needed alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor.wording import VERDICT_WORDS
from ui.tokens import RADIUS_CHIP, font, tokens
from ui.widgets.glyphs import paint_verdict

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from advisor.findings import Verdict

_GLYPH = 11.0
_HEIGHT, _PAD, _GAP, _TEXT = 20, 8.0, 6.0, 11.5


class VerdictChip(QWidget):
    """The verdict of one option."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict: Verdict | None = None
        self._font = font(_TEXT, bold=True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def verdict(self) -> Verdict | None:
        """The verdict shown."""
        return self._verdict

    def set_verdict(self, verdict: Verdict) -> None:
        """Show another verdict."""
        if verdict != self._verdict:
            self._verdict = verdict
            self.setAccessibleName(f"Verdict: {VERDICT_WORDS[verdict]}")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        words = VERDICT_WORDS[self._verdict] if self._verdict else ""
        text = QFontMetricsF(self._font).horizontalAdvance(words)
        return QSize(round(_PAD + _GLYPH + _GAP + text + _PAD), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._verdict is None:
            return
        chip = tokens(self.palette()).verdicts[self._verdict]
        painter, colour = QPainter(self), QColor(chip.text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(chip.fill) if self._verdict == "lead" else colour, 1))
        painter.setBrush(QColor(chip.fill))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
        glyph = QRectF(_PAD, (self.height() - _GLYPH) / 2, _GLYPH, _GLYPH)
        paint_verdict(painter, glyph, self._verdict, colour)
        painter.setFont(self._font)
        painter.setPen(colour)
        words = QRectF(box).adjusted(_PAD + _GLYPH + _GAP, 0, 0, 0)
        painter.drawText(
            words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, VERDICT_WORDS[self._verdict]
        )
