"""Write single rows: the one place where names of tables and columns become SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

Value: TypeAlias = str | int | float | None


def quoted(name: str) -> str:
    """Return a table's or column's name as SQL."""
    return '"' + name.replace('"', '""') + '"'


def insert(connection: sqlite3.Connection, table: str, values: Mapping[str, Value]) -> int:
    """Insert one row and return its id."""
    columns = ", ".join(map(quoted, values))
    marks = ", ".join("?" for _ in values)
    sql = f"INSERT INTO {quoted(table)} ({columns}) VALUES ({marks})"
    row_id = connection.execute(sql, tuple(values.values())).lastrowid
    assert row_id is not None
    return row_id


def update(connection: sqlite3.Connection, table: str, row_id: int, values: Mapping[str, Value]) -> int:
    """Change columns of one row and return how many rows that touched."""
    settings = ", ".join(f"{quoted(column)} = ?" for column in values)
    sql = f"UPDATE {quoted(table)} SET {settings} WHERE id = ?"
    return connection.execute(sql, (*values.values(), row_id)).rowcount


def delete(connection: sqlite3.Connection, table: str, row_id: int) -> int:
    """Delete one row and return how many rows that touched."""
    return connection.execute(f"DELETE FROM {quoted(table)} WHERE id = ?", (row_id,)).rowcount
