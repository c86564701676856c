"""What came of a panel: how many rows were scored, and what is wrong with the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.phrasing import one_line
from data.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.panel.checking import CheckedChunk

SHOWN = 20
_KEPT = 1_000
_LENGTH = 240


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong with one row, or is to be checked where the row was scored all the same."""

    row: int
    what: str
    scored: bool


@dataclass(frozen=True, slots=True)
class PanelReport:
    """The outcome of a run; `problems` are the first of all `listed`, in order of rows."""

    file: str
    rows: int
    scored: int
    listed: int
    problems: tuple[RowProblem, ...]
    notes: tuple[str, ...]


class NothingScored(DataError):
    """No row of a panel can be scored; nothing is written."""

    def __init__(self, report: PanelReport) -> None:
        self.report = report
        said = "there is no row below the header" if not report.rows else f"none of its {report.rows:,} rows can be"
        message = f"{report.file}: {said}{' scored' if report.rows else ''}; nothing was written"
        super().__init__("\n".join([*problem_lines(report), message]))


class ReportBuilder:
    """Counts rows and keeps the first problems, so that memory does not grow with the rows."""

    def __init__(self, file: str) -> None:
        self._file = file
        self.rows = self.scored = self._listed = 0
        self._problems: list[RowProblem] = []

    def add(self, chunk: CheckedChunk) -> None:
        """Count the rows of a chunk."""
        self.rows += len(chunk.best)
        self.scored += len(chunk.best) - len(chunk.problems)
        told = sorted({*chunk.problems, *chunk.remarks})
        self._listed += len(told)
        for place in told[: _KEPT - len(self._problems)]:
            what = chunk.what_of(place)
            self._problems.append(RowProblem(chunk.first_row + place, what, place not in chunk.problems))

    def report(self, notes: Sequence[str]) -> PanelReport:
        """Return what was counted."""
        return PanelReport(self._file, self.rows, self.scored, self._listed, tuple(self._problems), tuple(notes))


def problem_lines(report: PanelReport) -> Iterator[str]:
    """Yield the first problems as lines of text, and how many more there are."""
    for problem in report.problems[:SHOWN]:
        what = one_line(problem.what, _LENGTH)
        yield f"{report.file}: row {problem.row}: {what}{' (scored all the same)' if problem.scored else ''}"
    if report.listed > SHOWN:
        yield f"{report.file}: {report.listed - SHOWN:,} more rows have a problem"
