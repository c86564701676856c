"""`brief CASE -o FILE.xlsx`: the Excel briefing."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING

from advisor.briefing import compose
from advisor.knobs import Knobs
from commands.assess import findings_of
from commands.contract import SCHEMA, print_json
from commands.plan import plan_of
from commands.selection import select
from data.errors import DataError
from data.workbook.writer import write_briefing

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from pathlib import Path


class UnusableOutput(DataError):
    """The name given for the workbook cannot be one, or is that of a file the briefing is made from."""


def run(arguments: argparse.Namespace) -> None:
    """Write the briefing and say where it is and what it says."""
    _check_output(arguments.output, (arguments.case, arguments.library))
    selection = select(arguments.case, arguments.episode, arguments.library, arguments.playbook)
    briefing = compose(
        selection.playbook,
        selection.case,
        selection.assessment,
        findings_of(selection),
        plan_of(selection, Knobs()),
        analyst=arguments.analyst or selection.assessment.analyst,
        marking=arguments.marking,
        now=dt.datetime.now(),
    )
    write_briefing(briefing, arguments.output)
    judgments = [judgment.text for judgment in briefing.judgments]
    if arguments.json:
        print_json(
            {
                "schema": SCHEMA,
                "path": str(arguments.output.resolve()),
                "bottom_line": briefing.bottom_line,
                "judgments": judgments,
            }
        )
        return
    print(f"Briefing written to {arguments.output.resolve()}")
    print(f"\n{briefing.bottom_line}\n")
    for number, text in enumerate(judgments, 1):
        print(f"{number}. {text}")


def _check_output(output: Path, inputs: Iterable[str | Path | None]) -> None:
    """Refuse, before anything is computed, what would not open in Excel and what would destroy an input."""
    if os.path.isdir(output):
        raise UnusableOutput(f"{output}: is a folder; add a file name, such as {output / 'briefing.xlsx'}")
    if output.suffix.lower() != ".xlsx":
        raise UnusableOutput(f"{output}: the briefing is an Excel workbook; give it a name that ends in .xlsx")
    for read in inputs:
        if read and os.path.exists(output) and os.path.exists(read) and os.path.samefile(output, read):
            raise UnusableOutput(f"{output}: the briefing is made from this file; give it another name")
