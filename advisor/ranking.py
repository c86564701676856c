"""Many assessments in one ranked table: where each government leans and what it can live with, by best scores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from advisor.findings import VERDICTS
from advisor.panel import score_panel
from advisor.playbook import STANCE_CLASSES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from advisor.arrays import BoolArray
    from advisor.playbook import Playbook, StanceClass
    from advisor.scores import ScoreSheet

Order = Literal["country", "as_of", "index", "leads", "offers", "scored"]
ORDERS: tuple[Order, ...] = get_args(Order)


@dataclass(frozen=True, slots=True)
class Entry:
    """One assessment to rank; `region` is empty where it is not known."""

    id: str
    country: str
    as_of: dt.date
    sheet: ScoreSheet
    region: str = ""


@dataclass(frozen=True, slots=True)
class RankedEntry:
    """What best scores say of one assessment; `stance` is None where nothing is scored."""

    entry: Entry
    stance: StanceClass | None
    index: float
    leads: tuple[str, ...]
    offers: tuple[str, ...]
    scored: int
    latest: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows are wanted; empty is all. `text` is looked for in countries and regions.

    `always` is the id of an assessment that counts as well as the latest of its country.
    """

    text: str = ""
    region: str = ""
    stance: StanceClass | None = None
    latest_only: bool = True
    always: str = ""

    def __call__(self, row: RankedEntry) -> bool:
        """Say whether a row is wanted."""
        where = f"{row.entry.country} {row.entry.region}".casefold()
        return (
            all(word in where for word in self.text.casefold().split())
            and self.region in ("", row.entry.region)
            and self.stance in (None, row.stance)
            and (row.latest or not self.latest_only or row.entry.id == self.always)
        )


def rank(playbook: Playbook, entries: Sequence[Entry]) -> tuple[RankedEntry, ...]:
    """Return every assessment with what best scores say of it, in the order given."""
    if not entries:
        return ()
    scores = np.array([_best(playbook, entry.sheet) for entry in entries])
    found = score_panel(playbook, scores)
    newest = _newest(entries)
    lead, offer = VERDICTS.index("lead"), VERDICTS.index("offer_with_conditions")
    return tuple(
        RankedEntry(
            entry=entry,
            stance=STANCE_CLASSES[int(found.stance[row])] if found.scored[row] else None,
            index=float(found.index[row]),
            leads=_named(playbook, found.verdicts[row] == lead) if found.scored[row] else (),
            offers=_named(playbook, found.verdicts[row] == offer) if found.scored[row] else (),
            scored=int(found.scored[row]),
            latest=newest[entry.country] == entry.as_of,
        )
        for row, entry in enumerate(entries)
    )


def ordered(rows: Sequence[RankedEntry], by: Order = "index", *, falling: bool = False) -> tuple[RankedEntry, ...]:
    """Return rows in an order; those without any score stand last, equal ones by country and date."""
    settled = sorted(rows, key=lambda row: (row.entry.country, row.entry.as_of))
    settled.sort(key=lambda row: _key(row, by), reverse=falling)
    settled.sort(key=lambda row: row.stance is None)
    return tuple(settled)


def _key(row: RankedEntry, by: Order) -> str | float:
    match by:
        case "country":
            return row.entry.country.casefold()
        case "as_of":
            return row.entry.as_of.toordinal()
        case "leads":
            return len(row.leads)
        case "offers":
            return len(row.offers)
        case "scored":
            return row.scored
        case "index":
            return row.index


def _best(playbook: Playbook, sheet: ScoreSheet) -> list[float]:
    scores = (sheet.get(indicator) for indicator in playbook.indicator_ids)
    return [float("nan") if score is None else score.best for score in scores]


def _newest(entries: Sequence[Entry]) -> dict[str, dt.date]:
    newest: dict[str, dt.date] = {}
    for entry in entries:
        newest[entry.country] = max(entry.as_of, newest.get(entry.country, entry.as_of))
    return newest


def _named(playbook: Playbook, chosen: BoolArray) -> tuple[str, ...]:
    return tuple(option.name for option, is_chosen in zip(playbook.options, chosen, strict=True) if is_chosen)
