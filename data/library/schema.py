"""What a library is made of, to tell one that lacks a part, or in which a part was altered."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from data.library.migrations import migrate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.library.migrations import Migration

Part: TypeAlias = tuple[str, str]


@cache
def expected_parts(migrations: tuple[Migration, ...]) -> frozenset[Part]:
    """Return the parts of a library that was brought up to date by these steps."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, Path(), migrations, dt.datetime.now(dt.UTC))
        return parts_of(connection)


def parts_of(connection: sqlite3.Connection) -> frozenset[Part]:
    """Return the parts of a library, each with the name of its table, index, view or trigger."""
    return frozenset(_parts(connection))


def strangers(connection: sqlite3.Connection, migrations: tuple[Migration, ...]) -> tuple[str, ...]:
    """Return triggers and views that no step made: they run with every edit, and could do anything, or never end."""
    known = {name for name, _ in expected_parts(migrations)}
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY name")
    return tuple(str(name) for (name,) in found if name not in known)


def _parts(connection: sqlite3.Connection) -> Iterator[Part]:
    """Tables count by their columns and what these refer to: how their text is kept is up to SQLite."""
    found = connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    # In a damaged file the texts may be bytes.
    for kind, name, sql in ((kind, str(name), str(sql)) for kind, name, sql in found):
        if name.startswith(("sqlite_", "search_")):
            continue
        if kind != "table":
            yield name, " ".join(sql.split())
            continue
        for pragma in ("pragma_table_info", "pragma_foreign_key_list"):
            for row in connection.execute(f"SELECT * FROM {pragma}(?)", (name,)):
                yield name, repr(tuple(row))
