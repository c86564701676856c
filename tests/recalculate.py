"""Recalculate briefings with other scores in LibreOffice and compare: python -m tests.recalculate [COUNT].

Every shipped assessment is exported once; its workbook then gets random score sheets, at least COUNT (200) in all, its
stored results are thrown away, and LibreOffice calculates it anew. What it finds must be what the engine says. Needs
LibreOffice Calc (soffice) on the path.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from python_calamine import CalamineWorkbook

from advisor.findings import judge
from advisor.moment_table import NOT_SCORED, stance_text
from advisor.wording import verdict_text
from data.workbook import options_sheet, why_sheet
from data.workbook.number_text import signed_text
from data.workbook.table import HEADER_ROW
from tests import briefings
from tests.score_sheets import TOLERANCE, differences, edge_sheets, expected, named_cells, random_sheet, with_scores

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from advisor.scores import ScoreSheet
    from tests.score_sheets import Value

COUNT, _BATCH = 200, 20
Trial = tuple[str, str, "ScoreSheet"]


def main(arguments: list[str]) -> str:
    """Return what was compared, or leave with what differs."""
    if shutil.which("soffice") is None:
        sys.exit("not installed: soffice (LibreOffice Calc)")
    count = int(arguments[0]) if arguments else COUNT
    compared, wrong = 0, []
    for batch in _batches(trials(count)):
        for said, values in recalculated(batch):
            compared += values
            wrong += said
        sys.stderr.write(".")
        sys.stderr.flush()
    if wrong:
        sys.exit("\n" + "\n".join(wrong))
    return f"\n{count} score sheets, {compared:,} numbers and words compared: none differs"


def trials(count: int) -> Iterator[Trial]:
    """Yield case, assessment and scores: those it has, the sheets at the ends, then random ones, case by case."""
    playbook, random = briefings.playbook(), np.random.default_rng(20140515)
    shipped = [one for one in briefings.all_cases() if briefings.case(one[0]).assessment(one[1]).playbook]
    edges = list(edge_sheets(playbook))
    for number, (name, episode) in enumerate(islice(cycle(shipped), count)):
        base = briefings.case(name).assessment(episode).sheet
        given = [base, *edges]
        yield name, episode, given[number] if number < len(given) else random_sheet(playbook, base, random)


def recalculated(batch: Sequence[Trial]) -> Iterator[tuple[list[str], int]]:
    """Yield for each trial what LibreOffice says otherwise than the engine, and how much was compared."""
    playbook = briefings.playbook()
    with tempfile.TemporaryDirectory() as scratch:
        given, made = Path(scratch, "given"), Path(scratch, "made")
        given.mkdir()
        files = []
        for number, (name, episode, sheet) in enumerate(batch):
            file = given / f"{number}.xlsx"
            file.write_bytes(with_scores(content_of(name, episode), playbook, sheet))
            files.append(file)
        convert(files, made, Path(scratch, "profile"))
        for file, (name, episode, sheet) in zip(files, batch, strict=True):
            base = briefings.case(name).assessment(episode).sheet
            wanted = {**expected(playbook, sheet), **_table(sheet), "changed": _typed(sheet) != _typed(base)}
            found = read(made / file.name, named_cells(content_of(name, episode)), len(playbook.options))
            yield [f"{name} {episode}: {text}" for text in differences(wanted, found)], len(wanted)


def _typed(sheet: ScoreSheet) -> dict[str, tuple[float, float, float]]:
    return {name: (score.low, score.best, score.high) for name, score in sheet.scores.items()}


def content_of(name: str, episode: str) -> bytes:
    """Return the workbook of a shipped assessment."""
    return briefings.content_of(briefings.briefing(name, episode))


def convert(files: Iterable[Path], folder: Path, profile: Path) -> None:
    """Let LibreOffice load, calculate and store workbooks."""
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", str(folder), *map(str, files)], check=True, capture_output=True)


def read(file: Path, names: Mapping[str, tuple[str, str]], options: int) -> dict[str, object]:
    """Return the values of named cells, the table of options by rank, and what other sheets make of them."""
    workbook = CalamineWorkbook.from_path(str(file))
    sheets = {name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in _READ}
    found = {name: _cell(sheets["Model"], address) for name, (sheet, address) in names.items() if sheet == "Model"}
    for rank, row in enumerate(sheets["Options"][HEADER_ROW + 1 : HEADER_ROW + 1 + options], 1):
        found |= {f"{header} of rank {rank}": row[column] for header, column in _COLUMNS.items()}
    found["stance on the Brief"] = next(row[1] for row in sheets["Brief"] if str(row[1]).startswith("By best scores"))
    found["terms on Why that do not add up"] = _not_adding_up(sheets["Why"][HEADER_ROW + 1 :])
    return found


def _not_adding_up(rows: Iterable[Sequence[object]]) -> float:
    """Count the sums that are not those of the rows above them."""
    wrong, total = 0, 0.0
    for row in rows:
        points = row[why_sheet.POINTS]
        if not isinstance(points, float):
            wrong += 1
        elif row[why_sheet.KIND] == "Sum":
            wrong += abs(points - total) > TOLERANCE
            total = 0.0
        else:
            total += points
    return float(wrong)


def _cell(rows: Sequence[Sequence[object]], address: str) -> object:
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
    return rows[int(address[len(letters) :]) - 1][column - 1]


_READ = ("Brief", "Options", "Why", "Model")
_COLUMNS: Mapping[str, int] = {
    "name": options_sheet.OPTION,
    "verdict": options_sheet.AT_BEST,
    "standing": options_sheet.STANDING,
    "domestic": options_sheet.DOMESTIC,
    "external": options_sheet.EXTERNAL,
    "both sides": options_sheet.BOTH,
    "vetoed": options_sheet.VETOED,
}


def _table(sheet: ScoreSheet) -> dict[str, Value]:
    """Return the table of options by rank, and what other sheets make of the results, as the engine has it."""
    best = judge(briefings.playbook(), sheet)
    values: dict[str, Value] = {}
    for one in best.ranked:
        shown: tuple[Value, ...] = (
            *(one.name, verdict_text(one.verdict), one.standing, one.domestic, one.external, one.interaction),
            "yes" if one.vetoed else "no",
        )
        values |= {f"{header} of rank {one.rank}": value for header, value in zip(_COLUMNS, shown, strict=True)}
    leaning = f"{stance_text(best.stance.stance_class)} (index {signed_text(best.stance.index, 2)})"
    values["stance on the Brief"] = f"By best scores now:\n{leaning if best.scored else NOT_SCORED}"
    return {**values, "terms on Why that do not add up": 0.0}


def _batches(all_trials: Iterable[Trial]) -> Iterator[list[Trial]]:
    iterator = iter(all_trials)
    while batch := list(islice(iterator, _BATCH)):
        yield batch


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1:]) + "\n")
