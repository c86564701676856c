"""Give the program damaged libraries, case files and playbooks, and look whether it says so and stays alive.

The work is done in a process with little memory; one that takes too long is ended. The same kind and seed make the same
file again: python -m tests.reliability fuzz --kind library --seed 17 --count 1.
"""

from __future__ import annotations

import datetime as dt
import multiprocessing
import shutil
import time
import traceback
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from advisor.case import Note
from advisor.errors import AdvisorError
from advisor.findings import assess, judge
from advisor.scores import Score
from advisor.uncertainty import draw_blocks
from data.case_files import SHIPPED_CASES, read_case
from data.errors import DataError
from data.library import Library, open_library
from data.playbook_files import DEFAULT_PLAYBOOK, SHIPPED, read_playbook, shipped_playbook
from tests.reliability.contents import Broken
from tests.reliability.kill import VERSION_1
from tests.reliability.mutations import damage_file, damage_library, damage_toml
from tests.reliability.workload import CASE, LIBRARY, Workload, on

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from advisor.scores import ScoreSheet

SECONDS, MEGABYTES = 5.0, 512
START_SECONDS = 120.0
NOW = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)
OURS = (DataError, AdvisorError)
AT_REST, OLD, LOGGED, JOURNALLED = "at rest", "old", "logged", "journalled"


@dataclass(slots=True)
class Tally:
    """What was read, and how it ended: the class of the error, or "read"."""

    kind: str
    count: int = 0
    slowest: float = 0.0
    most_megabytes: float = 0.0
    ended: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one file ended; `failure` is empty where the program did what it should."""

    ended: str
    failure: str = ""
    megabytes: float = 0.0
    seconds: float = 0.0


LOST = Verdict("lost", f"ended the process, or took longer than {SECONDS:g} s")


class Fuzzer:
    """Tries damaged files in a process of its own; the files to be damaged are made once."""

    def __enter__(self) -> Fuzzer:
        self._folder = TemporaryDirectory()
        prepare(Path(self._folder.name))
        self._worker = _Worker(Path(self._folder.name))
        return self

    def __exit__(self, *_error: object) -> None:
        self._worker.end()
        self._folder.cleanup()

    def run(self, kind: str, count: int, seed: int) -> Tally:
        """Try so many files with the seeds from `seed` on."""
        tally = Tally(kind)
        for number in range(seed, seed + count):
            # Once more, before it is blamed on the file: on a busy machine something else may have taken the time.
            verdict = self._worker.ask(kind, number) or self._worker.ask(kind, number) or LOST
            tally.slowest = max(tally.slowest, verdict.seconds)
            tally.count += 1
            tally.ended[verdict.ended] += 1
            tally.most_megabytes = max(tally.most_megabytes, verdict.megabytes)
            if verdict.failure:
                tally.failures.append(f"{kind}, seed {number}: {verdict.failure}")
        return tally


class _Worker:
    """A process that tries files, started again after one that ended it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: multiprocessing.process.BaseProcess | None = None

    def ask(self, kind: str, number: int) -> Verdict | None:
        """Return how a file ended, or None where the process ended with it or had to be."""
        if self._process is None:
            self._start()
        try:
            self._asks.send((kind, number))
            found: Verdict | None = self._asks.recv() if self._asks.poll(SECONDS) else None
        except (EOFError, OSError):
            # The process is gone, and with it the end of the pipe it held: the file ended it.
            found = None
        if found is None:
            self.end()
        return found

    def end(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None

    def _start(self) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["tests.reliability.fuzz"])
        self._asks, answers = context.Pipe()
        self._process = context.Process(target=serve, args=(self._folder, answers))
        self._process.start()
        answers.close()
        if not self._asks.poll(START_SECONDS) or self._asks.recv() != "ready":
            raise Broken("the process did not start")


def prepare(folder: Path) -> None:
    """Make the files to be damaged: libraries of several kinds, case files, and a playbook."""
    for name, place in ((AT_REST, "local"), (LOGGED, "local"), (JOURNALLED, "network")):
        (folder / name).mkdir()
        shutil.copy(SHIPPED_CASES / "chile.toml", folder / name / CASE)
        on(place)
        workload = Workload(folder / name, 1)
        workload.library.import_file(folder / name / CASE)
        for _ in workload.run(8):
            pass
        if name == LOGGED:
            workload.library.backups.wait()
            shutil.copytree(folder / name, folder / f"{name} copy")
        workload.close()
        shutil.rmtree(folder / name / "library backups", ignore_errors=True)
    # As it is left by a crash: the last edits lie in the log.
    shutil.rmtree(folder / LOGGED)
    (folder / f"{LOGGED} copy").rename(folder / LOGGED)
    (folder / OLD).mkdir()
    shutil.copy(VERSION_1, folder / OLD / LIBRARY)
    on("local")


def serve(folder: Path, answers: Connection) -> None:
    """Try files until nobody asks any more."""
    _limit_memory()
    # What is loaded once is no file's doing.
    playbook = shipped_playbook()
    assess(playbook, _sheet(), list(draw_blocks(playbook, 64, 1)))
    answers.send("ready")
    while True:
        kind, number = answers.recv()
        with TemporaryDirectory() as name:
            # Of the processor: how busy the machine is is no file's doing.
            began = time.process_time()
            verdict = _verdict(kind, number, folder, Path(name))
            answers.send(replace(verdict, seconds=time.process_time() - began))


def _verdict(kind: str, number: int, folder: Path, here: Path) -> Verdict:
    try:
        ended = KINDS[kind](folder, here, Random(f"{kind} {number}"))
    except OURS as error:
        # Its words are part of it: nobody can do anything with an empty line.
        failure = "" if len(str(error)) >= 15 and "Traceback" not in str(error) else f"says only {str(error)!r}"
        return Verdict(type(error).__name__, failure, _megabytes())
    except BaseException as error:
        told = traceback.extract_tb(error.__traceback__)[-6:]
        places = " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(told))
        return Verdict(type(error).__name__, f"{type(error).__name__}: {str(error)[:300]} at {places}", _megabytes())
    return Verdict(ended, "", _megabytes())


def try_library(folder: Path, here: Path, dice: Random) -> str:
    """Damage a library, or what lies beside it, and use it."""
    base = dice.choice((AT_REST, AT_REST, AT_REST, LOGGED, JOURNALLED, OLD))
    there = Path(shutil.copytree(folder / base, here / "library"))
    path, log = there / LIBRARY, there / f"{LIBRARY}-wal"
    if base == LOGGED and dice.random() < 0.5:
        damage_file(log, dice)
    else:
        damage_library(path, dice)
    before = _bytes(there)
    try:
        library = open_library(path, who="Proof", clock=lambda: NOW)
    except OURS:
        # An update that failed half-way leaves the backup made before it; a rollback may have been due.
        if base in (AT_REST, JOURNALLED) and not (there / "library backups").exists() and _bytes(there) != before:
            raise Broken("was refused and yet changed") from None
        raise
    with library:
        _read(library)
        # An empty file is one to begin with.
        as_it_was = not before[LIBRARY] or path.read_bytes() == before[LIBRARY]
        if base in (AT_REST, JOURNALLED) and not (there / "library backups").exists() and not as_it_was:
            raise Broken("was only read and yet changed")
        _edit(library, there)
    return "read"


def _read(library: Library) -> None:
    asked: list[Callable[[], object]] = [library.cases, library.analysts, library.history]
    asked += [lambda: library.undo_label, lambda: library.redo_label]
    for ask in asked:
        with suppress(*OURS):
            ask()
    with suppress(*OURS):
        for summary in library.cases()[:3]:
            with suppress(*OURS):
                library.case(summary.id)
            for entry in library.history(summary.id, limit=6)[::2]:
                with suppress(*OURS):
                    library.alterations(entry.id)
                with suppress(*OURS):
                    library.assessments_at(summary.id, entry.id)


def _edit(library: Library, there: Path) -> None:
    for words in ("coc", "a strike", "a"):
        with suppress(*OURS):
            # It makes a damaged index anew.
            library.search(words)
    with suppress(*OURS):
        summary = library.cases()[0] if library.cases() else None
        if summary is not None:
            with suppress(*OURS):
                library.add_note(summary.id, Note("coca strike"))
            with suppress(*OURS):
                library.export_case(summary.id, there / "export.toml")
            for one in summary.assessments[:1]:
                with suppress(*OURS):
                    library.set_score(one.id, "su_level", Score(1, 2, 3, justification="coca"))
            with suppress(*OURS):
                library.delete_case(summary.id)
    for act in (*[library.undo] * 4, *[library.redo] * 2):
        with suppress(*OURS):
            act()
    if (there / CASE).exists():
        with suppress(*OURS):
            library.import_file(there / CASE)
    with suppress(*OURS):
        library.search("coca")


def try_case(folder: Path, here: Path, dice: Random) -> str:
    """Damage a case file and take it in; what is taken in can be written out again."""
    source = dice.choice(sorted(SHIPPED_CASES.glob("*.toml")))
    path = here / "case.toml"
    path.write_bytes(source.read_bytes())
    damage_toml(path, dice)
    before = path.read_bytes()
    case = read_case(path, _indicators())
    with open_library(Path(shutil.copy(folder / AT_REST / LIBRARY, here / LIBRARY)), clock=lambda: NOW) as library:
        library.backups.after_edit = lambda: None  # type: ignore[method-assign]
        held = library.case(library.import_case(case))
        library.export_case(library.cases()[-1].id, here / "export.toml")
    if path.read_bytes() != before:
        raise Broken("the file was changed")
    if len(held.assessments) != len(case.assessments) or held.notes != case.notes:
        raise Broken("what was taken in is not what the file says")
    return "read"


def try_playbook(_folder: Path, here: Path, dice: Random) -> str:
    """Damage a file of a playbook and judge by it."""
    there = Path(shutil.copytree(SHIPPED / DEFAULT_PLAYBOOK, here / "playbook"))
    for path in there.iterdir():
        path.chmod(0o600)
    damaged = dice.choice(sorted(there.glob("*.toml")))
    damage_toml(damaged, dice)
    before = _bytes(there)
    try:
        playbook = read_playbook(there)
        judge(playbook, _sheet())
        if dice.random() < 0.25:
            assess(playbook, _sheet(), list(draw_blocks(playbook, 64, 1)))
    finally:
        if _bytes(there) != before:
            raise Broken("the playbook was changed")
    return "read"


KINDS: dict[str, Callable[[Path, Path, Random], str]] = {
    "library": try_library,
    "case": try_case,
    "playbook": try_playbook,
}


@cache
def _indicators() -> tuple[str, ...]:
    return shipped_playbook().indicator_ids


@cache
def _sheet() -> ScoreSheet:
    return read_case(SHIPPED_CASES / "peru.toml", None).latest.sheet


def _bytes(folder: Path) -> dict[str, bytes]:
    # What SQLite keeps in memory of a log it makes anew from the log.
    return {
        path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.suffix != ".sqlite-shm"
    }


def _limit_memory() -> None:
    """Let the process take half a gigabyte more than it has now, where the system can."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        pages = int(Path("/proc/self/statm").read_text().split()[0])
        size = pages * resource.getpagesize() + MEGABYTES * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _megabytes() -> float:
    with suppress(ImportError):
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return 0.0
