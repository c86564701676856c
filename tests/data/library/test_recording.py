from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from advisor.case import PlaybookVersion
from data.library.indexing import INDEXED
from data.library.recording import RECORDED

if TYPE_CHECKING:
    from advisor.case import Case
    from data.library import Library

BOOKKEEPING = {"steps", "changes", "cells", "state", "sqlite_sequence", "unindexed"}


def test_every_table_of_what_the_analyst_keeps_is_recorded(library: Library) -> None:
    connection = library._database.connection
    tables = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name <> 'sqlite_schema'"
    )
    assert {name for (name,) in tables} - BOOKKEEPING == set(RECORDED)
    triggers = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    watched = [*(f"record_{table}" for table in RECORDED), *(f"index_{one.table}" for one in INDEXED)]
    wanted = {f"{name}_{kind}" for name in watched for kind in ("insert", "update", "delete")}
    assert {name for (name,) in triggers} == wanted


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO cases (name) VALUES ('Bolivia')",
        "UPDATE scores SET high = 10",
        "DELETE FROM facts",
        "DELETE FROM cases",
        *[f"DELETE FROM {table}" for table in RECORDED],
    ],
)
def test_no_edit_escapes_its_record(library: Library, peru_id: int, statement: str) -> None:
    library.lock("PER-2014-2016", PlaybookVersion("counternarcotics", "1.0"), "{}")
    before = library.case(peru_id)
    with pytest.raises(sqlite3.IntegrityError, match=r"changes\.step_id"):
        library._database.connection.execute(statement)
    assert library.case(peru_id) == before


def test_a_record_holds_the_old_and_the_new_values_that_differ(library: Library, peru_id: int) -> None:
    library.update_assessment("PER-2014-2016", issue="Spraying", analyst="Rosa", note="")
    found = library._database.connection.execute(
        "SELECT kind, table_name, column_name, old, new FROM changes JOIN cells ON change_id = changes.id"
        " WHERE step_id = (SELECT max(id) FROM steps) ORDER BY column_name"
    )
    expected = [("update", "assessments", "analyst", "", "Rosa"), ("update", "assessments", "issue", "", "Spraying")]
    assert [tuple(row) for row in found] == expected


def test_what_was_empty_is_recorded_when_it_is_filled_and_emptied(library: Library, peru_id: int, peru: Case) -> None:
    for value in (None, "migration"):
        with library.edit("Another playbook"):
            library._database.connection.execute("UPDATE cases SET playbook = ?", (value,))
            library._database.connection.execute("UPDATE assessments SET period_start = NULL")
    assert library.cases()[0].playbook == "migration"
    library.undo()
    assert library.cases()[0].playbook is None
    library.undo()
    assert library.cases()[0].playbook == "counternarcotics"
    assert library.case(peru_id) == peru


def test_numbers_are_recorded_to_the_last_bit(library: Library, peru_id: int) -> None:
    library.set_score("PER-2011H2", "ue_aid", None)
    found = library._database.connection.execute(
        "SELECT column_name, old FROM cells WHERE change_id = (SELECT max(id) FROM changes) AND typeof(old) = 'real'"
    )
    assert dict(found.fetchall()) == {"low": 0.1 + 0.2, "best": 1 / 3, "high": 0.5}
