from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.scores import Score, ScoreSheet
from data.library import InvalidEdit, Library, UnknownEntry

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.case import Case

MAY = "PER-2014-2016"


def test_a_new_case_is_empty_and_has_its_playbook(library: Library) -> None:
    case_id = library.add_case("  Peru ", "counternarcotics")
    case = library.case(case_id)
    assert (case.name, case.assessments, case.series) == ("Peru", (), ())
    assert library.assessment(library.add_assessment(case_id, dt.date(2014, 5, 15))).playbook == "counternarcotics"


def test_renaming_a_case_renames_the_country_of_its_assessments(library: Library, peru_id: int, peru: Case) -> None:
    library.rename_case(peru_id, " Perú ")
    renamed = tuple(replace(assessment, country="Perú") for assessment in peru.assessments)
    assert library.case(peru_id) == replace(peru, name="Perú", assessments=renamed)
    assert library.undo_label == "Rename Peru to Perú"


def test_a_deleted_case_is_gone(library: Library, peru_id: int) -> None:
    library.delete_case(peru_id)
    assert library.cases() == ()
    with pytest.raises(UnknownEntry, match=f"no case {peru_id}; it may have been deleted"):
        library.case(peru_id)
    with pytest.raises(UnknownEntry, match='no assessment "PER-2014-2016"'):
        library.assessment(MAY)


def test_the_id_of_a_deleted_case_is_not_given_to_another(library: Library, peru_id: int) -> None:
    library.delete_case(peru_id)
    assert library.add_case("Bolivia") != peru_id


def test_a_blank_assessment_has_no_scores_and_a_readable_id(library: Library, peru_id: int) -> None:
    new = library.add_assessment(peru_id, dt.date(2016, 7, 28), analyst="Rosa", issue="Coca", note="Last day")
    assert new == "PERU-2016-07-28"
    found = library.assessment(new)
    assert (found.country, found.as_of, found.sheet) == ("Peru", dt.date(2016, 7, 28), ScoreSheet())
    assert (found.analyst, found.issue, found.us_preferred_policy, found.note) == ("Rosa", "Coca", "", "Last day")
    assert library.undo_label == "Peru: new assessment as of 2016-07-28"


def test_a_second_assessment_of_the_same_day_gets_an_id_of_its_own(library: Library, peru_id: int) -> None:
    ids = [library.add_assessment(peru_id, dt.date(2016, 7, 28)) for _ in range(3)]
    assert ids == ["PERU-2016-07-28", "PERU-2016-07-28-2", "PERU-2016-07-28-3"]


def test_a_copy_takes_over_the_judgement_and_leaves_the_evidence(library: Library, peru_id: int, peru: Case) -> None:
    source = peru.assessment("PER-2011H2")
    copy = library.assessment(library.add_assessment(peru_id, dt.date(2012, 1, 1), copy_of=source.id, analyst="Rosa"))
    assert (copy.sheet, copy.issue, copy.playbook) == (source.sheet, source.issue, source.playbook)
    assert copy.us_preferred_policy == source.us_preferred_policy
    assert (copy.analyst, copy.note, copy.facts, copy.outcome, copy.coded_blind) == ("Rosa", "", (), None, False)
    assert library.assessment(source.id) == source


def test_what_is_given_for_a_copy_goes_before_what_it_copies(library: Library, peru_id: int) -> None:
    new = library.add_assessment(
        peru_id, dt.date(2012, 1, 1), copy_of="PER-2011H2", issue="", us_preferred_policy="Wait"
    )
    assert (library.assessment(new).issue, library.assessment(new).us_preferred_policy) == ("", "Wait")


def test_an_assessment_keeps_its_id_and_takes_its_new_place_when_redated(library: Library, peru_id: int) -> None:
    library.update_assessment(MAY, as_of=dt.date(2010, 1, 1))
    assert [one.id for one in library.case(peru_id).assessments] == [MAY, "PER-2011H2"]
    assert library.undo_label == "Peru: date 2014-05-15 -> 2010-01-01"


def test_the_entries_of_an_assessment_change_one_by_one(library: Library, peru_id: int, peru: Case) -> None:
    library.update_assessment(MAY, issue="Spraying")
    library.update_assessment(MAY, us_preferred_policy="Go on")
    library.update_assessment(MAY, analyst="Rosa", note="")
    library.update_assessment(MAY)
    expected = replace(peru.assessment(MAY), issue="Spraying", us_preferred_policy="Go on", analyst="Rosa")
    assert library.assessment(MAY) == expected
    labels = [entry.label for entry in library.history(peru_id, limit=3)]
    assert labels == ["Peru: analyst  -> Rosa", "Peru: US-preferred policy reworded", "Peru: issue reworded"]


def test_a_deleted_assessment_leaves_the_others(library: Library, peru_id: int, peru: Case) -> None:
    library.delete_assessment("PER-2011H2")
    general, special = peru.notes
    notes = (general, replace(special, assessments=()))
    assert library.case(peru_id) == replace(peru, assessments=peru.assessments[1:], notes=notes, analysts=())
    assert library.undo_label == "Peru: delete the assessment as of 2011-08-10"


def test_a_score_is_set_changed_and_removed(library: Library, peru_id: int) -> None:
    for score in (Score(1, 2, 3, "low", "rumours"), Score(2, 2, 3, "high"), None):
        library.set_score(MAY, "th_armed", score)
        assert library.assessment(MAY).sheet.get("th_armed") == score
        assert library.assessment(MAY).sheet.get("su_level") == Score(6, 7, 8)


def test_setting_what_is_set_already_is_no_edit(library: Library, peru_id: int) -> None:
    library.set_score(MAY, "su_level", Score(6, 7, 8))
    library.set_score(MAY, "th_armed", None)
    library.rename_case(peru_id, "Peru")
    assert library.undo_label == "Import Peru"


@pytest.mark.parametrize(
    "edit",
    [
        lambda library: library.rename_case(99, "Peru"),
        lambda library: library.delete_case(99),
        lambda library: library.add_assessment(99, dt.date(2014, 5, 15)),
        lambda library: library.add_assessment(1, dt.date(2014, 5, 15), copy_of="PER-1900"),
        lambda library: library.update_assessment("PER-1900", issue="Coca"),
        lambda library: library.delete_assessment("PER-1900"),
        lambda library: library.set_score("PER-1900", "su_level", Score(1, 2, 3)),
    ],
)
def test_an_edit_of_what_is_not_there_says_so_and_changes_nothing(
    library: Library, peru_id: int, edit: Callable[[Library], object]
) -> None:
    assert peru_id == 1
    with pytest.raises(UnknownEntry, match=r"the library holds no (case 99|assessment \"PER-1900\")"):
        edit(library)
    assert library.undo_label == "Import Peru"


def test_a_case_needs_a_name(library: Library, peru_id: int) -> None:
    for edit in (lambda: library.add_case(" "), lambda: library.rename_case(peru_id, "")):
        with pytest.raises(InvalidEdit, match="a case needs a name"):
            edit()


def test_text_that_no_file_can_hold_is_refused_in_words(library: Library, peru_id: int) -> None:
    with pytest.raises(InvalidEdit, match="a character that cannot be stored"):
        library.update_assessment(MAY, note="half a surrogate pair: \ud83d")
    assert library.undo_label == "Import Peru"
