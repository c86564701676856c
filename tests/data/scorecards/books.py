"""Scorecards as files, and what hostile or careless hands make of them."""

from __future__ import annotations

import io
import warnings
import zipfile
from functools import cache
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from advisor.scorecard_form import scorecard_form
from data.workbook.scorecard import scorecard_bytes
from tests.data.scorecards.sheets import PLAYBOOK_READ

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from advisor.case import Case

SCORES = "xl/worksheets/sheet2.xml"
WORKBOOK = "xl/workbook.xml"


@cache
def blank() -> bytes:
    return scorecard_bytes(scorecard_form(PLAYBOOK_READ))


def of_case(case: Case) -> bytes:
    """Return the scorecard of the latest assessment, with its scores."""
    return scorecard_bytes(scorecard_form(PLAYBOOK_READ, case, case.latest))


def written(folder: Path, content: bytes, name: str = "ana.xlsx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def changed(content: bytes, changes: Mapping[str, bytes]) -> bytes:
    """Return a workbook with parts added or put in place of others."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {**parts, **changes}.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def loaded(content: bytes) -> Any:
    """Return what openpyxl reads in a workbook; it knows no data bars of Excel 2010 and says so."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".* extension is not supported")
        return load_workbook(io.BytesIO(content))
