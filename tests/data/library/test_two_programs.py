"""Two programs that edit one library at once lose none of each other's edits."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.library import database, open_library

if TYPE_CHECKING:
    from advisor.case import Case

ROOT = Path(__file__).resolve().parents[3]
EDITS = 15
# Edits of its own, edits of what the other edits too, undo in between; each saved edit is told once it is saved.
PROGRAM = """
import sys
from advisor.case import Note
from advisor.scores import Score
from data.library import database, open_library

path, who, place, count = sys.argv[1:]
database.place_of = lambda _path: place
with open_library(path, who=who) as library:
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(int(count)):
        library.set_score("PER-2014-2016", who, Score(0, 0, 10, justification=f"{who} {number}"))
        library.set_score("PER-2014-2016", "su_level", Score(0, 0, 10, justification=f"{who} {number}"))
        note = library.add_note(1, Note(f"{who} {number}"))
        print(note, flush=True)
"""


def start(path: Path, who: str, place: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PROGRAM, str(path), who, place, str(EDITS)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


@pytest.mark.parametrize("place", ["local", "network"])
def test_two_programs_at_once_lose_no_edit(
    tmp_path: Path, peru: Case, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "place_of", lambda _path: place)
    path = tmp_path / "library.sqlite"
    with open_library(path, who="Luis") as library:
        library.import_case(peru)
        before = library.case(1)
    programs = [start(path, who, place) for who in ("Rosa", "Elena")]
    for program in programs:
        assert program.stdout is not None
        assert program.stdin is not None
        assert program.stdout.readline() == "ready\n"
        program.stdin.write("go\n")
        program.stdin.flush()
    told = [program.communicate(timeout=60) for program in programs]
    assert [errors for _, errors in told] == ["", ""]
    with open_library(path, who="Luis") as library:
        case = library.case(1)
        sheet = case.assessment("PER-2014-2016").sheet
        assert {who: sheet.scores[who].justification for who in ("Rosa", "Elena")} == {
            who: f"{who} {EDITS - 1}" for who in ("Rosa", "Elena")
        }
        assert sheet.scores["su_level"].justification in (f"Rosa {EDITS - 1}", f"Elena {EDITS - 1}")
        expected = {f"{who} {number}" for who in ("Rosa", "Elena") for number in range(EDITS)}
        assert {note.text for note in case.notes[2:]} == expected
        assert {int(line) for output, _ in told for line in output.split()} == {note.id for note in case.notes[2:]}
        entries = library.history(limit=1000)
        assert [sum(entry.who == who for entry in entries) for who in ("Rosa", "Elena")] == [3 * EDITS, 3 * EDITS]
        assert len(library.search("rosa", limit=1000)) == EDITS + (sheet.scores["su_level"].justification[0] == "R") + 1
        while library.undo_label != "Import Peru":
            library.undo()
        assert library.case(1) == before
