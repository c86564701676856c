from __future__ import annotations

import sqlite3
from contextlib import closing

from data.library import rows


def test_rows_are_written_by_id_with_values_and_names_quoted() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute('CREATE TABLE "odd ""name""" (id INTEGER PRIMARY KEY, "a b" TEXT, c REAL)')
        first = rows.insert(connection, 'odd "name"', {"a b": "'; --", "c": 1 / 3})
        second = rows.insert(connection, 'odd "name"', {"a b": None, "c": 0.0})
        assert rows.update(connection, 'odd "name"', second, {"a b": "x"}) == 1
        assert rows.update(connection, 'odd "name"', 99, {"a b": "x"}) == 0
        found = connection.execute('SELECT * FROM "odd ""name"""').fetchall()
        assert found == [(first, "'; --", 1 / 3), (second, "x", 0.0)]
        assert rows.delete(connection, 'odd "name"', first) == 1
        assert rows.delete(connection, 'odd "name"', first) == 0
