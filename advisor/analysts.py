"""Several analysts of one case and date: who they are, how far apart their scores lie, and what that changes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.agreement import agreement
from advisor.findings import judge
from advisor.knobs import apply
from advisor.merge import AnalystSheet, disagreement, merge
from advisor.outlook import look_ahead
from advisor.package import best_package, limits_of, names_of
from advisor.phrasing import listed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from advisor.agreement import Agreement
    from advisor.case import Assessment, Case
    from advisor.findings import BestFindings
    from advisor.knobs import Knobs
    from advisor.merge import Disagreement, Merged
    from advisor.playbook import Playbook, StanceClass
    from advisor.scores import Confidence
    from advisor.uncertainty import Draws

_BETWEEN_NAMES = re.compile(r", | and |; ")


@dataclass(frozen=True, slots=True)
class Position:
    """What the best scores of one analyst lead to."""

    analyst: str
    assessment: str
    stance_class: StanceClass
    index: float
    in_win_set: int
    scored: int
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Opinions:
    """Independent scores of one case and date, an assessment an analyst, with what is made of them."""

    as_of: dt.date
    assessments: tuple[Assessment, ...]
    merged: Merged
    disagreement: Disagreement
    agreement: Agreement
    positions: tuple[Position, ...]

    @property
    def sheets(self) -> tuple[AnalystSheet, ...]:
        """The scores with the names of the analysts."""
        return _sheets(self.assessments)


@dataclass(frozen=True, slots=True)
class PackageOf:
    """The best package by the scores of one analyst."""

    analyst: str
    options: tuple[str, ...]


def independent(assessments: Iterable[Assessment], as_of: dt.date) -> tuple[Assessment, ...]:
    """Return the assessments of one date, one an analyst: the last where an analyst has several.

    What names several of the others as its analysts is merged from theirs, and no opinion of its own.
    """
    by_name = {one.analyst.strip().casefold(): one for one in assessments if one.as_of == as_of}
    names = [name or f"analyst {number}" for number, name in enumerate(by_name, 1)]
    return tuple(one for name, one in by_name.items() if not _joins(name, names))


def dates_of_several(case: Case) -> tuple[dt.date, ...]:
    """Return the dates on which more than one analyst scored the case, the newest first."""
    dates = {one.as_of for one in case.assessments}
    return tuple(sorted((day for day in dates if len(independent(case.assessments, day)) > 1), reverse=True))


def opinions(playbook: Playbook, case: Case, as_of: dt.date) -> Opinions | None:
    """Return what the analysts of a date say; None where there are fewer than two."""
    found = independent(case.assessments, as_of)
    if len(found) < 2:
        return None
    sheets = _sheets(found)
    merged = merge(playbook, sheets)
    positions = tuple(
        _position(name, one.id, judge(playbook, one.sheet)) for name, one in zip(merged.analysts, found, strict=True)
    )
    split, agreed = disagreement(playbook, sheets), agreement(playbook, sheets)
    return Opinions(as_of, found, merged, split, agreed, positions)


def packages(
    playbook: Playbook, analysts: Sequence[str], sheets: Sequence[AnalystSheet], draws: Sequence[Draws], knobs: Knobs
) -> tuple[PackageOf, ...]:
    """Return the best package by each analyst's scores, on the same futures, under the knobs of the case.

    Raises
    ------
    AdvisorError
        The knobs make no sense, or nothing meets them all.
    """
    turned = apply(playbook, knobs)
    limits, seed = limits_of(turned, knobs), turned.uncertainty.seed_fit
    return tuple(
        PackageOf(
            name,
            names_of(
                turned,
                best_package(look_ahead(turned, one.sheet.arrays(turned.indicator_ids), draws, seed).values, limits),
            ),
        )
        for name, one in zip(analysts, sheets, strict=True)
    )


def _position(analyst: str, assessment: str, best: BestFindings) -> Position:
    stance = best.stance
    return Position(
        analyst, assessment, stance.stance_class, stance.index, len(best.win_set), best.scored, best.confidence
    )


def _sheets(assessments: Iterable[Assessment]) -> tuple[AnalystSheet, ...]:
    return tuple(AnalystSheet(one.analyst, one.sheet) for one in assessments)


def _joins(name: str, names: Sequence[str]) -> bool:
    """Say whether a name is made of several others, in the way that merged scores are signed."""
    others = [one for one in names if one != name]
    parts = _BETWEEN_NAMES.split(name)
    return len(others) > 1 and (name == listed(others, len(others)) or all(part in others for part in parts))
