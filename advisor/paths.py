"""Straight paths through the space of scores, cut where what the engine says along them may have a kink.

A kink of a level lies where an indicator or a factor crosses an edge of high, low or moderate; one of a condition also
where two of its terms are equal, for `and` and `or` only ever choose between terms. Between two knots of `kinked` every
degree is therefore a straight line, which makes the points where it crosses a threshold exact.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

from advisor.condition import And, Level, Not, Or
from advisor.engine import MIDDLE, SPAN, evaluate
from advisor.playbook import Rule
from advisor.scores import SCALE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from advisor.arrays import Array, BoolArray
    from advisor.condition import Condition
    from advisor.playbook import Playbook

_EDGES = (MIDDLE - SPAN, MIDDLE, MIDDLE + SPAN)
_SAME_POINT = 1e-10


@dataclass(frozen=True, slots=True)
class Spans:
    """Stretches of paths from one place to another, with the scores half-way."""

    path: NDArray[np.intp]  # [n]
    low: Array  # [n]
    high: Array  # [n]
    middles: Array  # [n, I]


@dataclass(frozen=True, slots=True)
class Paths:
    """P paths from one row of scores, with n knots in order of path and place.

    At place t of a path each score stands at start + t * rate, held within the scale.
    """

    start: Array  # [I]
    rates: Array  # [P, I]
    path: NDArray[np.intp]  # [n]
    place: Array  # [n]

    @property
    def scores(self) -> Array:
        """Scores at the knots [n, I]."""
        return _scores(self, self.path, self.place)

    @property
    def spans(self) -> Spans:
        """What lies between neighbouring knots of the same path, in order."""
        joined = self._joined
        path, low, high = self.path[1:][joined], self.place[:-1][joined], self.place[1:][joined]
        return Spans(path, low, high, _scores(self, path, (low + high) / 2))

    @property
    def _joined(self) -> BoolArray:
        same: BoolArray = self.path[1:] == self.path[:-1]
        return same

    def cut(self, values: Array, wanted: BoolArray | None = None) -> Paths:
        """Add a knot wherever a column of `values` [n, m], straight between knots, crosses zero.

        Parameters
        ----------
        wanted
            Which columns matter on which path [P, m]; all where none is given.
        """
        first, second = values[:-1], values[1:]
        crossing = (first * second < 0) & self._joined[:, None]
        if wanted is not None:
            crossing &= wanted[self.path[:-1]]
        row, column = np.nonzero(crossing)
        share = first[row, column] / (first[row, column] - second[row, column])
        place = self.place[row] + share * (self.place[row + 1] - self.place[row])
        return _in_order(self, np.append(self.path, self.path[row]), np.append(self.place, place))


def whole_scale(start: Array, rates: Array) -> Paths:
    """Return paths that run both ways until no score can move, with a knot where they start and where a score stops."""
    rows, columns = np.nonzero(rates)
    speed = rates[rows, columns]
    ends = [(end - start[columns]) / speed for end in SCALE]
    here = np.arange(len(rates))
    bare = Paths(start, rates, here, np.zeros(len(rates)))
    return _in_order(bare, np.concatenate((here, rows, rows)), np.concatenate((bare.place, *ends)))


def kinked(playbook: Playbook, paths: Paths) -> Paths:
    """Add knots so that every level and every degree of a rule is straight between them."""
    terms = _terms(playbook)
    values = np.concatenate((paths.scores, evaluate(terms.playbook, paths.scores).factors), axis=1)
    levelled = paths.cut(np.concatenate([values - edge for edge in _EDGES], axis=1))
    degrees = evaluate(terms.playbook, levelled.scores).rule_degrees
    return levelled.cut(degrees[:, terms.first] - degrees[:, terms.second])


@dataclass(frozen=True, slots=True)
class _Terms:
    """The single terms of all conditions as rules of a playbook, and which pairs of them meet in a condition."""

    playbook: Playbook
    first: NDArray[np.intp]
    second: NDArray[np.intp]


_TERMS: WeakKeyDictionary[Playbook, _Terms] = WeakKeyDictionary()


def _terms(playbook: Playbook) -> _Terms:
    known = _TERMS.get(playbook)
    if known is None:
        known = _TERMS[playbook] = _build(playbook)
    return known


def _build(playbook: Playbook) -> _Terms:
    conditions = [*(rule.condition for rule in playbook.rules), *(rule.condition for rule in playbook.stance_rules)]
    pairs = dict.fromkeys(pair for one in conditions for pair in combinations(dict.fromkeys(_single(one)), 2))
    column = {term: number for number, term in enumerate(dict.fromkeys(term for pair in pairs for term in pair))}
    places = np.array([[column[term] for term in pair] for pair in pairs], dtype=np.intp).reshape(-1, 2)
    rules = tuple(Rule(str(number), term, (), "", (), "", "modifier") for term, number in column.items())
    bare = replace(playbook, rules=rules, stance_rules=(), options=playbook.options[:1])
    return _Terms(bare, places[:, 0], places[:, 1])


def _single(condition: Condition, negated: bool = False) -> Iterator[Condition]:
    """Yield the terms of a condition once every `not` is carried down to them; `and` and `or` choose among these."""
    match condition:
        case Level():
            yield Not(condition) if negated else condition
        case Not(term=term):
            yield from _single(term, not negated)
        case And(terms=terms) | Or(terms=terms):
            for term in terms:
                yield from _single(term, negated)


def _scores(paths: Paths, path: NDArray[np.intp], place: Array) -> Array:
    return np.clip(paths.start + place[:, None] * paths.rates[path], *SCALE)


def _in_order(paths: Paths, path: NDArray[np.intp], place: Array) -> Paths:
    order = np.lexsort((place, path))
    path, place = path[order], place[order]
    apart = (np.diff(path, prepend=-1) != 0) | (np.diff(place, prepend=-np.inf) > _SAME_POINT)
    return replace(paths, path=path[apart], place=place[apart])
