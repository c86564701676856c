"""The pathway map as a graphics scene: lanes are packages, numbered switches lead from one to the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from advisor.pathways import months_after
from advisor.wording import percent
from ui.dates import month_written, written
from ui.plan.switch_section import BADGE, paint_badge
from ui.widgets.line_text import LEFT, RIGHT, Type, advance, elided, made

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from advisor.pathways import Branch, Lane, Pathways
    from ui.tokens import Tokens

_TOP, _LANE, _BOTTOM = 26.0, 42.0, 24.0
_NAMES_SHARE, _GAP, _END = 0.32, 14.0, 6.0
_THICK, _THIN, _START = 5.0, 2.0, 6.0
_RAMP = 30.0
_NAME, _DETAIL, _LABEL, _STRONG, _TICK = Type(12, bold=True), Type(11.5), Type(11.5), Type(11.5, bold=True), Type(11.5)
_TICK_STEPS = (1, 2, 3, 4, 6, 12, 24, 36)
_MOST_TICKS, _TICK_ROOM, _END_ROOM, _REVIEW_ROOM = 4, 80.0, 130.0, 60.0
_DATE, _REVIEWS = 90.0, 160.0


def map_height(found: Pathways) -> float:
    """Return how high the map of so many lanes is."""
    return _TOP + _LANE * len(found.lanes) + _BOTTOM


def build_scene(found: Pathways, width: float, theme: Tokens, *, dim: bool = False) -> QGraphicsScene:
    """Return the map at a width, in the colours of a theme; `dim` where it is of an earlier plan."""
    return _Builder(found, width, theme, dim=dim).scene


@dataclass(frozen=True, slots=True)
class _Place:
    """Where things stand: the axis from `left` over `length` pixels, and the rows of the lanes."""

    left: float
    length: float
    rows: tuple[int, ...]

    def x(self, share: float) -> float:
        return self.left + self.length * share

    def y(self, lane: int) -> float:
        return _TOP + _LANE * (self.rows[lane] + 0.5)


class _Builder:
    """Draws one map; the first lane is today's package, and lanes entered from the external side stand above it."""

    def __init__(self, found: Pathways, width: float, theme: Tokens, *, dim: bool) -> None:
        self._found, self._theme, self._dim = found, theme, dim
        self.scene = QGraphicsScene(0.0, 0.0, width, map_height(found))
        widest = max(max(advance(_NAME, lane.name), advance(_DETAIL, lane.detail)) for lane in found.lanes)
        names = min(widest + 2, width * _NAMES_SHARE)
        left = names + _GAP
        self._place = _Place(left, max(60.0, width - left - _END), lane_rows(found.lanes))
        self._names_width = names
        self._draw_axis()
        self._draw_names()
        self._draw_home()
        for branch in found.branches:
            self._draw_branch(branch, self._share_of(branch))
        self._draw_start()

    def _ink(self, ink: str) -> str:
        return self._theme.ink3 if self._dim else ink

    def _draw_axis(self) -> None:
        found, place = self._found, self._place
        bottom = _TOP + _LANE * len(found.lanes)
        for months in ticks(found.months, place.length):
            x = place.x(months / found.months if found.months else 0.0)
            self._line(QPointF(x, _TOP - 6), QPointF(x, bottom), self._theme.line)
            date = months_after(found.start, months)
            name = written(date) if not months else month_written(date)
            end = months == found.months and bool(months)
            room = min(_DATE, self.scene.width() - x)
            box = QRectF(x - _DATE, 0, _DATE, 18) if end else QRectF(x, 0, room, 18)
            self._text(box, name, _TICK, self._theme.ink2, right=end)
        self._draw_reviews(bottom)

    def _draw_reviews(self, bottom: float) -> None:
        found, place = self._found, self._place
        for number, review in enumerate(found.reviews, 1):
            x = place.x(review.months / found.months)
            self._line(QPointF(x, _TOP - 6), QPointF(x, bottom + 4), self._theme.outline, dashed=True)
            crowded = place.length / len(found.reviews) < _REVIEW_ROOM
            if crowded and number < len(found.reviews):
                continue
            name = f"reviews every {found.reviews[0].months:g} months" if crowded else "review"
            wide = min(_REVIEWS, x + _END)
            box = QRectF(x + _END - wide, bottom + 4, wide, 18)
            self._text(box, name, _TICK, self._theme.ink2, right=True).setToolTip(
                f"Everything is scored anew after {review.months:g} months, on {written(review.date)}"
            )

    def _draw_names(self) -> None:
        for number, lane in enumerate(self._found.lanes):
            middle = self._place.y(number)
            top = QRectF(0, middle - 17, self._names_width, 17)
            self._text(top, lane.name, _NAME, self._ink(self._theme.ink)).setToolTip(f"{lane.name}, {lane.detail}")
            self._text(top.translated(0, 17), lane.detail, _DETAIL, self._theme.ink3)

    def _draw_home(self) -> None:
        found, place = self._found, self._place
        y, route = place.y(0), found.expected
        if not found.months:
            return
        leaves = place.x(self._share_of(route)) if route else place.x(1.0)
        self._line(QPointF(place.x(0), y), QPointF(leaves, y), self._ink(self._theme.accent), _THICK)
        tip = f"{percent(found.stay)}: no trigger is reached, and today's package is kept"
        if route:
            self._line(QPointF(leaves, y), QPointF(place.x(1.0), y), self._ink(self._theme.accent), _THIN, tip=tip)
        self._cap(y, self._ink(self._theme.accent))
        if found.branches:
            kept = f"expected route, {percent(found.stay)}" if route is None else f"{percent(found.stay)} kept"
            start = place.x(self._share_of(found.branches[-1])) + BADGE
            box = QRectF(start, y - 21, place.x(1.0) - start - 4, 17)
            ink = self._ink(self._theme.ink if route is None else self._theme.ink2)
            self._text(box, kept, _STRONG if route is None else _LABEL, ink, right=True).setToolTip(tip)

    def _draw_branch(self, branch: Branch, share: float) -> None:
        found, place = self._found, self._place
        expected = branch is found.expected
        start, end_y = QPointF(place.x(share), place.y(0)), place.y(branch.lane)
        ramp = min(_RAMP + abs(end_y - start.y()) * 0.4, place.length / 6)
        path = QPainterPath(start)
        path.lineTo(start.x() + ramp, end_y)
        path.lineTo(place.x(1.0), end_y)
        side = self._theme.side(branch.side).name()
        colour = self._ink(side)
        item = self.scene.addPath(path, _pen(colour, _THICK if expected else _THIN))
        tip = f"Switch {branch.number}: {branch.text}: {branch.then}"
        item.setToolTip(tip)
        self._cap(end_y, colour)
        left = start.x() + ramp + 4
        words = f"{branch.text}; expected route" if expected else branch.text
        type_ = _STRONG if expected else _LABEL
        above = end_y - 21 - (0 if self._first_into(branch) else -24)
        self._text(QRectF(left, above, place.x(1.0) - left - 4, 17), words, type_, self._ink(side)).setToolTip(tip)
        badge = _Badge(branch.number, self._theme, dim=self._dim)
        badge.setPos(start)
        badge.setZValue(1)
        badge.setToolTip(tip)
        self.scene.addItem(badge)

    def _draw_start(self) -> None:
        centre = QPointF(self._place.x(0), self._place.y(0))
        disc = QRectF(centre.x() - _START, centre.y() - _START, 2 * _START, 2 * _START)
        pen, brush = _pen(self._ink(self._theme.accent), 2.5), QColor(self._theme.surface)
        item = self.scene.addEllipse(disc, pen, brush)
        item.setToolTip(f"{self._found.lanes[0].name} from {written(self._found.start)}")

    def _share_of(self, branch: Branch) -> float:
        """Return where on the axis a branch begins: in the first half, so that there is room for its words."""
        return branch.number / (len(self._found.branches) + 1) / 2

    def _first_into(self, branch: Branch) -> bool:
        return next(one for one in self._found.branches if one.lane == branch.lane) is branch

    def _cap(self, y: float, colour: str) -> None:
        x = self._place.x(1.0)
        self._line(QPointF(x, y - 6), QPointF(x, y + 6), colour, 2.5)

    def _line(
        self, start: QPointF, end: QPointF, colour: str, width: float = 1.0, *, dashed: bool = False, tip: str = ""
    ) -> None:
        pen = _pen(colour, width)
        if dashed:
            pen.setStyle(Qt.PenStyle.DotLine)
        self.scene.addLine(start.x(), start.y(), end.x(), end.y(), pen).setToolTip(tip)

    def _text(self, box: QRectF, text: str, type_: Type, ink: str, *, right: bool = False) -> QGraphicsItem:
        shown = elided(type_, text, box.width())
        item = _Text(box, shown, type_, QColor(ink), QColor(self._theme.surface), RIGHT if right else LEFT)
        item.setToolTip(text)
        self.scene.addItem(item)
        return item


class _Text(QGraphicsItem):
    """One line of text within a box, on ground of its own so that lines behind it do not run through it."""

    def __init__(self, box: QRectF, text: str, type_: Type, ink: QColor, ground: QColor, alignment: int) -> None:
        super().__init__()
        self._box, self._text, self._type, self._alignment = box, text, type_, alignment
        self._ink, self._ground = ink, ground

    def boundingRect(self) -> QRectF:
        return self._box

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        wide = min(advance(self._type, self._text), self._box.width())
        left = self._box.right() - wide if self._alignment == RIGHT else self._box.left()
        painter.fillRect(QRectF(left, self._box.top() + 2, wide, self._box.height() - 4), self._ground)
        painter.setFont(made(self._type)[0])
        painter.setPen(self._ink)
        painter.drawText(self._box, self._alignment, self._text)


class _Badge(QGraphicsItem):
    """The number of a switch, as in the table."""

    def __init__(self, number: int, theme: Tokens, *, dim: bool) -> None:
        super().__init__()
        self._number, self._theme, self._dim = number, theme, dim

    def boundingRect(self) -> QRectF:
        half = BADGE / 2 + 2
        return QRectF(-half, -half, 2 * half, 2 * half)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setPen(QPen(QColor(self._theme.surface), 2))
        painter.setBrush(QColor(self._theme.surface))
        painter.drawEllipse(self.boundingRect().adjusted(1, 1, -1, -1))
        paint_badge(painter, QPointF(0, 0), self._number, self._theme, dim=self._dim)


def lane_rows(lanes: Sequence[Lane]) -> tuple[int, ...]:
    """Return the row of each lane from the top: those of the external side, today's package, those of the domestic.

    What is left for first lies furthest out, so that no way crosses another.
    """
    above = [number for number, lane in enumerate(lanes) if lane.entered_from == "external"]
    below = [number for number, lane in enumerate(lanes) if number and lane.entered_from != "external"]
    order = [*above, 0, *reversed(below)]
    return tuple(order.index(number) for number in range(len(lanes)))


def ticks(months: float, length: float) -> list[float]:
    """Return where on the axis dates are written, in months from its start; always the start and the end."""
    if not months:
        return [0.0]
    most = max(1, min(_MOST_TICKS, int(length / _TICK_ROOM)))
    step = next((step for step in _TICK_STEPS if months / step <= most), months)
    inner = (float(step * number) for number in range(1, int(months / step) + 1))
    apart = _END_ROOM * months / length
    return [0.0, *(place for place in inner if months - place >= apart), months]


def _pen(colour: str, width: float) -> QPen:
    made_pen = QPen(QColor(colour), width)
    made_pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    made_pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made_pen
