from __future__ import annotations

import datetime as dt
import getpass
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.scores import Score, ScoreSheet
from data.library import (
    AssessmentSummary,
    InvalidEdit,
    Library,
    LibraryLocked,
    UnknownEntry,
    connecting,
    open_library,
)

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.case import Case
    from tests.data.library.conftest import OpenLibrary

MAY = "PER-2014-2016"


def test_an_edit_is_there_after_a_restart(library: Library, peru_id: int, reopen: OpenLibrary) -> None:
    library.set_score(MAY, "su_level", Score(7, 8, 9))
    library.close()
    assert reopen().assessment(MAY).sheet.get("su_level") == Score(7, 8, 9)
    assert reopen().case(peru_id).assessment(MAY).sheet.get("su_level") == Score(7, 8, 9)


def test_the_list_shows_cases_by_name_and_their_assessments_by_date(library: Library, peru_id: int) -> None:
    bolivia = library.add_case("bolivia", "counternarcotics")
    later = library.add_assessment(bolivia, dt.date(2008, 8, 31), issue="Coca")
    earlier = library.add_assessment(bolivia, dt.date(1997, 12, 15))
    first, second = library.cases()
    assert (first.id, first.name, first.playbook) == (bolivia, "bolivia", "counternarcotics")
    assert first.assessments == (
        AssessmentSummary(earlier, dt.date(1997, 12, 15), ""),
        AssessmentSummary(later, dt.date(2008, 8, 31), "Coca"),
    )
    assert (second.id, second.playbook) == (peru_id, "counternarcotics")
    assert [one.id for one in second.assessments] == ["PER-2011H2", MAY]


def test_edits_grouped_by_the_window_are_one_step(library: Library, peru_id: int, peru: Case) -> None:
    with library.edit("Peru: scorecard of Rosa", case_id=peru_id):
        library.set_score(MAY, "su_level", Score(1, 2, 3))
        new = library.add_assessment(peru_id, dt.date(2015, 1, 1))
        library.set_score(new, "ue_aid", Score(1, 2, 3))
    assert library.undo_label == "Peru: scorecard of Rosa"
    assert [entry.label for entry in library.history(peru_id)] == ["Peru: scorecard of Rosa", "Import Peru"]
    library.undo()
    assert library.case(peru_id) == peru


def test_a_group_that_fails_half_way_changes_nothing(library: Library, peru_id: int, peru: Case) -> None:
    def two_edits() -> None:
        with library.edit("Two edits"):
            library.set_score(MAY, "su_level", Score(1, 2, 3))
            library.set_score("PER-1900", "su_level", Score(1, 2, 3))

    with pytest.raises(UnknownEntry):
        two_edits()
    assert library.case(peru_id) == peru
    assert library.undo_label == "Import Peru"


def test_an_edit_that_fails_inside_a_group_takes_back_itself_alone(library: Library, peru_id: int, peru: Case) -> None:
    nameless = replace(peru, name=" ")
    with library.edit("Import two files"):
        with pytest.raises(InvalidEdit):
            library.import_case(nameless)
        library.rename_case(peru_id, "Perú")
    assert [case.name for case in library.cases()] == ["Perú"]


def test_two_windows_on_one_library_keep_each_others_edits(library: Library, peru_id: int, reopen: OpenLibrary) -> None:
    other = reopen()
    seen = other.data_version()
    library.set_score(MAY, "su_level", Score(7, 8, 9))
    assert other.data_version() != seen
    other.set_score(MAY, "ue_aid", Score(1, 2, 3))
    library.set_score(MAY, "th_armed", Score(4, 5, 6))
    scores = {"su_level": Score(7, 8, 9), "ue_aid": Score(1, 2, 3), "th_armed": Score(4, 5, 6)}
    assert library.assessment(MAY).sheet == other.assessment(MAY).sheet == ScoreSheet(scores)
    assert len(library.history(peru_id)) == 4


def test_own_edits_do_not_look_like_those_of_another_program(library: Library, peru_id: int) -> None:
    seen = library.data_version()
    library.rename_case(peru_id, "Perú")
    assert library.data_version() == seen


def test_an_edit_waits_for_another_program_and_then_says_that_the_library_is_locked(
    path: Path, peru: Case, monkeypatch: pytest.MonkeyPatch, reopen: OpenLibrary
) -> None:
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.01)
    mine, other = reopen(), reopen()
    with other.edit("A long import"):
        other.import_case(peru)
        with pytest.raises(LibraryLocked, match=r"library\.sqlite: is in use by another program"):
            mine.add_case("Bolivia")
        assert mine.cases() == ()
    mine.add_case("Bolivia")
    assert [case.name for case in mine.cases()] == ["Bolivia", "Peru"]


def test_history_is_signed_by_the_login_where_no_name_is_given(path: Path) -> None:
    with open_library(path) as library:
        library.add_case("Peru")
        assert library.history()[0].who == getpass.getuser()


def test_a_login_without_a_name_edits_unsigned(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr(getpass, "getuser", nameless)
    with open_library(path) as library:
        library.add_case("Peru")
        assert library.history()[0].who == ""
