"""Do a piece of work on a file that may be hostile in a process apart: bounded in memory and time, to be cancelled.

The answer comes back as JSON and not as pickled objects: whoever took over the other process could not reach this one.
"""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import signal
import time
from typing import TYPE_CHECKING, Any

from advisor.progress import Cancelled
from data.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from advisor.progress import Watch

MEMORY = 1 << 30
SECONDS = 20.0
_ASKED_EVERY = 0.05
_GRACE = 2.0
_MOST_SECONDS = 60
_REMEDY = "open it in Excel, copy the scores into a fresh scorecard and try again"


def run_apart(
    task: Callable[[str], Any],
    path: str,
    name: str,
    watch: Watch,
    *,
    seconds: float = SECONDS,
    memory: int = MEMORY,
) -> Any:
    """Return what `task(path)` returns, as JSON keeps it: lists for tuples, dictionaries with texts as keys.

    Parameters
    ----------
    task
        A function of a module, which the other process imports.
    name
        What messages call the file.
    memory
        Bytes that the process may take; Windows sets no such limit, and there the time alone is bounded.

    Raises
    ------
    DataError
        The task refused the file, or took too much memory or time, or its process ended by itself.
    Cancelled
        Somebody asked to stop.
    """
    watch.step(0.0, f"Reading {name}")
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(sender, task, path, memory), daemon=True)
    try:
        process.start()
        sender.close()
        answer = _answer(receiver, process, name, watch, time.monotonic() + seconds)
    finally:
        receiver.close()
        _end(process)
    if "refused" in answer:
        raise DataError(str(answer["refused"]))
    watch.step(1.0, f"Reading {name}")
    return answer["result"]


def _answer(receiver: Connection, process: SpawnProcess, name: str, watch: Watch, deadline: float) -> dict[str, Any]:
    while not receiver.poll(_ASKED_EVERY):
        if watch.cancelled():
            raise Cancelled
        if time.monotonic() > deadline:
            raise DataError(f"{name}: takes too long to read, as no scorecard does; {_REMEDY}")
    try:
        answer: dict[str, Any] = json.loads(receiver.recv_bytes())
    except (EOFError, OSError):
        process.join(_GRACE)
        raise DataError(f"{name}: cannot be read without harm, its reader was stopped; {_REMEDY}") from None
    return answer


def _end(process: SpawnProcess) -> None:
    """Leave no process behind: one that was stopped midway has nothing to lose."""
    if process.pid is not None:
        process.kill()
        process.join(_GRACE)


def _work(sender: Connection, task: Callable[[str], Any], path: str, memory: int) -> None:
    """Run in the process apart, which Ctrl+C reaches as well: who started it decides what that means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit(memory)
    try:
        answer = {"result": task(path)}
    except DataError as error:
        answer = {"refused": str(error)}
    except (MemoryError, RecursionError):
        answer = {"refused": f"{path}: takes too much memory to read, as no scorecard does; {_REMEDY}"}
    with contextlib.suppress(BrokenPipeError):
        sender.send_bytes(json.dumps(answer).encode())


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:
        return
    # Some systems know a limit and refuse to set it; the deadline holds there all the same. The limit of processor time
    # is for a reader whose starter is gone.
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, _MOST_SECONDS)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))
