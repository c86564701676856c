"""Build the disk that fails when told to (`failing_disk.c`), and tell it to, from inside the process that has it."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
SOURCE = Path(__file__).with_name("failing_disk.c")
VARIABLE = "SECOND_IMAGE_FAILING_DISK"
READ, WRITE, SYNC, OPEN, CREATE, NAMES, SIZE, LOCK = (2**bit for bit in range(8))
ALL = 255


@dataclass(frozen=True, slots=True)
class Fault:
    """How calls fail: with an error of the system, or by writing only half; `kinds` are the calls that may fail so."""

    name: str
    error: int
    kinds: int
    halves: bool = False


def why_not() -> str:
    """Return why such a disk cannot be had here; empty where it can."""
    if not sys.platform.startswith("linux"):
        return "faults are put below the program with LD_PRELOAD, which is Linux's"
    return "" if _compiler() else "there is no C compiler here"


def build(folder: Path) -> Path:
    """Compile the disk into a folder and return the file."""
    target, compiler = folder / "failing_disk.so", _compiler()
    assert compiler is not None
    flags = ("-shared", "-fPIC", "-O1", "-Wall", "-U_FORTIFY_SOURCE")
    subprocess.run([compiler, *flags, "-o", str(target), str(SOURCE), "-ldl"], check=True, timeout=60)
    return target


def environment(disk: Path) -> dict[str, str]:
    """Return the environment of a process that has this disk."""
    one_thread = {"OPENBLAS_NUM_THREADS": "1", "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return {**os.environ, **one_thread, "LD_PRELOAD": str(disk), VARIABLE: str(disk)}


class FailingDisk:
    """The disk as this process has it; nothing fails outside of `failing`."""

    def __init__(self, folder: Path) -> None:
        self._shim = ctypes.CDLL(os.environ[VARIABLE])
        self._shim.disk_disarm.restype = self._shim.disk_failed.restype = ctypes.c_long
        self._shim.disk_watch(os.fsencode(folder))
        self.calls = self.failed = 0

    @contextmanager
    def failing(self, fault: Fault, at: int, *, lasting: bool = False) -> Iterator[None]:
        """Let the call with this number fail, and all that follow if it is lasting; 0 only counts the calls."""
        self._shim.disk_arm(ctypes.c_long(at), fault.kinds, fault.error, int(fault.halves), int(lasting))
        try:
            yield
        finally:
            self.calls = self._shim.disk_disarm()
            self.failed = self._shim.disk_failed()


def _compiler() -> str | None:
    return next((found for name in ("cc", "gcc", "clang") if (found := shutil.which(name))), None)
