"""Where things stand on a sheet of scores: by the words of its header row and by names, never by places."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from data.importers.contract import Cell

ID, INDICATOR = "id", "indicator"
LOW, BEST, HIGH, CONFIDENCE, JUSTIFICATION = "low", "best", "high", "confidence", "justification"
SCORED = (LOW, BEST, HIGH, CONFIDENCE)
AS_COMPUTED = " as computed"
_HEADINGS = (ID, INDICATOR, *SCORED, JUSTIFICATION, *(f"{name}{AS_COMPUTED}" for name in SCORED))
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet of scores: the number of its header row, the places of its columns, and headings that stand twice."""

    header: int
    columns: Mapping[str, int]
    twice: tuple[str, ...] = ()


def is_header(cells: Sequence[Cell]) -> bool:
    """Say whether a row is the header of scores: a best score, and what it is the score of."""
    found = set(_words(cells))
    return BEST in found and bool(found & {ID, INDICATOR} or {LOW, HIGH} <= found)


def find_layout(rows: Sequence[tuple[int, Sequence[Cell]]]) -> Layout | None:
    """Return the layout that the first header row gives, None where there is none."""
    header = next(((number, cells) for number, cells in rows if is_header(cells)), None)
    if header is None:
        return None
    words = _words(header[1])
    columns = {word: words.index(word) for word in _HEADINGS if word in words}
    twice = tuple(word for word, count in Counter(words).items() if count > 1 and word in _HEADINGS)
    return Layout(header[0], columns, twice)


def column_number(letters: str) -> int:
    """Return the place of a column from 0: A is 0, AA 26."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1


def address(row: int, column: int) -> str:
    """Return a cell as a spreadsheet calls it: row 12 and column 3 give "D12"."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def _words(cells: Sequence[Cell]) -> list[str]:
    return [" ".join(cell.split()).casefold() if isinstance(cell, str) else "" for cell in cells]
