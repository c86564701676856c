"""The numbers of a rule or option that can be tried out: what each means, how far it goes, and how it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.trial import Number
from advisor.trial_check import MOST_POINTS, points_of
from advisor.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from advisor.playbook import Option, Playbook
    from advisor.trial import Entry, NumberName

_STRENGTH_STEP, _MOST_STRENGTH = 0.25, 2.0
_VETO_STEP, _POINTS_STEP, _SCALE_STEP = 0.05, 0.5, 0.5
_SCALE_TOP = 10.0
_TRAIT_MEANINGS: Mapping[str, str] = {
    "visibility": "How much the public sees of it. Counts towards the footprint of a plan and the cost of a refusal.",
    "coerciveness": "How much force it takes. Counts towards the cost of a refusal.",
    "reversibility": "How easily it can be undone. Lowers the cost of a refusal and of dropping it later.",
}


@dataclass(frozen=True, slots=True)
class Dial:
    """A number that goes from `low` to `high` in equal steps; `given` is the playbook's."""

    number: Number
    name: str
    meaning: str
    low: float
    high: float
    step: float
    given: float

    def written(self, value: float) -> str:
        """Print a value as this number is written."""
        match self.number.name:
            case "strength":
                return f"× {plain(value)}"
            case "veto_at":
                return f"{value:.2f}"
            case "political":
                return f"+{plain(value)}" if value > 0 else plain(value)
        return plain(value)


def dials(playbook: Playbook, entry: Entry) -> tuple[Dial, ...]:
    """Return the numbers of an entry in the order in which they are looked at."""
    found = _of_rule(playbook, entry) if entry.kind == "rule" else _of_option(playbook, entry)
    return tuple(found)


def _of_rule(playbook: Playbook, entry: Entry) -> Iterator[Dial]:
    most = max((abs(points) for points in points_of(playbook, entry.id)), default=0.0)
    if most > 0:
        highest = min(_MOST_STRENGTH, MOST_POINTS / most // _STRENGTH_STEP * _STRENGTH_STEP)
        what = "Multiplies all points of the rule"
        limit = f"; they go up to {plain(MOST_POINTS)}" if highest < _MOST_STRENGTH else ""
        yield _dial(entry, "strength", "Strength", f"{what}{limit}.", (0.0, max(1.0, highest), _STRENGTH_STEP), 1.0)
    rule = playbook.rule.get(entry.id)
    if rule is not None and rule.veto_at is not None:
        meaning = "Degree of the condition from which the rule takes an option out."
        yield _dial(entry, "veto_at", "Veto from degree", meaning, (0.0, 1.0, _VETO_STEP), rule.veto_at)


def _of_option(playbook: Playbook, entry: Entry) -> Iterator[Dial]:
    option = playbook.option[entry.id]
    for factor in playbook.factors:
        effect = option.political[factor.id]
        bounds = (-MOST_POINTS, MOST_POINTS, _POINTS_STEP)
        yield _dial(entry, "political", factor.name, effect.reason, bounds, effect.effect, factor.id)
    yield from _traits(entry, option)
    for objective in playbook.objectives:
        meaning = f"US value: what it does for “{objective.name}”, where it is carried out in full."
        given = option.us_value.get(objective.id, 0.0)
        yield _dial(entry, "us_value", objective.name, meaning, (0.0, _SCALE_TOP, _SCALE_STEP), given, objective.id)


def _traits(entry: Entry, option: Option) -> Iterator[Dial]:
    given: Mapping[NumberName, float] = {
        "visibility": option.visibility,
        "coerciveness": option.coerciveness,
        "reversibility": option.reversibility,
    }
    for name, value in given.items():
        meaning = _TRAIT_MEANINGS[name]
        yield _dial(entry, name, name.capitalize(), meaning, (0.0, _SCALE_TOP, _SCALE_STEP), value)


def _dial(
    entry: Entry,
    name: NumberName,
    title: str,
    meaning: str,
    bounds: tuple[float, float, float],
    given: float,
    of: str = "",
) -> Dial:
    low, high, step = bounds
    return Dial(Number(entry, name, of), title, meaning, low, high, step, given)


def group_title(name: NumberName) -> str:
    """Return the heading above numbers of a kind."""
    match name:
        case "strength" | "veto_at":
            return "How strong it is"
        case "political":
            return "What it demands, by factor at full strength"
        case "us_value":
            return "US value by objective, 0 to 10"
    return "What it looks like, 0 to 10"
