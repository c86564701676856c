"""Set up Second Image and start it, test it or measure it.

    python3 dev.py run [arguments of main.py]     open the window, or run one command
    python3 dev.py test [arguments of pytest]     style, types, import rules and tests
    python3 dev.py bench [groups]                 measure speed: engine, briefing, growth, peers, panel,
                                                  imports, window; or all
    python3 dev.py proof [part]                   prove that nothing is lost: kill, faults, full-disk, fuzz, two, all
    python3 dev.py screens [arguments]            take pictures of every page of the window
    python3 dev.py package [--test]               build the application folder, which needs no Python, in dist
    python3 dev.py lock [arguments of uv]         renew the lock files after a change in pyproject.toml

The first start makes the folder .venv beside this file and installs into it what requirements.lock lists. Later ones
start at once.
"""

# Only what `first_start` allows itself: a start with nothing to install should cost no more than starting Python.

from __future__ import annotations

import os
import sys
from pathlib import Path

from first_start import environment, programs
from first_start.environment import LOCK, PACKAGE_LOCK, ROOT
from first_start.programs import SetupError, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST_TEST_PROCESSES = 4
CHECKS = (
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("ruff format", ("-m", "ruff", "format", "--check", ".")),
    ("mypy", ("-m", "mypy")),
    ("imports", ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-logo")),
)


def has_no_screen(platform: str, environ: Mapping[str, str]) -> bool:
    """Tell whether a window could not open here: Linux without a display, and no other Qt platform asked for."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform.startswith("linux") and not any(environ.get(name) for name in names)


def free_name(folder: Path) -> Path:
    """Return a name for the briefing in this folder that no file has yet."""
    path = folder / "peru-briefing.xlsx"
    number = 1
    while path.exists():
        number += 1
        path = folder / f"peru-briefing-{number}.xlsx"
    return path


def run_commands(arguments: Sequence[str], no_screen: bool, folder: Path) -> list[list[str]]:
    """Return what to call main.py with: the arguments given, or the main job where no window can open."""
    if arguments or not no_screen:
        return [list(arguments)]
    return [["brief", "peru", "-o", str(free_name(folder))], ["assess", "peru"]]


def run(arguments: Sequence[str]) -> int:
    """Start the program in the caller's folder."""
    python = environment.ensure()
    no_screen = has_no_screen(sys.platform, os.environ)
    main = [str(python), str(ROOT / "main.py")]
    commands = run_commands(arguments, no_screen, Path.cwd())
    if len(commands) == 1:
        return programs.become([*main, *commands[0]])
    say(
        "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window cannot open.\n"
        "Writing the briefing on Peru instead. For everything else without a window: python3 dev.py run --help"
    )
    for command in commands:
        code = programs.call([*main, *command])
        if code:
            return code
    return 0


def test(arguments: Sequence[str]) -> int:
    """Check style, types and import rules, then run the tests; the tests' own summary comes last."""
    python = str(environment.ensure())
    os.chdir(ROOT)
    failed = [name for name, check in CHECKS if not passes(name, [python, *check])]
    if failed:
        print(f"FAILED before the tests: {', '.join(failed)}", flush=True)
    code = programs.call(
        [python, "-m", "pytest", *test_processes(arguments, os.cpu_count() or 1), *arguments],
        {**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return 1 if failed else code


def passes(name: str, command: Sequence[str]) -> bool:
    """Run one check; print one line when all is well, and everything it says when not."""
    code, output = programs.capture(command)
    print(f"{name}: FAILED\n{output.rstrip()}" if code else f"{name}: ok", flush=True)
    return code == 0


def test_processes(arguments: Sequence[str], processors: int) -> list[str]:
    """Share the whole suite among processes; a selection of tests runs in one, which starts faster."""
    count = min(processors, MOST_TEST_PROCESSES)
    return [] if arguments or count < 2 else ["-n", str(count), "--dist", "worksteal"]


def bench(arguments: Sequence[str]) -> int:
    """Run the benchmarks."""
    python = environment.ensure()
    os.chdir(ROOT)
    return programs.become([str(python), "-m", "benchmarks", *arguments])


def proof(arguments: Sequence[str]) -> int:
    """Prove at full scale that the library loses nothing; that takes hours."""
    python = environment.ensure()
    os.chdir(ROOT)
    return programs.become([str(python), "-m", "tests.reliability", *arguments])


def screens(arguments: Sequence[str]) -> int:
    """Take pictures of the window's pages, without a screen if there is none."""
    python = environment.ensure()
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    if has_no_screen(sys.platform, os.environ):
        environ["QT_QPA_PLATFORM"] = "offscreen"
    return programs.become([str(python), "-m", "tests.screens", *arguments], environ)


def package(arguments: Sequence[str]) -> int:
    """Build the application folder; what builds it is installed the first time."""
    python = environment.ensure()
    if programs.capture([str(python), "-c", "import PyInstaller"])[0]:
        say("Installing what builds the application folder.")
        code, output = programs.capture(environment.pip_command(python, PACKAGE_LOCK))
        if code:
            raise SetupError(f"Installing it failed. pip's last lines:\n{programs.tail(output.splitlines())}")
    os.chdir(ROOT)
    return programs.become([str(python), "-m", "distribution.build", *arguments])


def lock(arguments: Sequence[str]) -> int:
    """Renew the lock file from pyproject.toml, keeping the versions it has unless --upgrade is given."""
    if programs.is_present("uv"):
        uv = ["uv"]
    else:
        python = str(environment.ensure())
        code = programs.call([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv"])
        if code:
            raise SetupError("The lock file is made by uv, which could not be installed; pip says above why.")
        uv = [python, "-m", "uv"]
    os.chdir(ROOT)
    code = programs.call([*uv, *lock_options("pyproject.toml --extra dev", LOCK), *arguments])
    return code or programs.call(
        [*uv, *lock_options(f"--group package --constraints {LOCK.name}", PACKAGE_LOCK), *arguments]
    )


def lock_options(wanted: str, path: Path) -> list[str]:
    """Return what to ask of uv: one file for every system, with hashes, that does not say where packages come from."""
    what = f"pip compile {wanted} --output-file {path.name}"
    how = "--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --quiet"
    return [*what.split(), *how.split(), "--custom-compile-command", "python3 dev.py lock"]


COMMANDS = {
    "run": run,
    "test": test,
    "bench": bench,
    "proof": proof,
    "screens": screens,
    "package": package,
    "lock": lock,
}


def main(arguments: Sequence[str]) -> int:
    """Run the command that was asked for and return its exit code."""
    complaint = environment.too_old(environment.THIS_PYTHON)
    if complaint:
        say(complaint)
        return 1
    if arguments and arguments[0] in ("-h", "--help", "help"):
        print(__doc__.strip())
        return 0
    if not arguments or arguments[0] not in COMMANDS:
        say((f"dev.py has no command '{arguments[0]}'.\n\n" if arguments else "") + __doc__.strip())
        return 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except SetupError as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        say("Stopped. Anything left half installed is finished by the next start.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
