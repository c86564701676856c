"""The assessments of a case as they were after any edit, found by replaying the history in memory."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeAlias

from data.library.errors import DamagedLibrary, UnknownEntry
from data.library.reading import AssessmentRows, assessment_of, case_row
from data.library.rows import quoted

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from advisor.case import Assessment

Rows: TypeAlias = dict[tuple[str, int], dict[str, Any]]
_PARTS = ("scores", "facts", "outcomes", "scored_with")
_TABLES = ("assessments", *_PARTS)
_CHANGES = f"""
    SELECT changes.id, kind, table_name, row_id, column_name, old, new
    FROM changes JOIN cells ON change_id = changes.id
    WHERE table_name IN ({", ".join(f"'{table}'" for table in _TABLES)}) AND step_id IN """


def assessments_at(connection: sqlite3.Connection, case_id: int, step_id: int) -> tuple[Assessment, ...]:
    """Return the assessments of a case right after a step, in order of date; locks are no part of them."""
    case_row(connection, case_id)
    base, overtaken = _way_to(connection, step_id)
    rows = _rows_now(connection, case_id)
    later = "(SELECT id FROM steps WHERE state = 'done' AND id > ?) ORDER BY changes.id DESC"
    try:
        _replay(rows, connection.execute(_CHANGES + later, (base,)), backwards=True)
        for step in overtaken:
            _replay(rows, connection.execute(f"{_CHANGES} (?) ORDER BY changes.id", (step,)), backwards=False)
        return tuple(assessment_of(one) for one in _assessments(rows, case_id))
    except (KeyError, TypeError) as error:
        raise DamagedLibrary(f"the history lacks a part ({error}); open a backup copy") from error


def _way_to(connection: sqlite3.Connection, step_id: int) -> tuple[int, list[int]]:
    """Return the last step that still holds and comes before the one wanted, and those to make again from there."""
    overtaken: list[int] = []
    here: int | None = step_id
    while here:
        row = connection.execute("SELECT state, parent FROM steps WHERE id = ?", (here,)).fetchone()
        if row is None:
            raise UnknownEntry(f"the history has no entry {here}; choose one from the list")
        if row["state"] == "done":
            return here, overtaken[::-1]
        overtaken.append(here)
        here = row["parent"]
    if here is None:
        raise UnknownEntry(
            "what came before this entry is not known: an earlier version of Second Image overtook it; choose another"
        )
    return 0, overtaken[::-1]


def _rows_now(connection: sqlite3.Connection, case_id: int) -> Rows:
    rows: Rows = {}
    for table in _TABLES:
        owner = "" if table == "assessments" else " JOIN assessments ON assessments.id = assessment_id"
        sql = f"SELECT {quoted(table)}.* FROM {quoted(table)}{owner} WHERE case_id = ?"
        for row in connection.execute(sql, (case_id,)):
            rows[table, row["id"]] = dict(row)
    return rows


def _replay(rows: Rows, cells: sqlite3.Cursor, *, backwards: bool) -> None:
    """Take changes back, or make them again; of rows of other cases only those that come and go are touched."""
    for _, same in groupby(cells.fetchall(), key=lambda cell: cell["id"]):
        change = list(same)
        place = (change[0]["table_name"], change[0]["row_id"])
        values = {cell["column_name"]: cell["old" if backwards else "new"] for cell in change}
        kind = change[0]["kind"]
        if kind == "update":
            rows.get(place, {}).update(values)
        elif (kind == "insert") == backwards:
            rows.pop(place, None)
        else:
            rows[place] = values


def _assessments(rows: Rows, case_id: int) -> Iterator[AssessmentRows]:
    parts: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for (table, _), row in sorted(rows.items(), key=lambda item: item[0]):
        if table in _PARTS:
            parts.setdefault((table, row["assessment_id"]), []).append(row)
    own = [row for (table, _), row in rows.items() if table == "assessments" and row["case_id"] == case_id]
    for row in sorted(own, key=lambda one: (one["as_of"], one["id"])):
        facts = sorted(parts.get(("facts", row["id"]), []), key=lambda one: one["position"])
        outcome, scored_with = (parts.get((table, row["id"]), [None]) for table in ("outcomes", "scored_with"))
        yield AssessmentRows(row, parts.get(("scores", row["id"]), []), facts, outcome[0], scored_with[0])
