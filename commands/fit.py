"""`fit [PLAYBOOK]`: fit the stance model to known outcomes and write it into the playbook."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from advisor.fit import Coding, fit_stance
from commands.selection import playbook_folder
from data.case_files import SECOND_CODER, SHIPPED_CASES, read_cases, read_second_coder
from data.fit_files import fit_data_hash, write_fit
from data.playbook_files import read_playbook

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.scores import ScoreSheet
    from advisor.stance_fit import StanceFit


def run(arguments: argparse.Namespace) -> None:
    """Fit, print the left-out score of every strength of ridge tried, and write the result."""
    folder = playbook_folder(arguments.target)
    playbook = read_playbook(folder)
    folders = _data_folders(arguments)
    cases = read_cases(folders[0], playbook.indicator_ids)
    second = read_second_coder(folders[1], playbook.indicator_ids) if len(folders) > 1 else {}
    print("Fitting; each strength of ridge is tried without one country at a time ...", file=sys.stderr)
    fit = fit_stance(playbook, codings(cases, second), fit_data_hash(folder, folders))
    print("\n".join(lines(playbook, fit)))
    if not arguments.dry_run:
        print(f"\nWritten to {write_fit(folder, fit)}")


def codings(cases: Sequence[Case], second: Mapping[str, ScoreSheet]) -> list[Coding]:
    """Return every coding of every episode whose outcome is known, a second analyst's included."""
    found = []
    for case in cases:
        for one in case.assessments:
            if one.outcome is not None:
                sheets = [one.sheet, *([second[one.id]] if one.id in second else [])]
                found += [Coding(one.id, case.name, one.outcome.stance, sheet) for sheet in sheets]
    return found


def lines(playbook: Playbook, fit: StanceFit) -> Iterator[str]:
    """Yield the fit as lines of text."""
    yield f"{fit.rows} codings of {len(fit.episodes)} episodes; data {fit.data_sha256[:12]}"
    yield "ridge   left-out Brier   left-out concordance"
    for trial in fit.trials:
        concordance = "" if trial.left_out_concordance is None else f"{trial.left_out_concordance:.3f}"
        chosen = " <- used" if trial.ridge == fit.ridge else ""
        yield f"{trial.ridge:>5g}   {trial.left_out_brier:>14.3f}   {concordance:>20}{chosen}"
    for factor in playbook.factors:
        yield f"  {factor.name:<24} {fit.full.weights[factor.id]:+.3f}"
    yield f"  cuts {fit.full.cut_divergent:+.2f} and {fit.full.cut_aligned:+.2f}, sigma {fit.full.sigma:.2f}"


def _data_folders(arguments: argparse.Namespace) -> list[Path]:
    cases = arguments.cases or SHIPPED_CASES
    second = arguments.second_coder or (SECOND_CODER if arguments.cases is None else None)
    return [cases, second] if second else [cases]
