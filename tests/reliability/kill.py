"""Kill the program at random moments while it edits, imports, exports, backs up and updates, and look what is left."""

from __future__ import annotations

import multiprocessing
import shutil
import time
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from data.case_files import SHIPPED_CASES, read_case
from data.library import open_library
from data.library.backups import backups_of
from data.library.connecting import connect
from tests.reliability.contents import Broken, check, columns_of, digest, digest_of, digest_of_columns
from tests.reliability.workload import CASE, EXPORT, KEPT, LIBRARY, Workload, on

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from data.library import Library

VERSION_1 = Path(__file__).parents[1] / "data" / "library" / "version_1.sqlite"
PLACES = ("local", "network")
STEPS, PATIENCE_SECONDS, PER_SEED, PER_MIGRATION = 60, 60.0, 10, 5


@dataclass(slots=True)
class Tally:
    """What was done and found, in numbers."""

    kills: int = 0
    acknowledged: int = 0
    in_flight_kept: int = 0
    migrations: int = 0
    migrated: int = 0
    leftovers: int = 0
    backups: int = 0
    exports: int = 0
    struck: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reference:
    """What an undisturbed run held: before it, and after every transaction of every step; and how long it took."""

    start: str
    states: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    seconds: float

    def possible(self, done: int) -> set[str]:
        """Return what may be held when a run is killed that told of so many steps."""
        last = self.states[done - 1][-1] if done else self.start
        return {last, *(self.states[done] if done < len(self.states) else ())}


def run(kills: int, seed: int, steps: int = STEPS) -> Tally:
    """Kill so many runs, some of them while they update a library of the first version; raise `Broken` on any loss."""
    tally, dice = Tally(), Random(seed)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.reliability.kill"])
    while tally.kills < kills:
        place, number = PLACES[tally.kills // PER_SEED % 2], dice.randrange(2**32)
        with TemporaryDirectory() as name:
            base = Path(name) / "base"
            prepare(base)
            reference = undisturbed(base, Path(name) / "reference", number, steps, place)
            for attempt in range(PER_SEED):
                if tally.kills >= kills:
                    break
                folder = Path(shutil.copytree(base, Path(name) / str(attempt)))
                try:
                    _kill_one(context, folder, number, steps, place, reference, dice, tally)
                    if attempt % PER_MIGRATION == PER_MIGRATION - 1 and tally.kills < kills:
                        _kill_migration(context, folder / "old", dice, tally)
                except Exception as error:
                    raise Broken(f"seed {number}, {place}, kill {tally.kills}: {error}") from error
    return tally


def prepare(folder: Path) -> None:
    """Make a folder with a library that holds something, and a case file to import."""
    folder.mkdir()
    shutil.copy(SHIPPED_CASES / "peru.toml", folder / CASE)
    with open_library(folder / LIBRARY, who="Rosa") as library:
        library.import_case(read_case(SHIPPED_CASES / "chile.toml", None))
        library.backups.wait()


def undisturbed(base: Path, folder: Path, seed: int, steps: int, place: str) -> Reference:
    """Run a workload in this process and note what the library holds after every transaction."""
    shutil.copytree(base, folder)
    start, states, names = digest(folder / LIBRARY), [], []
    on(place)
    seen: list[str] = []
    workload = _Watched(folder, seed, seen)
    began = time.perf_counter()
    for name in workload.run(steps):
        names.append(name)
        seen.append(workload.held())
        states.append(tuple(seen))
        seen.clear()
    workload.close()
    return Reference(start, tuple(states), tuple(names), time.perf_counter() - began - workload.looking)


class _Watched(Workload):
    """A workload that notes what the library holds after every transaction."""

    def __init__(self, folder: Path, seed: int, seen: list[str]) -> None:
        self._seen = seen
        self.looking = 0.0
        super().__init__(folder, seed)

    def held(self) -> str:
        """Return what the library holds now."""
        began = time.perf_counter()
        found = digest_of(self.library._database.connection)
        self.looking += time.perf_counter() - began
        return found

    def _opened(self) -> Library:
        self.library = super()._opened()
        after_edit = self.library._history._after_edit

        def noted() -> None:
            self._seen.append(self.held())
            after_edit()

        self.library._history._after_edit = noted
        return self.library


def _work(folder: Path, seed: int, steps: int, place: str, told: Connection) -> None:
    """Run a workload in a process of its own and tell of each step once it is saved."""
    on(place)
    told.send("ready")
    workload = Workload(folder, seed)
    for name in workload.run(steps):
        told.send(name)
    workload.close()


def _update(library: Path, told: Connection) -> None:
    on("local")
    told.send("ready")
    open_library(library, who="Rosa").close()
    told.send("updated")


def _kill_one(
    context: multiprocessing.context.ForkServerContext,
    folder: Path,
    seed: int,
    steps: int,
    place: str,
    reference: Reference,
    dice: Random,
    tally: Tally,
) -> None:
    words, delay = dice.randrange(steps), dice.uniform(0, 2 * reference.seconds / steps)
    told = _killed(context, _work, (folder, seed, steps, place), words, delay)
    if told != list(reference.names[: len(told)]):
        raise Broken(f"the run did something else than the undisturbed one: {told}")
    tally.kills += 1
    tally.acknowledged += len(told)
    library = folder / LIBRARY
    check(library)
    now, done = digest(library), len(told)
    if now not in reference.possible(done):
        where = [number for number, states in enumerate(reference.states, 1) if now in states]
        raise Broken(f"{done} steps were acknowledged, the last {told[-1:]}, but the library is as after {where}")
    if done < len(reference.names):
        struck = reference.names[done]
        tally.struck[struck] = tally.struck.get(struck, 0) + 1
    tally.in_flight_kept += now != (reference.states[done - 1][-1] if done else reference.start)
    _check_files(folder, {reference.start, *(one for states in reference.states for one in states)}, tally)
    with open_library(library, who="Elena") as again:
        again.add_case("After the crash")
    check(library)


def _kill_migration(
    context: multiprocessing.context.ForkServerContext, folder: Path, dice: Random, tally: Tally
) -> None:
    folder.mkdir()
    library = Path(shutil.copy(VERSION_1, folder / LIBRARY))
    before = _held(library)
    told = _killed(context, _update, (library,), 0, dice.uniform(0, 1.2 * _update_seconds()))
    tally.kills += 1
    tally.migrations += 1
    tally.migrated += bool(told)
    check(library)
    if _held(library) != before:
        raise Broken("the update of a library of the first version changed what it holds")
    for backup in backups_of(library):
        if _held(backup.path) != before:
            raise Broken(f"{backup.path} is not what the library held before the update")
        tally.backups += 1
    tally.leftovers += len(list(folder.rglob(".second-image-*")))


def _killed(
    context: multiprocessing.context.ForkServerContext,
    target: object,
    arguments: tuple[object, ...],
    words: int,
    delay: float,
) -> list[str]:
    """Start a process, kill it so many words and seconds after it was ready, and return what it told."""
    hears, tells = context.Pipe(duplex=False)
    process = context.Process(target=target, args=(*arguments, tells))  # type: ignore[arg-type]
    process.start()
    tells.close()
    if not hears.poll(PATIENCE_SECONDS) or hears.recv() != "ready":
        raise Broken("the process did not start")
    told: list[str] = []
    try:
        while len(told) < words and hears.poll(PATIENCE_SECONDS):
            told.append(hears.recv())
        process.join(delay)
        process.kill()
        process.join()
        while hears.poll():
            told.append(hears.recv())
    except EOFError:
        process.join()
    hears.close()
    return told


def _check_files(folder: Path, known: set[str], tally: Tally) -> None:
    """Look at everything beside the library: each file is whole, or a leftover with a name that says so."""
    if (folder / EXPORT).exists():
        read_case(folder / EXPORT, None)
        tally.exports += 1
    kept = [folder / KEPT] if (folder / KEPT).exists() else []
    for copy in [*(backup.path for backup in backups_of(folder / LIBRARY)), *kept]:
        if digest(copy) not in known:
            raise Broken(f"{copy} holds what the library never held")
        with closing(connect(copy, "mode=ro&immutable=1")) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise Broken(f"{copy} is damaged")
        tally.backups += 1
    tally.leftovers += len(list(folder.rglob(".second-image-*")))


def _held(library: Path) -> str:
    with closing(connect(library, "mode=ro")) as connection:
        return digest_of_columns(connection, first_columns())


@cache
def first_columns() -> dict[str, str]:
    """Return the columns that the first version had."""
    with closing(connect(VERSION_1, "mode=ro&immutable=1")) as connection:
        return columns_of(connection)


@cache
def _update_seconds() -> float:
    """Return how long an undisturbed update takes."""
    with TemporaryDirectory() as name:
        library = Path(shutil.copy(VERSION_1, Path(name) / LIBRARY))
        began = time.perf_counter()
        open_library(library, who="Rosa").close()
        return time.perf_counter() - began
