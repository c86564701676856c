"""`brief CASE -o FILE.xlsx`: the Excel briefing, and with `--pdf`, or as FILE.pdf, its first page as a PDF."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from advisor.briefing import compose
from advisor.briefing_choices import SHEET_NAMES, BriefingChoices, sheets_named
from advisor.marking import UNCLASSIFIED, marking_line
from commands.as_briefed import as_briefed, compose_as_briefed
from commands.assess import findings_of
from commands.contract import SCHEMA, print_json
from commands.output import Output, check_output
from commands.plan import plan_of
from commands.selection import select
from data.briefing_file import PDF, write_file

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from advisor.briefing import Briefing
    from commands.selection import Selection

_BRIEFING = Output("briefing", (".xlsx", PDF), f"the briefing is an Excel workbook, or its first page with {PDF}")


def run(arguments: argparse.Namespace) -> None:
    """Write the briefing and say where it is and what it says."""
    choices = _choices(arguments)
    files = _files(arguments.output, with_pdf=arguments.pdf)
    for file in files:
        check_output(file, _BRIEFING, (arguments.case, arguments.library))
    selection = select(arguments.case, arguments.episode, arguments.library, arguments.playbook)
    briefing = _composed(selection, arguments.analyst or selection.assessment.analyst, choices.marking)
    for file in files:
        write_file(briefing, file, choices, arguments.paint_pdf)
    judgments = [judgment.text for judgment in briefing.judgments]
    if arguments.json:
        print_json(
            {
                "schema": SCHEMA,
                "path": str(files[0].resolve()),
                **({"pdf": str(files[1].resolve())} if len(files) > 1 else {}),
                "bottom_line": briefing.bottom_line,
                "judgments": judgments,
            }
        )
        return
    for file in files:
        print(f"Briefing written to {file.resolve()}")
    print(f"\n{briefing.bottom_line}\n")
    for number, text in enumerate(judgments, 1):
        print(f"{number}. {text}")


def _composed(selection: Selection, analyst: str, marking: str) -> Briefing:
    """Compose the briefing: of a locked assessment as it was briefed, else of the scores and knobs as they stand."""
    briefed = as_briefed(selection)
    if briefed is not None:
        return compose_as_briefed(briefed, analyst=analyst, marking=marking)
    return compose(
        selection.playbook,
        selection.case,
        selection.assessment,
        findings_of(selection),
        plan_of(selection, selection.case.knobs),
        analyst=analyst,
        marking=marking,
        now=dt.datetime.now(),
    )


def _choices(arguments: argparse.Namespace) -> BriefingChoices:
    sheets = SHEET_NAMES if arguments.sheets is None else sheets_named(arguments.sheets)
    return BriefingChoices(marking_line(arguments.marking) or UNCLASSIFIED, sheets, arguments.paper)


def _files(output: Path, *, with_pdf: bool) -> tuple[Path, ...]:
    """Return the files to write: the one that is named, and the PDF beside a workbook."""
    beside = output.with_suffix(PDF) if with_pdf and output.name else output
    return (output,) if beside == output else (output, beside)
