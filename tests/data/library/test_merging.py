from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.case import Analyst, Assessment, Case, CaseEvent, Note, PlaybookVersion, Point, Series
from advisor.knobs import Knobs
from advisor.scores import Score, ScoreSheet
from data.errors import DataError
from data.library import AssessmentLocked, Library, Merged, UnknownEntry

if TYPE_CHECKING:
    from pathlib import Path

FIRST, MAY = "PER-2011H2", "PER-2014-2016"
NEW = Assessment("PER-2016", "Peru", dt.date(2016, 7, 28), ScoreSheet({"su_level": Score(1, 2, 3)}))


def test_a_case_merged_with_itself_stays_as_it_is(library: Library, peru_id: int, peru: Case) -> None:
    assert library.merge_case(peru_id, peru) == Merged(0, 0, 0, 0, 0)
    assert library.case(peru_id) == peru
    assert library.undo_label == "Import Peru"


def test_what_is_new_is_added_in_one_step_that_can_be_undone(library: Library, peru_id: int, peru: Case) -> None:
    points = (*peru.series[0].points, Point("2012", 40.0))
    other = replace(
        peru,
        assessments=(*peru.assessments, NEW),
        notes=(*peru.notes, Note("Strike", assessments=("PER-2016",))),
        events=(CaseEvent("2016", "Elections"),),
        series=(replace(peru.series[0], points=points), Series("coca", "ha", "", points[:1])),
        analysts=(Analyst("Rosa", "INR"),),
    )
    assert library.merge_case(peru_id, other) == Merged(1, 1, 1, 1, 1)
    merged = library.case(peru_id)
    assert merged.assessments == (*peru.assessments, NEW)
    assert merged.notes[-1] == Note("Strike", assessments=("PER-2016",))
    assert [event.text for event in merged.events] == ["Eradication halted for a week", "Elections"]
    assert [(one.name, len(one.points)) for one in merged.series] == [("approval", 3), ("empty", 0), ("coca", 1)]
    assert [one.name for one in library.analysts()] == ["Luis", "Rosa"]
    assert library.undo_label == "Merge Peru"
    library.undo()
    assert library.case(peru_id) == peru


def test_series_of_one_name_in_two_units_are_kept_apart(library: Library) -> None:
    hectares, tonnes = (
        Series("coca", unit, "", (Point("2011", number),)) for unit, number in (("ha", 62500.0), ("t", 121.0))
    )
    case_id = library.import_case(Case("Peru", (), series=(hectares, tonnes)))
    newer = replace(tonnes, points=(*tonnes.points, Point("2012", 118.0)))
    assert library.merge_case(case_id, library.case(case_id)) == Merged(0, 0, 0, 0, 0)
    assert library.merge_case(case_id, Case("Peru", (), series=(newer,))) == Merged(0, 0, 1, 0, 0)
    assert library.case(case_id).series == (hectares, newer)


def test_an_assessment_that_differs_stands_beside_the_one_of_its_id(library: Library, peru_id: int, peru: Case) -> None:
    changed = replace(peru.assessments[0], sheet=ScoreSheet({"su_level": Score(1, 2, 3)}))
    note = replace(peru.notes[1], text="Cocaleros united")
    other = replace(peru, assessments=(changed,), notes=(note,))
    library.merge_case(peru_id, other)
    merged = library.case(peru_id)
    assert merged.assessment(FIRST) == peru.assessments[0]
    assert merged.assessment(f"{FIRST}-2") == replace(changed, id=f"{FIRST}-2")
    assert merged.notes == (*peru.notes, replace(note, assessments=(f"{FIRST}-2",)))
    assert library.merge_case(peru_id, other) == Merged(0, 0, 0, 0, 0)


def test_settings_are_taken_over_only_where_there_were_none(library: Library, peru_id: int, peru: Case) -> None:
    other = replace(peru, knobs=Knobs(budget=10))
    library.merge_case(peru_id, other)
    assert library.case(peru_id).knobs == peru.knobs
    library.set_knobs(peru_id, Knobs())
    library.merge_case(peru_id, other)
    assert library.case(peru_id).knobs == Knobs(budget=10)


def test_nothing_is_merged_into_what_was_briefed(library: Library, peru_id: int, peru: Case) -> None:
    library.lock(FIRST, PlaybookVersion("x", "1"), "{}")
    locked = library.case(peru_id)
    other = replace(locked, notes=(*locked.notes, Note("Found later", assessments=(FIRST,))))
    with pytest.raises(AssessmentLocked, match="copy it as a new assessment, or unlock it"):
        library.merge_case(peru_id, other)
    assert library.case(peru_id) == locked
    unlocked = replace(other, assessments=peru.assessments)
    assert library.merge_case(peru_id, unlocked) == Merged(1, 0, 0, 2, 0)
    assert library.case(peru_id).assessment(f"{FIRST}-2").lock is None


def test_a_file_is_imported_as_a_new_case_or_merged_by_choice(
    library: Library, peru_id: int, peru: Case, tmp_path: Path
) -> None:
    path = tmp_path / "peru.toml"
    library.export_case(peru_id, path)
    library.delete_assessment(FIRST)
    assert library.import_file(path, into=peru_id) == peru_id
    assert library.undo_label == "Import peru.toml"
    assert library.case(peru_id).assessments == peru.assessments
    second = library.import_file(path)
    assert [case.name for case in library.cases()] == ["Peru", "Peru"]
    assert [one.id for one in library.case(second).assessments] == [f"{FIRST}-2", f"{MAY}-2"]
    library.undo()
    assert [case.id for case in library.cases()] == [peru_id]


def test_a_file_with_mistakes_changes_nothing_and_makes_no_step(library: Library, peru_id: int, tmp_path: Path) -> None:
    path = tmp_path / "peru.toml"
    library.export_case(peru_id, path)
    with pytest.raises(DataError, match=r"scores\.su_level: is no indicator of the playbook"):
        library.import_file(path, indicators=["ue_aid"])
    with pytest.raises(UnknownEntry, match="no case 99"):
        library.import_file(path, into=99)
    path.write_text("nonsense", encoding="utf-8")
    with pytest.raises(DataError, match=r"peru\.toml: is not valid TOML"):
        library.import_file(path)
    assert library.undo_label == "Import Peru"
