"""What a library holds, and whether all of it is whole: its history replayed must give what it holds."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from data.library import Library, open_library
from data.library.connecting import connect
from data.library.recording import RECORDED
from data.library.rows import quoted

Rows: TypeAlias = dict[str, list[tuple[Any, ...]]]
HISTORY = ("steps", "changes", "cells")
EMPTY = hashlib.sha256(b"[]").hexdigest()


class Broken(Exception):
    """A library lost something, or does not fit its history; the message says what."""


def rows_of(connection: sqlite3.Connection, tables: tuple[str, ...]) -> Rows:
    """Return all rows of some tables, in a fixed order; tables of later versions are empty in earlier ones."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    found = {
        table: connection.execute(f"SELECT * FROM {quoted(table)}").fetchall() for table in tables if table in there
    }
    return {table: sorted((tuple(row) for row in rows), key=repr) for table, rows in found.items()}


def columns_of(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the columns of the tables of what is kept, as SQL: a later version may have more of them."""
    listed = "SELECT group_concat(quote(name)) FROM pragma_table_info(?)"
    found = {table: connection.execute(listed, (table,)).fetchone()[0] for table in RECORDED}
    return {table: columns.replace("'", '"') for table, columns in found.items() if columns}


def digest_of_columns(connection: sqlite3.Connection, columns: dict[str, str]) -> str:
    """Return a hash of some columns."""
    rows = {
        table: connection.execute(f"SELECT {wanted} FROM {quoted(table)}").fetchall()
        for table, wanted in columns.items()
    }
    return hashlib.sha256(
        repr({table: sorted(map(tuple, found), key=repr) for table, found in rows.items()}).encode()
    ).hexdigest()


def digest(path: Path) -> str:
    """Return a hash of everything that a library holds, its history included."""
    with closing(connect(path, "mode=ro")) as connection:
        return digest_of(connection)


def digest_of(connection: sqlite3.Connection, tables: tuple[str, ...] = (*RECORDED, *HISTORY)) -> str:
    """Return a hash of the rows of some tables, as they are for this connection."""
    text = repr([(table, rows) for table, rows in rows_of(connection, tables).items() if rows])
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def check_file(path: Path) -> None:
    """Open a library as the program does, which checks its pages; raise `Broken` where the file is not whole."""
    with open_library(path, who="Proof") as library:
        _check_file(library)


def check(path: Path) -> None:
    """Open a library as the program does, and raise `Broken` where anything in it does not fit anything else."""
    with open_library(path, who="Proof") as library:
        _check_file(library)
        for case in library.cases():
            library.case(case.id)
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "library.sqlite"
        shutil.copy(path, copy)
        _check_replay(copy, Path(folder) / "replayed.sqlite")
        _check_undo(copy)


def _check_file(library: Library) -> None:
    with library._database.reading() as connection:
        strays = connection.execute("PRAGMA foreign_key_check").fetchall()
        open_step, recording = connection.execute("SELECT open_step, recording FROM state").fetchone()
        stale = connection.execute("SELECT count(*) FROM unindexed").fetchone()[0]
        unfinished = connection.execute("SELECT count(*) FROM steps WHERE at = ''").fetchone()[0]
    if strays:
        raise Broken(f"{library.path}: {len(strays)} rows that belong to nothing")
    if (open_step, recording, stale, unfinished) != (None, 1, 0, 0):
        raise Broken(f"{library.path}: an edit was left half made: {(open_step, recording, stale, unfinished)}")
    try:
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        raise Broken(f"{library.path}: the search index does not fit the texts: {error}") from error


def _check_replay(path: Path, scratch: Path) -> None:
    """Make again, from nothing, every change of every step that holds, and compare with what the library holds."""
    open_library(scratch, who="Proof").close()
    with closing(connect(path, "mode=ro")) as source, closing(connect(scratch, "mode=rw")) as target:
        target.execute("PRAGMA journal_mode = MEMORY")
        target.execute("BEGIN")
        target.execute("UPDATE state SET recording = 0")
        cells = source.execute(
            "SELECT changes.id, kind, table_name, row_id, column_name, new FROM steps"
            " JOIN changes ON step_id = steps.id JOIN cells ON change_id = changes.id"
            " WHERE state = 'done' ORDER BY steps.id, changes.id"
        )
        for _, same in groupby(cells.fetchall(), key=lambda cell: cell["id"]):
            _make_again(target, list(same))
        if rows_of(target, RECORDED) != rows_of(source, RECORDED):
            raise Broken(f"{path}: the history replayed from nothing gives something else")


def _make_again(target: sqlite3.Connection, cells: list[sqlite3.Row]) -> None:
    table, row_id, kind = quoted(cells[0]["table_name"]), cells[0]["row_id"], cells[0]["kind"]
    names = [quoted(cell["column_name"]) for cell in cells]
    values = [cell["new"] for cell in cells]
    if kind == "insert":
        marks = ", ".join("?" for _ in names)
        target.execute(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", values)
        return
    if kind == "update":
        sql = f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in names)} WHERE id = ?"
        made = target.execute(sql, (*values, row_id)).rowcount
    else:
        made = target.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,)).rowcount
    if made != 1:
        raise Broken(f"the history says {kind} of {table} {row_id}, which is not there")


def _check_undo(path: Path) -> None:
    """Take everything back, and make it again."""
    with closing(connect(path, "mode=rw")) as connection:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        if found != ["ok"]:
            raise Broken(f"{path}: {found}")
        # Durability is not under test here, and hundreds of commits would take seconds.
        connection.execute("PRAGMA journal_mode = MEMORY")
    with open_library(path, who="Proof") as library:
        connection = library._database.connection
        library._database._written = True
        connection.execute("PRAGMA synchronous = OFF")
        library.backups.after_edit = lambda: None  # type: ignore[method-assign]
        library._history._after_edit = lambda: None
        before, undone = rows_of(connection, RECORDED), 0
        while library.undo() is not None:
            undone += 1
        left = {table: rows for table, rows in rows_of(connection, RECORDED).items() if rows}
        if left:
            raise Broken(f"{path}: everything was taken back, and {', '.join(left)} still hold something")
        for _ in range(undone):
            if library.redo() is None:
                raise Broken(f"{path}: {undone} edits were taken back, and not all could be made again")
        if rows_of(connection, RECORDED) != before:
            raise Broken(f"{path}: all edits taken back and made again give something else")
