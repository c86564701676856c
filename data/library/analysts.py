"""Analysts in the rows of the library; they belong to the library, and cases name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.case import Analyst
from data.library import rows
from data.library.errors import InvalidEdit

if TYPE_CHECKING:
    import sqlite3

    from data.library.rows import Value


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


def analyst_columns(connection: sqlite3.Connection, analyst: Analyst) -> dict[str, Value]:
    """Return a new analyst as columns, or raise `InvalidEdit` where the name is empty or another's."""
    if not analyst.name.strip():
        raise InvalidEdit("an analyst needs a name; type the name that signs the assessments")
    if connection.execute("SELECT 1 FROM analysts WHERE name = ?", (analyst.name,)).fetchone():
        raise InvalidEdit(f'the library has an analyst "{analyst.name}" already; sign with that name')
    return {"name": analyst.name, "organisation": analyst.organisation, "note": analyst.note}


def _analyst(row: sqlite3.Row) -> Analyst:
    return Analyst(row["name"], row["organisation"], row["note"], row["id"])
