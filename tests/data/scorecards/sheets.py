"""Sheets of scores as a reader finds them, without a file: in any order, with any columns between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.playbook_files import shipped_playbook
from data.scorecards.layout import AS_COMPUTED, SCORED
from data.scorecards.parsed import Parsed
from data.workbook.head_names import ANALYST, AS_OF, ASSESSMENT, CASE, PLAYBOOK, PLAYBOOK_VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from advisor.scores import Score, ScoreSheet
    from data.importers.contract import Cell

PLAYBOOK_READ = shipped_playbook()
IDS = PLAYBOOK_READ.indicator_ids
COLUMNS = ("Id", "Indicator", "Low", "Best", "High", "Confidence", "Justification")
MAY = 41774.0
"""15 May 2014 as a spreadsheet counts days."""
HEAD: Mapping[str, Cell] = {
    CASE: "Peru",
    AS_OF: MAY,
    ANALYST: "Ana Ruiz",
    ASSESSMENT: "PER-2014-2016",
    PLAYBOOK: "counternarcotics",
    PLAYBOOK_VERSION: "1.0",
}


def cells_of(indicator: str, score: Score | None) -> dict[str, Cell]:
    """Return the cells of a row by the headings over them."""
    name = PLAYBOOK_READ.indicator[indicator].name
    if score is None:
        return {"Id": indicator, "Indicator": name, "Confidence": "unknown"}
    return {
        "Id": indicator,
        "Indicator": name,
        "Low": score.low,
        "Best": score.best,
        "High": score.high,
        "Confidence": score.confidence,
        "Justification": score.justification or None,
    }


def parsed(
    rows: Sequence[Mapping[str, Cell]],
    columns: Sequence[str] = COLUMNS,
    head: Mapping[str, Cell] = HEAD,
    *,
    above: Sequence[Cell] = (),
    first: int = 4,
) -> Parsed:
    """Return a workbook with a header row and these rows below it; names of cells on Instructions say the rest."""
    written: list[tuple[int, Sequence[Cell]]] = [(1, above)] if above else []
    written.append((first, list(columns)))
    written += [(at, [row.get(name) for name in columns]) for at, row in enumerate(rows, first + 1)]
    names = {name: ("Instructions", "B", place) for place, name in enumerate(head, 6)}
    return Parsed("ana.xlsx", "Pressures", written, names, dict(head), saved_by="A. Ruiz", author="desk")


def sheet_rows(sheet: ScoreSheet) -> list[dict[str, Cell]]:
    """Return a row for every indicator of the playbook."""
    return [cells_of(name, sheet.get(name)) for name in IDS]


def as_computed(score: Score) -> dict[str, Cell]:
    """Return the cells that say with which score a briefing was computed."""
    values = (score.low, score.best, score.high, score.confidence)
    return {f"{role.capitalize()}{AS_COMPUTED}": value for role, value in zip(SCORED, values, strict=True)}
