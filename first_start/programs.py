"""Other programs: run one unseen, to its end, or hand over to it; and what is said meanwhile."""

# Only the standard library, and heavy parts of it inside the functions that need them, here and beside: a start with
# nothing to install should cost no more than starting Python. The files must also parse on older Pythons, which are
# told so by `environment.too_old`.

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

TAIL_LINES = 12


class SetupError(Exception):
    """Something the person at the keyboard can mend: says where, what, and what to do."""


def say(text: str) -> None:
    """Report progress on standard error, so that standard output holds results only."""
    print(text, file=sys.stderr, flush=True)


def tail(lines: Iterable[str]) -> str:
    """Indent the last lines of a program's output."""
    return "\n".join("    " + line for line in list(lines)[-TAIL_LINES:])


def is_present(program: str) -> bool:
    """Tell whether a program can be called by its name."""
    import shutil

    return shutil.which(program) is not None


def capture(command: Sequence[str], environ: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Run a program unseen; return its exit code and what it said, or 127 and the reason if it cannot start."""
    import subprocess

    try:
        result = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environ,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        return 127, str(error)
    return result.returncode, result.stdout


def call(command: Sequence[str], environ: Mapping[str, str] | None = None) -> int:
    """Run a program to its end and return its exit code as a shell would."""
    import subprocess

    code = subprocess.call(command, env=environ)
    return 128 - code if code < 0 else code


def become(command: Sequence[str], environ: Mapping[str, str] | None = None) -> int:
    """Hand over to another program; on Windows, where that is not possible, wait for it and return its exit code."""
    if os.name != "nt":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execve(command[0], list(command), os.environ if environ is None else environ)
    return call(command, environ)
