"""The rule language: `high(x)`, `low(x)`, `moderate(x)` joined by `and`, `or`, `not` and parentheses.

One tree serves every use: it is evaluated over arrays, printed as plain English, as a spreadsheet formula, and back as
source text.
Truth is graded: `and` is the minimum, `or` the maximum, `not` is one minus the degree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

import numpy as np

from advisor.errors import AdvisorError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from advisor.arrays import Array

LevelName = Literal["high", "low", "moderate"]
LEVELS: tuple[LevelName, ...] = get_args(LevelName)
MAX_LENGTH = 1000
MAX_DEPTH = 24


class ConditionError(AdvisorError):
    """A condition that cannot be read; `str()` shows the text with a caret under the mistake."""

    def __init__(self, text: str, column: int, message: str) -> None:
        self.text, self.column, self.message = text, column, message
        super().__init__(f"{message}\n  {text}\n  {' ' * column}^")


@dataclass(frozen=True, slots=True)
class Level:
    """How far the indicator or factor `name` is high, low or moderate."""

    level: LevelName
    name: str


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of `term`."""

    term: Condition


@dataclass(frozen=True, slots=True)
class And:
    """All of `terms`."""

    terms: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of `terms`."""

    terms: tuple[Condition, ...]


Condition: TypeAlias = Level | Not | And | Or


def parse(text: str, names: Collection[str] | None = None) -> Condition:
    """Read a condition, checking its names against `names` where given.

    Raises
    ------
    ConditionError
        The text is empty, too long, nested too deep, malformed or names something unknown.
    """
    shown = " ".join(text.split("\n"))
    if not shown.strip():
        raise ConditionError(shown, 0, "the condition is empty; write for example high(su_level)")
    if len(shown) > MAX_LENGTH:
        raise ConditionError(
            shown[:60] + " ...", 60, f"the condition is longer than {MAX_LENGTH} characters; split the rule"
        )
    return _Parser(shown, names).condition()


def names_in(condition: Condition) -> Iterator[str]:
    """Yield every indicator or factor id of the condition, in order of appearance, repeats included."""
    match condition:
        case Level(name=name):
            yield name
        case Not(term=term):
            yield from names_in(term)
        case And(terms=terms) | Or(terms=terms):
            for term in terms:
                yield from names_in(term)


def degree(condition: Condition, level: Callable[[LevelName, str], Array]) -> Array:
    """Return the degree of truth in [0, 1], of the shape that `level(kind, name)` returns for a single level."""
    match condition:
        case Level(level=kind, name=name):
            return level(kind, name)
        case Not(term=term):
            return 1.0 - degree(term, level)
        case And(terms=terms):
            return reduce(np.minimum, (degree(term, level) for term in terms))
        case Or(terms=terms):
            return reduce(np.maximum, (degree(term, level) for term in terms))


def source_text(condition: Condition) -> str:
    """Print the condition in the rule language; parsing it gives the same tree."""
    match condition:
        case Level(level=kind, name=name):
            return f"{kind}({name})"
        case Not(term=term):
            return f"not {_bracketed(term)}"
        case And(terms=terms):
            return " and ".join(_bracketed(term) for term in terms)
        case Or(terms=terms):
            return " or ".join(_bracketed(term) for term in terms)


def formula(condition: Condition, cell: Callable[[LevelName, str], str]) -> str:
    """Print the condition as a spreadsheet formula, `cell(kind, name)` being the cell that holds a single level."""
    match condition:
        case Level(level=kind, name=name):
            return cell(kind, name)
        case Not(term=term):
            return f"(1-{formula(term, cell)})"
        case And(terms=terms):
            return f"MIN({','.join(formula(term, cell) for term in terms)})"
        case Or(terms=terms):
            return f"MAX({','.join(formula(term, cell) for term in terms)})"


def english(condition: Condition, phrase: Callable[[str], str]) -> str:
    """Print the condition as a plain English clause, `phrase(name)` naming each indicator and factor."""
    match condition:
        case Level(level=kind, name=name):
            return f"{phrase(name)} is {kind}"
        case Not(term=Level(level=kind, name=name)):
            return f"{phrase(name)} is not {kind}"
        case Not(term=term):
            return f"it is not so that {_english_group(term, phrase)}"
        case And(terms=terms):
            return " and ".join(_english_group(term, phrase) for term in terms)
        case Or(terms=terms):
            return " or ".join(_english_group(term, phrase) for term in terms)


def _english_group(term: Condition, phrase: Callable[[str], str]) -> str:
    clause = english(term, phrase)
    match term:
        case And():
            return f"both {clause}" if len(term.terms) == 2 else f"all of ({clause})"
        case Or():
            return f"either {clause}" if len(term.terms) == 2 else f"any of ({clause})"
    return clause


def _bracketed(term: Condition) -> str:
    text = source_text(term)
    return f"({text})" if isinstance(term, And | Or) else text


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    column: int


_TOKEN = re.compile(r"\s*(?:(?P<word>[A-Za-z_][A-Za-z0-9_]*)|(?P<open>\()|(?P<close>\))|(?P<bad>\S))")


def _tokens(text: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or "bad"
        column = found.start(kind)
        if kind == "bad":
            raise ConditionError(
                text, column, f'"{found[kind]}" has no meaning here; use high, low, moderate, and, or, not, ( )'
            )
        word = found[kind]
        yield _Token(word if word in ("and", "or", "not") else kind, word, column)
    yield _Token("end", "", len(text.rstrip()))


class _Parser:
    """Recursive descent; `or` binds weakest, then `and`, then `not`."""

    def __init__(self, text: str, names: Collection[str] | None) -> None:
        self._text, self._names = text, names
        self._tokens = list(_tokens(text))
        self._at = 0
        self._depth = 0

    def condition(self) -> Condition:
        tree = self._either()
        if self._next.kind != "end":
            raise self._error('expected "and", "or" or the end')
        return tree

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _take(self) -> _Token:
        token = self._next
        self._at += 1
        return token

    def _error(self, message: str) -> ConditionError:
        found = f'"{self._next.text}"' if self._next.text else "the end"
        return ConditionError(self._text, self._next.column, f"{message}, found {found}")

    def _either(self) -> Condition:
        terms = [self._all()]
        while self._next.kind == "or":
            self._take()
            terms.append(self._all())
        return terms[0] if len(terms) == 1 else Or(tuple(terms))

    def _all(self) -> Condition:
        terms = [self._single()]
        while self._next.kind == "and":
            self._take()
            terms.append(self._single())
        return terms[0] if len(terms) == 1 else And(tuple(terms))

    def _single(self) -> Condition:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ConditionError(
                self._text, self._next.column, f"nested deeper than {MAX_DEPTH} levels; split the rule"
            )
        try:
            if self._next.kind == "not":
                self._take()
                return Not(self._single())
            if self._next.kind == "open":
                self._take()
                inner = self._either()
                self._close()
                return inner
            return self._level()
        finally:
            self._depth -= 1

    def _level(self) -> Level:
        token = self._next
        if token.kind != "word":
            raise self._error("expected high(...), low(...), moderate(...), not or (")
        kind = next((level for level in LEVELS if level == token.text), None)
        if kind is None:
            hint = did_you_mean(token.text, LEVELS)
            raise ConditionError(self._text, token.column, f'"{token.text}" is not high, low or moderate{hint}')
        self._take()
        if self._next.kind != "open":
            raise self._error(f'expected "(" after {kind}')
        self._take()
        name = self._name()
        self._close()
        return Level(kind, name)

    def _name(self) -> str:
        token = self._next
        if token.kind != "word":
            raise self._error("expected the id of an indicator or factor")
        if self._names is not None and token.text not in self._names:
            hint = did_you_mean(token.text, self._names)
            raise ConditionError(
                self._text, token.column, f'"{token.text}" is no indicator or factor of this playbook{hint}'
            )
        return self._take().text

    def _close(self) -> None:
        if self._next.kind != "close":
            raise self._error('expected ")"')
        self._take()
