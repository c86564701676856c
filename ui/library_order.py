"""In which order the library lists its countries."""

from __future__ import annotations

import datetime as dt
from hashlib import sha256
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ui.ports import CaseSummary

Order = Literal["name", "date", "changed", "recent"]
ORDERS: tuple[Order, ...] = get_args(Order)
ORDER_WORDS: Mapping[Order, str] = {
    "name": "By name",
    "date": "Newest assessment first",
    "changed": "Changed last first",
    "recent": "Opened last first",
}
RECENT_KEPT = 30
_MARK_LENGTH = 16
_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


def in_order(
    cases: Iterable[CaseSummary], order: Order, changed: Mapping[int, dt.datetime], recent: Sequence[str]
) -> list[CaseSummary]:
    """Return countries in an order; those of which it knows nothing follow by name. `recent` are marks."""
    named = sorted(cases, key=lambda case: case.name.casefold())
    if order == "date":
        return sorted(named, key=_newest, reverse=True)
    if order == "changed":
        return sorted(named, key=lambda case: changed.get(case.id, _NEVER), reverse=True)
    if order == "recent":
        place = {opened: number for number, opened in enumerate(recent)}
        last = len(place)
        places = {
            case.id: min((place.get(mark(one.id), last) for one in case.assessments), default=last) for case in named
        }
        return sorted(named, key=lambda case: places[case.id])
    return named


def mark(assessment_id: str) -> str:
    """Return what may stand for an assessment outside the library: nobody reads a country or a date out of it."""
    return sha256(assessment_id.encode()).hexdigest()[:_MARK_LENGTH] if assessment_id else ""


def opened_now(recent: Sequence[str], assessment_id: str) -> tuple[str, ...]:
    """Return the marks of what was opened, the last first, once this assessment is opened."""
    now = mark(assessment_id)
    return (now, *(one for one in recent if one != now))[:RECENT_KEPT]


def _newest(case: CaseSummary) -> dt.date:
    return max((one.as_of for one in case.assessments), default=dt.date.min)
