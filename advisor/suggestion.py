"""What public data suggest for a score: a playbook's proxies applied to the data series of a case, as of a date.

Data suggest and never overwrite. A score that departs from its data without a justification is listed for review.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.aggregation import aggregate, readings
from advisor.parameters import Aggregation
from advisor.periods import months_since, period

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from advisor.aggregation import Aggregate, Readings
    from advisor.case import Point, Series
    from advisor.parameters import SuggestionParameters
    from advisor.periods import Period
    from advisor.playbook import Playbook, Proxy
    from advisor.scores import ScoreSheet

DIGITS = 1
"""Decimals of a suggested score: as many as the slider shows."""
_LATEST = Aggregation("latest")
_AVERAGED = ("mean", "trend")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The score that one proxy's data give to an indicator, and what it rests on.

    `since` and `until` are the days the raw value rests on; of a calendar, `until` is the date ahead. `age_months` is
    how long before the as-of date the newest reading ended, 0 for what lies ahead.
    """

    indicator: str
    proxy: Proxy
    score: float
    raw: float
    since: dt.date
    until: dt.date
    source: str
    age_months: float
    readings: int
    coverage: float
    stale: bool
    thin: bool

    @property
    def sound(self) -> bool:
        """Whether the data are neither stale nor thin."""
        return not (self.stale or self.thin)


@dataclass(frozen=True, slots=True)
class Departure:
    """A score without a justification that lies far from all its data; `suggestion` is the nearest of them."""

    indicator: str
    score: float
    suggestion: Suggestion

    @property
    def gap(self) -> float:
        """Points from what the data suggest to the score."""
        return self.score - self.suggestion.score


@dataclass(frozen=True, slots=True)
class WantedSeries:
    """A series that proxies of a playbook ask for, and the indicators it informs."""

    name: str
    dataset: str
    field: str
    indicators: tuple[str, ...]


def suggestions(playbook: Playbook, series: Iterable[Series], as_of: dt.date) -> Mapping[str, tuple[Suggestion, ...]]:
    """Return what the data suggest, by indicator, in the order of its proxies; indicators without data are absent."""
    dated = {one.name: _Dated(one) for one in series}
    found = {
        indicator.id: tuple(
            suggested
            for proxy in indicator.proxies
            if (suggested := _suggestion(indicator.id, proxy, dated, as_of, playbook.suggestion))
        )
        for indicator in playbook.indicators
    }
    return {name: some for name, some in found.items() if some}


def departures(
    playbook: Playbook, sheet: ScoreSheet, suggested: Mapping[str, Sequence[Suggestion]]
) -> tuple[Departure, ...]:
    """Return the scores to review, those farthest from their data first.

    Sound data are held against a score where there are any, else what there is. A score near any one of them departs
    from nothing.
    """
    found = []
    for name, some in suggested.items():
        score = sheet.get(name)
        if score is None or score.justification.strip():
            continue
        against = [one for one in some if one.sound] or list(some)
        nearest = min(against, key=lambda one: abs(score.best - one.score))
        departure = Departure(name, score.best, nearest)
        if abs(departure.gap) > playbook.suggestion.departure:
            found.append(departure)
    return tuple(sorted(found, key=lambda one: -abs(one.gap)))


def wanted_series(playbook: Playbook) -> tuple[WantedSeries, ...]:
    """Return every series that the playbook's proxies ask for, in playbook order, populations last."""
    proxies: dict[str, Proxy] = {}
    indicators: dict[str, list[str]] = defaultdict(list)
    populations: dict[str, list[str]] = defaultdict(list)
    for indicator in playbook.indicators:
        for proxy in indicator.proxies:
            if proxy.series and proxy.aggregate:
                proxies.setdefault(proxy.series, proxy)
                indicators[proxy.series].append(indicator.id)
                if proxy.aggregate.per_million:
                    populations[proxy.aggregate.per_million].append(indicator.id)
    asked = [WantedSeries(name, one.dataset, one.field, tuple(indicators[name])) for name, one in proxies.items()]
    per_million = [
        WantedSeries(name, "", "Population, for rates per million", tuple(names))
        for name, names in populations.items()
        if name not in proxies
    ]
    return (*asked, *per_million)


class _Dated:
    """A series whose points can be placed in time, as arrays and by the day they end."""

    def __init__(self, series: Series) -> None:
        placed = [(found, point) for point in series.points if (found := period(point.date))]
        self.points: Sequence[tuple[Period, Point]] = placed
        self.readings: Readings = readings(
            np.array([when.first for when, _ in placed], dtype="datetime64[D]"),
            np.array([when.last for when, _ in placed], dtype="datetime64[D]"),
            np.array([point.value for _, point in placed], dtype=np.float64),
        )

    def source(self, day: dt.date) -> str:
        """Return the source of the newest reading that had ended by a day; of what lies ahead, that day's own."""
        ahead = [point.source for when, point in self.points if when.middle == day]
        past = [(when.last, point.source) for when, point in self.points if when.last <= day]
        return ahead[-1] if ahead else max(past, default=(day, ""), key=lambda one: one[0])[1]


def _suggestion(
    indicator: str, proxy: Proxy, series: Mapping[str, _Dated], as_of: dt.date, parameters: SuggestionParameters
) -> Suggestion | None:
    how, data = proxy.aggregate, series.get(proxy.series)
    if how is None or data is None:
        return None
    found = aggregate(how, data.readings, as_of, _population(how, series, as_of))
    if found is None:
        return None
    raw, scores = zip(*proxy.breakpoints, strict=True)
    age = months_since(found.until, as_of)
    return Suggestion(
        indicator=indicator,
        proxy=proxy,
        score=round(float(np.interp(found.value, raw, scores)), DIGITS),
        raw=found.value,
        since=found.since,
        until=found.until,
        source=data.source(found.until),
        age_months=age,
        readings=found.readings,
        coverage=found.coverage,
        stale=age > (proxy.stale_months or parameters.stale_months),
        thin=_thin(how, found, parameters),
    )


def _population(how: Aggregation, series: Mapping[str, _Dated], as_of: dt.date) -> float | None:
    if how.per_million not in series:
        return None
    found = aggregate(_LATEST, series[how.per_million].readings, as_of)
    return found.value if found else None


def _thin(how: Aggregation, found: Aggregate, parameters: SuggestionParameters) -> bool:
    few = how.kind in _AVERAGED and found.readings < parameters.readings
    return few or found.coverage < parameters.coverage
