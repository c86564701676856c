"""The lower panels of a timeline: events by name, and the case's data series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.case_series import reading_text
from ui.charts.event_places import EVENT_LABEL
from ui.charts.labels import Lanes, wrapped
from ui.charts.timeline_layout import CAPTION, LABEL, NAMES, NUMBER, STRONG, reading_day
from ui.widgets.line_text import advance

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from advisor.case_series import DataSeries, Reading
    from ui.charts.pixel_sheet import Box, PixelSheet, Place
    from ui.charts.timeline_layout import Band, TimelineLayout
    from ui.tokens import Tokens

NO_EVENTS, NO_READINGS = "none in this period", "no reading in this period"
_TOP, _BOTTOM = 16.0, 7.0
_MARK, _LEAST_BAR = 5.0, 14.0


def draw_events(sheet: PixelSheet, layout: TimelineLayout, theme: Tokens) -> None:
    """Draw a mark for every event in the window and the names of those that have room."""
    top, room = layout.events.top, layout.scale.left - 14
    sheet.words((NAMES, top + 9), "Events", STRONG, theme.ink)
    named = sum(bool(one.text) for one in layout.placed)
    said = f"{named} of {len(layout.placed)} named; the table has all" if layout.placed else NO_EVENTS
    for number, line in enumerate(wrapped(CAPTION, said, room, 3)):
        sheet.words((NAMES, top + 25 + number * 14), line, CAPTION, theme.ink2)
    for one in layout.placed:
        face = None if one.event.verified else theme.surface
        sheet.marks([(one.x, one.y)], theme.ink2, 6.0, shape="s" if one.event.kind == "outcome" else "D", face=face)
        if one.text:
            sheet.words((one.text_left, one.y), one.text, EVENT_LABEL, theme.ink)


def draw_series(
    sheet: PixelSheet, layout: TimelineLayout, series: Sequence[DataSeries], as_of: dt.date, theme: Tokens
) -> None:
    """Draw a panel for each series: bars where every reading covers a year, otherwise a line."""
    for one, band in zip(series, layout.series, strict=True):
        sheet.line([(0, band.top), (layout.right, band.top)], theme.line)
        _write_name(sheet, layout, one, band, theme)
        shown = [reading for reading in one.readings if _in_window(reading, layout)]
        if not shown:
            sheet.words((layout.scale.left + 8, band.middle), NO_READINGS, CAPTION, theme.ink3)
        elif one.yearly:
            _draw_bars(sheet, layout, shown, band, theme)
        else:
            _draw_line(sheet, layout, one.readings, shown, as_of, band, theme)


def _in_window(reading: Reading, layout: TimelineLayout) -> bool:
    return reading.period.last >= layout.scale.window.first and reading.period.first <= layout.scale.window.last


def _write_name(sheet: PixelSheet, layout: TimelineLayout, series: DataSeries, band: Band, theme: Tokens) -> None:
    room = layout.scale.left - 14
    below = f"{series.unit}{', ' if series.unit and series.detail else ''}{series.detail}"
    title = wrapped(LABEL, series.title, room, 2)
    lines = [(line, LABEL, theme.ink) for line in title]
    lines += [(line, CAPTION, theme.ink2) for line in wrapped(CAPTION, below, room, 3 - len(title))]
    for number, (text, type_, ink) in enumerate(lines):
        sheet.words((NAMES, band.top + 12 + number * 15), text, type_, ink)


def _height_of(values: Sequence[float], band: Band, *, from_zero: bool) -> Callable[[float], float]:
    low, high = min(values), max(values)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    span = high - low or 1.0
    middle = (high + low) / 2 if high == low else None
    top, bottom = band.top + _TOP, band.bottom - _BOTTOM
    if middle is not None:
        return lambda _: (top + bottom) / 2
    return lambda value: bottom - (value - low) / span * (bottom - top)


def _draw_bars(sheet: PixelSheet, layout: TimelineLayout, shown: Sequence[Reading], band: Band, theme: Tokens) -> None:
    scale = layout.scale
    y = _height_of([one.value for one in shown], band, from_zero=True)
    for one in shown:
        left = max(scale.left, scale.x(one.period.first) + 1)
        right = min(scale.right, scale.x(one.period.last) + scale.day - 1)
        if right - left < _LEAST_BAR:
            continue
        top, bottom = sorted((y(one.value), y(0.0)))
        colour = theme.track if one.later else theme.outline
        sheet.fill(
            (left, top, right, bottom),
            colour if one.verified else theme.surface,
            outline=theme.ink3 if one.later or not one.verified else None,
            dashed=one.later,
        )
        text = reading_text(one.value)
        if advance(NUMBER, text) <= right - left - 2:
            sheet.words(((left + right) / 2, top - 8), text, NUMBER, theme.ink, "center")


def _draw_line(
    sheet: PixelSheet,
    layout: TimelineLayout,
    readings: Sequence[Reading],
    shown: Sequence[Reading],
    as_of: dt.date,
    band: Band,
    theme: Tokens,
) -> None:
    scale = layout.scale
    box: Box = (scale.left, band.top, scale.right, band.bottom)
    y = _height_of([one.value for one in shown], band, from_zero=False)
    places = [(scale.x(reading_day(one, as_of)), y(one.value)) for one in readings]
    known = [place for one, place in zip(readings, places, strict=True) if not one.later]
    later = [place for one, place in zip(readings, places, strict=True) if one.later]
    sheet.line(known, theme.ink2, 1.5, within=box)
    if later:
        sheet.line([*known[-1:], *later], theme.ink2, 1.5, dash="dashed", within=box)
    for verified, face in ((True, None), (False, theme.surface)):
        marks = [place for one, place in zip(readings, places, strict=True) if one.verified is verified]
        sheet.marks(marks, theme.ink2, _MARK, face=face, within=box)
    _write_values(sheet, layout, readings, places, theme)


def _write_values(
    sheet: PixelSheet, layout: TimelineLayout, readings: Sequence[Reading], places: Sequence[Place], theme: Tokens
) -> None:
    """Write the first reading, the last one known and the last one of all above their marks."""
    inside = [number for number, (x, _) in enumerate(places) if layout.scale.left <= x <= layout.scale.right]
    known = [number for number in inside if not readings[number].later]
    lanes = Lanes(layout.scale.left - 20, layout.right)
    for number in dict.fromkeys([*known[-1:], *inside[:1], *inside[-1:]]):
        x, y = places[number]
        text = reading_text(readings[number].value)
        room = advance(NUMBER, text)
        found = lanes.first_free([(x - room / 2, x + room / 2), (x - room, x), (x, x + room)])
        if found is not None:
            sheet.words((found[1], y - 10), text, NUMBER, theme.ink, halo=theme.surface)
