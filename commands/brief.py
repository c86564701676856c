"""`brief CASE -o FILE.xlsx`: the Excel briefing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from advisor.briefing import compose
from commands.assess import findings_of
from commands.contract import SCHEMA, print_json
from commands.selection import select
from data.workbook.writer import write_briefing

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> None:
    """Write the briefing and say where it is and what it says."""
    selection = select(arguments.case, arguments.episode, arguments.library, arguments.playbook)
    briefing = compose(
        selection.playbook,
        selection.case,
        selection.assessment,
        findings_of(selection),
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
