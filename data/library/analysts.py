"""Analysts in the rows of the library; they belong to the library, and cases name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.case import Analyst
from data.library import rows
from data.library.errors import InvalidEdit, UnknownEntry

if TYPE_CHECKING:
    import sqlite3

    from data.library.rows import Value


def analyst_row(connection: sqlite3.Connection, analyst_id: int) -> sqlite3.Row:
    """Return the row of an analyst, or raise `UnknownEntry`."""
    row: sqlite3.Row | None = connection.execute("SELECT * FROM analysts WHERE id = ?", (analyst_id,)).fetchone()
    if row is None:
        raise UnknownEntry(f"the library holds no analyst {analyst_id}; choose one from the list")
    return row


def read_analysts(connection: sqlite3.Connection) -> tuple[Analyst, ...]:
    """Return all analysts by name."""
    return tuple(map(_analyst, connection.execute("SELECT * FROM analysts ORDER BY name")))


def analysts_of(connection: sqlite3.Connection, case_id: int) -> tuple[Analyst, ...]:
    """Return the analysts known of who sign assessments of a case, by name."""
    found = connection.execute(
        "SELECT * FROM analysts WHERE name IN (SELECT analyst FROM assessments WHERE case_id = ?) ORDER BY name",
        (case_id,),
    )
    return tuple(map(_analyst, found))


def add_unknown(connection: sqlite3.Connection, analyst: Analyst) -> None:
    """Write an analyst of a case file, unless the library knows one of that name already."""
    if connection.execute("SELECT 1 FROM analysts WHERE name = ?", (analyst.name,)).fetchone() is None:
        rows.insert(connection, "analysts", analyst_columns(connection, analyst))


def analyst_columns(
    connection: sqlite3.Connection, analyst: Analyst, analyst_id: int | None = None
) -> dict[str, Value]:
    """Return an analyst as columns, or raise `InvalidEdit` where the name is empty or another's."""
    if not analyst.name.strip():
        raise InvalidEdit("an analyst needs a name; type the name that signs the assessments")
    taken = "SELECT 1 FROM analysts WHERE name = ? AND id IS NOT ?"
    if connection.execute(taken, (analyst.name, analyst_id)).fetchone():
        raise InvalidEdit(f'the library has an analyst "{analyst.name}" already; change that entry')
    return {"name": analyst.name, "organisation": analyst.organisation, "note": analyst.note}


def _analyst(row: sqlite3.Row) -> Analyst:
    return Analyst(row["name"], row["organisation"], row["note"], row["id"])
