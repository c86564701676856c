from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from commands.output import Output, UnusableOutput, check_output
from data.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path

BOOK = Output("briefing", (".xlsx", ".pdf"), "the briefing is an Excel workbook")


def test_a_name_that_can_be_written_passes_and_leaves_no_trace(tmp_path: Path) -> None:
    check_output(tmp_path / "peru.XLSX", BOOK, (None, "peru", tmp_path / "case.toml"))
    assert list(tmp_path.iterdir()) == []


def test_each_fault_is_named_with_what_to_do(tmp_path: Path) -> None:
    for name, said in (
        (".", f"is a folder; add a file name, such as {tmp_path / 'briefing.xlsx'}"),
        ("peru.txt", "the briefing is an Excel workbook; give it a name that ends in .xlsx or .pdf"),
        ("case.xlsx", "is named twice"),
    ):
        with pytest.raises(UnusableOutput) as raised:
            check_output(tmp_path / name, BOOK, (tmp_path / "x" / ".." / "case.xlsx",))
        assert said in str(raised.value)
    with pytest.raises(DataError, match="its folder does not exist; create the folder or choose another"):
        check_output(tmp_path / "absent" / "peru.xlsx", BOOK, ())
