"""Why a data series is what it is, and which scores it suggests: observation, transformation and source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.answers import Answer, Part
from advisor.answers_evidence import suggestion_parts
from advisor.case_series import reading_text
from advisor.phrasing import day_text, one_line
from advisor.suggestion import suggestions, wanted_series
from advisor.suggestion_text import score_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from advisor.case import Series
    from advisor.playbook import Playbook

_LATEST_SHOWN = 6
_ORIGIN_LENGTH = 300
_UNUSED = "No proxy of this playbook asks for it; it is kept and shown on the timeline."
_NOTHING = "It suggests nothing as of {}: the readings begin later, or are too few for what is asked for."


def series_answer(playbook: Playbook, series: Series, held: Sequence[Series], as_of: dt.date | None) -> Answer:
    """Return what the readings of a series suggest as of a date, beside the series that are there already."""
    others = [one for one in held if one.name != series.name]
    found = {} if as_of is None else suggestions(playbook, (*others, series), as_of)
    steps = [
        part
        for name, some in found.items()
        for one in some
        if one.proxy.series == series.name or (one.proxy.aggregate and one.proxy.aggregate.per_million == series.name)
        for part in (
            Part(f"Suggests for {playbook.indicator[name].name}", score_text(one.score)),
            *suggestion_parts(one),
        )
    ]
    wanted = any(one.name == series.name for one in wanted_series(playbook))
    return Answer(
        title=one_line(series.description, 60) or series.name,
        value=f"{len(series.points):,} {'reading' if len(series.points) == 1 else 'readings'}",
        meaning=" ".join(filter(None, (_identity(series), _use(as_of, suggests=bool(steps), wanted=wanted)))),
        parts=(*steps, *_latest(series)),
        changes=("Data suggest and never overwrite: a score is taken over with a click on Score.",),
        sources=tuple(one_line(line, _ORIGIN_LENGTH) for line in series.origin.splitlines() if line),
    )


def _identity(series: Series) -> str:
    unit = f", {series.unit}" if series.unit else ""
    return f"{series.name}{unit}. {series.description}".rstrip(". ") + "."


def _use(as_of: dt.date | None, *, suggests: bool, wanted: bool) -> str:
    """Say what the series is good for as of the newest assessment."""
    if not wanted:
        return _UNUSED
    if as_of is None:
        return ""
    day = day_text(as_of)
    return f"As of {day}, the date of the newest assessment:" if suggests else _NOTHING.format(day)


def _latest(series: Series) -> Iterator[Part]:
    for point in sorted(series.points, key=lambda point: point.date, reverse=True)[:_LATEST_SHOWN]:
        note = ", ".join(filter(None, (point.source, point.note)))
        yield Part(f"Reading of {point.date}", reading_text(point.value), note)
