"""Exact reasoning about conditions: their one minimal form, and the highest degree of truth they can reach.

A condition is the maximum over conjunctions of the minimum over atoms: `high`, `low` and their opposites. `moderate` is
neither high nor low, to the digit. A degree above 0 confines the indicator or factor of an atom to an interval whose
ends are linear in that degree, so the highest degree of a conjunction has a closed form.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import TYPE_CHECKING, Literal, TypeAlias

from advisor.condition import And, Level, Not, Or
from advisor.engine import MIDDLE, SCALE_TOP, SPAN
from advisor.errors import AdvisorError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from advisor.condition import Condition, LevelName

MOST_CONJUNCTIONS = 4096
NEGLIGIBLE = 1e-9


class TooInvolved(AdvisorError):
    """A condition whose minimal form would pass through more than `MOST_CONJUNCTIONS` conjunctions."""


@dataclass(frozen=True, slots=True)
class Atom:
    """High or low of one indicator or factor, or the opposite of that."""

    level: Literal["high", "low"]
    name: str
    negated: bool = False


Conjunction: TypeAlias = frozenset[Atom]
Form: TypeAlias = frozenset[Conjunction]
Shares: TypeAlias = "Mapping[str, Mapping[str, float]]"
"""For each factor, the share of each of its indicators; the shares of a factor sum to 1."""


def minimal_form(condition: Condition, shares: Shares) -> Form:
    """Return the conjunctions that decide the degree; conditions with the same form are equal at all scores.

    Raises
    ------
    TooInvolved
        The form would grow beyond `MOST_CONJUNCTIONS`.
    """
    return frozenset(one for one in _form(condition, negated=False) if _highest_of(one, shares) > NEGLIGIBLE)


def highest_degree(form: Form, shares: Shares) -> float:
    """Return the highest degree of truth that any scores give; 0 where the condition can never hold at all."""
    return max((_highest_of(conjunction, shares) for conjunction in form), default=0.0)


def droppable(condition: Condition, shares: Shares) -> tuple[Condition, ...]:
    """Return terms that can all be dropped without changing the condition at any scores.

    Raises
    ------
    TooInvolved
        As for `minimal_form`.
    """
    form = minimal_form(condition, shares)
    for term, rest in _without_one(condition):
        if minimal_form(rest, shares) == form:
            return (term, *droppable(rest, shares))
    return ()


def _form(condition: Condition, *, negated: bool) -> Form:
    match condition:
        case Level(level=level, name=name):
            return _level_form(level, name, negated=negated)
        case Not(term=term):
            return _form(term, negated=not negated)
        case And(terms=terms) | Or(terms=terms):
            join = _both if isinstance(condition, And) != negated else _either
            return reduce(join, (_form(term, negated=negated) for term in terms))


def _level_form(level: LevelName, name: str, *, negated: bool) -> Form:
    if level != "moderate":
        return frozenset({_with_implied(Atom(level, name, negated))})
    if negated:
        return _level_form("high", name, negated=False) | _level_form("low", name, negated=False)
    return frozenset({frozenset({Atom("high", name, negated=True), Atom("low", name, negated=True)})})


def _with_implied(atom: Atom) -> Conjunction:
    """Add what is at least as true at all scores: what is high is not low, and the reverse."""
    if atom.negated:
        return frozenset({atom})
    return frozenset({atom, Atom("low" if atom.level == "high" else "high", atom.name, negated=True)})


def _both(one: Form, other: Form) -> Form:
    _bound(len(one) * len(other))
    return _absorbed(frozenset(left | right for left in one for right in other))


def _either(one: Form, other: Form) -> Form:
    _bound(len(one) + len(other))
    return _absorbed(one | other)


def _bound(size: int) -> None:
    if size > MOST_CONJUNCTIONS:
        raise TooInvolved(f"more than {MOST_CONJUNCTIONS} ways to hold; split the rule")


def _absorbed(form: Form) -> Form:
    """Drop conjunctions that ask for more than another one does."""
    by_size: dict[int, list[Conjunction]] = defaultdict(list)
    for conjunction in form:
        by_size[len(conjunction)].append(conjunction)
    kept: list[Conjunction] = []
    for size in sorted(by_size):
        kept += [one for one in by_size[size] if not any(shorter <= one for shorter in kept if len(shorter) < size)]
    return frozenset(kept)


@dataclass(frozen=True, slots=True)
class _Interval:
    """Where a score may lie at degree t: from `floor + rise * t` to `ceiling - fall * t`."""

    floor: float = 0.0
    rise: float = 0.0
    ceiling: float = SCALE_TOP
    fall: float = 0.0

    def within(self, atom: Atom) -> _Interval:
        """Narrow the interval to where the atom has degree t; bounds are parallel, so the tighter one stays."""
        upwards = (atom.level == "high") != atom.negated
        bound = MIDDLE if not atom.negated else MIDDLE - SPAN if upwards else MIDDLE + SPAN
        if upwards:
            return replace(self, floor=max(self.floor, bound), rise=SPAN)
        return replace(self, ceiling=min(self.ceiling, bound), fall=SPAN)

    def meets(self, other: _Interval) -> float:
        """Return the highest degree, within 0-1, at which the floor of each is not above the ceiling of the other."""
        return min(_crossing(self, other), _crossing(other, self))


def _crossing(below: _Interval, above: _Interval) -> float:
    slope = below.rise + above.fall
    return min(1.0, (above.ceiling - below.floor) / slope) if slope else 1.0


@dataclass(slots=True)
class _Intervals:
    """The intervals of the names of one conjunction."""

    named: dict[str, _Interval] = field(default_factory=dict)

    def of(self, name: str) -> _Interval:
        return self.named.get(name, _Interval())

    def mean(self, shares: Mapping[str, float]) -> _Interval:
        """Return the interval of a factor's weighted mean, as far as its indicators decide it."""
        parts = [(share, self.of(name)) for name, share in shares.items()]
        return _Interval(
            sum(share * part.floor for share, part in parts),
            sum(share * part.rise for share, part in parts),
            sum(share * part.ceiling for share, part in parts),
            sum(share * part.fall for share, part in parts),
        )


def _highest_of(conjunction: Conjunction, shares: Shares) -> float:
    intervals = _Intervals()
    for atom in conjunction:
        intervals.named[atom.name] = intervals.of(atom.name).within(atom)
    alone = [interval.meets(interval) for interval in intervals.named.values()]
    factors = [
        interval.meets(intervals.mean(shares[name])) for name, interval in intervals.named.items() if name in shares
    ]
    return min(alone + factors, default=1.0)


def _without_one(condition: Condition) -> Iterator[tuple[Condition, Condition]]:
    """Yield each term that can be taken out with what stays, larger terms before those inside them."""
    match condition:
        case Not(term=term):
            yield from ((dropped, Not(rest)) for dropped, rest in _without_one(term))
        case And(terms=terms) | Or(terms=terms):
            for at in reversed(range(len(terms))):
                others = terms[:at] + terms[at + 1 :]
                yield terms[at], others[0] if len(others) == 1 else replace(condition, terms=others)
            for at, term in enumerate(terms):
                for dropped, rest in _without_one(term):
                    yield dropped, replace(condition, terms=(*terms[:at], rest, *terms[at + 1 :]))
