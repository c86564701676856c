"""A case over time in numbers and in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.case_series import reading_text
from advisor.phrasing import capitalised, day_text, one_line
from advisor.scores import SCALE
from advisor.wording import percent, signed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.case_series import DataSeries, Reading
    from advisor.playbook import Playbook
    from advisor.timeline import Event, Moment, Timeline

Row = tuple[str | float | None, ...]
_TOLD, _WHAT_LENGTH = 4, 44
_SCALE_TEXT = f"{SCALE[0]:g}–{SCALE[1]:g}"
_YES, _NO, _LATER = "yes", "no", "only later"


def table(playbook: Playbook, timeline: Timeline) -> list[Row]:
    """Return everything on the timeline as a plain table with its header: assessments, events, then series."""
    known = f"Known by {day_text(timeline.as_of)}"
    return [
        (
            *("Date", "Kind", "What", "Value", "Unit", "80 % from", "80 % to"),
            *("Class", "Chance of class", known, "Verified", "Source", "Text"),
        ),
        *(row for moment in timeline.moments for row in _moment_rows(playbook, moment)),
        *_event_rows(timeline),
        *_series_rows(timeline),
    ]


def in_words(timeline: Timeline) -> str:
    """Say in short what the timeline shows."""
    moments = timeline.moments
    told = moments if len(moments) <= _TOLD else (moments[0], moments[-1])
    stances = ", ".join(f"{_stance(one)} on {day_text(one.as_of)}" for one in told)
    what = [_counted(len(timeline.events), "event"), _counted(len(timeline.series), "data series", "data series")]
    shown = ", ".join(text for text in what if text)
    return f"{timeline.name}, {_counted(len(moments), 'assessment')}: {stances}.{f' With {shown}.' if shown else ''}"


def chance_text(moment: Moment) -> str:
    """Return the chance of the class of an assessment, empty until it is computed."""
    return "" if moment.chance is None else percent(moment.chance)


def moment_text(moment: Moment) -> str:
    """Say what an assessment says, for those who point at it."""
    date = day_text(moment.as_of)
    if moment.index is None:
        return f"{date}: nothing scored."
    ranged = ""
    if moment.stance_range is not None:
        low, high = (signed(end, 1) for end in moment.stance_range)
        ranged = f", 80 % range {low} to {high}"
    chance = f"{moment.stance} {chance_text(moment)}".strip()
    return f"{date}: {chance}; index {signed(moment.index, 1)}{ranged}."


def event_text(event: Event) -> str:
    """Say an event whole, with its source."""
    return f"{event.date}: {event.text}{_sourced(event.source, event.verified)}"


def reading_told(series: DataSeries, reading: Reading) -> str:
    """Say one reading of a series, with its source."""
    value = f"{reading_text(reading.value)} {series.unit}".strip()
    note = f" ({reading.note})" if reading.note else ""
    return f"{series.title}, {reading.date}: {value}{note}{_sourced(reading.source, reading.verified)}"


def _stance(moment: Moment) -> str:
    if moment.index is None:
        return "nothing scored"
    return f"{moment.stance} ({signed(moment.index, 1)})"


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or f'{one}s'}" if number else ""


def _moment_rows(playbook: Playbook, moment: Moment) -> Iterator[Row]:
    date, known = moment.as_of.isoformat(), _LATER if moment.later else _YES
    low, high = moment.stance_range or (None, None)
    chance = None if moment.chance is None else round(moment.chance, 4)
    yield (date, "Stance", "Stance index", moment.index, "", low, high, moment.stance, chance, known, *[None] * 3)
    for factor in playbook.factors:
        value = moment.factors[factor.id]
        what = f"{factor.name} ({factor.side})"
        yield (date, "Factor", what, value, _SCALE_TEXT, *[None] * 4, known, *[None] * 3)


def _event_rows(timeline: Timeline) -> Iterator[Row]:
    for one in timeline.events:
        kind = "Event" if one.kind == "fact" else "Outcome"
        known = _LATER if one.later else _YES
        label = one_line(one.label, _WHAT_LENGTH)
        yield (one.date, kind, label, *[None] * 6, known, _said(one.verified), one.source, one.text)


def _series_rows(timeline: Timeline) -> Iterator[Row]:
    for series in timeline.series:
        what, unit = one_line(series.title, _WHAT_LENGTH), series.unit
        for one in series.readings:
            known, verified = _LATER if one.later else _YES, _said(one.verified)
            yield (one.date, "Series", what, one.value, unit, *[None] * 4, known, verified, one.source, one.note)
        for point in series.undated:
            verified = _said(point.verified)
            yield (point.date, "Series", what, point.value, unit, *[None] * 5, verified, point.source, point.note)


def _said(verified: bool) -> str:
    return _YES if verified else _NO


def _sourced(source: str, verified: bool) -> str:
    parts = [source, "" if verified else "not verified"]
    said = "; ".join(part for part in parts if part)
    return f". {capitalised(said).rstrip('.')}." if said else "."
