"""`brief` writes the workbook and says what it says."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pandas
import pytest

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
    assert pandas.ExcelFile(BytesIO(path.read_bytes()), engine="openpyxl").sheet_names == [
        "Brief",
        "Pressures",
        "Options",
        "Why",
        "Evidence",
        "Method",
    ]


def test_where_it_is_comes_as_json(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "peru.xlsx"
    assert run("brief", "peru", "-o", path, "--json").json["path"] == str(path)


def test_a_folder_that_does_not_exist_is_named(run: Callable[..., Run], tmp_path: Path) -> None:
    result = run("brief", "peru", "-o", tmp_path / "absent" / "peru.xlsx")
    assert result.code == 1
    assert "absent" in result.err
    assert not (tmp_path / "absent").exists()
