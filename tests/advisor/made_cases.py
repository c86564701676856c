"""Cases made up for tests of what happens over time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from advisor.case import Assessment, Case
from advisor.scores import Score, ScoreSheet
from data.playbook_files import shipped_playbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from advisor.case import Fact, Series

PLAYBOOK = shipped_playbook()
START = dt.date(2010, 1, 15)


def day(text: str) -> dt.date:
    """Return a day."""
    return dt.date.fromisoformat(text)


def sheet_at(value: float, indicators: Iterable[str] = PLAYBOOK.indicator_ids) -> ScoreSheet:
    """Return scores that all say the same, with ranges of a point to either side."""
    low, high = max(0.0, value - 1), min(10.0, value + 1)
    return ScoreSheet({name: Score(low, value, high) for name in indicators})


def assessment(name: str, as_of: dt.date, sheet: ScoreSheet | None = None, facts: Sequence[Fact] = ()) -> Assessment:
    """Return an assessment; without scores, every indicator is a 5."""
    return Assessment(name, "Somewhere", as_of, sheet_at(5.0) if sheet is None else sheet, facts=tuple(facts))


def long_case(count: int, days: int = 91, facts: Sequence[Fact] = (), series: Sequence[Series] = ()) -> Case:
    """Return a case of so many assessments, one every so many days, no two alike; the first holds the facts."""
    made = [
        assessment(
            f"A{number}",
            START + dt.timedelta(days=days * number),
            sheet_at(number % 11).with_score("su_level", Score(1, 1 + number % 7, 9)),
            facts if number == 0 else (),
        )
        for number in range(count)
    ]
    return Case("Somewhere", tuple(made), tuple(series))
