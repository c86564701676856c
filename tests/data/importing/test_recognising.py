"""What a file is for is told by what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from data.case_files import SHIPPED_CASES
from data.errors import DataError
from data.importing.recognising import kind_of
from tests.data.importers.files import SAMPLES
from tests.data.scorecards.books import blank, changed, written

if TYPE_CHECKING:
    from pathlib import Path


def test_scorecards_case_files_and_exports_are_told_apart(tmp_path: Path) -> None:
    assert kind_of(written(tmp_path, blank(), "report")) == "scores"
    assert kind_of(SHIPPED_CASES / "peru.toml") == "case"
    assert [kind_of(SAMPLES / name) for name in ("nelda.csv", "fsi-2022.xlsx")] == ["data", "data"]


def test_scores_under_another_name_are_told_by_their_headings(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "mine.xlsx") as book:
        book.add_worksheet("Mine").write_row(7, 2, ["Id", "Low", "Best", "High"])
    assert kind_of(tmp_path / "mine.xlsx") == "scores"


def test_a_damaged_workbook_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"torn\.xlsx: is no \.xlsx workbook, or is damaged"):
        kind_of(written(tmp_path, blank()[:3000], "torn.xlsx"))


def test_a_scorecard_with_macros_is_still_a_scorecard_so_that_the_reader_can_say_why_it_is_refused(
    tmp_path: Path,
) -> None:
    assert kind_of(written(tmp_path, changed(blank(), {"xl/vbaProject.bin": b"x"}), "ana.xlsm")) == "scores"


@pytest.mark.parametrize(("name", "what"), [("absent.xlsx", "there is no such file"), (".", "is a folder; choose")])
def test_what_is_no_file_is_told(tmp_path: Path, name: str, what: str) -> None:
    with pytest.raises(DataError, match=what):
        kind_of(tmp_path / name)
