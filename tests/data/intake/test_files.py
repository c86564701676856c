"""Every kind of file is read, and what is wrong with one is kept beside it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from advisor.progress import Watch
from advisor.scores import Score
from data.case_files import SHIPPED_CASES
from data.intake.data_files import DataFile
from data.intake.files import CaseFile, Reader, Refused, ScoreFile
from tests.data.importers.files import SAMPLES, TODAY, written
from tests.data.intake.conftest import scorecard

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.playbook import Playbook
    from data.intake.files import FileRead
    from data.intake.told import Told


def read(playbook: Playbook, path: Path, told: Told | None = None) -> FileRead:
    return Reader(playbook, ("Peru",), ("Peru",), TODAY).read(path, told or {}, "", Watch())


def test_a_scorecard_is_read_with_the_analyst_who_is_told(playbook: Playbook, tmp_path: Path) -> None:
    path = scorecard(tmp_path / "ana.xlsx", "", {"su_level": ("6,5", 7, 8, "high", "Strikes")})
    found = read(playbook, path, {"analyst": ("Ana Ruiz",)})
    assert isinstance(found, ScoreFile)
    assert (found.returned.case, found.returned.as_of) == ("Peru", dt.date(2014, 5, 15))
    assert found.returned.analyst == "Ana Ruiz"
    assert found.returned.sheet.get("su_level") == Score(6.5, 7, 8, "high", "Strikes")


def test_all_problems_of_a_scorecard_are_told_with_sheet_and_cell(playbook: Playbook, tmp_path: Path) -> None:
    scores = {"su_level": (1, "seven", 9, "sure", ""), "su_trend": (8, 5, 6, "", "")}
    found = read(playbook, scorecard(tmp_path / "bad.xlsx", "Dan", scores))
    assert isinstance(found, Refused)
    assert {problem.entry for problem in found.problems} >= {"Pressures!C4", "Pressures!E4", "Pressures!C5"}


def test_case_files_and_exports_are_told_apart_by_what_they_hold(playbook: Playbook) -> None:
    assert isinstance(read(playbook, SHIPPED_CASES / "bolivia.toml"), CaseFile)
    assert isinstance(read(playbook, SAMPLES / "fsi-2023.xlsx"), DataFile)


def test_what_is_no_file_or_no_case_is_refused_with_its_reason(playbook: Playbook, tmp_path: Path) -> None:
    missing = read(playbook, tmp_path / "gone.csv")
    assert isinstance(missing, Refused)
    assert [str(problem) for problem in missing.problems] == [
        "gone.csv: there is no such file; it may have been moved or renamed: choose it again"
    ]
    folder = read(playbook, tmp_path)
    assert isinstance(folder, Refused)
    assert "is a folder" in folder.problems[0].what
    broken = read(playbook, written(tmp_path, "case.toml", "not = [toml"))
    assert isinstance(broken, Refused)
