from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.case import Assessment, Note, PlaybookVersion
from advisor.scores import Score
from data.library import DamagedLibrary, Library, UnknownEntry, open_library
from tests.data.library.strategies import INDICATORS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.case import Case

FIRST, MAY = "PER-2011H2", "PER-2014-2016"


def newest(library: Library) -> int:
    return library.history(limit=1)[0].id


def unlocked(case: Case) -> tuple[Assessment, ...]:
    return tuple(replace(one, lock=None) for one in case.assessments)


def test_a_case_can_be_seen_as_it_was_after_any_edit(library: Library, peru_id: int) -> None:
    seen = {newest(library): unlocked(library.case(peru_id))}
    edits = (
        lambda: library.set_score(MAY, "su_level", Score(1, 2, 3), playbook=PlaybookVersion("x", "2")),
        lambda: library.set_score(MAY, "su_level", None),
        lambda: library.update_assessment(FIRST, as_of=dt.date(2015, 1, 1), note="Redated"),
        lambda: library.delete_assessment(FIRST),
        lambda: library.add_assessment(peru_id, dt.date(2016, 1, 1), copy_of=MAY),
        lambda: library.lock(MAY, PlaybookVersion("x", "2"), "{}"),
        lambda: library.add_note(peru_id, Note("No assessment")),
        lambda: library.add_case("Bolivia"),
        lambda: library.set_score("PERU-2016-01-01", "ue_aid", Score(4, 5, 6)),
    )
    for edit in edits:
        edit()
        seen[newest(library)] = unlocked(library.case(peru_id))
    for entry, assessments in seen.items():
        assert library.assessments_at(peru_id, entry) == assessments


def test_what_was_undone_and_overtaken_can_still_be_seen(library: Library, peru_id: int) -> None:
    library.set_score(MAY, "su_level", Score(1, 2, 3))
    library.set_score(MAY, "ue_aid", Score(1, 1, 1))
    overtaken, then = newest(library), library.case(peru_id).assessments
    library.undo()
    library.undo()
    library.set_score(MAY, "su_level", Score(7, 8, 9))
    library.set_score(MAY, "th_armed", Score(7, 8, 9))
    assert library.assessments_at(peru_id, overtaken) == then
    library.undo()
    assert library.assessments_at(peru_id, overtaken) == then


def test_a_return_is_a_new_assessment_and_one_step(library: Library, peru_id: int, peru: Case) -> None:
    moment = newest(library)
    library.set_score(FIRST, "su_level", Score(1, 2, 3))
    library.delete_assessment(FIRST)
    new = library.return_to(peru_id, moment, FIRST)
    assert new == FIRST
    library.undo()
    library.undo()
    new = library.return_to(peru_id, moment, FIRST)
    assert new == f"{FIRST}-2"
    assert library.assessment(new) == replace(peru.assessments[0], id=new)
    assert library.assessment(FIRST).sheet.get("su_level") == Score(1, 2, 3)
    assert library.undo_label == "Peru: PER-2011H2 as it was on 2014-05-15 at 12:01 UTC, as a new assessment"
    library.undo()
    assert [one.id for one in library.case(peru_id).assessments] == [FIRST, MAY]


def test_a_return_to_what_was_locked_is_open_to_edits(library: Library, peru_id: int) -> None:
    library.lock(MAY, PlaybookVersion("x", "2"), "{}")
    new = library.return_to(peru_id, newest(library), MAY)
    library.set_score(new, "su_level", Score(1, 2, 3))
    assert library.assessment(MAY).sheet.get("su_level") == Score(6, 7, 8)


def test_what_was_not_there_cannot_be_returned_to(library: Library, peru_id: int) -> None:
    moment = newest(library)
    later = library.add_assessment(peru_id, dt.date(2016, 1, 1))
    with pytest.raises(UnknownEntry, match=rf'Peru had no assessment "{later}" at that moment; it had {FIRST}, {MAY}'):
        library.return_to(peru_id, moment, later)
    with pytest.raises(UnknownEntry, match="the history has no entry 99"):
        library.return_to(peru_id, 99, MAY)
    with pytest.raises(UnknownEntry, match="no case 99"):
        library.return_to(99, moment, MAY)


def test_shipped_cases_can_be_seen_as_they_were_before_their_first_edit(library: Library, peru: Case) -> None:
    kept = replace(peru, assessments=peru.assessments[:1])
    library.fill_once([kept])
    case_id = library.cases()[0].id
    library.add_case("Bolivia")
    moment = newest(library)
    library.set_score(FIRST, "su_level", None)
    assert library.assessments_at(case_id, moment) == kept.assessments


def test_in_a_library_of_version_1_what_was_overtaken_is_said_to_be_unknown(tmp_path: Path) -> None:
    path = shutil.copy(Path(__file__).with_name("version_1.sqlite"), tmp_path / "old.sqlite")
    with open_library(path) as library:
        bests = {}
        for entry in library.history():
            if entry.label != "Add Wrong":
                (assessment,) = library.assessments_at(1, entry.id)
                score = assessment.sheet.get("su_level")
                bests[entry.label] = (score.best if score else None, len(assessment.sheet.scores), assessment.country)
        assert bests == {
            "Import Peru": (6.5, 1, "Peru"),
            "Peru: Current unrest 6.5 -> 7": (7, 1, "Peru"),
            "Peru: ue_aid not scored -> 2": (7, 2, "Peru"),
            "Rename Peru to Perú": (7, 2, "Perú"),
        }
        with pytest.raises(UnknownEntry, match="what came before this entry is not known"):
            library.assessments_at(1, 3)


def test_a_history_that_lacks_a_part_is_reported(library: Library, peru_id: int) -> None:
    moment = newest(library)
    library.delete_assessment(FIRST)
    library._database.connection.execute("UPDATE cells SET column_name = 'x' WHERE column_name = 'assessment_id'")
    with pytest.raises(DamagedLibrary, match="the history lacks a part"):
        library.assessments_at(peru_id, moment)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_library(tmp_path_factory.mktemp("moments") / "library.sqlite") as library:
        yield library


moves = st.one_of(
    st.tuples(st.just("score"), st.sampled_from(INDICATORS), st.integers(0, 10)),
    st.tuples(st.just("copy"), st.integers(1, 28), st.just(0)),
    st.tuples(st.just("delete"), st.integers(0, 5), st.just(0)),
    st.tuples(st.sampled_from(("undo", "redo")), st.just(0), st.just(0)),
)


@given(moves=st.lists(moves, max_size=14))
@settings(max_examples=15)
def test_any_moment_of_any_history_is_found_again(shared: Library, moves: list[tuple[str, object, int]]) -> None:
    case_id = shared.add_case("Peru")
    shared.add_assessment(case_id, dt.date(2014, 5, 15))
    seen: dict[int, tuple[Assessment, ...]] = {}
    for name, what, number in moves:
        held = shared.case(case_id).assessments
        before = newest(shared)
        if name == "score" and held:
            shared.set_score(held[-1].id, str(what), Score(0, number, 10))
        elif name == "copy" and held and isinstance(what, int):
            shared.add_assessment(case_id, dt.date(2014, 6, what), copy_of=held[0].id)
        elif name == "delete" and held and isinstance(what, int):
            shared.delete_assessment(held[what % len(held)].id)
        elif name == "undo" and (shared.undo_label or "").startswith("Peru"):
            shared.undo()
        elif name == "redo" and (shared.redo_label or "").startswith("Peru"):
            shared.redo()
        if newest(shared) != before:
            seen[newest(shared)] = shared.case(case_id).assessments
    for entry, assessments in seen.items():
        assert shared.assessments_at(case_id, entry) == assessments
    # The next example begins with other ids.
    shared.delete_case(case_id)
