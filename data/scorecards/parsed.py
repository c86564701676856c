"""The plain cells of a workbook as the process apart gives them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from data.importers.contract import Cell


@dataclass(frozen=True, slots=True)
class Parsed:
    """A workbook: its sheet of scores, the cells with names, and who saved it.

    Attributes
    ----------
    scores
        The name of the sheet with the scores, empty where there is none.
    rows
        Its rows that hold anything, each with its number.
    names
        The sheet, column and row that each name stands for.
    named
        What the cells hold that say whose scores these are.
    """

    name: str
    scores: str
    rows: Sequence[tuple[int, Sequence[Cell]]]
    names: Mapping[str, tuple[str, str, int]]
    named: Mapping[str, Cell]
    from_1904: bool = False
    author: str = ""
    saved_by: str = ""

    def place_of(self, name: str) -> str:
        """Return the cell that has a name, as in "Instructions!C6"; empty where none has it."""
        sheet, column, row = self.names.get(name, ("", "", 0))
        return f"{sheet}!{column}{row}" if sheet else ""


def parsed_of(answer: Mapping[str, Any]) -> Parsed:
    """Return what `parsing.parse` gave, as it came through JSON."""
    return Parsed(
        name=answer["name"],
        scores=answer["scores"],
        rows=[(number, cells) for number, cells in answer["rows"]],
        names={name: (sheet, column, row) for name, (sheet, column, row) in answer["names"].items()},
        named=answer["named"],
        from_1904=answer["date1904"],
        author=answer["author"],
        saved_by=answer["saved_by"],
    )
