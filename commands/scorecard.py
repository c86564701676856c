"""`scorecard [CASE] -o FILE.xlsx`: a scorecard to send to a colleague, blank or with the scores of an assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.scorecard_form import scorecard_form
from commands.contract import SCHEMA, print_json
from commands.output import Output, check_output
from commands.selection import named_playbook, select
from data.workbook.scorecard import write_scorecard

if TYPE_CHECKING:
    import argparse

    from advisor.scorecard_form import ScorecardForm

_SCORECARD = Output("scorecard", (".xlsx",), "the scorecard is an Excel workbook")


def run(arguments: argparse.Namespace) -> None:
    """Write the scorecard and say where it is."""
    check_output(arguments.output, _SCORECARD, (arguments.case, arguments.library))
    form = _form(arguments)
    write_scorecard(form, arguments.output)
    path = arguments.output.resolve()
    if arguments.json:
        scored = sum(row.best is not None for row in form.pressures)
        print_json({"schema": SCHEMA, "path": str(path), "case": form.country, "scored": scored})
        return
    what = f"with the scores of {form.country} as of {form.as_of_text}" if form.filled else "blank"
    print(f"Scorecard written to {path} ({what}).")
    print(f"When it comes back: import {path.name}")


def _form(arguments: argparse.Namespace) -> ScorecardForm:
    if arguments.case is None:
        playbook = named_playbook(arguments.playbook)
        return scorecard_form(playbook, marking=arguments.marking)
    chosen = select(arguments.case, arguments.episode, arguments.library, arguments.playbook)
    return scorecard_form(
        chosen.playbook, chosen.case, chosen.assessment, blank=arguments.blank, marking=arguments.marking
    )
