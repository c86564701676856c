"""Print the speed of a library of 10,000 notes and 1,000 assessments: python -m benchmarks.library."""

from __future__ import annotations

import datetime as dt
import random
import statistics
import tempfile
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.case import Assessment, Case, CaseEvent, Note
from advisor.scores import Score, ScoreSheet
from benchmarks.timing import median, milliseconds
from data.library import open_library
from data.playbook_files import shipped_playbook

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from data.library import Library

COUNTRIES, ASSESSMENTS, NOTES, WORDS = 20, 50, 500, 60
VOCABULARY = 5000
EDITS = 60


def queries(words: Sequence[str]) -> tuple[str, ...]:
    """Return what an analyst might type: letter by letter, words, a phrase, and what is not there."""
    typed = [words[0][:length] for length in range(1, len(words[0]) + 1)]
    return (*typed, "ka", "a", f"{words[0]} {words[1][:2]}", f'"{words[0]}"', "senor", "Señor ka", "zzz")


def main() -> None:
    """Fill a library, and print how long opening, searching and editing take."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite"
        indicators = shipped_playbook().indicator_ids
        with open_library(path, who="Rosa") as library:
            filled = milliseconds(lambda: fill(library, indicators))
        size = path.stat().st_size / 2**20
        print(
            f"{COUNTRIES * ASSESSMENTS:,} assessments, {COUNTRIES * NOTES:,} notes, {size:.0f} MB, in {filled:,.0f} ms"
        )
        show("open, checked", median(lambda: open_library(path).close(), rounds=7), 1000)
        with open_library(path, who="Rosa") as library:
            measure(library, indicators)


def measure(library: Library, indicators: Sequence[str]) -> None:
    """Print reading, searching, editing and copying."""
    case_id = library.cases()[0].id
    case = library.case(case_id)
    show("list of cases", median(library.cases), None)
    show(f"one case of {ASSESSMENTS} assessments and {NOTES} notes", median(lambda: library.case(case_id)), None)
    words = case.notes[0].text.split()
    searches = [median(partial(library.search, text), rounds=7) for text in queries(words)]
    show("search, slowest of several", max(searches), 50)
    show("edit of a score", edits(lambda number: set_score(library, case, indicators, number)), 20)
    show("edit of a note", edits(lambda number: set_note(library, case.notes[number])), 20)
    show("undo", edits(lambda _number: library.undo()), None)
    library.backups.wait()
    show("history of a case, 200 entries", median(lambda: library.history(case_id)), None)
    show("backup, checked", median(library.backups.make, rounds=3), None)
    target = library.path.with_name("case.toml")
    show("export of a case, read back", median(lambda: library.export_case(case_id, target), rounds=3), None)
    show("import of a case", milliseconds(lambda: library.import_file(target)), None)


def edits(edit: Callable[[int], object]) -> float:
    """Return the time of the slowest of twenty edits: 95 of 100 are quicker."""
    edit(0)
    return statistics.quantiles([milliseconds(partial(edit, number)) for number in range(EDITS)], n=20)[-1]


def show(what: str, found: float, limit: float | None) -> None:
    """Print one line."""
    print(f"{what:50} {found:8.1f} ms" + (f"   (at most {limit:,.0f})" if limit else ""))


def set_score(library: Library, case: Case, indicators: Sequence[str], number: int) -> None:
    """Change a score and its reason."""
    score = Score(0, number % 10, 10, justification=f"reason {number} {time.perf_counter()}")
    library.set_score(case.assessments[number % ASSESSMENTS].id, indicators[number % len(indicators)], score)


def set_note(library: Library, note: Note) -> None:
    """Change the text of a note."""
    library.set_note(note.id, replace(note, text=f"{note.text} more {time.perf_counter()}"))


def fill(library: Library, indicators: Sequence[str]) -> None:
    """Import one case after the other in one step."""
    dice = random.Random(1)
    syllables = [first + second for first in "abdefgklmnprst" for second in "aeiou"]
    words = ["".join(dice.choices(syllables, k=dice.randint(2, 4))) for _ in range(VOCABULARY)]
    with library.edit("Fill"):
        for number in range(COUNTRIES):
            library.import_case(country(f"Country {number}", indicators, words, dice))


def country(name: str, indicators: Sequence[str], words: Sequence[str], dice: random.Random) -> Case:
    """Make up a case in which everything is scored and reasoned."""

    def text(length: int) -> str:
        return " ".join(dice.choices(words, k=length))

    start = dt.date(1990, 1, 1)
    assessments = tuple(
        Assessment(
            f"{name} {place}",
            name,
            start + dt.timedelta(days=90 * place),
            ScoreSheet({one: Score(2, 5, 8, justification=text(12)) for one in indicators}),
            playbook="counternarcotics",
            note=text(20),
        )
        for place in range(ASSESSMENTS)
    )
    notes = tuple(
        Note(
            text(WORDS),
            f"Señor {text(2)}",
            "https://example.org",
            f"{1990 + place % 12}-05",
            "B",
            2,
            indicators=tuple(dice.sample(indicators, 2)),
            assessments=(assessments[place % ASSESSMENTS].id,),
        )
        for place in range(NOTES)
    )
    return Case(name, assessments, (), notes, tuple(CaseEvent("2014-05", text(10)) for _ in range(10)))


if __name__ == "__main__":
    main()
