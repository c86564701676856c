"""Damage files at random, the same way for the same dice: bits, pieces, pages, rows, schema, tokens of TOML."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from data.library.rows import quoted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

PAGE = 4096
_TOKENS = re.compile(
    r'"""(?:.|\n)*?"""|"(?:\\.|[^"\n])*"|[-+]?\d[\d_.eE:TZ+-]*|[A-Za-z_][\w-]*|[\[\]{}=,.#]|\n|[^\S\n]+|.', re.DOTALL
)
_NASTY = (
    *(
        "nan",
        "inf",
        "-inf",
        "1e400",
        "-1",
        "0",
        "11",
        "99999999999999999999",
        "9" * 5000,
        "0x7fffffffffffffff",
        "1e-320",
    ),
    *('""', '"\\u0000"', '"\\uFFFF"', '"é雪\\U0001F600"', '"' + "x" * 100_000 + '"', "'''", '"""', "true", "false"),
    *("0001-01-01", "9999-12-31", "2014-02-30", "2014-05-15T12:00:00Z", "07:32:00", "[]", "{}", "[[", "]]", "["),
    *("[" * 3000, "{a=" * 300, "a." * 90 + "a = 1\n", "# \n", "\r\n", "\t", "\x00", "\x7f", "\ufeff", "= =", "a = 1\n"),
    *('"low"', '"high"', '"not a thing"', "[case]\n", "[[episode]]\n", "[[note]]\n", "[[rule]]\n", "schema = 2\n"),
    *(
        '"su_level >= 3 and not ' + "(" * 400 + '"',
        '"min(su_level, 1) > 0"',
        '"1 / 0 > su_level"',
        '"su_level ** 9 > 1"',
    ),
)
_VALUES: tuple[object, ...] = (
    *(None, "", "x", "x" * 200_000, "\x00", "not a date", "9999-99-99", "2014-05-15T00:00:00", "0000-00-00"),
    *(
        "2014-05-15T12:00:00.000+00:00",
        0,
        1,
        -1,
        2**62,
        -(2**63),
        1e308,
        5e-324,
        1.5,
        11.0,
        b"\xff\xfe",
        b"",
        "雪",
        "'",
    ),
    *("insert", "delete", "update", "done", "undone", "dropped", "cases", "steps", "sqlite_schema", "id", "name", "{}"),
)


def damage_file(path: Path, dice: Random) -> None:
    """Damage a file in one of the ways that disks, transfers and editors do."""
    content = bytearray(path.read_bytes())
    dice.choice(_BYTES)(content, dice)
    path.write_bytes(content)


def damage_library(path: Path, dice: Random) -> None:
    """Damage a library: its bytes, its pages, or with SQL its rows and its schema."""
    if dice.random() < 0.5:
        damage_file(path, dice)
        return
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("BEGIN")
        with suppress(sqlite3.Error):
            connection.execute("UPDATE state SET recording = 0")
        for _ in range(dice.choice((1, 1, 2, 5, 20))):
            with suppress(sqlite3.Error, IndexError, MemoryError):
                dice.choice(_SQL)(connection, dice)
        with suppress(sqlite3.Error):
            connection.execute("UPDATE state SET recording = 1")
        connection.execute("COMMIT")


def damage_toml(path: Path, dice: Random) -> None:
    """Damage a TOML file: its tokens and lines, or its bytes."""
    if dice.random() < 0.2:
        damage_file(path, dice)
        return
    tokens = _TOKENS.findall(path.read_text("utf-8"))
    for _ in range(dice.choice((1, 1, 1, 2, 4, 16))):
        dice.choice(_TOKEN_WAYS)(tokens, dice)
    path.write_bytes("".join(tokens).encode("utf-8", "surrogatepass"))


def _flip(content: bytearray, dice: Random) -> None:
    for _ in range(dice.choice((1, 1, 4, 64))):
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def _flip_in_header(content: bytearray, dice: Random) -> None:
    content[dice.randrange(min(100, len(content)))] = dice.randrange(256)


def _cut(content: bytearray, dice: Random) -> None:
    del content[dice.choice((0, 1, 50, 99, 100, PAGE, dice.randrange(len(content)), len(content) - 1)) :]


def _cut_to_a_page(content: bytearray, dice: Random) -> None:
    del content[PAGE * dice.randrange(len(content) // PAGE + 1) :]


def _splice(content: bytearray, dice: Random) -> None:
    size, start, end = dice.randrange(1, 2 * PAGE), dice.randrange(len(content)), dice.randrange(len(content))
    content[end : end + size * dice.randrange(2)] = content[start : start + size]


def _overwrite_page(content: bytearray, dice: Random) -> None:
    start = PAGE * dice.randrange(len(content) // PAGE + 1)
    piece = bytes(PAGE) if dice.random() < 0.3 else dice.randbytes(PAGE)
    content[start : start + PAGE] = piece[: len(content[start : start + PAGE])]


def _swap_pages(content: bytearray, dice: Random) -> None:
    one, other = (PAGE * dice.randrange(len(content) // PAGE + 1) for _ in range(2))
    first, second = content[one : one + PAGE], content[other : other + PAGE]
    if len(first) == len(second):
        content[one : one + PAGE], content[other : other + PAGE] = second, first


def _append(content: bytearray, dice: Random) -> None:
    content += dice.randbytes(dice.randrange(1, 3 * PAGE))


_BYTES: tuple[Callable[[bytearray, Random], None], ...] = (
    *(_flip, _flip, _flip_in_header, _cut, _cut_to_a_page, _splice, _overwrite_page, _swap_pages, _append),
)


def _tables(connection: sqlite3.Connection) -> list[str]:
    return [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]


def _set_value(connection: sqlite3.Connection, dice: Random) -> None:
    table = quoted(dice.choice(_tables(connection)))
    column = quoted(dice.choice(connection.execute(f"SELECT * FROM {table} LIMIT 0").description)[0])
    found = connection.execute(f"SELECT rowid FROM {table} ORDER BY rowid").fetchall()
    connection.execute(
        f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (dice.choice(_VALUES), dice.choice(found)[0])
    )


def _set_cell(connection: sqlite3.Connection, dice: Random) -> None:
    """Change what the history remembers."""
    found = connection.execute("SELECT change_id, column_name FROM cells ORDER BY 1, 2").fetchall()
    change = "UPDATE cells SET {} = ? WHERE change_id = ? AND column_name = ?"
    column = dice.choice(("old", "new", "column_name"))
    connection.execute(change.format(column), (dice.choice(_VALUES), *dice.choice(found)))


def _delete_rows(connection: sqlite3.Connection, dice: Random) -> None:
    table = quoted(dice.choice(_tables(connection)))
    connection.execute(f"DELETE FROM {table} WHERE abs(random()) % 3 = 0")


def _set_version(connection: sqlite3.Connection, dice: Random) -> None:
    connection.execute(f"PRAGMA user_version = {dice.choice((0, 1, 2, 3, 99, -1, 2**31 - 1))}")


def _alter_schema(connection: sqlite3.Connection, dice: Random) -> None:
    found = connection.execute("SELECT rowid, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    row, sql = dice.choice(found)
    tokens = _TOKENS.findall(sql)
    dice.choice(_TOKEN_WAYS)(tokens, dice)
    connection.execute("UPDATE sqlite_schema SET sql = ? WHERE rowid = ?", ("".join(tokens), row))


def _drop(connection: sqlite3.Connection, dice: Random) -> None:
    found = connection.execute("SELECT type, name FROM sqlite_schema ORDER BY rowid").fetchall()
    kind, name = dice.choice(found)
    connection.execute(f"DROP {kind} {quoted(name)}")


def _add(connection: sqlite3.Connection, dice: Random) -> None:
    connection.execute(dice.choice(_ADDITIONS))


_ADDITIONS = (
    "CREATE TABLE more (id INTEGER PRIMARY KEY, text)",
    "CREATE INDEX more ON notes (text)",
    "CREATE VIEW more AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c",
    "CREATE TRIGGER more AFTER INSERT ON notes BEGIN DELETE FROM cases; END",
    "CREATE TRIGGER more AFTER INSERT ON changes BEGIN SELECT (WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1"
    " FROM c) SELECT count(*) FROM c); END",
    "CREATE TRIGGER more AFTER UPDATE ON scores BEGIN SELECT length(zeroblob(900000000) || zeroblob(900000000)); END",
    "ALTER TABLE notes ADD COLUMN more TEXT CHECK (length(hex(zeroblob(400000000))) > 0)",
)
_SQL: tuple[Callable[[sqlite3.Connection, Random], None], ...] = (
    *(_set_value, _set_value, _set_value, _set_cell, _set_cell, _delete_rows, _set_version, _alter_schema, _drop, _add),
)


def _delete_token(tokens: list[str], dice: Random) -> None:
    if tokens:
        del tokens[dice.randrange(len(tokens))]


def _swap_tokens(tokens: list[str], dice: Random) -> None:
    if tokens:
        one, other = dice.randrange(len(tokens)), dice.randrange(len(tokens))
        tokens[one], tokens[other] = tokens[other], tokens[one]


def _replace_token(tokens: list[str], dice: Random) -> None:
    if tokens:
        tokens[dice.randrange(len(tokens))] = dice.choice(_NASTY)


def _replace_value(tokens: list[str], dice: Random) -> None:
    """Put something else where a number or a text stands, which most often leaves the file valid TOML."""
    places = [place for place, token in enumerate(tokens) if token[:1] in '"-+0123456789']
    if places:
        tokens[dice.choice(places)] = dice.choice((*_NASTY[:30], tokens[dice.choice(places)]))


def _insert_token(tokens: list[str], dice: Random) -> None:
    tokens.insert(dice.randrange(len(tokens) + 1), dice.choice(_NASTY))


def _repeat_piece(tokens: list[str], dice: Random) -> None:
    start = dice.randrange(len(tokens) + 1)
    tokens[start:start] = tokens[start : start + dice.choice((1, 8, 60))] * dice.choice((1, 2, 40))


def _delete_piece(tokens: list[str], dice: Random) -> None:
    start = dice.randrange(len(tokens) + 1)
    del tokens[start : start + dice.choice((2, 8, 60, 2000))]


_TOKEN_WAYS: tuple[Callable[[list[str], Random], None], ...] = (
    *(_delete_token, _swap_tokens, _replace_token, _replace_value, _replace_value, _insert_token, _repeat_piece),
    _delete_piece,
)
