"""Write a briefing as an Excel workbook, whole or not at all."""

from __future__ import annotations

import datetime as dt
import io
import zlib
from functools import partial
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from xlsxwriter.workbook import Workbook

from advisor.briefing_choices import SHEET_NAMES, BriefingChoices, is_live, with_needed
from data.errors import DataError
from data.safe_file import replace_file
from data.workbook import (
    brief_sheet,
    evidence_sheet,
    method_sheet,
    model_layout,
    options_sheet,
    plan_sheet,
    pressures_sheet,
    timeline_sheet,
    why_sheet,
)
from data.workbook.model_layout import ModelLayout
from data.workbook.model_sheet import write_model
from data.workbook.names import Names
from data.workbook.page import A4, LETTER
from data.workbook.styles import Formats
from data.workbook.text import cell_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from xlsxwriter.worksheet import Worksheet

    from advisor.briefing import Briefing
    from advisor.briefing_choices import Paper, SheetName

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": False,
}
EVERYTHING = BriefingChoices()
_PAPERS: Mapping[Paper, int] = {"Letter": LETTER, "A4": A4}
_PROPERTY_LENGTH = 250


def write_briefing(briefing: Briefing, path: Path, choices: BriefingChoices = EVERYTHING) -> None:
    """Write the workbook; the same briefing gives the same bytes. Its marking is that of the briefing.

    Raises
    ------
    DataError
        The file could not be written; what stood at `path` is as it was.
    """
    replace_file(path, workbook_bytes(briefing, choices), partial(check_written, sheets_of(briefing, choices.sheets)))


def sheets_of(briefing: Briefing, chosen: Iterable[SheetName] = SHEET_NAMES) -> tuple[SheetName, ...]:
    """Return the names of the sheets of a workbook: Plan only with a plan, Timeline only with several assessments."""
    missing = {
        *((plan_sheet.NAME,) if briefing.plan_table is None else ()),
        *(() if briefing.moments else (timeline_sheet.NAME,)),
    }
    return tuple(name for name in with_needed(chosen) if name not in missing)


def workbook_bytes(briefing: Briefing, choices: BriefingChoices = EVERYTHING) -> bytes:
    """Return the workbook as the content of an .xlsx file."""
    buffer = io.BytesIO()
    with Workbook(buffer, OPTIONS) as workbook:
        fill(workbook, briefing, choices)
    return buffer.getvalue()


def fill(workbook: Workbook, briefing: Briefing, choices: BriefingChoices = EVERYTHING) -> None:
    """Write everything chosen into an open workbook that was made with `OPTIONS`."""
    _describe(workbook, briefing)
    contents, formats, names = sheets_of(briefing, choices.sheets), Formats(workbook), Names(workbook)
    left_out = tuple(name for name in sheets_of(briefing) if name not in contents)
    live = is_live(contents)
    sheets: dict[str, Worksheet] = {name: workbook.add_worksheet(name) for name in contents}
    scores = pressures_sheet.name_scores(names, briefing) if pressures_sheet.NAME in sheets else ()
    layout = ModelLayout(briefing.model, names if live else Names(None), live=live)
    brief_sheet.write_brief(workbook, sheets[brief_sheet.NAME], formats, briefing, layout, contents[1:], left_out)
    if pressures_sheet.NAME in sheets:
        pressures_sheet.write_pressures(workbook, sheets[pressures_sheet.NAME], formats, briefing, layout)
    if options_sheet.NAME in sheets:
        options_sheet.write_options(workbook, sheets[options_sheet.NAME], formats, briefing, layout)
    if plan_sheet.NAME in sheets and briefing.plan_table is not None:
        plan_sheet.write_plan(workbook, sheets[plan_sheet.NAME], formats, briefing, briefing.plan_table, layout)
    if why_sheet.NAME in sheets:
        why_sheet.write_why(sheets[why_sheet.NAME], formats, briefing, layout)
    if timeline_sheet.NAME in sheets:
        timeline_sheet.write_timeline(workbook, sheets[timeline_sheet.NAME], formats, briefing, layout)
    if evidence_sheet.NAME in sheets:
        evidence_sheet.write_evidence(sheets[evidence_sheet.NAME], formats, briefing)
    if method_sheet.NAME in sheets:
        method_sheet.write_method(sheets[method_sheet.NAME], formats, briefing, left_out)
    if live:
        changes = pressures_sheet.changes(briefing)
        write_model(sheets[model_layout.NAME], formats, briefing, layout, scores, changes)
    for sheet in sheets.values():
        sheet.set_paper(_PAPERS[choices.paper])
    sheets[brief_sheet.NAME].activate()


def _describe(workbook: Workbook, briefing: Briefing) -> None:
    composed = briefing.composed
    properties = {
        "title": briefing.title,
        "subject": f"Cooperation options as of {briefing.as_of_text}",
        "author": briefing.analyst,
        "category": briefing.marking,
        "comments": f"{briefing.playbook}, SHA-256 {briefing.identity.sha256 or 'none'}",
    }
    workbook.set_properties(
        {
            **{name: cell_text(text)[:_PROPERTY_LENGTH] for name, text in properties.items()},
            "company": "",
            "created": composed.astimezone(dt.UTC) if composed.tzinfo else composed,
        }
    )


def check_written(sheets: Iterable[str], path: Path) -> None:
    """Make sure that the written file opens and holds all its sheets."""
    try:
        with ZipFile(path) as archive:
            broken = archive.testzip()
            listing = archive.read("xl/workbook.xml").decode()
    except (BadZipFile, KeyError, zlib.error) as error:
        raise DataError(f"{path.parent}: the workbook written there cannot be read back; try another disk") from error
    missing = [name for name in sheets if f'name="{name}"' not in listing]
    if broken or missing:
        raise DataError(f"{path.parent}: the workbook written there is damaged; try another disk")
