"""A case that is written out is read back as the same case."""

from __future__ import annotations

import datetime as dt
import stat
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings

from advisor.case import Analyst, Assessment, Case, CaseEvent, Lock, Note, Outcome, PlaybookVersion, Point, Series
from advisor.knobs import Knobs
from advisor.progress import Cancelled, Watch
from advisor.scores import Score, ScoreSheet
from data import case_writing, toml_files
from data.case_files import read_case
from data.case_writing import case_text, write_case
from data.errors import DataError
from tests.data.library.strategies import briefed_cases

if TYPE_CHECKING:
    from pathlib import Path

MAY = Assessment("PER-2014", "Peru", dt.date(2014, 5, 15))
VERSION = PlaybookVersion("counternarcotics", "1.0", "ab12")
EVERYTHING = Case(
    "Peru",
    (
        replace(
            MAY,
            sheet=ScoreSheet(
                {"su_level": Score(6, 7, 8, "high", 'He said "no"\nand left'), "odd id.": Score(0, 0, 10)}
            ),
            outcome=Outcome("contested", verified=False),
            scored_with=VERSION,
            lock=Lock(dt.datetime(2014, 6, 1, 9, 30, 15, 250, tzinfo=dt.UTC), "Rosa", VERSION, '{"a": [1]}', "DCM"),
        ),
    ),
    (Series("coca", "ha", "area", (Point("2014", 42_900.0, "UNODC", True),)),),
    (Note("Strike", "AP", "", "2014-05", "B", 2, "against", ("su_level",), ("PER-2014",)),),
    (CaseEvent("2014-05", "Strike"),),
    (Analyst("Rosa", "INR"),),
    Knobs({"finance": 0.0}, budget=90.0, pinned=("alt_dev",)),
    "counternarcotics",
)


@given(case=briefed_cases())
@example(case=EVERYTHING)
@example(case=Case("Nowhere", ()))
@settings(max_examples=60)
def test_a_case_written_and_read_is_the_same_case(tmp_path_factory: pytest.TempPathFactory, case: Case) -> None:
    path = tmp_path_factory.getbasetemp() / "case.toml"
    write_case(path, case)
    read = read_case(path, None)
    assert read == case
    assert read.playbook == case.playbook


def test_a_written_case_can_be_read_by_a_person() -> None:
    text = case_text(EVERYTHING)
    for words in (
        '[case]\nname = "Peru"',
        "coded_as_of = 2014-05-15",
        'reliability = "B"',
        "credibility = 2",
        "episodes = [",
        "budget = 90.0",
        "at = 2014-06-01 09:30:15.000250+00:00",
        "[episode.scores.su_level]",
    ):
        assert words in text
    assert "issue =" not in text
    assert "\nid = 0" not in text


def test_every_shipped_case_is_written_without_loss(cases: dict[str, Case], tmp_path: Path) -> None:
    for case in cases.values():
        write_case(tmp_path / "case.toml", case)
        assert read_case(tmp_path / "case.toml", None) == case


def test_a_case_file_is_its_owners_alone_and_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    write_case(path, EVERYTHING)
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    write_case(path, Case("Nowhere", ()))
    assert read_case(path, None) == Case("Nowhere", ())
    assert [found.name for found in tmp_path.iterdir()] == ["case.toml"]


def test_a_case_that_would_not_read_back_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "case.toml"
    path.write_text("older", encoding="utf-8")
    too_large = replace(MAY, note="x" * 5000)
    monkeypatch.setattr(toml_files, "MAX_BYTES", 4096)
    with pytest.raises(DataError, match=r"case\.toml: not written, for it could not be read back: is larger than 0 MB"):
        write_case(path, Case("Peru", (too_large,)))
    monkeypatch.setattr(case_writing, "case_text", lambda _case: case_text(Case("Nowhere", ())))
    with pytest.raises(DataError, match="would not read back as the same case"):
        write_case(path, EVERYTHING)
    assert path.read_text(encoding="utf-8") == "older"


@pytest.mark.parametrize("step", range(4))
def test_a_case_whose_writing_is_stopped_leaves_the_older_file(tmp_path: Path, step: int) -> None:
    path = tmp_path / "case.toml"
    path.write_text("older", encoding="utf-8")
    asked = iter([False] * step)
    with pytest.raises(Cancelled):
        write_case(path, EVERYTHING, Watch(cancelled=lambda: next(asked, True)))
    assert [found.name for found in tmp_path.iterdir()] == ["case.toml"]
    assert path.read_text(encoding="utf-8") == "older"


def test_a_case_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="its folder does not exist"):
        write_case(tmp_path / "gone" / "case.toml", EVERYTHING)
