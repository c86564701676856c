from __future__ import annotations

import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.briefing_choices import BriefingChoices
from data.briefing_file import write_file
from tests import briefings

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.briefing import Briefing
    from advisor.briefing_choices import Paper


def paint(briefing: Briefing, paper: Paper) -> bytes:
    return f"%PDF- {briefing.marking} {paper}".encode()


def test_the_ending_of_the_name_says_what_is_written(tmp_path: Path) -> None:
    briefing = replace(briefings.briefing(), marking="SECRET")
    for name in ("peru.PDF", "peru.xlsx"):
        write_file(briefing, tmp_path / name, BriefingChoices("SECRET", ("Brief",), "A4"), paint)
    assert (tmp_path / "peru.PDF").read_bytes() == b"%PDF- SECRET A4"
    with zipfile.ZipFile(tmp_path / "peru.xlsx") as archive:
        assert archive.read("xl/workbook.xml").count(b"<sheet ") == 1
