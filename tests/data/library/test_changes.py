from __future__ import annotations

from typing import TYPE_CHECKING

from data.library import rows
from data.library.changes import changes_of, fold

if TYPE_CHECKING:
    from data.library import Library


def newest(library: Library) -> int:
    return library.history(limit=1)[0].id


def test_a_change_tells_what_the_row_was_and_what_it_became(library: Library, peru_id: int) -> None:
    library.rename_case(peru_id, "Perú")
    first, *_ = changes_of(library._database.connection, newest(library))
    assert (first.kind, first.table, first.row_id, first.old, first.new) == (
        "update",
        "cases",
        peru_id,
        {"name": "Peru"},
        {"name": "Perú"},
    )


def test_folding_leaves_one_change_of_each_row_and_none_of_what_came_back(library: Library, peru_id: int) -> None:
    connection = library._database.connection
    with library.edit("Several", case_id=peru_id):
        new = library.add_case("Bolivia")
        for table, row, values in (
            ("cases", new, {"name": "Bolivien"}),
            ("cases", peru_id, {"name": "Perú"}),
            ("cases", new, {"playbook": "x"}),
            ("analysts", 1, {"note": "a"}),
            ("analysts", 1, {"note": "Lima"}),
        ):
            rows.update(connection, table, row, values)
        step = connection.execute("SELECT open_step FROM state").fetchone()[0]
        fold(connection, step)
        folded = [(one.kind, one.table, one.row_id) for one in changes_of(connection, step)]
        assert folded == [("insert", "cases", new), ("update", "cases", peru_id)]
    library.undo()
    assert [case.name for case in library.cases()] == ["Peru"]
    library.redo()
    assert [case.name for case in library.cases()] == ["Bolivien", "Perú"]


def test_a_step_in_which_a_row_goes_is_left_as_it_is(library: Library, peru_id: int) -> None:
    with library.edit("Come and go", case_id=peru_id):
        library.delete_case(library.add_case("Bolivia"))
        connection = library._database.connection
        step = connection.execute("SELECT open_step FROM state").fetchone()[0]
        fold(connection, step)
        assert [one.kind for one in changes_of(connection, step)] == ["insert", "delete"]
