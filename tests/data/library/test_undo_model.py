"""Random edits, undo, redo and restarts, against a list of states kept in memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from advisor.case import Assessment, Case
from data.library import Library, open_library
from tests.data.library.strategies import INDICATORS, by_date, cases, names, scores, texts

if TYPE_CHECKING:
    import datetime as dt

    from advisor.scores import Score

picks = st.integers(0, 7)
State: TypeAlias = dict[int, Case]


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
        self.states: list[State] = [{}]
        self.position = 0
        self.dragging: str | None = None

    def opened(self) -> Library:
        return open_library(Path(self.folder.name) / "library.sqlite", who="Rosa")

    @property
    def now(self) -> State:
        return self.states[self.position]

    def spot(self, pick: int) -> Spot | None:
        found = [Spot(case_id, one) for case_id, case in sorted(self.now.items()) for one in case.assessments]
        return found[pick % len(found)] if found else None

    def case_id(self, pick: int) -> int | None:
        return sorted(self.now)[pick % len(self.now)] if self.now else None

    def edited(self, new: State, key: str | None = None) -> None:
        """Note the state after an edit; what changes nothing is no step, and a drag goes on in its own."""
        if key is not None and key == self.dragging:
            self.position -= 1
        kept = new != self.now
        if kept:
            self.states = [*self.states[: self.position + 1], new]
            self.position += 1
        elif key is not None and key == self.dragging:
            self.states = self.states[: self.position + 1]
        self.dragging = key if kept else None

    def with_assessment(self, spot: Spot, new: Assessment | None) -> State:
        case = self.now[spot.case_id]
        kept = [one if one != spot.assessment else new for one in case.assessments]
        return {**self.now, spot.case_id: replace(case, assessments=by_date([one for one in kept if one is not None]))}

    @rule(case=cases)
    def import_case(self, case: Case) -> None:
        taken = {one.id for held in self.now.values() for one in held.assessments}
        fresh = tuple(one for one in case.assessments if one.id not in taken)
        case = replace(case, assessments=fresh)
        case_id = self.library.import_case(case)
        assert case_id not in self.now
        self.edited({**self.now, case_id: case})

    @rule(name=names)
    def add_case(self, name: str) -> None:
        self.edited({**self.now, self.library.add_case(name): Case(name.strip(), ())})

    @rule(pick=picks, name=names)
    def rename_case(self, pick: int, name: str) -> None:
        case_id = self.case_id(pick)
        if case_id is None:
            return
        old, new = self.now[case_id], name.strip()
        follow = [replace(one, country=new) if one.country == old.name else one for one in old.assessments]
        self.library.rename_case(case_id, name)
        self.edited({**self.now, case_id: replace(old, name=new, assessments=tuple(follow))})

    @rule(pick=picks)
    def delete_case(self, pick: int) -> None:
        case_id = self.case_id(pick)
        if case_id is not None:
            self.library.delete_case(case_id)
            self.edited({other: case for other, case in self.now.items() if other != case_id})

    @rule(pick=picks, as_of=st.dates())
    def copy_assessment(self, pick: int, as_of: dt.date) -> None:
        spot = self.spot(pick)
        if spot is None:
            return
        case, source = self.now[spot.case_id], spot.assessment
        new = self.library.add_assessment(spot.case_id, as_of, copy_of=source.id, analyst="Rosa")
        blank = replace(source, period_start=None, period_end=None, coded_blind=False, note="", facts=(), outcome=None)
        copy = replace(blank, id=new, country=case.name, as_of=as_of, analyst="Rosa")
        self.edited({**self.now, spot.case_id: replace(case, assessments=by_date([*case.assessments, copy]))})

    @rule(pick=picks, as_of=st.none() | st.dates(), issue=st.none() | texts)
    def update_assessment(self, pick: int, as_of: dt.date | None, issue: str | None) -> None:
        spot = self.spot(pick)
        if spot is None:
            return
        old = spot.assessment
        self.library.update_assessment(old.id, as_of=as_of, issue=issue)
        new = replace(old, as_of=as_of or old.as_of, issue=old.issue if issue is None else issue)
        self.edited(self.with_assessment(spot, new))

    @rule(pick=picks)
    def delete_assessment(self, pick: int) -> None:
        spot = self.spot(pick)
        if spot is not None:
            self.library.delete_assessment(spot.assessment.id)
            self.edited(self.with_assessment(spot, None))

    @rule(pick=picks, indicator=st.sampled_from(INDICATORS), score=st.none() | scores)
    def set_score(self, pick: int, indicator: str, score: Score | None) -> None:
        spot = self.spot(pick)
        if spot is not None:
            self.library.set_score(spot.assessment.id, indicator, score)
            sheet = spot.assessment.sheet.with_score(indicator, score)
            self.edited(self.with_assessment(spot, replace(spot.assessment, sheet=sheet)))

    @rule(pick=picks, indicator=st.sampled_from(INDICATORS), ticks=st.lists(scores, min_size=1, max_size=4))
    def drag(self, pick: int, indicator: str, ticks: list[Score]) -> None:
        spot = self.spot(pick)
        if spot is None:
            return
        key, old = f"{spot.assessment.id} {indicator}", spot.assessment
        for score in ticks:
            self.library.set_score(old.id, indicator, score, merge_key=key)
            held = next(one for one in self.now[spot.case_id].assessments if one.id == old.id)
            new = replace(held, sheet=held.sheet.with_score(indicator, score))
            self.edited(self.with_assessment(Spot(spot.case_id, held), new), key)

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

    @precondition(lambda self: self.position > 0)
    @rule()
    def restart(self) -> None:
        self.library.close()
        self.library = self.opened()
        self.dragging = None

    @invariant()
    def library_and_model_agree(self) -> None:
        assert {case.id: self.library.case(case.id) for case in self.library.cases()} == self.now
        assert (self.library.undo_label is None) == (self.position == 0)
        assert (self.library.redo_label is None) == (self.position + 1 == len(self.states))

    def teardown(self) -> None:
        self.library.close()
        self.folder.cleanup()


TestLibraryModel = LibraryModel.TestCase
TestLibraryModel.settings = settings(max_examples=16, stateful_step_count=25)
