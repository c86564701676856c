"""Read the cells of a scorecard or briefing as scores: every problem at once, each with its cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from advisor.errors import did_you_mean
from advisor.returned import Returned
from advisor.scores import InvalidScore, Score, ScoreSheet
from advisor.scoring import FIRST_RANGE, within_scale
from data.errors import InvalidFiles, Problem
from data.scorecards.cells import Unreadable, confidence_of, score_value
from data.scorecards.heads import read_head
from data.scorecards.layout import (
    AS_COMPUTED,
    BEST,
    CONFIDENCE,
    HIGH,
    ID,
    INDICATOR,
    JUSTIFICATION,
    LOW,
    SCORED,
    address,
    find_layout,
)
from data.workbook.text import cell_text, defined_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from advisor.case import PlaybookVersion
    from advisor.playbook import Playbook
    from advisor.scores import Confidence
    from data.importers.contract import Cell
    from data.scorecards.layout import Layout
    from data.scorecards.parsed import Parsed

T = TypeVar("T")
_NEEDED = (LOW, BEST, HIGH)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the sheet, and how to say where its cells are."""

    sheet: str
    number: int
    cells: Sequence[Cell]
    columns: Mapping[str, int]

    def cell(self, role: str) -> Cell:
        place = self.columns.get(role, len(self.cells))
        return self.cells[place] if place < len(self.cells) else None

    def where(self, role: str) -> str:
        return f"{self.sheet}!{address(self.number, self.columns.get(role, 0))}"

    def text(self, role: str) -> str:
        cell = self.cell(role)
        return cell_text(f"{cell:g}" if isinstance(cell, float) else str(cell)) if cell is not None else ""


def returned_of(parsed: Parsed, playbook: Playbook) -> Returned:
    """Return the scores of a parsed workbook.

    Raises
    ------
    InvalidFiles
        With everything that is wrong, each with sheet and cell.
    """
    layout = find_layout(parsed.rows)
    if layout is None:
        what = "holds no sheet of scores: none has a row with the headings Id, Low, Best and High"
        raise InvalidFiles([Problem(parsed.name, "", f"{what}; use a scorecard of this program")])
    problems = list(_missing_columns(parsed, layout))
    head = read_head(parsed, layout.header, playbook, problems)
    rows = _rows(parsed, layout, playbook, problems)
    notes = list(_other_version(head.playbook, playbook))
    scores = {name: _score(row, parsed.name, problems, notes) for name, row in rows.items()}
    sent = _sent(rows, layout)
    if problems or head.as_of is None:
        raise InvalidFiles(problems)
    ordered = [name for name in playbook.indicator_ids if name in scores]
    return Returned(
        file=parsed.name,
        case=head.case,
        as_of=head.as_of,
        analyst=head.analyst,
        sheet=ScoreSheet({name: score for name in ordered if (score := scores[name]) is not None}),
        left_empty=tuple(name for name in ordered if scores[name] is None),
        absent=tuple(name for name in playbook.indicator_ids if name not in scores),
        assessment=head.assessment,
        playbook=head.playbook,
        sent=sent,
        notes=tuple(notes),
    )


def _other_version(made_with: PlaybookVersion | None, playbook: Playbook) -> Iterator[str]:
    if made_with is not None and made_with.version != playbook.identity.version:
        yield f"Made with version {made_with.version} of the playbook; this is {playbook.identity.version}."


def _missing_columns(parsed: Parsed, layout: Layout) -> Iterator[Problem]:
    where = f"{parsed.scores}!row {layout.header}"
    for word in _NEEDED:
        if word not in layout.columns:
            yield Problem(parsed.name, where, f'has no column "{word.capitalize()}"; put its heading back')
    for word in layout.twice:
        yield Problem(parsed.name, where, f'has two columns "{word.capitalize()}"; rename the one that does not count')


def _rows(parsed: Parsed, layout: Layout, playbook: Playbook, problems: list[Problem]) -> dict[str, _Row]:
    """Return the row of each indicator: by id, else by name, else by the names of cells."""
    names = {" ".join(one.name.split()).casefold(): one.id for one in playbook.indicators}
    by_names = {} if {ID, INDICATOR} & set(layout.columns) else _named_rows(parsed, playbook)
    found: dict[str, _Row] = {}
    for number, cells in parsed.rows:
        if number <= layout.header:
            continue
        row = _Row(parsed.scores, number, cells, layout.columns)
        key = row.text(ID if ID in layout.columns else INDICATOR).strip()
        if key.casefold() in (ID, INDICATOR):
            break
        indicator = key if ID in layout.columns else names.get(" ".join(key.split()).casefold(), key)
        indicator = by_names.get(number, indicator)
        if indicator in playbook.indicator_ids and indicator not in found:
            found[indicator] = row
        elif indicator in found or any(row.cell(role) is not None for role in _NEEDED):
            problems.append(_stray(parsed, row, indicator, found, playbook))
    return found


def _stray(parsed: Parsed, row: _Row, indicator: str, found: Mapping[str, _Row], playbook: Playbook) -> Problem:
    if indicator in found:
        what = f'scores "{indicator}" again, after row {found[indicator].number}; keep one of the two rows'
    elif not indicator:
        what = "has scores and does not say of what; put the id of the indicator back"
    else:
        hint = did_you_mean(indicator, playbook.indicator_ids)
        what = f'"{cell_text(indicator)[:80]}" is no indicator of the playbook{hint}; correct it or remove the row'
    return Problem(parsed.name, row.where(ID), what)


def _named_rows(parsed: Parsed, playbook: Playbook) -> dict[int, str]:
    """Return the indicators by row, as the names of their cells have it."""
    taken: set[str] = set()
    found: dict[int, str] = {}
    for indicator in playbook.indicator_ids:
        for wanted in (f"{indicator}_low", indicator, f"{indicator}_high"):
            name = defined_name(wanted, taken)
            taken.add(name.lower())
            sheet, _, row = parsed.names.get(name, ("", "", 0))
            if wanted == indicator and sheet == parsed.scores:
                found[row] = indicator
    return found


def _score(row: _Row, file: str, problems: list[Problem], notes: list[str]) -> Score | None:
    """Return the score of a row, None where none is given or after what is wrong with it was reported."""
    before = len(problems)

    def read(role: str, convert: Callable[[Cell], T | None]) -> T | None:
        try:
            return convert(row.cell(role))
        except Unreadable as error:
            problems.append(Problem(file, row.where(role), str(error)))
            return None

    low, best, high = (read(role, score_value) for role in _NEEDED)
    confidence: Confidence | None = read(CONFIDENCE, confidence_of)
    if len(problems) > before:
        return None
    if best is None:
        _without_best(row, (low, high), file, problems, notes)
        return None
    notes += _filled_in(row, low, high, confidence)
    try:
        return Score(
            within_scale(best - FIRST_RANGE) if low is None else low,
            best,
            within_scale(best + FIRST_RANGE) if high is None else high,
            confidence or "low",
            row.text(JUSTIFICATION),
        )
    except InvalidScore as error:
        problems.append(Problem(file, row.where(BEST), str(error)))
        return None


def _without_best(
    row: _Row, ends: tuple[float | None, float | None], file: str, problems: list[Problem], notes: list[str]
) -> None:
    if any(end is not None for end in ends):
        what = "is empty and its range is not; give the best estimate, or empty the row"
        problems.append(Problem(file, row.where(BEST), what))
    elif row.text(JUSTIFICATION).strip():
        notes.append(f"{row.where(JUSTIFICATION)}: a justification without a score is left out.")


def _filled_in(row: _Row, low: float | None, high: float | None, confidence: str | None) -> Iterator[str]:
    """Say what the analyst left open, and as what it counts: as a first score does in the window."""
    if low is None or high is None:
        ends = "Low and High are" if low is None and high is None else "Low is" if low is None else "High is"
        yield f"{row.where(BEST)}: {ends} empty and taken a point from Best."
    if confidence is None:
        yield f"{row.where(CONFIDENCE)}: no confidence is given, which counts as low."


def _sent(rows: Mapping[str, _Row], layout: Layout) -> ScoreSheet | None:
    """Return the scores that the workbook was made with, None where it does not keep them as it should."""
    roles = [f"{role}{AS_COMPUTED}" for role in SCORED]
    if not set(roles) <= set(layout.columns):
        return None
    scores: dict[str, Score] = {}
    for name, row in rows.items():
        try:
            low, best, high = (score_value(row.cell(role)) for role in roles[:3])
            if low is not None and best is not None and high is not None:
                scores[name] = Score(low, best, high, confidence_of(row.cell(roles[3])) or "low")
        except (Unreadable, InvalidScore):
            return None
    return ScoreSheet(scores)
