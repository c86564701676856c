"""The virtual environment beside the program: what is installed in it, and how it is made on the first start."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from first_start import programs, qt_libraries
from first_start.programs import SetupError, say, tail

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
PACKAGE_LOCK = ROOT / "requirements-package.lock"
STAMP = VENV / "installed.stamp"
OLDEST_PYTHON = (3, 11)
THIS_PYTHON = sys.version_info[:2]


def too_old(version: tuple[int, int]) -> str | None:
    """Say what to do when this Python is too old to run the program; None when it will do."""
    if version >= OLDEST_PYTHON:
        return None
    needed = dotted(OLDEST_PYTHON)
    return (
        f"Second Image needs Python {needed} or newer; this is Python {dotted(version)} ({sys.executable}).\n"
        f"Install a newer Python and start again with it, for example: python{needed} dev.py run"
    )


def dotted(version: tuple[int, int]) -> str:
    """Write a version of Python as people do."""
    return f"{version[0]}.{version[1]}"


def wanted_stamp(lock_file: bytes, version: tuple[int, int]) -> str:
    """Return the line that an environment made from this lock file by this Python carries."""
    import hashlib

    return f"{hashlib.sha256(lock_file).hexdigest()} python {dotted(version)}"


def read_stamp(path: Path) -> list[str]:
    """Return the stamp's lines: what was installed, then the shared libraries that were missing; empty without one."""
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return []


def write_stamp(path: Path, wanted: str, missing: Iterable[str]) -> None:
    """Record a finished installation in one step, so that an interrupted one never looks finished."""
    draft = path.with_name(path.name + ".new")
    draft.write_text("\n".join([wanted, *missing]) + "\n", encoding="utf-8")
    draft.replace(path)


def venv_python(venv: Path, windows: bool) -> Path:
    """Return where a virtual environment keeps its Python."""
    return venv / "Scripts" / "python.exe" if windows else venv / "bin" / "python"


def ensure() -> Path:
    """Return the environment's Python, after installing whatever is not yet installed."""
    try:
        wanted = wanted_stamp(LOCK.read_bytes(), THIS_PYTHON)
    except FileNotFoundError:
        raise SetupError(f"{LOCK} is missing. It belongs to the program: restore it from the repository.") from None
    python = venv_python(VENV, windows=os.name == "nt")
    stamp = read_stamp(STAMP)
    if stamp[:1] == [wanted] and python.exists():
        if len(stamp) > 1:
            write_stamp(STAMP, wanted, qt_libraries.still_missing(site_packages()))
        return python
    install(python)
    write_stamp(STAMP, wanted, qt_libraries.provide(site_packages()))
    say("Ready.")
    return python


def install(python: Path) -> None:
    """Make the virtual environment where there is no sound one, and install the locked packages into it."""
    import time

    began = time.monotonic()
    if not os.access(ROOT, os.W_OK):
        raise SetupError(
            f"{ROOT} cannot be written to, and the program keeps its packages there, in .venv.\n"
            "Move the folder to a place of your own, or ask for the right to write to it."
        )
    # An older stamp would vouch for a mixture of two lock files if this installation were interrupted.
    STAMP.unlink(missing_ok=True)
    if not is_sound(python):
        make_venv()
    install_packages(python)
    say(f"Packages installed in {time.monotonic() - began:.0f} s.")


def is_sound(python: Path) -> bool:
    """Tell whether this environment's Python starts, has pip, and is of the version that runs this file."""
    probe = "import sys, pip; print('%d.%d' % sys.version_info[:2])"
    code, output = programs.capture([str(python), "-c", probe])
    return code == 0 and output.strip() == dotted(THIS_PYTHON)


def make_venv() -> None:
    """Make an empty virtual environment, in place of a broken one if there is one."""
    import importlib.util

    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise SetupError(
            f"This Python ({sys.executable}) cannot make virtual environments: its venv or ensurepip part is missing.\n"
            "On Debian and Ubuntu: apt install python3-venv. Elsewhere, install Python from its own installer."
        )
    say(f"Setting up {VENV} (once; takes about a minute).")
    # The base interpreter, because the environment to be replaced may be the one that runs this file.
    base = getattr(sys, "_base_executable", None) or sys.executable
    code, output = programs.capture([base, "-m", "venv", "--clear", str(VENV)])
    if code:
        raise SetupError(
            f"Making the virtual environment {VENV} failed:\n{tail(output.splitlines())}\n"
            "Check that the disk is not full and that the folder can be written to. On Debian and Ubuntu, also: "
            "apt install python3-venv"
        )


def pip_command(python: Path, lock_file: Path) -> list[str]:
    """Build the pip call: exactly what a lock file lists, checked by hash, nothing compiled on this machine."""
    options = "--disable-pip-version-check --no-input --no-compile --progress-bar off"
    safety = "--require-hashes --no-deps --only-binary :all:"
    return [str(python), "-m", "pip", "install", *options.split(), *safety.split(), "-r", str(lock_file)]


def install_packages(python: Path) -> None:
    """Install the locked packages, saying which one is being fetched."""
    import collections
    import subprocess

    total = sum("==" in line for line in LOCK.read_text(encoding="utf-8").splitlines())
    last: collections.deque[str] = collections.deque(maxlen=programs.TAIL_LINES)
    count = 0
    with subprocess.Popen(
        pip_command(python, LOCK), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as pip:
        for line in pip.stdout or ():
            last.append(line.rstrip())
            if line.startswith(("Collecting ", "Processing ")):
                count += 1
                say(f"  package {count} of at most {total}: {os.path.basename(line.split()[1])}")
            elif line.startswith("Installing collected"):
                say("  unpacking")
    if pip.returncode:
        raise SetupError(
            f"Installing the packages into {VENV} failed (pip stopped with code {pip.returncode}). Its last lines:\n"
            f"{tail(last)}\n"
            "Check the network connection (behind a proxy, HTTPS_PROXY must be set) and the space on the disk, then\n"
            "start again. If pip finds no matching distribution, this Python is too new or not a 64-bit one."
        )
    # In parallel and without the packages' own tests this takes half the time pip takes; a file it cannot compile
    # is still imported from source, so its result does not matter.
    programs.capture(
        [str(python), "-m", "compileall", "-q", "-j", "0", "-x", r"[\\/]tests?[\\/]", str(site_packages())]
    )


def site_packages() -> Path:
    """Return the folder of the environment's packages."""
    if os.name == "nt":
        return VENV / "Lib" / "site-packages"
    return VENV / "lib" / f"python{dotted(THIS_PYTHON)}" / "site-packages"
