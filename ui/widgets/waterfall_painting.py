"""How a waterfall looks: arrow bars that point the way they push, for the screen and for a picture."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from advisor.wording import signed
from ui.widgets.ink_label import section_font
from ui.widgets.line_text import CENTRE, LEFT, RIGHT, Type, advance, paint_line
from ui.widgets.waterfall_layout import INDENT, SWATCH, TAG_WIDTH, WORD, label_left, label_type, legend_step

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from advisor.waterfall import Bar
    from ui.tokens import Tokens
    from ui.widgets.waterfall_layout import WaterfallLayout

_BAR, _HEAD, _LEAST = 9.0, 4.5, 2.0
_HATCH = 4.0
_CAPTION_ROOM = 62.0


@dataclass(frozen=True, slots=True)
class Look:
    """What a waterfall shows beside its bars: what is opened, selected, hovered, and where the keyboard is."""

    opened: Collection[str] = ()
    selected: str | None = None
    hovered: int | None = None
    focused: bool = False


def paint_waterfall(
    painter: QPainter, layout: WaterfallLayout, title: str, rows: Sequence[Bar], theme: Tokens, look: Look
) -> None:
    """Paint title, legend, the win-set or the zones of the stance, and all rows."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    heading = QRectF(0, 0, layout.width, layout.legend.height())
    paint_title(painter, heading, title, theme)
    _paint_legend(painter, layout, theme)
    if layout.ground.is_win_set:
        _paint_win_set(painter, layout, theme)
    else:
        _paint_zones(painter, layout, theme)
    for number, bar in enumerate(rows):
        _paint_ground(painter, layout.row(number), bar, number, theme, look)
    if rows:
        _paint_last_line(painter, layout.row(len(rows) - 1), rows[-1], theme)
    if layout.ground.is_win_set:
        _paint_zero(painter, layout, theme)
    drawn = [(layout.row(number), bar) for number, bar in enumerate(rows) if bar.id not in look.opened]
    _paint_connectors(painter, layout, drawn, theme)
    for box, bar in drawn:
        _paint_bar(painter, layout, box, bar, theme)
    for number, bar in enumerate(rows):
        _paint_words(painter, layout, layout.row(number), bar, theme, bar.id in look.opened)


def paint_title(painter: QPainter, box: QRectF, title: str, theme: Tokens) -> None:
    """Paint the title as the sections of a page have it."""
    painter.setFont(section_font())
    painter.setPen(QColor(theme.ink2))
    painter.drawText(box, LEFT, title)


def bar_colour(bar: Bar, theme: Tokens) -> QColor:
    """Return the colour of a bar: its side, or what is constant, or the sum."""
    if bar.kind in ("sum", "level"):
        return QColor(theme.ink)
    return QColor(theme.neutral) if bar.kind == "cost_of_agreeing" else theme.side(bar.side)


def is_hatched(bar: Bar) -> bool:
    """Say whether a bar belongs to both sides, which the hatching says without colour."""
    return bar.side == "interaction"


def _paint_legend(painter: QPainter, layout: WaterfallLayout, theme: Tokens) -> None:
    left, middle = layout.legend.left(), layout.legend.center().y()
    for word in layout.ground.legend:
        swatch = QRectF(left, middle - SWATCH / 2, SWATCH, SWATCH)
        colour = {"domestic": theme.domestic, "external": theme.external, "both": theme.both}.get(word, theme.neutral)
        _paint_swatch(painter, swatch, QColor(colour), theme, hatched=word == "both")
        box = QRectF(swatch.right() + 4, layout.legend.top(), legend_step(word), layout.legend.height())
        paint_line(painter, box, word, WORD, theme.ink2)
        left += legend_step(word)


def _paint_swatch(painter: QPainter, box: QRectF, colour: QColor, theme: Tokens, *, hatched: bool) -> None:
    if hatched:
        _paint_hatched(painter, box, QPolygonF(box), colour, theme)
    else:
        painter.fillRect(box, colour)


def _paint_win_set(painter: QPainter, layout: WaterfallLayout, theme: Tokens) -> None:
    zero, right = layout.x(0.0), layout.bars[1]
    painter.fillRect(QRectF(zero, layout.top, right - zero, layout.height - layout.top), QColor(theme.win_set))
    inside = right - zero >= _CAPTION_ROOM
    words = "win-set →" if inside else "win-set begins"
    caption = QRectF(layout.caption)
    if inside:
        caption.setLeft(zero)
    paint_line(painter, caption, words, WORD, theme.verdict("lead"), LEFT if inside else RIGHT)


def _paint_zones(painter: QPainter, layout: WaterfallLayout, theme: Tokens) -> None:
    """Paint the zones of the stance as far as the bars reach; the outer ones are named from their inner ends on."""
    left, right = layout.bars
    for zone in layout.ground.zones:
        start = max(left, layout.x(zone.low)) if math.isfinite(zone.low) else left
        end = min(right, layout.x(zone.high)) if math.isfinite(zone.high) else right
        if end <= start:
            continue
        zoned = QRectF(start, layout.top, end - start, layout.height - layout.top)
        painter.fillRect(zoned, theme.stance_soft(zone.stance))
        room = advance(WORD, zone.stance)
        if not math.isfinite(zone.low):
            place = QRectF(end - 6 - room, layout.caption.top(), room + 1, layout.caption.height())
        elif not math.isfinite(zone.high):
            place = QRectF(start + 6, layout.caption.top(), room + 1, layout.caption.height())
        else:
            place = QRectF(start, layout.caption.top(), end - start, layout.caption.height())
        if room <= place.width():
            paint_line(painter, place, zone.stance, WORD, theme.stance(zone.stance), CENTRE)


def _paint_zero(painter: QPainter, layout: WaterfallLayout, theme: Tokens) -> None:
    painter.setPen(QPen(theme.verdict("lead"), 1.5))
    painter.drawLine(QLineF(layout.x(0.0), layout.top - 2, layout.x(0.0), layout.height))


def _paint_ground(painter: QPainter, box: QRectF, bar: Bar, number: int, theme: Tokens, look: Look) -> None:
    if bar.id == look.selected:
        painter.fillRect(box, QColor(theme.accent_soft))
        if look.focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
    elif number == look.hovered:
        painter.fillRect(box, QColor(theme.sunken))


def _paint_last_line(painter: QPainter, box: QRectF, bar: Bar, theme: Tokens) -> None:
    """Part what all bars lead to from the bars."""
    if bar.kind in ("sum", "level"):
        painter.fillRect(QRectF(box.left(), box.top() - 2, box.width(), 1), QColor(theme.outline))


def _paint_connectors(
    painter: QPainter, layout: WaterfallLayout, drawn: Sequence[tuple[QRectF, Bar]], theme: Tokens
) -> None:
    painter.setPen(QPen(QColor(theme.ink3), 1))
    for (above, bar), (below, _) in pairwise(drawn):
        x = layout.x(bar.end)
        painter.drawLine(QLineF(x, above.center().y() + _BAR / 2, x, below.center().y() - _BAR / 2))


def _paint_bar(painter: QPainter, layout: WaterfallLayout, row: QRectF, bar: Bar, theme: Tokens) -> None:
    start, end = layout.x(bar.start), layout.x(bar.end)
    top, colour = row.center().y() - _BAR / 2, bar_colour(bar, theme)
    if bar.kind == "level":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(end, row.center().y()), _BAR / 2, _BAR / 2)
        return
    if abs(end - start) < _LEAST:
        painter.fillRect(QRectF(start - _LEAST / 2, top, _LEAST, _BAR), colour)
        return
    head = 0.0 if bar.kind == "sum" else math.copysign(min(_HEAD, abs(end - start)), end - start)
    shape = _arrow(start, end, top, head)
    if is_hatched(bar):
        body = QRectF(QPointF(start, top), QPointF(end - head, top + _BAR)).normalized()
        _paint_hatched(painter, body, shape, colour, theme)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(shape)


def _arrow(start: float, end: float, top: float, head: float) -> QPolygonF:
    bottom, middle = top + _BAR, top + _BAR / 2
    corners = ((start, top), (end - head, top), (end, middle), (end - head, bottom), (start, bottom))
    return QPolygonF([QPointF(x, y) for x, y in corners])


def _paint_hatched(painter: QPainter, body: QRectF, outline: QPolygonF, colour: QColor, theme: Tokens) -> None:
    """Paint diagonal lines one by one: vector pictures do not keep brush patterns."""
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QColor(theme.surface))
    painter.drawPolygon(outline)
    offset = body.left() - body.height()
    while offset < body.right():
        left, right = max(offset, body.left()), min(offset + body.height(), body.right())
        painter.drawLine(QLineF(left, body.bottom() - (left - offset), right, body.bottom() - (right - offset)))
        offset += _HATCH


def _paint_words(
    painter: QPainter, layout: WaterfallLayout, row: QRectF, bar: Bar, theme: Tokens, opened: bool
) -> None:
    total = bar.kind in ("sum", "level")
    ink = QColor(theme.ink2 if bar.indent else theme.ink)
    room = layout.label_width - label_left(bar) - (TAG_WIDTH + 4 if bar.vetoes else 0)
    label = QRectF(label_left(bar), row.top(), room, row.height())
    taken = paint_line(painter, label, bar.label, label_type(bar), ink)
    if bar.members:
        _paint_fold(painter, QRectF(INDENT * bar.indent, row.top(), INDENT, row.height()), ink, opened)
    if bar.vetoes:
        _paint_tag(painter, QRectF(label.left() + taken + 6, row.top() + 1.5, TAG_WIDTH, row.height() - 3), theme)
    number = Type(12, bold=total, tabular=True)
    paint_line(painter, row.adjusted(0, 0, -2, 0), signed(bar.points), number, ink, RIGHT)


def _paint_fold(painter: QPainter, box: QRectF, ink: QColor, opened: bool) -> None:
    x, y = box.left() + 3, box.center().y()
    down = [QPointF(x - 2, y - 2), QPointF(x + 5, y - 2), QPointF(x + 1.5, y + 2.5)]
    right = [QPointF(x - 0.5, y - 3.5), QPointF(x + 4, y), QPointF(x - 0.5, y + 3.5)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF(down if opened else right))


def _paint_tag(painter: QPainter, box: QRectF, theme: Tokens) -> None:
    painter.setPen(QPen(QColor(theme.error), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    paint_line(painter, box, "veto", Type(10.5, bold=True), theme.error, CENTRE)
