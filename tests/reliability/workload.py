"""Random edits, imports, exports and backups, the same ones for the same seed, each told once it is saved."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import count
from random import Random
from typing import TYPE_CHECKING

from advisor.case import Analyst, CaseEvent, Note, PlaybookVersion
from advisor.knobs import Knobs
from advisor.scores import Score
from data.library import AssessmentLocked, Library, database, open_library

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

INDICATORS = ("su_level", "ue_aid", "th_armed", "eb_pledge")
TODAY = PlaybookVersion("counternarcotics", "1.1", "cd34")
START = dt.datetime(2014, 5, 15, 12, 0, tzinfo=dt.UTC)
PLACE_OF = "place_of"
LIBRARY, CASE, EXPORT, KEPT = "library.sqlite", "case.toml", "export.toml", "kept.sqlite"


def on(place: str) -> None:
    """Let this process take every disk for one of this computer ("local"), or of another ("network")."""
    setattr(database, PLACE_OF, lambda _path: place)


class Workload:
    """A library in a folder, and random things to do to it; `case.toml` in the folder is what it imports."""

    def __init__(self, folder: Path, seed: int, who: str = "Rosa") -> None:
        self._folder, self._seed, self._who = folder, seed, who
        minutes = count()
        self._clock = lambda: START + dt.timedelta(minutes=next(minutes))
        self.library = self._opened()

    def run(self, steps: int) -> Iterator[str]:
        """Do one thing after the other and yield what it was, once it is saved."""
        for number in range(steps):
            yield self.do(number)

    def do(self, number: int, without: Collection[str] = ()) -> str:
        """Do the thing of this number and return what it was."""
        dice = Random(f"{self._seed} {self._who} {number}")
        kinds = {name: weight for name, (weight, _) in KINDS.items() if name not in without}
        (name,) = dice.choices(list(kinds), list(kinds.values()))
        try:
            KINDS[name][1](self, dice)
        except AssessmentLocked:
            return f"{name}, refused"
        return name

    def close(self) -> None:
        """Close the library."""
        self.library.close()

    def _opened(self) -> Library:
        return open_library(self._folder / LIBRARY, who=self._who, clock=self._clock)

    def _case(self, dice: Random) -> int:
        cases = self.library.cases()
        return dice.choice(cases).id if cases else self.library.add_case(f"Country {dice.randrange(99)}")

    def _assessment(self, dice: Random) -> str:
        case_id = self._case(dice)
        held = self.library.case(case_id).assessments
        if held:
            return dice.choice(held).id
        return self.library.add_assessment(case_id, _date(dice), analyst="Rosa")

    def add_case(self, dice: Random) -> None:
        self.library.add_case(f"Country {dice.randrange(99)}", "counternarcotics")

    def rename_case(self, dice: Random) -> None:
        self.library.rename_case(self._case(dice), f"Country {dice.randrange(99)} é")

    def delete_case(self, dice: Random) -> None:
        self.library.delete_case(self._case(dice))

    def add_assessment(self, dice: Random) -> None:
        self.library.add_assessment(self._case(dice), _date(dice), note=_text(dice))

    def copy_assessment(self, dice: Random) -> None:
        source = self._assessment(dice)
        self.library.add_assessment(self._case(dice), _date(dice), copy_of=source)

    def update_assessment(self, dice: Random) -> None:
        self.library.update_assessment(self._assessment(dice), as_of=_date(dice), issue=_text(dice))

    def delete_assessment(self, dice: Random) -> None:
        self.library.delete_assessment(self._assessment(dice))

    def score(self, dice: Random) -> None:
        chosen = None if dice.random() < 0.1 else _score(dice)
        self.library.set_score(self._assessment(dice), dice.choice(INDICATORS), chosen, playbook=TODAY)

    def drag(self, dice: Random) -> None:
        held, indicator = self._assessment(dice), dice.choice(INDICATORS)
        with self.library.edit("Drag", merge_key="drag"):
            self.library.set_score(held, indicator, _score(dice), playbook=TODAY)

    def add_note(self, dice: Random) -> None:
        self.library.add_note(self._case(dice), Note(_text(dice), "AP", "", "2014-05", indicators=INDICATORS[:2]))

    def set_note(self, dice: Random) -> None:
        for note in self.library.case(self._case(dice)).notes[:1]:
            self.library.set_note(note.id, replace(note, text=_text(dice)))

    def delete_note(self, dice: Random) -> None:
        for note in self.library.case(self._case(dice)).notes[-1:]:
            self.library.delete_note(note.id)

    def events(self, dice: Random) -> None:
        self.library.add_event(self._case(dice), CaseEvent("2014-05", _text(dice)))

    def analysts(self, dice: Random) -> None:
        name = f"Analyst {dice.randrange(60)}"
        if all(one.name != name for one in self.library.analysts()):
            self.library.add_analyst(Analyst(name, _text(dice)))

    def knobs(self, dice: Random) -> None:
        self.library.set_knobs(
            self._case(dice), Knobs({"cultivation": dice.random()}, budget=float(dice.randrange(99)))
        )

    def lock(self, dice: Random) -> None:
        held = self.library.assessment(self._assessment(dice))
        if held.lock is None:
            self.library.lock(held.id, TODAY, '{"index": 1.5}', reason=_text(dice))
        else:
            self.library.unlock(held.id)

    def group(self, dice: Random) -> None:
        with self.library.edit("Several at once"):
            self.score(dice)
            self.add_note(dice)
            self.events(dice)

    def return_to(self, dice: Random) -> None:
        case_id = self._case(dice)
        for entry in self.library.history(case_id, limit=5)[-1:]:
            for then in self.library.assessments_at(case_id, entry.id)[:1]:
                self.library.return_to(case_id, entry.id, then.id)

    def undo(self, dice: Random) -> None:
        for _ in range(dice.randint(1, 3)):
            self.library.undo()

    def redo(self, dice: Random) -> None:
        self.library.redo()

    def import_file(self, dice: Random) -> None:
        self.library.import_file(self._folder / CASE)

    def merge_file(self, dice: Random) -> None:
        self.library.import_file(self._folder / CASE, into=self._case(dice))

    def export(self, dice: Random) -> None:
        self.library.export_case(self._case(dice), self._folder / EXPORT)

    def back_up(self, dice: Random) -> None:
        self.library.backups.make()

    def keep_a_copy(self, dice: Random) -> None:
        self.library.backups.write_to(self._folder / KEPT)

    def restore(self, dice: Random) -> None:
        if (self._folder / KEPT).exists():
            self.library.restore(self._folder / KEPT)

    def restart(self, dice: Random) -> None:
        self.library.close()
        self.library = self._opened()


KINDS: dict[str, tuple[int, Callable[[Workload, Random], None]]] = {
    "add a case": (3, Workload.add_case),
    "rename a case": (3, Workload.rename_case),
    "delete a case": (1, Workload.delete_case),
    "add an assessment": (4, Workload.add_assessment),
    "copy an assessment": (3, Workload.copy_assessment),
    "change an assessment": (4, Workload.update_assessment),
    "delete an assessment": (2, Workload.delete_assessment),
    "score": (15, Workload.score),
    "drag": (10, Workload.drag),
    "add a note": (8, Workload.add_note),
    "change a note": (5, Workload.set_note),
    "delete a note": (3, Workload.delete_note),
    "events": (4, Workload.events),
    "analysts": (3, Workload.analysts),
    "knobs": (3, Workload.knobs),
    "lock or unlock": (3, Workload.lock),
    "a group of edits": (5, Workload.group),
    "return to a moment": (2, Workload.return_to),
    "undo": (6, Workload.undo),
    "redo": (5, Workload.redo),
    "import": (3, Workload.import_file),
    "merge": (2, Workload.merge_file),
    "export": (4, Workload.export),
    "backup": (3, Workload.back_up),
    "copy of the library": (2, Workload.keep_a_copy),
    "restore": (1, Workload.restore),
    "restart": (3, Workload.restart),
}


def _date(dice: Random) -> dt.date:
    return dt.date(2000, 1, 1) + dt.timedelta(days=dice.randrange(9000))


def _text(dice: Random) -> str:
    return " ".join(dice.choices(("coca", "Huánuco", "strike", "vote", "aid", "'; DROP TABLE cases", "雪"), k=6))


def _score(dice: Random) -> Score:
    low, best, high = sorted(dice.uniform(0, 10) for _ in range(3))
    return Score(low, best, high, "low", _text(dice))
