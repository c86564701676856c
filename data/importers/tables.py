"""A table out of a text file or a worksheet, in one shape for every importer: preamble, header, numbered rows."""

from __future__ import annotations

import csv
from itertools import islice
from typing import TYPE_CHECKING

from advisor.errors import did_you_mean
from data.errors import DataError
from data.importers.problems import shown, some_of
from data.importers.text_files import TextRows, read_head
from data.importers.workbooks import is_workbook, open_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from data.importers.contract import Cell
    from data.importers.importer import Task
    from data.importers.problems import ImportProblems
    from data.importers.workbooks import Workbook

MOST_PREAMBLE = 15


class Table:
    """The rows below a header; rows that do not fit under it are reported, blank ones and footers passed over."""

    def __init__(
        self,
        source: Iterator[tuple[int, Sequence[Cell]]],
        is_header: Callable[[Sequence[str]], bool],
        problems: ImportProblems,
        ragged: bool = False,
        footers: tuple[str, ...] = (),
    ) -> None:
        self.preamble: list[tuple[str, ...]] = []
        self.header: tuple[str, ...] = ()
        self.rows = 0
        self._source = source
        self._problems = problems
        self._ragged = ragged
        self._footers = footers
        for _, cells in islice(source, MOST_PREAMBLE):
            names = tuple(heading(cell) for cell in cells)
            if is_header(names):
                self.header = names
                break
            self.preamble.append(names)

    def __iter__(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        width = len(self.header)
        for number, cells in self._source:
            if not any(cells) or (self._footers and str(cells[0]).startswith(self._footers)):
                continue
            self.rows += 1
            fitted = cells if len(cells) == width else self._fitted(number, cells, width)
            if fitted is not None:
                yield number, fitted

    def _fitted(self, number: int, cells: Sequence[Cell], width: int) -> Sequence[Cell] | None:
        """Return the row at the header's width, or None where cells are missing or too many."""
        if self._ragged and len(cells) < width:
            return [*cells, *[None] * (width - len(cells))]
        if len(cells) > width and not any(cells[width:]):
            return cells[:width]
        if self._ragged:
            return cells[:width]
        what = f"has {len(cells)} cells where the header has {width}"
        self._problems.row(number, "", what, "mend its delimiters and quotation marks, or export the file again")
        return None


class TextTable(Table):
    """A table in a delimited text file, read as it is gone through."""

    def __init__(self, task: Task, is_header: Callable[[Sequence[str]], bool], footers: tuple[str, ...] = ()) -> None:
        head = read_head(task.path, task.mapping.encoding, task.mapping.delimiter)
        self._text = TextRows(task.path, head.encoding, head.delimiter, task.watch)
        super().__init__(self._sound(), is_header, task.problems, footers=footers)

    def __iter__(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        yield from super().__iter__()
        if self._text.stray.lines:
            self._problems.add(str(self._text.stray))

    def _sound(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        """Yield rows up to the first that cannot be read, and report that one."""
        number = 0
        try:
            for number, cells in self._text:
                yield number, cells
        except csv.Error as error:
            what = f"cannot be read further than row {number:,} ({error})"
            self._problems.add(f"{what}; look below it for a quotation mark that is never closed")

    @property
    def sha256(self) -> str:
        """The hash of the file, once all rows have been taken."""
        return self._text.sha256

    @property
    def size(self) -> int:
        """The size of the file in bytes, once all rows have been taken."""
        return self._text.size


class SheetTable(Table):
    """A table on a worksheet; rows may be shorter than the header, as empty cells are not stored."""

    def __init__(
        self, book: Workbook, sheet: str, is_header: Callable[[Sequence[str]], bool], problems: ImportProblems
    ) -> None:
        self.sha256 = book.sha256
        self.size = book.size
        super().__init__(iter(book.rows(sheet)), is_header, problems, ragged=True)


def open_table(task: Task, is_header: Callable[[Sequence[str]], bool]) -> TextTable | SheetTable:
    """Return the table in a text file, or on the sheet chosen or the first one that has it."""
    if not is_workbook(task.path):
        return TextTable(task, is_header)
    book = open_workbook(task.path, watch=task.watch)
    sheet = task.mapping.sheet or find_sheet(book, is_header)[0] or book.sheets[0]
    if sheet not in book.sheets:
        raise DataError(f'{book.name}: has no sheet "{sheet}"; it has {some_of(book.sheets)}')
    return SheetTable(book, sheet, is_header, task.problems)


def find_sheet(
    book: Workbook, is_header: Callable[[Sequence[str]], bool], among: Sequence[str] | None = None
) -> tuple[str, tuple[str, ...]]:
    """Return the first sheet that has such a header, and the header; both empty where none has."""
    for sheet in book.sheets if among is None else among:
        for _, cells in book.rows(sheet, MOST_PREAMBLE):
            names = tuple(heading(cell) for cell in cells)
            if is_header(names):
                return sheet, names
    return "", ()


def heading(cell: Cell) -> str:
    """Return a heading as text on one line; a year kept as a number is written as one."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str("" if cell is None else cell).split())


def has_headings(names: Sequence[str], wanted: Sequence[str], least: int) -> bool:
    """Say whether a row holds at least so many of the headings wanted."""
    lowered = {name.casefold() for name in names}
    return sum(name.casefold() in lowered for name in wanted) >= least


def find_columns(
    task: Task, header: Sequence[str], wanted: Mapping[str, Sequence[str]], optional: Sequence[str] = ()
) -> dict[str, int]:
    """Return the place of each column by what it holds, reporting those that are missing.

    Parameters
    ----------
    wanted
        Headings that each may have, by what it holds; the mapping's own heading comes before them.
    """
    places = {name.casefold(): place for place, name in reversed(list(enumerate(header)))}
    found: dict[str, int] = {}
    for role, usual in wanted.items():
        named = task.mapping.columns.get(role)
        headings = [named] if named else usual
        place = next((places[name.casefold()] for name in headings if name.casefold() in places), None)
        if place is not None:
            found[role] = place
        elif named or role not in optional:
            _report_missing(task.problems, role, headings, header)
    return found


def _report_missing(problems: ImportProblems, role: str, headings: Sequence[str], header: Sequence[str]) -> None:
    hint = did_you_mean(headings[0], header)
    remedy = f'say which column holds "{role}"' if role != headings[0] else "say which column holds it"
    problems.add(
        f"is missing; {remedy}, out of {some_of(shown(name) for name in header if name)}{hint}",
        f'column "{headings[0]}"',
    )
