"""Let each call to the disk fail in turn, in every way, and look what the program says and what is left.

The work is done in a process that has the failing disk; `run` starts it. Alone: python -m tests.reliability.faults.
"""

from __future__ import annotations

import errno
import json
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from typing import TYPE_CHECKING

from data.case_files import read_case
from data.errors import DataError
from data.library.backups import backups_of
from tests.reliability.contents import Broken, check_file
from tests.reliability.failing_disk import (
    ALL,
    CREATE,
    LOCK,
    NAMES,
    OPEN,
    ROOT,
    SIZE,
    SYNC,
    WRITE,
    FailingDisk,
    Fault,
    build,
    environment,
)
from tests.reliability.scenarios import REPORT, SCENARIOS, Scenario, held, is_there, play, prepare
from tests.reliability.workload import EXPORT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FAULTS = (
    Fault("disk full", errno.ENOSPC, WRITE | SYNC | CREATE | NAMES | SIZE),
    Fault("disk error", errno.EIO, ALL),
    Fault("not allowed", errno.EACCES, OPEN | NAMES),
    Fault("short write", errno.ENOSPC, WRITE, halves=True),
)
NOTHING = Fault("nothing", 0, ALL)
PATIENCE_SECONDS, LASTING = 7200.0, 4
FILES = (EXPORT, REPORT, "window.ini")


@dataclass(slots=True)
class Tally:
    """What was tried and found of one scenario and one way to fail."""

    scenario: str
    fault: str
    lasting: bool
    calls: int = 0
    tried: int = 0
    refused: int = 0
    kept_although_refused: int = 0
    sentences: list[str] = field(default_factory=list)


def run(every: int = 1, wanted: Sequence[str] = ()) -> Iterator[Tally]:
    """Let every call fail, or one of so many, and yield what was found; raise `Broken` on any loss.

    Of the calls from which on all fail, it is one of four times as many.
    """
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()
        disk = build(folder)
        command = [sys.executable, "-m", "tests.reliability.faults", str(folder), str(every), *wanted]
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment(disk), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        watch = Timer(PATIENCE_SECONDS, process.kill)
        watch.start()
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("{"):
                yield Tally(**json.loads(line))
        watch.cancel()
        said = process.communicate()[1]
        if process.returncode:
            raise Broken(f"the process with the failing disk ended with {process.returncode}: {said.strip()[-2000:]}")


@dataclass(frozen=True, slots=True)
class Reference:
    """What an undisturbed run held before it and after each transaction, and its files before and after."""

    states: tuple[str, ...]
    files: tuple[dict[str, bytes | None], dict[str, bytes | None]]


def play_with_faults(folder: Path, every: int, wanted: Sequence[str]) -> Iterator[Tally]:
    """Play the scenarios in this process, which has the failing disk, and let the calls of each fail."""
    prepare(folder / "base")
    disk = FailingDisk(folder)
    for scenario in SCENARIOS:
        if wanted and scenario.name not in wanted:
            continue
        reference = undisturbed(folder, scenario)
        for fault in (replace(fault, kinds=fault.kinds & ~scenario.spared) for fault in FAULTS):
            for lasting in (False, True):
                yield _play_all(folder, scenario, fault, lasting, reference, disk, every)


def undisturbed(folder: Path, scenario: Scenario) -> Reference:
    """Play a scenario without a fault."""
    here = _fresh(folder)
    states, before = [held(here / scenario.library)], _files(here)
    play(scenario, here, lambda: states.append(held(here / scenario.library)))
    if states[-1] != held(here / scenario.library):
        raise Broken(f"{scenario.name}: changed the library after its last word")
    return Reference(tuple(states), (before, _files(here)))


def _play_all(
    folder: Path, scenario: Scenario, fault: Fault, lasting: bool, reference: Reference, disk: FailingDisk, every: int
) -> Tally:
    if lasting:
        # SQLite asks for a lock again and again for ten seconds; once is enough to see what comes of it.
        fault, every = replace(fault, kinds=fault.kinds & ~LOCK), every * LASTING
    here = _fresh(folder)
    with disk.failing(fault, 0):
        play(scenario, here, lambda: None)
    tally = Tally(scenario.name, fault.name + (", from then on" if lasting else ""), lasting, disk.calls)
    at = 1
    # Until a run is over before the call comes.
    while at <= disk.calls or disk.failed:
        _play_one(_fresh(folder), scenario, fault, lasting, at, reference, disk, tally)
        if not disk.failed:
            break
        at += every
    return tally


def _play_one(
    here: Path,
    scenario: Scenario,
    fault: Fault,
    lasting: bool,
    at: int,
    reference: Reference,
    disk: FailingDisk,
    tally: Tally,
) -> None:
    where = f"{scenario.name}, {fault.name}{' from then on' if lasting else ''}, call {at}"
    with disk.failing(fault, at, lasting=lasting):
        told, error = play_until_refused(where, here, scenario)
    tally.tried += bool(disk.failed)
    tally.refused += error is not None
    if error is not None:
        sentence = str(error).replace(str(here), "FOLDER")
        if len(sentence) < 20 or "Traceback" in sentence:
            raise Broken(f"{where}: says only {sentence!r}")
        if sentence not in tally.sentences:
            tally.sentences.append(sentence)
    tally.kept_although_refused += check_and_repeat(where, here, scenario, reference, told, error)


def play_until_refused(where: str, here: Path, scenario: Scenario) -> tuple[int, DataError | None]:
    """Play a scenario; return how many transactions were told, and the error that ended it, if one did."""
    told: list[None] = []
    try:
        play(scenario, here, lambda: told.append(None))
    except DataError as error:
        return len(told), error
    except Exception as error:
        raise Broken(f"{where}: {type(error).__name__}: {error}, which is no error of ours") from error
    return len(told), None


def check_and_repeat(
    where: str, here: Path, scenario: Scenario, reference: Reference, told: int, error: DataError | None
) -> bool:
    """Look at what is left, and do again what was refused as a whole; raise `Broken` where anything is lost.

    Returns whether the library holds what it had refused.
    """
    try:
        kept = check_files(here, scenario, reference, told, error is not None)
        # And it goes on from there as if nothing had been; what is there already would be there twice.
        if error is not None and not told and not kept:
            play(scenario, here, lambda: None)
            if held(here / scenario.library) != reference.states[-1]:
                raise Broken("done again, it ends elsewhere")
    except Exception as found:
        raise Broken(f"{where} ({error}): {type(found).__name__}: {found}") from found
    return kept


def check_files(here: Path, scenario: Scenario, reference: Reference, told: int, failed: bool) -> bool:
    """Look at the library and every file beside it; raise `Broken` where something is lost or half made.

    Returns whether the library holds what it had refused.
    """
    if is_there(here / scenario.library):
        # First as the program does: it may have to roll back.
        check_file(here / scenario.library)
    now = held(here / scenario.library)
    kept = now != reference.states[told]
    if kept and not (failed and now == reference.states[min(told + 1, len(reference.states) - 1)]):
        raise Broken(f"{told} transactions were acknowledged, and the library holds something else")
    for backup in backups_of(here / scenario.library):
        if not (here.with_name("base") / backup.path.relative_to(here)).exists():
            check_file(backup.path)
    old, new = reference.files
    for name, content in _files(here).items():
        if content not in (old[name], new[name]):
            raise Broken(f"{name} is neither as it was nor as it should be ({content!r:.60})")
        if not failed and scenario.name != "settings" and content != new[name]:
            raise Broken(f"nothing was said, and {name} is as it was")
    if (here / EXPORT).exists():
        read_case(here / EXPORT, None)
    return kept


def _files(here: Path) -> dict[str, bytes | None]:
    return {name: (here / name).read_bytes() if (here / name).exists() else None for name in FILES}


def _fresh(folder: Path) -> Path:
    here = folder / "here"
    if here.exists():
        shutil.rmtree(here)
    return Path(shutil.copytree(folder / "base", here))


def main(folder: Path, every: int, wanted: Sequence[str]) -> None:
    """Play in this process and print one line of JSON for each way to fail."""
    for tally in play_with_faults(folder, every, wanted):
        print(json.dumps(asdict(tally)), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
