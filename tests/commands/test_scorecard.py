"""`scorecard` writes a workbook that `import` reads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.case_files import SHIPPED_CASES
from data.scorecards.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.conftest import Run


def test_without_a_case_it_is_blank(run: Callable[..., Run], tmp_path: Path) -> None:
    result = run("scorecard", "-o", tmp_path / "blank.xlsx")
    assert result.code == 0
    assert f"Scorecard written to {tmp_path / 'blank.xlsx'} (blank)." in result.out
    assert parse(str(tmp_path / "blank.xlsx"))["named"]["case_name"] is None


@pytest.mark.parametrize(("options", "scored"), [((), 22), (("--blank",), 0)])
def test_with_a_case_it_holds_its_scores_unless_they_are_left_out(
    run: Callable[..., Run], tmp_path: Path, options: tuple[str, ...], scored: int
) -> None:
    path = tmp_path / "peru.xlsx"
    result = run("scorecard", SHIPPED_CASES / "peru.toml", "-o", path, "--json", *options)
    assert result.json == {"schema": 1, "path": str(path), "case": "Peru", "scored": scored}


def test_a_name_that_excel_would_not_open_is_refused(run: Callable[..., Run], tmp_path: Path) -> None:
    result = run("scorecard", "-o", tmp_path / "card.txt")
    assert result.code == 1
    assert "the scorecard is an Excel workbook; give it a name that ends in .xlsx" in result.err
