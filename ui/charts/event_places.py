"""Where the events of a timeline stand: in rows, with names as far as there is room for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.charts.labels import Lanes
from ui.widgets.line_text import Type, advance, elided

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisor.timeline import Event
    from ui.charts.time_scale import TimeScale

EVENT_ROW = 18.0
EVENT_LABEL = Type(11.5)
_GAP, _AFTER, _STRIP = 8.0, 4.0, 16.0
_ROWS, _MANY = 4, 16
_FEW_WIDTHS, _MANY_WIDTHS = (240.0, 180.0, 130.0), (180.0, 140.0, 110.0)


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """An event at `x`; without room for a name, its `text` is empty and it stands in the strip below the rows."""

    event: Event
    x: float
    y: float
    text: str = ""
    text_left: float = 0.0

    def holds(self, x: float, y: float, reach: float) -> bool:
        """Say whether a place is within reach of the mark or on the name."""
        if abs(y - self.y) > EVENT_ROW / 2:
            return False
        on_name = self.text_left <= x <= self.text_left + advance(EVENT_LABEL, self.text) if self.text else False
        return abs(x - self.x) <= reach or on_name


def place_events(events: Sequence[Event], scale: TimeScale, right: float, top: float) -> Iterator[PlacedEvent]:
    """Yield the events with names as far as there is room; outcomes and verified facts go first."""
    lanes = Lanes(scale.left - _GAP, right, _ROWS)
    widths = _MANY_WIDTHS if len(events) > _MANY else _FEW_WIDTHS
    rows: dict[int, tuple[int, str, float]] = {}
    for number in sorted(range(len(events)), key=lambda place: _weight(events[place])):
        found = _named(events[number], scale, lanes, widths)
        if found is not None:
            rows[number] = found
    used = max((row for row, _, _ in rows.values()), default=-1) + 1
    for number, event in enumerate(events):
        x = scale.x(event.on) if event.on else scale.left
        if number in rows:
            row, text, left = rows[number]
            yield PlacedEvent(event, x, top + (row + 0.5) * EVENT_ROW, text, left)
        else:
            yield PlacedEvent(event, x, top + used * EVENT_ROW + _STRIP / 2)


def _weight(event: Event) -> tuple[bool, bool]:
    return event.kind != "outcome", not event.verified


def _named(event: Event, scale: TimeScale, lanes: Lanes, widths: Sequence[float]) -> tuple[int, str, float] | None:
    """Return row, text and left end of an event's name, right of its mark or else left of it."""
    if event.on is None:
        return None
    x = scale.x(event.on)
    for most in widths:
        text = elided(EVENT_LABEL, event.label, most)
        room = advance(EVENT_LABEL, text)
        right, left = (x - _GAP, x + _GAP + room + _AFTER), (x - _GAP - room - _AFTER, x + _GAP)
        found = lanes.first_free((right, left))
        if found is not None:
            row, start = found
            return row, text, x + _GAP if start == right[0] else x - _GAP - room
    return None
