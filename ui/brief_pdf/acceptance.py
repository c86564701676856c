"""The chart of the Brief on paper: a bar an option for its likelihood now, a diamond for the horizon, ICD 203 bands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from advisor.wording import percent
from ui.brief_pdf.canvas import Cell, Run
from ui.brief_pdf.columns import INDENT, Columns, section
from ui.tokens import LIGHT
from ui.widgets.glyphs import paint_verdict

if TYPE_CHECKING:
    from advisor.briefing import Briefing
    from advisor.findings import Verdict
    from advisor.options_table import AcceptanceRow
    from ui.brief_pdf.canvas import Canvas

_ROW, _BAR, _AXIS, _TICK, _WORDS = 12.6, 8.4, 30.0, 7.0, 16.0
_DIAMOND, _GLYPH, _BESIDE = 3.0, 6.4, 11.0
_NARROWEST_NAMED = 0.09
_SMALL, _LABEL = 7.2, 8.6
_GRID = "#B4BCC4"
_BARS: dict[Verdict, str] = {
    "lead": LIGHT.verdicts["lead"].fill,
    "offer_with_conditions": "#5FA99D",
    "hold_in_reserve": LIGHT.outline,
    "avoid": LIGHT.error,
}


def paint_acceptance(canvas: Canvas, briefing: Briefing) -> None:
    """Paint the section on the chance of acceptance."""
    about = f"Bar: now.   ◇ {briefing.horizon_text}.   Lines: ICD 203 bands."
    section(canvas, "Chance of acceptance", "Now", briefing.horizon_text.capitalize(), about)
    top = canvas.y
    rows = briefing.acceptance
    _bands(canvas, briefing, top, top + _ROW * len(rows))
    for number, one in enumerate(rows):
        _option(canvas, one, top + _ROW * (number + 0.5))
    canvas.space(_ROW * len(rows) + _AXIS)


def _option(canvas: Canvas, one: AcceptanceRow, middle: float) -> None:
    at = Columns(canvas.width)
    # Its glyph is painted, because few fonts hold it.
    label = canvas.fitted(Run(one.label.partition(" ")[2], _LABEL), at.body.left - INDENT - _BESIDE)
    canvas.place(Cell(INDENT + _BESIDE, canvas.width, (label,)), middle)
    canvas.fill(at.body.left, middle - _BAR / 2, at.body.width * one.p_now, _BAR, _BARS[one.verdict])
    for place, value in ((at.figure, one.p_now), (at.aside, one.p_horizon)):
        canvas.place(place.cell((Run(percent(value), _LABEL),), Qt.AlignmentFlag.AlignRight), middle)
    painter = canvas.painter
    if painter is None:
        return
    glyph = canvas.box(INDENT, middle - _GLYPH / 2, _GLYPH, _GLYPH)
    paint_verdict(painter, glyph, one.verdict, LIGHT.verdict(one.verdict))
    diamond = canvas.box(at.body.left + at.body.width * one.p_horizon, middle, _DIAMOND, _DIAMOND)
    x, y, size = diamond.left(), diamond.top(), diamond.width()
    painter.setPen(QPen(QColor(LIGHT.ink), size / 3))
    painter.setBrush(QColor(LIGHT.surface))
    painter.drawPolygon(
        QPolygonF([QPointF(x, y - size), QPointF(x + size, y), QPointF(x, y + size), QPointF(x - size, y)])
    )


def _bands(canvas: Canvas, briefing: Briefing, top: float, bottom: float) -> None:
    """Draw the edges of the bands with their percentages, and name those that have the room."""
    at = Columns(canvas.width)
    for band in briefing.bands[1:]:
        x = at.body.left + at.body.width * band.low
        canvas.line(x, top, x, bottom + 2, _GRID, 0.5)
        canvas.place(_centred(x, 30, percent(band.low)), bottom + _TICK)
    for band in briefing.bands:
        if band.high - band.low >= _NARROWEST_NAMED:
            middle, wide = (band.low + band.high) / 2, at.body.width * (band.high - band.low) + 14
            words = band.words.removesuffix(" chance")
            canvas.place(_centred(at.body.left + at.body.width * middle, wide, words), bottom + _WORDS)
    axis = "Chance that the government accepts it"
    canvas.place(_centred(at.body.left + at.body.width / 2, at.body.width, axis), bottom + _WORDS + 8)


def _centred(x: float, wide: float, text: str) -> Cell:
    return Cell(x - wide / 2, x + wide / 2, (Run(text, _SMALL, LIGHT.ink3),), Qt.AlignmentFlag.AlignHCenter)
