"""Two programs that edit one library at once, and a library that is copied by other means while it is edited."""

from __future__ import annotations

import multiprocessing
import shutil
import sqlite3
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from data.errors import DataError
from data.library.connecting import connect
from tests.reliability.contents import Broken, check
from tests.reliability.kill import PLACES, prepare
from tests.reliability.workload import LIBRARY, Workload, on

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

ANALYSTS = ("Rosa", "Elena")
STEPS, COPIES, PATIENCE_SECONDS = 40, 20, 120.0
WAYS = (("",), ("", "-wal", "-journal"), ("-wal", "-journal", ""))


@dataclass(slots=True)
class Tally:
    """What was done and found, in numbers."""

    rounds: int = 0
    edits: int = 0
    refused: int = 0
    copies: Counter[str] = field(default_factory=Counter)


def run(rounds: int, seed: int, steps: int = STEPS, copies: int = COPIES) -> Tally:
    """Let two programs edit one library so many times while it is copied; raise `Broken` where anything is lost."""
    tally = Tally()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.reliability.together"])
    for number in range(rounds):
        place = PLACES[number % 2]
        with TemporaryDirectory() as name:
            folder = Path(name) / "library"
            prepare(folder)
            pipes = [context.Pipe() for _ in ANALYSTS]
            programs = [
                context.Process(target=_edit, args=(folder, who, seed + number, steps, place, there))
                for who, (_, there) in zip(ANALYSTS, pipes, strict=True)
            ]
            for program, (here, there) in zip(programs, pipes, strict=True):
                program.start()
                there.close()
                if not here.poll(PATIENCE_SECONDS) or here.recv() != "ready":
                    raise Broken("a program did not start")
            for here, _ in pipes:
                here.send("go")
            _copy_meanwhile(programs, folder, Path(name), Random(f"{seed} {number}"), tally, copies)
            try:
                _compare(folder / LIBRARY, [_told(here) for here, _ in pipes], tally)
            except Exception as error:
                raise Broken(f"seed {seed}, round {number}, {place}: {error}") from error
            tally.rounds += 1
    return tally


def _edit(folder: Path, who: str, seed: int, steps: int, place: str, pipe: Connection) -> None:
    """Edit, and tell at the end what was acknowledged: the steps of the history that this program made."""
    on(place)
    workload = Workload(folder, seed, who)
    pipe.send("ready")
    pipe.recv()
    made = refused = 0
    try:
        for number in range(steps):
            try:
                workload.do(number, without=("restore",))
            except DataError:
                # The other program has deleted what this one was about to edit, or held the file too long.
                refused += 1
            made = _steps_of(workload, who)
        workload.close()
        pipe.send((made, refused, ""))
    except Exception as error:
        pipe.send((made, refused, f"{type(error).__name__}: {error}"))


def _steps_of(workload: Workload, who: str) -> int:
    with workload.library._database.reading() as connection:
        return int(connection.execute("SELECT count(*) FROM steps WHERE who = ?", (who,)).fetchone()[0])


def _told(pipe: Connection) -> tuple[int, int, str]:
    if not pipe.poll(PATIENCE_SECONDS):
        raise Broken("a program hangs")
    told: tuple[int, int, str] = pipe.recv()
    return told


def _compare(library: Path, told: list[tuple[int, int, str]], tally: Tally) -> None:
    if failures := [error for _, _, error in told if error]:
        raise Broken("; ".join(failures))
    check(library)
    with closing(connect(library, "mode=ro")) as connection:
        held = dict(connection.execute("SELECT who, count(*) FROM steps GROUP BY who").fetchall())
    for who, (made, refused, _) in zip(ANALYSTS, told, strict=True):
        if held.get(who, 0) != made:
            raise Broken(f"{who} was told of {made} edits, and the history has {held.get(who, 0)}")
        tally.edits += made
        tally.refused += refused


def _copy_meanwhile(
    programs: list[multiprocessing.context.ForkServerProcess],
    folder: Path,
    name: Path,
    dice: Random,
    tally: Tally,
    copies: int,
) -> None:
    """Copy the files as a file manager does, in any order; no promise is made of such copies: they are counted."""
    number = 0
    until = time.monotonic() + PATIENCE_SECONDS
    while any(program.is_alive() for program in programs):
        if time.monotonic() > until:
            for program in programs:
                program.kill()
            raise Broken("the programs hang")
        programs[0].join(dice.uniform(0, 0.2))
        if number == copies:
            continue
        copy = name / f"copy {number}"
        copy.mkdir()
        for suffix in dice.choice(WAYS):
            try:
                shutil.copy(folder / f"{LIBRARY}{suffix}", copy / f"{LIBRARY}{suffix}")
            except FileNotFoundError:
                continue
        number += 1
    for copy in name.glob("copy *"):
        try:
            check(copy / LIBRARY)
            tally.copies["whole"] += 1
        except DataError:
            tally.copies["refused"] += 1
        except (Broken, sqlite3.Error):
            tally.copies["not whole and not noticed"] += 1
