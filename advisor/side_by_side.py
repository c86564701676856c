"""A few assessments side by side: pressures, stance, verdicts and plans, and in what they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.findings import VERDICTS
from advisor.phrasing import listed
from advisor.wording import STANCE_WORDS, VERDICT_WORDS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from advisor.findings import Findings, Verdict
    from advisor.plan import Role
    from advisor.playbook import Playbook, Side

CLOSE = 1.0
"""Factors of scores that lie closer together than this, in points, are not called different."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One assessment of the comparison; `package` is its plan's options with their roles, None while unknown."""

    id: str
    country: str
    as_of: dt.date
    findings: Findings
    package: dict[str, Role] | None = None


@dataclass(frozen=True, slots=True)
class FactorRow:
    """One factor in all assessments; None where nothing of it is scored."""

    id: str
    name: str
    side: Side
    values: tuple[float | None, ...]

    @property
    def spread(self) -> float:
        """The distance between the highest and the lowest value, in points."""
        known = [value for value in self.values if value is not None]
        return max(known) - min(known) if known else 0.0


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One option in all assessments; a role is None where the plan leaves the option out or is not known."""

    id: str
    name: str
    verdicts: tuple[Verdict, ...]
    chances: tuple[float, ...]
    roles: tuple[Role | None, ...]

    @property
    def differs(self) -> bool:
        """Whether the verdicts are not all the same."""
        return len(set(self.verdicts)) > 1

    @property
    def distance(self) -> int:
        """How many steps lie between the best and the worst verdict."""
        places = [VERDICTS.index(verdict) for verdict in self.verdicts]
        return max(places) - min(places)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The comparison; options whose verdicts lie furthest apart come first, then by rank in the first assessment."""

    compared: tuple[Compared, ...]
    factors: tuple[FactorRow, ...]
    options: tuple[OptionRow, ...]


def side_by_side(playbook: Playbook, compared: Sequence[Compared]) -> SideBySide:
    """Lay assessments side by side, at least one."""
    options = [_option(compared, place) for place in range(len(playbook.options))]
    ranks = [option.best.rank for option in compared[0].findings.options]
    order = sorted(range(len(options)), key=lambda place: (-options[place].distance, ranks[place]))
    return SideBySide(
        compared=tuple(compared),
        factors=tuple(_factor(playbook, compared, place) for place in range(len(playbook.factors))),
        options=tuple(options[place] for place in order),
    )


def difference_text(found: SideBySide) -> str:
    """Say in a few sentences in what the assessments differ most."""
    names = _labels(found.compared)
    parts = [_stances(found.compared, names), *_furthest(found.factors, names), _verdicts(found.options)]
    return " ".join(part for part in parts if part)


def label(one: Compared) -> str:
    """Name an assessment as a column of the comparison."""
    return f"{one.country}, {one.as_of.isoformat()}"


def _labels(compared: Sequence[Compared]) -> list[str]:
    """Name assessments by country alone where that tells them apart."""
    countries = [one.country for one in compared]
    return countries if len(set(countries)) == len(countries) else [label(one) for one in compared]


def _factor(playbook: Playbook, compared: Sequence[Compared], place: int) -> FactorRow:
    factor = playbook.factors[place]
    members = [indicator.id for indicator in playbook.indicators if indicator.factor == factor.id]
    values = tuple(
        one.findings.best.factors[factor.id] if any(one.findings.best.sheet.get(name) for name in members) else None
        for one in compared
    )
    return FactorRow(factor.id, factor.name, factor.side, values)


def _option(compared: Sequence[Compared], place: int) -> OptionRow:
    found = [one.findings.options[place] for one in compared]
    option = found[0].best
    return OptionRow(
        id=option.id,
        name=option.name,
        verdicts=tuple(one.verdict for one in found),
        chances=tuple(one.p_now for one in found),
        roles=tuple(None if one.package is None else one.package.get(option.id) for one in compared),
    )


def _stances(compared: Sequence[Compared], names: Sequence[str]) -> str:
    by_class: dict[str, list[str]] = {}
    for one, name in zip(compared, names, strict=True):
        leaning = STANCE_WORDS[one.findings.best.stance.stance_class] if one.findings.best.scored else "not scored"
        by_class.setdefault(leaning, []).append(name)
    if len(by_class) == 1:
        return f"All lean alike: {next(iter(by_class)).lower()}."
    return "; ".join(f"{', '.join(members)}: {leaning.lower()}" for leaning, members in by_class.items()) + "."


def _furthest(factors: Sequence[FactorRow], names: Sequence[str]) -> list[str]:
    row = max(factors, key=lambda factor: factor.spread)
    known = [(value, name) for value, name in zip(row.values, names, strict=True) if value is not None]
    if row.spread < CLOSE or len(known) < 2:
        return ["No pressure differs by a point or more."] if len(known) > 1 else []
    (high, highest), (low, lowest) = max(known), min(known)
    return [f"{row.name} differs most: {high:.1f} in {highest}, {low:.1f} in {lowest}."]


def _verdicts(options: Sequence[OptionRow]) -> str:
    different = [option for option in options if option.differs]
    if not different:
        return "Every option has the same verdict in all."
    first = different[0]
    words = listed([VERDICT_WORDS[verdict] for verdict in sorted({*first.verdicts}, key=VERDICTS.index)], len(VERDICTS))
    said = f"{len(different)} of {len(options)} options have different verdicts"
    return f"{said}; furthest apart is {first.name}: {words}."
