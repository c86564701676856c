"""How well a few letters match a text: in order, the nearer to the starts of words the better."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD_START, _NEXT, _LETTER, _GAP, _LENGTH = 8.0, 9.0, 1.0, 0.2, 0.05


class Found(Protocol):
    """What can be found."""

    @property
    def key(self) -> str:
        """What tells it from all others."""
        ...

    @property
    def label(self) -> str:
        """Its name."""
        ...

    @property
    def kind(self) -> str:
        """What it belongs to; letters may be found there too."""
        ...


Entry = TypeVar("Entry", bound=Found)


def closeness(wanted: str, text: str) -> float | None:
    """Return how well `wanted` is found in `text`, more is better; None where a letter is missing.

    Words may stand in any order; the letters of each follow one another in the text, with gaps or without.
    """
    within = _plain(text)
    found = [_word_in(word, within) for word in _plain(wanted).split()]
    known = [one for one in found if one is not None]
    return sum(known) - _LENGTH * len(within) if len(known) == len(found) else None


def ranked(wanted: str, entries: Sequence[Entry], recent: Sequence[str] = ()) -> list[Entry]:
    """Return the entries that match, the best first; without letters all of them, those used lately first."""
    if not wanted.strip():
        place = {key: number for number, key in enumerate(recent)}
        return sorted(entries, key=lambda entry: place.get(entry.key, len(recent)))
    return [entry for _, _, entry in sorted(_matches(wanted, entries, recent), key=lambda match: match[:2])]


def _word_in(letters: str, within: str) -> float | None:
    best: dict[int, float] = {-1: 0.0}
    for letter in letters:
        places = [place for place, one in enumerate(within) if one == letter]
        best = {place: reached for place in places if (reached := _reached(best, place, within)) is not None}
        if not best:
            return None
    return max(best.values())


def _matches(wanted: str, entries: Iterable[Entry], recent: Sequence[str]) -> Iterable[tuple[float, int, Entry]]:
    for number, entry in enumerate(entries):
        own = closeness(wanted, entry.label)
        found = own if own is not None else closeness(wanted, f"{entry.label} {entry.kind}")
        if found is not None:
            bonus = _WORD_START / 2 if entry.key in recent else 0.0
            yield -(found + bonus), number, entry


def _reached(best: dict[int, float], place: int, text: str) -> float | None:
    """Return the best way to this place from a place before it."""
    ways = [
        value + _worth(text, before, place) - _GAP * (place - before - 1)
        for before, value in best.items()
        if before < place
    ]
    return max(ways, default=None)


def _worth(text: str, before: int, place: int) -> float:
    if place == 0 or not text[place - 1].isalnum():
        return _WORD_START
    return _NEXT if place == before + 1 and before >= 0 else _LETTER


def _plain(text: str) -> str:
    """Return a text in small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in parts if not unicodedata.combining(one))
