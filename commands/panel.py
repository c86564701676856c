"""`panel FILE -o OUT`: score thousands of country-months in one go."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from advisor.progress import Watch
from advisor.wording import percent
from commands.contract import SCHEMA, print_json
from commands.output import Output, check_output
from commands.selection import named_playbook
from data.panel.panel_file import PanelRun, score_panel_file
from data.panel.report import problem_lines
from data.panel.sources import ENDINGS, XLSX

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from advisor.playbook import Playbook
    from data.panel.report import PanelReport

_TOLD_EVERY = 0.05
_SCORED, _SUMMARY = Output("scored panel", ENDINGS), Output("summary", (XLSX,))


def run(arguments: argparse.Namespace) -> None:
    """Score the panel; progress and problems go to standard error, the outcome to standard output."""
    asked = PanelRun(
        arguments.file, arguments.output, arguments.summary, arguments.draws, arguments.partial, arguments.marking
    )
    check_output(asked.target, _SCORED, (asked.source, asked.summary))
    if asked.summary is not None:
        check_output(asked.summary, _SUMMARY, (asked.source, asked.target))
    playbook = named_playbook(arguments.playbook)
    report = score_panel_file(playbook, asked, Watch(_teller()))
    for line in (*problem_lines(report), *report.notes):
        print(line, file=sys.stderr)
    if arguments.json:
        print_json(panel_json(playbook, asked, report))
        return
    left_out = report.rows - report.scored
    print(
        f"{report.scored:,} of {report.rows:,} rows scored{f', {left_out:,} left out' if left_out else ''}; "
        f"written to {asked.target.resolve()}"
    )
    if asked.summary is not None:
        print(f"Summary written to {asked.summary.resolve()}")


def panel_json(playbook: Playbook, asked: PanelRun, report: PanelReport) -> dict[str, Any]:
    """Return the result of `panel`."""
    identity = playbook.identity
    return {
        "schema": SCHEMA,
        "path": str(asked.target.resolve()),
        "summary": None if asked.summary is None else str(asked.summary.resolve()),
        "playbook": {"id": identity.id, "version": identity.version, "sha256": identity.sha256},
        "rows": report.rows,
        "scored": report.scored,
        "problem_rows": report.listed,
        "problems": [{"row": one.row, "problem": one.what, "scored": one.scored} for one in report.problems],
        "notes": list(report.notes),
    }


def _teller() -> Callable[[float, str], None]:
    """Return what tells standard error of progress, some twenty times in all and not for what is done at once."""
    told = 0.0

    def tell(share: float, what: str) -> None:
        nonlocal told
        if share >= told + _TOLD_EVERY:
            told = share
            print(f"{percent(share):>5}  {what} ...", file=sys.stderr)

    return tell
