"""The changes of a step, as the history keeps them, and the folding of a drag into one change of each row."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from data.library.rows import Value

Kind = Literal["insert", "update", "delete"]


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one row: the columns that differ, with their old and their new values."""

    id: int
    kind: Kind
    table: str
    row_id: int
    cells: dict[str, tuple[Value, Value]]

    @property
    def old(self) -> dict[str, Value]:
        """The columns as they were."""
        return {column: old for column, (old, _) in self.cells.items()}

    @property
    def new(self) -> dict[str, Value]:
        """The columns as they became."""
        return {column: new for column, (_, new) in self.cells.items()}


def changes_of(connection: sqlite3.Connection, step_id: int) -> list[Change]:
    """Return the changes of a step, in order."""
    cells = connection.execute(
        "SELECT changes.id, kind, table_name, row_id, column_name, old, new"
        " FROM changes JOIN cells ON change_id = changes.id WHERE step_id = ? ORDER BY changes.id",
        (step_id,),
    ).fetchall()
    return [_change(list(same)) for _, same in groupby(cells, key=lambda cell: int(cell["id"]))]


def fold(connection: sqlite3.Connection, step_id: int) -> None:
    """Make one change of each row of a drag, whose hundred changes all concern the same few rows."""
    changes = changes_of(connection, step_id)
    if any(change.kind == "delete" for change in changes):
        return
    by_row: dict[tuple[str, int], list[Change]] = {}
    for change in changes:
        by_row.setdefault((change.table, change.row_id), []).append(change)
    for same_row in by_row.values():
        _fold_row(connection, same_row)


def _fold_row(connection: sqlite3.Connection, changes: list[Change]) -> None:
    first, *rest = changes
    if not rest:
        return
    old = {column: value for change in reversed(changes) for column, value in change.old.items()}
    new = {column: value for change in changes for column, value in change.new.items()}
    kept = [column for column in new if first.kind == "insert" or old[column] != new[column]]
    connection.execute("DELETE FROM cells WHERE change_id = ?", (first.id,))
    cells = [(first.id, column, old[column], new[column]) for column in kept]
    connection.executemany("INSERT INTO cells (change_id, column_name, old, new) VALUES (?, ?, ?, ?)", cells)
    gone = [(change.id,) for change in (rest if cells else changes)]
    connection.executemany("DELETE FROM changes WHERE id = ?", gone)


def _change(cells: Sequence[sqlite3.Row]) -> Change:
    first = cells[0]
    values = {cell["column_name"]: (cell["old"], cell["new"]) for cell in cells}
    return Change(first["id"], first["kind"], first["table_name"], first["row_id"], values)
