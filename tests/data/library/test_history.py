from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from advisor.scores import Score
from data.library import DamagedLibrary, HistoryEntry, InvalidEdit, Library, open_library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from advisor.case import Case
    from tests.data.library.conftest import OpenLibrary

MAY = "PER-2014-2016"
NOON = dt.datetime(2014, 5, 15, 12, 0, tzinfo=dt.UTC)
EDITS: dict[str, Callable[[Library], object]] = {
    "add a case": lambda library: library.add_case("Bolivia", "counternarcotics"),
    "rename a case": lambda library: library.rename_case(1, "Perú"),
    "delete a case": lambda library: library.delete_case(1),
    "add a blank assessment": lambda library: library.add_assessment(1, dt.date(2015, 1, 1)),
    "copy an assessment": lambda library: library.add_assessment(1, dt.date(2015, 1, 1), copy_of="PER-2011H2"),
    "redate an assessment": lambda library: library.update_assessment(MAY, as_of=dt.date(2010, 1, 1), note="Redated"),
    "delete an assessment": lambda library: library.delete_assessment("PER-2011H2"),
    "set a score": lambda library: library.set_score(MAY, "th_armed", Score(0.1, 0.1 + 0.2, 1 / 3)),
    "change a score": lambda library: library.set_score("PER-2011H2", "ue_aid", Score(1, 2, 3)),
    "remove a score": lambda library: library.set_score("PER-2011H2", "ue_aid", None),
}


def everything(library: Library) -> dict[int, Case]:
    return {summary.id: library.case(summary.id) for summary in library.cases()}


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_can_be_undone_and_redone_after_a_restart(
    library: Library, peru_id: int, reopen: OpenLibrary, name: str
) -> None:
    before = everything(library)
    EDITS[name](library)
    after, label = everything(library), library.undo_label
    library.close()
    again = reopen()
    assert after != before
    assert (again.undo_label, again.redo_label) == (label, None)
    assert again.undo() == label
    assert everything(again) == before
    again.close()
    again = reopen()
    assert (again.undo_label, again.redo_label) == ("Import Peru", label)
    assert again.redo() == label
    assert everything(again) == after


def test_undo_after_restart_brings_back_the_deleted_case_with_its_facts(
    library: Library, peru_id: int, peru: Case, reopen: OpenLibrary
) -> None:
    library.delete_case(peru_id)
    library.close()
    again = reopen()
    assert again.undo() == "Delete Peru"
    assert again.case(peru_id) == peru
    assert again.case(peru_id).assessment("PER-2011H2").facts == peru.assessment("PER-2011H2").facts


def test_there_is_an_end_to_undo_and_to_redo(library: Library, peru_id: int, peru: Case) -> None:
    assert (library.undo(), library.undo(), library.undo_label) == ("Import Peru", None, None)
    assert library.cases() == ()
    assert (library.redo(), library.redo(), library.redo_label) == ("Import Peru", None, None)
    assert library.case(peru_id) == peru


def test_edits_are_undone_from_the_last_to_the_first_and_redone_in_their_order(library: Library, peru_id: int) -> None:
    for best in (1, 2, 3):
        library.set_score(MAY, "su_level", Score(0, best, 9), name="Current unrest")
    down = ["Peru: Current unrest 2 -> 3", "Peru: Current unrest 1 -> 2", "Peru: Current unrest 7 -> 1"]
    assert [library.undo() for _ in down] == down
    assert library.assessment(MAY).sheet.get("su_level") == Score(6, 7, 8)
    assert [library.redo() for _ in down] == down[::-1]
    assert library.assessment(MAY).sheet.get("su_level") == Score(0, 3, 9)


def test_a_new_edit_after_undo_ends_redo_but_stays_readable_in_the_history(library: Library, peru_id: int) -> None:
    library.rename_case(peru_id, "Wrong")
    library.undo()
    library.rename_case(peru_id, "Perú")
    assert (library.redo_label, library.redo()) == (None, None)
    shown = [(entry.label, entry.undone) for entry in library.history()]
    assert shown == [("Rename Peru to Perú", False), ("Rename Peru to Wrong", True), ("Import Peru", False)]
    assert library.undo() == "Rename Peru to Perú"
    assert library.undo() == "Import Peru"


def test_an_edit_that_changes_nothing_leaves_redo_as_it_is(library: Library, peru_id: int) -> None:
    library.rename_case(peru_id, "Perú")
    library.undo()
    library.rename_case(peru_id, "Peru")
    assert library.redo_label == "Rename Peru to Perú"


def test_the_history_says_who_when_and_what(library: Library, peru_id: int) -> None:
    library.set_score(MAY, "su_level", Score(7, 8, 9), name="Current unrest")
    library.add_case("Bolivia")
    bolivia, score, imported = library.history()
    assert score == HistoryEntry(2, score.at, "Rosa", "Peru: Current unrest 7 -> 8", peru_id, undone=False)
    assert (bolivia.label, imported.label) == ("Add Bolivia", "Import Peru")
    assert NOON < imported.at < score.at < bolivia.at
    assert score.at.utcoffset() == dt.timedelta(0)
    assert library.history(peru_id) == (score, imported)
    assert library.history(limit=1) == (bolivia,)


def test_the_history_is_filtered_by_every_word_of_label_and_analyst(library: Library, peru_id: int) -> None:
    library.sign_as("Édith Piaf")
    library.rename_case(peru_id, "Perú")
    library.sign_as("Somebody else")
    library.rename_case(peru_id, "Peru")
    assert [entry.who for entry in library.history(containing="ÉDITH rename")] == ["Édith Piaf"]
    assert [entry.who for entry in library.history(peru_id, 1, containing="rename")] == ["Somebody else"]
    assert library.history(containing="rename nobody") == ()


def test_one_drag_of_a_slider_is_one_step_named_from_where_it_began(library: Library, peru_id: int) -> None:
    before = everything(library)
    for tenth in range(71, 91):
        library.set_score(MAY, "su_level", Score(6, tenth / 10, 9), name="Current unrest", merge_key="drag 1")
    assert [entry.label for entry in library.history()] == ["Peru: Current unrest 7 -> 9", "Import Peru"]
    after = everything(library)
    assert library.undo() == "Peru: Current unrest 7 -> 9"
    assert everything(library) == before
    library.redo()
    assert everything(library) == after


def test_a_drag_leaves_one_change_in_the_file(library: Library, peru_id: int) -> None:
    for best in (1, 2, 3):
        library.set_score(MAY, "th_armed", Score(0, best, 9), merge_key="drag 1")
    found = library._database.connection.execute("SELECT kind, row_id FROM changes WHERE table_name = 'scores'")
    assert [kind for kind, _ in found.fetchall()[-2:]] == ["insert", "insert"]
    assert library.undo_label == "Peru: th_armed not scored -> 3"
    library.undo()
    assert library.assessment(MAY).sheet.get("th_armed") is None
    library.redo()
    assert library.assessment(MAY).sheet.get("th_armed") == Score(0, 3, 9)


def test_a_drag_that_ends_where_it_began_is_no_step(library: Library, peru_id: int) -> None:
    for best in (7.5, 8, 7):
        library.set_score(MAY, "su_level", Score(6, best, 8), merge_key="drag 1")
    assert [entry.label for entry in library.history()] == ["Import Peru"]


def test_another_drag_an_edit_between_or_undo_begin_a_new_step(library: Library, peru_id: int) -> None:
    library.set_score(MAY, "su_level", Score(0, 1, 9), merge_key="drag 1")
    library.set_score(MAY, "su_level", Score(0, 2, 9), merge_key="drag 2")
    library.rename_case(peru_id, "Perú")
    library.set_score(MAY, "su_level", Score(0, 3, 9), merge_key="drag 2")
    library.undo()
    library.redo()
    library.set_score(MAY, "su_level", Score(0, 4, 9), merge_key="drag 2")
    labels = [entry.label for entry in library.history(limit=5)]
    changes = ["Perú: su_level 3 -> 4", "Perú: su_level 2 -> 3", "Rename Peru to Perú"]
    assert labels == [*changes, "Peru: su_level 1 -> 2", "Peru: su_level 7 -> 1"]


def test_a_drag_does_not_go_on_after_a_restart_or_in_another_window(
    library: Library, peru_id: int, reopen: OpenLibrary
) -> None:
    library.set_score(MAY, "su_level", Score(0, 1, 9), merge_key="drag")
    other = reopen()
    other.set_score(MAY, "su_level", Score(0, 2, 9), merge_key="drag")
    library.set_score(MAY, "su_level", Score(0, 3, 9), merge_key="drag")
    library.undo()
    assert library.assessment(MAY).sheet.get("su_level") == Score(0, 2, 9)


def test_a_drag_undone_in_another_window_begins_a_new_step(library: Library, peru_id: int, reopen: OpenLibrary) -> None:
    library.set_score(MAY, "su_level", Score(0, 1, 9), merge_key="drag")
    reopen().undo()
    library.set_score(MAY, "su_level", Score(0, 3, 9), merge_key="drag")
    assert library.undo_label == "Peru: su_level 7 -> 3"
    assert library.redo_label is None


def test_merged_edits_of_several_rows_are_all_undone(library: Library, peru_id: int) -> None:
    before = everything(library)
    library.set_score(MAY, "su_level", Score(0, 1, 9), merge_key="paste")
    library.set_score(MAY, "th_armed", Score(0, 1, 9), merge_key="paste")
    library.set_score(MAY, "th_armed", None, merge_key="paste")
    library.set_score(MAY, "th_armed", Score(0, 2, 9), merge_key="paste")
    after = everything(library)
    library.undo()
    assert everything(library) == before
    library.redo()
    assert everything(library) == after


def test_texts_that_grow_letter_by_letter_are_one_step(library: Library, peru_id: int) -> None:
    for length in range(1, 6):
        library.update_assessment(MAY, analyst="Rosas"[:length], merge_key="typing")
    assert library.undo_label == "Peru: analyst  -> Rosas"
    library.undo()
    assert library.assessment(MAY).analyst == ""


def test_a_failed_edit_does_not_break_a_drag(library: Library, peru_id: int) -> None:
    library.set_score(MAY, "su_level", Score(0, 1, 9), merge_key="drag")
    with pytest.raises(InvalidEdit):
        library.set_score(MAY, "", Score(0, 1, 9), merge_key="drag")
    library.set_score(MAY, "su_level", Score(0, 2, 9), merge_key="drag")
    assert library.undo_label == "Peru: su_level 7 -> 2"


def test_undo_is_no_part_of_an_edit(library: Library, peru_id: int, peru: Case) -> None:
    with library.edit("A group"), pytest.raises(RuntimeError, match="no part of an edit"):
        library.undo()
    assert library.case(peru_id) == peru
    assert library.undo() == "Import Peru"


@pytest.mark.parametrize(
    "tampering",
    [
        "DELETE FROM scores",
        "UPDATE changes SET table_name = 'steps'",
        "UPDATE cells SET column_name = 'worst' WHERE column_name = 'best'",
        "UPDATE cells SET old = 11 WHERE column_name = 'best'",
    ],
)
def test_a_history_that_does_not_fit_is_reported_and_nothing_is_half_undone(
    library: Library, peru_id: int, path: Path, tampering: str
) -> None:
    library.set_score(MAY, "su_level", Score(7, 8, 9))
    connection = library._database.connection
    connection.execute("UPDATE state SET recording = 0")
    connection.execute(tampering)
    connection.execute("UPDATE state SET recording = 1")
    before = everything(library)
    with pytest.raises(DamagedLibrary, match="the history"):
        library.undo()
    library.close()
    with open_library(path) as again:
        assert everything(again) == before
        assert again.undo_label == "Peru: su_level 7 -> 8"
