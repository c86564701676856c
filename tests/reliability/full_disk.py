"""Let a real disk run full at many sizes: a file system in memory, mounted for this process alone (Linux).

The work is done in a process with a mount of its own; `run` starts it. Alone: python -m tests.reliability.full_disk.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from data.errors import DataError
from tests.reliability.contents import Broken
from tests.reliability.failing_disk import ROOT
from tests.reliability.faults import Reference, check_and_repeat, play_until_refused, undisturbed
from tests.reliability.scenarios import SCENARIOS, Scenario, play, prepare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SIZES, DISK_MEGABYTES, BLOCK = 64, 32, 4096
_UNSHARE = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c")
_MOUNT = f'mount -t tmpfs -o size={DISK_MEGABYTES}m none "$0" && exec "$@"'


@dataclass(slots=True)
class Tally:
    """What was tried and found of one scenario."""

    scenario: str
    sizes: int = 0
    refused: int = 0
    kept_although_refused: int = 0


def why_not() -> str:
    """Return why such a disk cannot be had here; empty where it can."""
    if not sys.platform.startswith("linux") or shutil.which("unshare") is None:
        return "a disk of a given size is mounted with unshare, which is Linux's"
    with TemporaryDirectory() as folder:
        tried = subprocess.run([*_UNSHARE, _MOUNT, folder, "true"], capture_output=True, check=False, timeout=30)
    return "this login may not mount a file system of its own" if tried.returncode else ""


def run(sizes: int = SIZES, wanted: Sequence[str] = ()) -> Iterator[Tally]:
    """Play every scenario on a disk with so many amounts of room; raise `Broken` on any loss."""
    with TemporaryDirectory() as name:
        disk = Path(name).resolve() / "disk"
        disk.mkdir()
        work = [sys.executable, "-m", "tests.reliability.full_disk", str(disk), str(sizes), *wanted]
        environ = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            [*_UNSHARE, _MOUNT, str(disk), *work], cwd=ROOT, env=environ, capture_output=True, text=True, check=False
        )
    if done.returncode:
        raise Broken(f"the process with the small disk ended with {done.returncode}: {done.stderr.strip()[-2000:]}")
    for line in done.stdout.splitlines():
        yield Tally(**json.loads(line))


def play_without_room(disk: Path, sizes: int, wanted: Sequence[str]) -> Iterator[Tally]:
    """Play the scenarios in this process, which has the disk to itself."""
    prepare(disk / "base")
    for scenario in SCENARIOS:
        if wanted and scenario.name not in wanted:
            continue
        reference, tally = undisturbed(disk, scenario), Tally(scenario.name)
        most = int(1.1 * _needed(disk, scenario))
        for number in range(sizes):
            _play_one(disk, scenario, most * number // max(sizes - 1, 1), reference, tally)
        yield tally


def _needed(disk: Path, scenario: Scenario) -> int:
    """Return how much room is enough: more is tried until nothing fails."""
    room = 16 * BLOCK
    while True:
        here = _fresh(disk)
        _leave_room(disk, room)
        try:
            play(scenario, here, lambda: None)
        except DataError:
            room *= 2
            continue
        finally:
            (disk / "ballast").unlink()
        return room


def _play_one(disk: Path, scenario: Scenario, room: int, reference: Reference, tally: Tally) -> None:
    here = _fresh(disk)
    where = f"{scenario.name}, {room} bytes of room"
    _leave_room(disk, room)
    try:
        told, error = play_until_refused(where, here, scenario)
    finally:
        (disk / "ballast").unlink()
    tally.sizes += 1
    tally.refused += error is not None
    tally.kept_although_refused += check_and_repeat(where, here, scenario, reference, told, error)


def _leave_room(disk: Path, room: int) -> None:
    free = os.statvfs(disk).f_bavail * BLOCK
    with (disk / "ballast").open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, free - room // BLOCK * BLOCK)


def _fresh(disk: Path) -> Path:
    here = disk / "here"
    if here.exists():
        shutil.rmtree(here)
    return Path(shutil.copytree(disk / "base", here))


if __name__ == "__main__":
    for tally in play_without_room(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]):
        print(json.dumps(asdict(tally)), flush=True)
