"""What an edit altered, entry by entry, in words for the History page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from advisor.phrasing import one_line
from data.library.errors import DamagedLibrary, UnknownEntry
from data.library.rows import quoted

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from data.library.rows import Value

_LONG = 200
_AS_IT_WENT = """
    SELECT old FROM changes JOIN cells ON change_id = changes.id
    WHERE table_name = ? AND row_id = ? AND column_name = ? AND kind = 'delete' ORDER BY changes.id DESC LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Alteration:
    """One entry that an edit altered: which, what it was and what it became; empty where there was none."""

    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class _Table:
    """What the rows of a table are called, which column names one, and which tell what came or went with it."""

    noun: str
    name: str
    told: tuple[str, ...]


_TABLES: Mapping[str, _Table] = {
    "cases": _Table("case", "", ("name",)),
    "assessments": _Table("assessment", "slug", ("as_of", "analyst")),
    "outcomes": _Table("outcome", "", ("stance", "justification")),
    "scores": _Table("score of", "indicator", ("best", "low", "high", "confidence", "justification")),
    "facts": _Table("fact", "", ("date", "text", "source")),
    "series": _Table("data series", "name", ("unit", "description", "origin")),
    "points": _Table("reading of", "date", ("value", "source", "note")),
    "notes": _Table("note", "", ("reliability", "credibility", "bearing", "date", "text", "source")),
    "note_indicators": _Table("link of a note", "", ("indicator",)),
    "note_assessments": _Table("link of a note to an assessment", "", ()),
    "events": _Table("event", "", ("date", "text", "source")),
    "analysts": _Table("analyst", "name", ("organisation", "note")),
    "settings": _Table("setting", "name", ("item", "value")),
    "scored_with": _Table("playbook scored with", "", ("playbook", "version")),
    "locks": _Table("lock", "", ("at", "who", "reason", "playbook", "version")),
}
_UNTOLD = ("id", "case_id", "assessment_id", "series_id", "note_id", "position", "result")
_YES_NO = ("verified", "after_coding_date", "coded_blind")
_WORDS = {
    "as_of": "date",
    "justification": "reason",
    "us_preferred_policy": "US-preferred policy",
    "after_coding_date": "known only later",
    "slug": "id",
    "sha256": "hash",
}


def alterations(
    connection: sqlite3.Connection, step_id: int, names: Mapping[str, str], limit: int
) -> tuple[Alteration, ...]:
    """Return what a step altered, in order; `names` says what indicators, objectives and options are called."""
    if connection.execute("SELECT 1 FROM steps WHERE id = ?", (step_id,)).fetchone() is None:
        raise UnknownEntry(f"the history has no entry {step_id}; choose one from the list")
    cells = connection.execute(
        "SELECT changes.id, kind, table_name, row_id, column_name, old, new FROM changes"
        " JOIN cells ON change_id = changes.id"
        " WHERE changes.id IN (SELECT id FROM changes WHERE step_id = ? ORDER BY id LIMIT ?)"
        " ORDER BY changes.id, column_name",
        (step_id, limit),
    ).fetchall()
    changes = [list(same) for _, same in groupby(cells, key=lambda cell: cell["id"])]
    return tuple(one for change in changes for one in _told(connection, change, names))


def _told(
    connection: sqlite3.Connection, change: Sequence[sqlite3.Row], names: Mapping[str, str]
) -> Iterator[Alteration]:
    kind, table = change[0]["kind"], _TABLES.get(change[0]["table_name"])
    if table is None:
        raise DamagedLibrary(f'the history names "{change[0]["table_name"]}"; open a backup copy')
    what = f"{table.noun} {_name(connection, change, table, names)}".strip()
    if kind == "update":
        for cell in change:
            column = cell["column_name"]
            if column not in _UNTOLD:
                words = _WORDS.get(column, column.replace("_", " "))
                yield Alteration(
                    f"{what}, {words}", _text(column, cell["old"], names), _text(column, cell["new"], names)
                )
        return
    side = "new" if kind == "insert" else "old"
    values = {cell["column_name"]: cell[side] for cell in change}
    told = ((column, values.get(column)) for column in table.told)
    texts = (
        f"{column} {value:g}" if isinstance(value, float) else _text(column, value, names) for column, value in told
    )
    summary = "; ".join(text for text in texts if text)
    yield Alteration(what, "", summary) if kind == "insert" else Alteration(what, summary, "")


def _name(
    connection: sqlite3.Connection, change: Sequence[sqlite3.Row], table: _Table, names: Mapping[str, str]
) -> str:
    """Return what the row is called: as the change says, else as it is called now, else as it was when it went."""
    if not table.name:
        return ""
    place = (change[0]["table_name"], change[0]["row_id"])
    for cell in change:
        if cell["column_name"] == table.name:
            return _text(table.name, cell["new"] if cell["old"] is None else cell["old"], names)
    row = (
        connection.execute(f"SELECT {quoted(table.name)} FROM {quoted(place[0])} WHERE id = ?", place[1:]).fetchone()
        or connection.execute(_AS_IT_WENT, (*place, table.name)).fetchone()
    )
    return "" if row is None else _text(table.name, row[0], names)


def _text(column: str, value: Value, names: Mapping[str, str]) -> str:
    if value is None:
        return ""
    if column in _YES_NO:
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    text = one_line(str(value), _LONG)
    return names.get(text, text) if column in ("indicator", "item", "name") else text
