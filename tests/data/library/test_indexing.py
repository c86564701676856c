from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.case import Note
from advisor.scores import Score
from data.library import InvalidEdit, LibraryUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.library import Library
    from tests.data.library.conftest import OpenLibrary

MAY = "PER-2014-2016"


def found(library: Library, word: str) -> int:
    sql = "SELECT count(*) FROM search WHERE search MATCH ?"
    return int(library._database.connection.execute(sql, (word,)).fetchone()[0])


def check(library: Library) -> None:
    """Raise where the index and the texts differ."""
    connection = library._database.connection
    assert connection.execute("SELECT count(*) FROM unindexed").fetchone()[0] == 0
    connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")


@pytest.mark.parametrize(
    ("edit", "before", "after"),
    [
        (lambda library: library.add_note(1, Note("Cocaleros march")), 1, 2),
        (lambda library: library.set_note(2, Note("Growers divided")), 1, 0),
        (lambda library: library.set_note(2, Note("Growers divided", "Cocaleros")), 1, 1),
        (lambda library: library.delete_note(2), 1, 0),
        (lambda library: library.set_score(MAY, "su_level", Score(6, 7, 8, justification="cocaleros")), 1, 2),
        (lambda library: library.update_assessment(MAY, note="cocaleros", issue="Cocaleros"), 1, 2),
        (lambda library: library.delete_case(1), 1, 0),
        (lambda library: library.import_case(library.case(1)), 1, 2),
    ],
)
def test_the_index_follows_every_edit_undo_and_redo(
    library: Library, peru_id: int, edit: Callable[[Library], object], before: int, after: int
) -> None:
    assert found(library, "cocaleros") == before
    edit(library)
    assert found(library, "cocaleros") == after
    check(library)
    library.undo()
    assert found(library, "cocaleros") == before
    check(library)
    library.redo()
    assert found(library, "cocaleros") == after
    check(library)


def test_several_changes_of_one_text_in_one_step_leave_the_last(library: Library, peru_id: int) -> None:
    note = library.case(peru_id).notes[0]
    with library.edit("Three changes"):
        library.set_note(note.id, replace(note, text="alpha"))
        library.set_note(note.id, replace(note, text="second"))
        library.delete_note(library.add_note(peru_id, Note("third")))
    assert [found(library, word) for word in ("alpha", "second", "third")] == [0, 1, 0]
    check(library)


def test_a_justification_that_is_emptied_and_filled_again_is_found_again(library: Library, peru_id: int) -> None:
    for text, count in (("strikes", 1), ("", 0), ("strikes", 1)):
        library.set_score(MAY, "su_level", Score(6, 7, 8, justification=text))
        assert found(library, "strikes") == count
        check(library)


def test_an_edit_that_fails_leaves_the_index_as_it_was(library: Library, peru_id: int) -> None:
    with library.edit("Half"):
        with pytest.raises(InvalidEdit):
            library.add_note(peru_id, Note("never", indicators=("su_level", "")))
        library.add_note(peru_id, Note("kept"))
    assert (found(library, "never"), found(library, "kept")) == (0, 1)
    check(library)


def test_a_move_of_a_slider_does_not_touch_the_index(library: Library, peru_id: int) -> None:
    statements: list[str] = []
    library._database.connection.set_trace_callback(statements.append)
    library.set_score("PER-2011H2", "su_level", Score(1, 2, 3, "low", "223 conflicts"))
    assert not any("INSERT INTO search" in one for one in statements)


SPOILT = {
    "emptied": "UPDATE search_data SET block = zeroblob(length(block)) WHERE id > 1",
    "half gone": "DELETE FROM search_data WHERE id > 10",
}


def spoil_index(library: Library, how: str) -> None:
    """Spoil what the index has of every word."""
    library._database.connection.execute("PRAGMA writable_schema = ON")
    library._database.connection.execute(SPOILT[how])
    library.close()


def test_a_damaged_index_is_made_anew_by_the_next_edit(library: Library, peru_id: int, reopen: OpenLibrary) -> None:
    spoil_index(library, "half gone")
    again = reopen()
    note = again.case(peru_id).notes[1]
    again.set_note(note.id, replace(note, text="Growers divided"))
    assert [hit.kind for hit in again.search("growers")] == ["note"]
    check(again)


def test_where_the_damage_ends_the_transaction_the_edit_can_be_made_again(
    library: Library, peru_id: int, reopen: OpenLibrary
) -> None:
    spoil_index(library, "emptied")
    again = reopen()
    note = again.case(peru_id).notes[1]
    with pytest.raises(LibraryUnavailable, match="has been made anew; the edit was not saved"):
        again.set_note(note.id, replace(note, text="Growers divided"))
    assert again.case(peru_id).notes[1] == note
    again.set_note(note.id, replace(note, text="Growers divided"))
    assert [hit.kind for hit in again.search("growers")] == ["note"]
    check(again)


def test_a_damaged_index_is_made_anew_by_a_search(library: Library, peru_id: int, reopen: OpenLibrary) -> None:
    spoil_index(library, "half gone")
    again = reopen()
    assert [hit.kind for hit in again.search("cocaleros")] == ["note"]
    check(again)
