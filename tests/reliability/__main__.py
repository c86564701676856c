"""The proof that the library loses nothing, at full scale: python3 dev.py proof [kill|faults|full-disk|fuzz|two|all].

What each part does and what it found is in docs/reliability.md. The tests run the same at a small scale.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
import traceback
from typing import TYPE_CHECKING

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.reliability import failing_disk, faults, full_disk, fuzz, kill, together
from tests.reliability.contents import Broken

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

KILLS, FILES, ROUNDS, MODEL = 500, 10_000, 40, (1000, 50)


def main(arguments: Sequence[str]) -> int:
    """Run the parts asked for and return 1 where anything was lost."""
    parser = argparse.ArgumentParser(prog="dev.py proof", description=__doc__)
    parser.add_argument("part", nargs="?", default="all", choices=[*PARTS, "all"])
    parser.add_argument("--count", type=int, help="how many kills, files or rounds, or sizes of the disk")
    parser.add_argument("--seed", type=int, default=0, help="where the dice begin")
    parser.add_argument("--kind", choices=list(fuzz.KINDS), help="which files to damage; all without it")
    given = parser.parse_args(arguments)
    failed = False
    for name in PARTS if given.part == "all" else (given.part,):
        began = time.monotonic()
        try:
            kept = PARTS[name](given)
        except Broken as error:
            kept = False
            say(f"  BROKEN: {error}")
        say(f"{name}: {'nothing was lost' if kept else 'FAILED'}, {time.monotonic() - began:.0f} s")
        failed = failed or not kept
    return int(failed)


def run_kills(given: argparse.Namespace) -> bool:
    """Kill the program at random moments."""
    found = kill.run(given.count or KILLS, given.seed)
    say(
        f"  {found.kills} kills, {found.migrations} of them during an update; {found.acknowledged} acknowledged steps, "
        f"all there; {found.in_flight_kept} steps were saved and not yet acknowledged; "
        f"{found.backups} backups and copies and {found.exports} exports looked at; {found.leftovers} leftovers"
    )
    say("  killed in the middle of: " + ", ".join(f"{name} {count}" for name, count in sorted(found.struck.items())))
    return True


def run_faults(given: argparse.Namespace) -> bool:
    """Let calls to the disk fail."""
    if reason := failing_disk.why_not():
        say(f"  left out: {reason}")
        return True
    for found in faults.run(given.count or 1):
        say(
            f"  {found.scenario}; {found.fault}: {found.tried} of {found.calls} calls failed, {found.refused} times "
            f"the work was refused, {found.kept_although_refused} times it was there all the same"
        )
        for sentence in found.sentences:
            say(f"      {' '.join(sentence.split())[:180]}")
    return True


def run_full_disk(given: argparse.Namespace) -> bool:
    """Let a disk run full."""
    if reason := full_disk.why_not():
        say(f"  left out: {reason}")
        return True
    for found in full_disk.run(given.count or full_disk.SIZES):
        say(
            f"  {found.scenario}: {found.sizes} sizes, refused at {found.refused}, "
            f"there all the same at {found.kept_although_refused}"
        )
    return True


def run_fuzz(given: argparse.Namespace) -> bool:
    """Read damaged files."""
    with fuzz.Fuzzer() as fuzzer:
        kinds = [given.kind] if given.kind else list(fuzz.KINDS)
        # Every kind, also after one that failed.
        whole = [_tell_of(fuzzer.run(kind, given.count or FILES, given.seed)) for kind in kinds]
    return all(whole)


def _tell_of(found: fuzz.Tally) -> bool:
    ended = ", ".join(f"{name} {count}" for name, count in found.ended.most_common())
    say(
        f"  {found.count} files of kind {found.kind}: {ended}; slowest {found.slowest:.1f} s, most "
        f"{found.most_megabytes:.0f} MB, {len(found.failures)} failures"
    )
    for failure in found.failures:
        say(f"      {failure}")
    return not found.failures


def run_two(given: argparse.Namespace) -> bool:
    """Edit a library with two programs at once, and go back and forth in one as a list of states does."""
    found = together.run(given.count or ROUNDS, given.seed)
    copies = ", ".join(f"{count} {name}" for name, count in found.copies.items())
    say(
        f"  {found.rounds} rounds of two programs: {found.edits} edits, all there, {found.refused} refused with reason"
        f"; copies made meanwhile by other means: {copies}"
    )
    return run_model(*MODEL if given.count is None else (given.count, MODEL[1]))


def run_model(examples: int, steps: int) -> bool:
    """Compare random edits, undo, redo, restarts, exports and imports with a list of states kept in memory."""
    from hypothesis import HealthCheck, settings
    from hypothesis.stateful import run_state_machine_as_test

    from tests.data.library.test_undo_model import LibraryModel

    sizes = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(LibraryModel, settings=sizes)
    except Exception as error:
        # With the steps that led there, which Hypothesis adds as notes.
        told = "".join(traceback.format_exception(error))
        raise Broken(f"the library and the list of states differ:\n{told}") from error
    say(f"  {examples} sequences of {steps} random edits, undos, redos and restarts: as the list of states says")
    return True


def say(text: str) -> None:
    """Print one line now: a full run takes hours."""
    print(text, flush=True)


PARTS: dict[str, Callable[[argparse.Namespace], bool]] = {
    "kill": run_kills,
    "faults": run_faults,
    "full-disk": run_full_disk,
    "fuzz": run_fuzz,
    "two": run_two,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
