"""`check PLAYBOOK`: every problem of a playbook at once, and what looks odd in it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from advisor.playbook_check import warnings
from commands.contract import SCHEMA, print_json
from commands.selection import playbook_folder
from data.errors import InvalidFiles
from data.playbook_files import read_playbook

if TYPE_CHECKING:
    import argparse

    from advisor.playbook import Playbook
    from advisor.playbook_check import Oddity


def run(arguments: argparse.Namespace) -> int:
    """Print problems (exit code 1) or warnings (exit code 0)."""
    try:
        playbook = read_playbook(playbook_folder(arguments.target))
    except InvalidFiles as error:
        if not arguments.json:
            raise
        print_json({"schema": SCHEMA, "problems": [asdict(problem) for problem in error.problems], "warnings": []})
        return 1
    found = warnings(playbook)
    if arguments.json:
        print_json({"schema": SCHEMA, "problems": [], "warnings": [asdict(warning) for warning in found]})
    else:
        _print(playbook, found)
    return 0


def _print(playbook: Playbook, found: tuple[Oddity, ...]) -> None:
    identity = playbook.identity
    counts = f"{len(playbook.indicators)} indicators, {len(playbook.options)} options, {len(playbook.rules)} rules"
    print(f"{identity.name} {identity.version}: {counts}, {len(playbook.stance_rules)} stance rules. No problems.")
    print(f"{len(found)} warning{'' if len(found) == 1 else 's'}{':' if found else '.'}")
    for warning in found:
        print(f"  {warning.entry}: {warning.what}. {warning.remedy}")
