"""Where everything on a timeline stands, in pixels, for a width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.charts.event_places import EVENT_ROW, PlacedEvent, place_events
from ui.charts.labels import Lanes
from ui.charts.time_scale import TimeScale
from ui.dates import written
from ui.widgets.line_text import Type, advance

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from advisor.case_series import Reading
    from advisor.playbook import Factor
    from advisor.timeline import Moment, Timeline

LABEL, STRONG, CAPTION = Type(12), Type(12, bold=True), Type(11)
NUMBER, STRONG_NUMBER = Type(11, tabular=True), Type(11, bold=True, tabular=True)
DATE = Type(11.5, bold=True)
SECTION = Type(11, bold=True)
NAMES = 4.0
"""Where the names of the panels begin: a focus ring fits around them."""
NAME_ROOM = 116.0
"""What the numbers of the last assessment and the names of the stance zones take."""
_YEARS, _DATES, _STANCE, _FACTOR, _SIDE, _SERIES = 18.0, 20.0, 112.0, 25.0, 24.0, 56.0
_GAP, _FOOT_GAP, _FOOT = 12.0, 4.0, 18.0
_LABELS, _NARROW_LABELS, _NARROW = 152.0, 120.0, 480.0
_RIGHT, _LEAST_SHARE = 6.0, 0.1
_LEAST_EVENTS = 38.0
# How far from its line a date may stand where its neighbour's is in the way.
_ASIDE = 9.0


@dataclass(frozen=True, slots=True)
class Band:
    """A strip over the whole width."""

    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class DateLabel:
    """The date of an assessment above the chart, from `left` on."""

    moment: Moment
    text: str
    left: float


@dataclass(frozen=True, slots=True)
class TimelineLayout:
    """Panels from top to bottom up to `right`, names left of `scale`; `factors` and `series` as they were given."""

    width: float
    height: float
    right: float
    scale: TimeScale
    years: Band
    dates: Band
    stance: Band
    sides: tuple[tuple[str, Band], ...]
    factors: tuple[Band, ...]
    events: Band
    placed: tuple[PlacedEvent, ...]
    series: tuple[Band, ...]
    foot: Band

    @property
    def panels(self) -> Band:
        """All that the lines of the assessments pass through."""
        return Band(self.stance.top, self.foot.top)


def lay_out(timeline: Timeline, factors: Sequence[Factor], series: int, width: float) -> TimelineLayout:
    """Return the layout of a timeline with so many series for a width."""
    labels = _LABELS if width >= _NARROW else _NARROW_LABELS
    right = max(labels + 1, width - _RIGHT)
    scale = TimeScale(timeline.window, labels, _data_end(timeline, labels, right))
    years, dates = Band(0, _YEARS), Band(_YEARS, _YEARS + _DATES)
    stance = Band(dates.bottom, dates.bottom + _STANCE)
    sides, rows = _factor_bands(factors, stance.bottom + _GAP)
    top = rows[-1].bottom + _GAP
    placed = tuple(place_events(timeline.dated_events, scale, right, top))
    events = Band(top, max([top + _LEAST_EVENTS, *(one.y + EVENT_ROW / 2 for one in placed)]))
    first = events.bottom + _GAP
    shown = tuple(Band(first + place * _SERIES, first + (place + 1) * _SERIES) for place in range(series))
    bottom = shown[-1].bottom if shown else events.bottom
    foot = Band(bottom + _FOOT_GAP, bottom + _FOOT_GAP + _FOOT)
    return TimelineLayout(
        width, foot.bottom, right, scale, years, dates, stance, sides, rows, events, placed, shown, foot
    )


def reading_day(reading: Reading, as_of: dt.date) -> dt.date:
    """Return the day a reading is drawn at: the middle of its period, on the side of the as-of date it was known on."""
    middle = reading.period.middle
    return max(middle, as_of) if reading.later else min(middle, as_of)


def date_labels(layout: TimelineLayout, moments: Sequence[Moment], first: Iterable[str]) -> list[DateLabel]:
    """Return the dates that have room, those of the assessments named in `first` before all others."""
    order = list(first)
    ends = {moments[0].id, moments[-1].id} if moments else set()
    ranked = sorted(moments, key=lambda one: (_rank(order, one.id), one.id not in ends))
    lanes, found = Lanes(0, layout.width), list[DateLabel]()
    for moment in ranked:
        text, x = written(moment.as_of), layout.scale.x(moment.as_of)
        if any(label.moment.as_of == moment.as_of for label in found):
            continue
        room = advance(DATE, text)
        starts = (x - room / 2, x - 4, x - room + 4, x - room - _ASIDE, x + _ASIDE)
        place = lanes.first_free((start - 3, start + room + 3) for start in starts)
        if place is not None:
            found.append(DateLabel(moment, text, place[1] + 3))
    return found


def _data_end(timeline: Timeline, left: float, right: float) -> float:
    """Return where the window ends, so far left that the last assessment leaves room for numbers and zones' names."""
    window, last = timeline.window, timeline.moments[-1].as_of
    share = (last - window.first).days / max(1, (window.last - window.first).days)
    return min(right, left + max(1.0, right - left - NAME_ROOM) / max(share, _LEAST_SHARE))


def _rank(order: Sequence[str], name: str) -> int:
    return order.index(name) if name in order else len(order)


def _factor_bands(factors: Sequence[Factor], top: float) -> tuple[tuple[tuple[str, Band], ...], tuple[Band, ...]]:
    """Return a heading wherever another side begins, and a row for each factor."""
    sides: list[tuple[str, Band]] = []
    rows: list[Band] = []
    for factor in factors:
        if not sides or sides[-1][0] != factor.side:
            sides.append((factor.side, Band(top, top + _SIDE)))
            top += _SIDE
        rows.append(Band(top, top + _FACTOR))
        top += _FACTOR
    return tuple(sides), tuple(rows)
