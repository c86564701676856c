"""`brief` writes the workbook and says what it says."""

from __future__ import annotations

import errno
import os
import shutil
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
import pandas
import pytest

from data.case_files import SHIPPED_CASES
from data.library import open_library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.conftest import Run


@pytest.mark.filterwarnings("ignore:.* extension is not supported")
def test_perus_briefing_is_written_and_summed_up(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "peru.xlsx"
    result = run("brief", "peru", "-o", path)
    assert result.code == 0
    assert f"Briefing written to {path}" in result.out
    assert "Peru" in result.out
    assert "Commit now to" in result.out
    assert "Measuring what flexibility is worth" in result.err
    assert pandas.ExcelFile(BytesIO(path.read_bytes()), engine="openpyxl").sheet_names == [
        "Brief",
        "Pressures",
        "Options",
        "Plan",
        "Why",
        "Timeline",
        "Evidence",
        "Method",
        "Model",
    ]


@pytest.mark.usefixtures("qapp")
def test_chosen_sheets_and_the_first_page_as_pdf_are_written_and_told_as_json(
    run: Callable[..., Run], tmp_path: Path
) -> None:
    path, pdf = tmp_path / "peru.xlsx", tmp_path / "peru.pdf"
    choices = ("--pdf", "--sheets", "plan,why", "--paper", "A4", "--marking", "SECRET")
    told = run("brief", "peru", "-o", path, *choices, "--json").json
    assert (told["path"], told["pdf"]) == (str(path), str(pdf))
    assert b"/MediaBox [0 0 595" in pdf.read_bytes()
    workbook = openpyxl.load_workbook(path)
    assert workbook.sheetnames == ["Brief", "Plan", "Why"]
    assert (workbook["Plan"]["A1"].value, workbook["Plan"].page_setup.paperSize) == ("SECRET", 9)


def test_a_sheet_that_is_none_is_named_before_anything_is_computed(run: Callable[..., Run], tmp_path: Path) -> None:
    result = run("brief", "peru", "-o", tmp_path / "peru.xlsx", "--sheets", "plan,modle")
    assert result.code == 1
    assert 'there is no sheet "modle"; choose among brief, pressures' in result.err
    assert list(tmp_path.glob("*.xlsx")) == []


@pytest.mark.parametrize("name", ["peru.txt", "peru", "peru.xlsx.bak"])
def test_a_name_that_excel_would_not_open_is_refused_and_nothing_is_written(
    run: Callable[..., Run], tmp_path: Path, name: str
) -> None:
    result = run("brief", "peru", "-o", tmp_path / name)
    assert result.code == 1
    assert result.err.strip() == (
        f"{tmp_path / name}: the briefing is an Excel workbook, or its first page with .pdf; "
        "give it a name that ends in .xlsx or .pdf"
    )
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", [".", "peru.xlsx"])
def test_a_folder_is_no_name_for_a_workbook(run: Callable[..., Run], tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir(exist_ok=True)
    result = run("brief", "peru", "-o", tmp_path / name)
    assert result.code == 1
    assert "is a folder; add a file name, such as" in result.err


def test_the_case_file_is_never_overwritten_by_its_briefing(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "case.xlsx"
    shutil.copy(SHIPPED_CASES / "peru.toml", path)
    before = path.read_bytes()
    result = run("brief", path, "-o", tmp_path / "." / "case.xlsx")
    assert result.code == 1
    assert "is named twice, and the briefing would destroy" in result.err
    assert path.read_bytes() == before


def test_the_library_is_never_overwritten_by_a_briefing(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "mine.xlsx"
    open_library(path).close()
    before = path.read_bytes()
    assert run("--library", path, "brief", "peru", "-o", path).code == 1
    assert path.read_bytes() == before


def test_a_folder_that_may_not_be_written_to_is_named_before_anything_is_read(
    run: Callable[..., Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr("data.safe_file.os.open", refuse)
    monkeypatch.setattr("commands.brief.select", lambda *_: pytest.fail("the case was read"))
    result = run("brief", "peru", "-o", tmp_path / "peru.xlsx")
    assert result.code == 1
    assert result.err.strip() == f"{tmp_path / 'peru.xlsx'}: not written: the disk is read-only; choose another place"


def test_a_folder_that_does_not_exist_is_named(run: Callable[..., Run], tmp_path: Path) -> None:
    result = run("brief", "peru", "-o", tmp_path / "absent" / "peru.xlsx")
    assert result.code == 1
    assert "absent" in result.err
    assert not (tmp_path / "absent").exists()
