"""Random edits, undo, redo and restarts, against a list of states kept in memory."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from advisor.case import Analyst, Assessment, Case, CaseEvent, Note, PlaybookVersion
from data.case_files import read_case
from data.library import AssessmentLocked, Library, Merged, open_library
from tests.data.library import strategies as some
from tests.data.library.strategies import INDICATORS

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.knobs import Knobs
    from advisor.scores import Score

picks = st.integers(0, 7)
State: TypeAlias = dict[int, Case]
TODAY = PlaybookVersion("counternarcotics", "1.1", "cd34")


@dataclass(frozen=True, slots=True)
class World:
    """Everything that a library holds: its cases, without the analysts that they name, and all analysts."""

    cases: State
    analysts: dict[int, Analyst]


@dataclass(frozen=True, slots=True)
class Spot:
    """An assessment and where it is."""

    case_id: int
    assessment: Assessment


class LibraryModel(RuleBasedStateMachine):
    """The library beside a plain list of states, of which `position` is the present one."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.library = self.opened()
        self.elsewhere = open_library(Path(self.folder.name) / "elsewhere.sqlite", who="Luis")
        self.states: list[World] = [World({}, {})]
        self.position = 0
        self.dragging: str | None = None
        self.add_case("Peru")
        self.add_assessment(0, dt.date(2014, 5, 15))

    def opened(self) -> Library:
        return open_library(Path(self.folder.name) / "library.sqlite", who="Rosa")

    @property
    def now(self) -> State:
        return self.states[self.position].cases

    @property
    def analysts(self) -> dict[int, Analyst]:
        return self.states[self.position].analysts

    def spot(self, pick: int) -> Spot | None:
        found = [Spot(case_id, one) for case_id, case in sorted(self.now.items()) for one in case.assessments]
        return found[pick % len(found)] if found else None

    def case_id(self, pick: int) -> int | None:
        return sorted(self.now)[pick % len(self.now)] if self.now else None

    def note(self, pick: int) -> tuple[int, Note] | None:
        found = [(case_id, note) for case_id in sorted(self.now) for note in self.now[case_id].notes]
        return found[pick % len(found)] if found else None

    def edited(self, new: State, key: str | None = None, analysts: dict[int, Analyst] | None = None) -> None:
        """Note the state after an edit; what changes nothing is no step, and a drag goes on in its own."""
        if key is not None and key == self.dragging:
            self.position -= 1
        world = World(new, self.analysts if analysts is None else analysts)
        kept = world != self.states[self.position]
        if kept:
            self.states = [*self.states[: self.position + 1], world]
            self.position += 1
        elif key is not None and key == self.dragging:
            self.states = self.states[: self.position + 1]
        self.dragging = key if kept else None

    def in_order(self, found: list[Assessment]) -> tuple[Assessment, ...]:
        """Put assessments by date, those of one day as they were added, which the library alone knows."""
        added = dict(self.library._database.connection.execute("SELECT slug, id FROM assessments").fetchall())
        return tuple(sorted(found, key=lambda one: (one.as_of, added[one.id])))

    def with_case(self, case_id: int, case: Case) -> State:
        return {**self.now, case_id: case}

    def with_assessment(self, spot: Spot, new: Assessment | None) -> State:
        case = self.now[spot.case_id]
        kept = [one if one != spot.assessment else new for one in case.assessments]
        held = self.in_order([one for one in kept if one is not None])
        ids = {one.id for one in held}
        notes = [replace(note, assessments=tuple(one for one in note.assessments if one in ids)) for note in case.notes]
        return self.with_case(spot.case_id, replace(case, assessments=held, notes=tuple(notes)))

    def locked(self, case_id: int, assessments: tuple[str, ...]) -> bool:
        return any(one.lock is not None and one.id in assessments for one in self.now[case_id].assessments)

    def refused(self, locked: bool, edit: Callable[[], object]) -> bool:
        """Try what a lock forbids, and say whether it does."""
        if locked:
            with pytest.raises(AssessmentLocked):
                edit()
        return locked

    @rule(case=some.briefed_cases())
    def import_case(self, case: Case) -> None:
        taken = {one.id for held in self.now.values() for one in held.assessments}
        fresh = tuple(one for one in case.assessments if one.id not in taken)
        linked = {one.id for one in fresh}
        notes = [
            replace(note, assessments=tuple(one for one in note.assessments if one in linked)) for note in case.notes
        ]
        case = replace(case, assessments=fresh, notes=tuple(notes))
        case_id = self.library.import_case(case)
        assert case_id not in self.now
        known = {analyst.name for analyst in self.analysts.values()}
        added = [one for one in self.library.analysts() if one.name not in known]
        assert {(one.name, one.note) for one in added} == {
            (one.name, one.note) for one in case.analysts if one.name not in known
        }
        kept = replace(
            case, analysts=(), notes=self.library.case(case_id).notes, events=self.library.case(case_id).events
        )
        assert (kept.notes, kept.events) == (case.notes, case.events)
        self.edited(self.with_case(case_id, kept), analysts={**self.analysts, **{one.id: one for one in added}})

    @rule(name=some.names)
    def add_case(self, name: str) -> None:
        self.edited(self.with_case(self.library.add_case(name), Case(name.strip(), ())))

    @rule(pick=picks, name=some.names)
    def rename_case(self, pick: int, name: str) -> None:
        case_id = self.case_id(pick)
        if case_id is None:
            return
        old, new = self.now[case_id], name.strip()
        follow = [
            replace(one, country=new) if one.country == old.name and one.lock is None else one
            for one in old.assessments
        ]
        self.library.rename_case(case_id, name)
        self.edited(self.with_case(case_id, replace(old, name=new, assessments=tuple(follow))))

    @rule(pick=picks)
    def delete_case(self, pick: int) -> None:
        case_id = self.case_id(pick)
        if case_id is None:
            return
        locked = any(one.lock is not None for one in self.now[case_id].assessments)
        if not self.refused(locked, lambda: self.library.delete_case(case_id)):
            self.library.delete_case(case_id)
            self.edited({other: case for other, case in self.now.items() if other != case_id})

    @rule(pick=picks, as_of=st.dates())
    def add_assessment(self, pick: int, as_of: dt.date) -> None:
        case_id = self.case_id(pick)
        if case_id is None:
            return
        case = self.now[case_id]
        new = self.library.assessment(self.library.add_assessment(case_id, as_of, analyst="Rosa"))
        playbook = self.library.case(case_id).playbook
        assert new == Assessment(new.id, case.name, as_of, playbook=playbook, analyst="Rosa")
        self.edited(self.with_case(case_id, replace(case, assessments=self.in_order([*case.assessments, new]))))

    @rule(pick=picks, as_of=st.dates())
    def copy_assessment(self, pick: int, as_of: dt.date) -> None:
        spot = self.spot(pick)
        if spot is None:
            return
        case, source = self.now[spot.case_id], spot.assessment
        new = self.library.add_assessment(spot.case_id, as_of, copy_of=source.id, analyst="Rosa")
        blank = replace(source, period_start=None, period_end=None, coded_blind=False, note="", facts=(), outcome=None)
        copy = replace(blank, id=new, country=case.name, as_of=as_of, analyst="Rosa", lock=None)
        self.edited(self.with_case(spot.case_id, replace(case, assessments=self.in_order([*case.assessments, copy]))))

    @rule(pick=picks, as_of=st.none() | st.dates(), issue=st.none() | some.texts)
    def update_assessment(self, pick: int, as_of: dt.date | None, issue: str | None) -> None:
        spot = self.spot(pick)
        if spot is None:
            return
        old = spot.assessment
        if not self.refused(old.lock is not None, lambda: self.library.update_assessment(old.id, note="x")):
            self.library.update_assessment(old.id, as_of=as_of, issue=issue)
            new = replace(old, as_of=as_of or old.as_of, issue=old.issue if issue is None else issue)
            self.edited(self.with_assessment(spot, new))

    @rule(pick=picks)
    def delete_assessment(self, pick: int) -> None:
        spot = self.spot(pick)
        if spot is None:
            return
        old = spot.assessment
        if not self.refused(old.lock is not None, lambda: self.library.delete_assessment(old.id)):
            self.library.delete_assessment(old.id)
            self.edited(self.with_assessment(spot, None))

    @rule(pick=picks, indicator=st.sampled_from(INDICATORS), score=st.none() | some.scores)
    def set_score(self, pick: int, indicator: str, score: Score | None) -> None:
        spot = self.spot(pick)
        if spot is None:
            return
        old = spot.assessment

        def edit() -> None:
            self.library.set_score(old.id, indicator, score, playbook=TODAY)

        if not self.refused(old.lock is not None, edit):
            edit()
            version = old.scored_with if score == old.sheet.get(indicator) else TODAY
            new = replace(old, sheet=old.sheet.with_score(indicator, score), scored_with=version)
            self.edited(self.with_assessment(spot, new))

    @rule(
        pick=picks,
        indicator=st.sampled_from(INDICATORS),
        ticks=st.lists(some.scores, min_size=1, max_size=4),
        version=st.none() | st.just(TODAY),
        and_back=st.booleans(),
    )
    def drag(
        self, pick: int, indicator: str, ticks: list[Score], version: PlaybookVersion | None, and_back: bool
    ) -> None:
        spot = self.spot(pick)
        if spot is None or spot.assessment.lock is not None:
            return
        key, old = f"{spot.assessment.id} {indicator}", spot.assessment
        for score in ticks:
            held = next(one for one in self.now[spot.case_id].assessments if one.id == old.id)
            self.library.set_score(old.id, indicator, score, merge_key=key, playbook=version)
            scored_with = held.scored_with if version is None or score == held.sheet.get(indicator) else version
            new = replace(held, sheet=held.sheet.with_score(indicator, score), scored_with=scored_with)
            self.edited(self.with_assessment(Spot(spot.case_id, held), new), key)
        if and_back:
            self.undo_and_redo()

    @rule(pick=picks)
    def lock_or_unlock(self, pick: int) -> None:
        spot = self.spot(pick)
        if spot is None:
            return
        old = spot.assessment
        if old.lock is None:
            self.library.lock(old.id, TODAY, '{"index": 1.5}', reason="DCM")
        else:
            self.library.unlock(old.id)
        new = replace(old, lock=self.library.assessment(old.id).lock)
        assert (new.lock is None) != (old.lock is None)
        self.edited(self.with_assessment(spot, new))

    @rule(data=st.data(), pick=picks)
    def add_note(self, data: st.DataObject, pick: int) -> None:
        case_id = self.case_id(pick)
        if case_id is None:
            return
        case = self.now[case_id]
        note = data.draw(some.notes_on(tuple(one.id for one in case.assessments)))
        if not self.refused(self.locked(case_id, note.assessments), lambda: self.library.add_note(case_id, note)):
            note = replace(note, id=self.library.add_note(case_id, note))
            self.edited(self.with_case(case_id, replace(case, notes=(*case.notes, note))))

    @rule(data=st.data(), pick=picks)
    def set_note(self, data: st.DataObject, pick: int) -> None:
        found = self.note(pick)
        if found is None:
            return
        (case_id, old), case = found, self.now[found[0]]
        new = replace(data.draw(some.notes_on(tuple(one.id for one in case.assessments))), id=old.id)
        locked = new != old and self.locked(case_id, (*old.assessments, *new.assessments))
        if not self.refused(locked, lambda: self.library.set_note(old.id, new)):
            self.library.set_note(old.id, new)
            notes = tuple(new if one.id == old.id else one for one in case.notes)
            self.edited(self.with_case(case_id, replace(case, notes=notes)))

    @rule(pick=picks, letters=st.text("abc", min_size=1, max_size=5), and_back=st.booleans())
    def type_a_note(self, pick: int, letters: str, and_back: bool) -> None:
        found = self.note(pick)
        if found is None or self.locked(found[0], found[1].assessments):
            return
        case_id, old = found
        for length in range(1, len(letters) + 1):
            new = replace(old, text=letters[:length])
            self.library.set_note(old.id, new, merge_key=f"note {old.id}")
            case = self.now[case_id]
            notes = tuple(new if one.id == old.id else one for one in case.notes)
            self.edited(self.with_case(case_id, replace(case, notes=notes)), f"note {old.id}")
        if and_back:
            self.undo_and_redo()

    @rule(pick=picks)
    def delete_note(self, pick: int) -> None:
        found = self.note(pick)
        if found is None:
            return
        (case_id, old), case = found, self.now[found[0]]
        if not self.refused(self.locked(case_id, old.assessments), lambda: self.library.delete_note(old.id)):
            self.library.delete_note(old.id)
            self.edited(
                self.with_case(case_id, replace(case, notes=tuple(one for one in case.notes if one is not old)))
            )

    @rule(pick=picks, event=some.events, what=st.sampled_from(("add", "set", "delete")))
    def edit_events(self, pick: int, event: CaseEvent, what: str) -> None:
        case_id = self.case_id(pick)
        if case_id is None:
            return
        events = self.now[case_id].events
        if what == "add" or not events:
            events = (*events, replace(event, id=self.library.add_event(case_id, event)))
        elif what == "set":
            self.library.set_event(events[0].id, event)
            events = (replace(event, id=events[0].id), *events[1:])
        else:
            self.library.delete_event(events[-1].id)
            events = events[:-1]
        self.edited(self.with_case(case_id, replace(self.now[case_id], events=events)))

    @rule(pick=picks, knobs=some.knobs)
    def turn_knobs(self, pick: int, knobs: Knobs) -> None:
        case_id = self.case_id(pick)
        if case_id is not None:
            self.library.set_knobs(case_id, knobs)
            self.edited(self.with_case(case_id, replace(self.now[case_id], knobs=knobs)))

    @rule(name=st.sampled_from(some.ANALYSTS), organisation=some.texts)
    def add_analyst(self, name: str, organisation: str) -> None:
        if all(one.name != name for one in self.analysts.values()):
            added = Analyst(name, organisation)
            new = replace(added, id=self.library.add_analyst(added))
            self.edited(self.now, analysts={**self.analysts, new.id: new})

    @rule()
    def undo(self) -> None:
        expected = self.position > 0
        assert (self.library.undo() is not None) == expected
        self.position -= expected
        self.dragging = None if expected else self.dragging

    @rule()
    def redo(self) -> None:
        expected = self.position + 1 < len(self.states)
        assert (self.library.redo() is not None) == expected
        self.position += expected
        self.dragging = None if expected else self.dragging

    def undo_and_redo(self) -> None:
        self.undo()
        self.library_and_model_agree()
        self.redo()

    @precondition(lambda self: self.position > 0)
    @rule()
    def restart(self) -> None:
        self.library.close()
        self.library = self.opened()
        self.dragging = None

    @rule(pick=picks)
    def write_a_case_out_and_in(self, pick: int) -> None:
        case_id = self.case_id(pick)
        if case_id is None:
            return
        path = Path(self.folder.name) / "case.toml"
        self.library.export_case(case_id, path)
        case = self.library.case(case_id)
        imported = self.elsewhere.import_file(path)
        assert self.elsewhere.case(imported) == case
        assert self.elsewhere.case(imported).playbook == case.playbook
        nothing = Merged(0, 0, 0, 0, 0)
        assert self.elsewhere.merge_case(imported, case) == nothing
        assert self.library.merge_case(case_id, read_case(path, None)) == nothing
        # What came between ends a drag, though it changed nothing.
        self.dragging = None
        self.elsewhere.undo()
        assert (self.elsewhere.cases(), self.elsewhere.analysts()) == ((), ())

    @invariant()
    def library_and_model_agree(self) -> None:
        held = {case.id: self.library.case(case.id) for case in self.library.cases()}
        assert {case_id: replace(case, analysts=()) for case_id, case in held.items()} == self.now
        assert {one.id: one for one in self.library.analysts()} == self.analysts
        assert (self.library.undo_label is None) == (self.position == 0)
        assert (self.library.redo_label is None) == (self.position + 1 == len(self.states))

    @invariant()
    def search_index_fits_what_is_kept(self) -> None:
        # Raises where the index and the texts differ.
        self.library._database.connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")

    def teardown(self) -> None:
        self.library.close()
        self.elsewhere.close()
        self.folder.cleanup()


TestLibraryModel = LibraryModel.TestCase
TestLibraryModel.settings = settings(max_examples=10, stateful_step_count=30)
