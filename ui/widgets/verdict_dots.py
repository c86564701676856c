"""One glyph an option, in order of verdict: how much of the menu the government can live with, at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor.findings import VERDICTS
from advisor.wording import VERDICT_WORDS
from ui.tokens import tokens
from ui.widgets.glyphs import paint_verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

    from advisor.findings import Verdict

_GLYPH, _STEP, _HEIGHT = 9.0, 11.0, 14


class VerdictDots(QWidget):
    """A row of glyphs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[Verdict, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_counts(self, counts: Mapping[Verdict, int]) -> None:
        """Show so many glyphs of each verdict."""
        self._counts = counts
        spoken = (f"{counts.get(verdict, 0)} {VERDICT_WORDS[verdict].lower()}" for verdict in VERDICTS)
        self.setAccessibleName("Options by verdict: " + ", ".join(spoken))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), tokens(self.palette())
        verdicts = [verdict for verdict in VERDICTS for _ in range(self._counts.get(verdict, 0))]
        room = (self.width() - _GLYPH) / max(1, len(verdicts) - 1)
        step = min(_STEP, room)
        for place, verdict in enumerate(verdicts):
            box = QRectF(place * step, (self.height() - _GLYPH) / 2, _GLYPH, _GLYPH)
            paint_verdict(painter, box, verdict, theme.verdict(verdict))
