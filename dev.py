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

# Only the standard library, and heavy parts of it inside the functions that need them: a start with nothing to install
# should cost no more than starting Python. The file must also parse on older Pythons, which are told so by `too_old`.

from __future__ import annotations

import os
import sys
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
PACKAGE_LOCK = ROOT / "requirements-package.lock"
STAMP = VENV / "installed.stamp"
OLDEST_PYTHON = (3, 11)
THIS_PYTHON = sys.version_info[:2]
MOST_TEST_PROCESSES = 4
TAIL_LINES = 12

# The Debian packages whose names do not follow from the name of the library in them.
ODD_DEBIAN_NAMES = {"libglib-2.0.so.0": "libglib2.0-0", "libgthread-2.0.so.0": "libglib2.0-0"}
# Qt's own files whose needs are looked into: the window, and every way to show one on Linux.
QT_FILES = (
    "QtGui.abi3.so",
    "QtWidgets.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqwayland.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/xcbglintegrations/libqxcb-glx-integration.so",
)
CHECKS = (
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("ruff format", ("-m", "ruff", "format", "--check", ".")),
    ("mypy", ("-m", "mypy")),
    ("imports", ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-logo")),
)


class SetupError(Exception):
    """Something the person at the keyboard can mend: says where, what, and what to do."""


def say(text: str) -> None:
    """Report progress on standard error, so that standard output holds results only."""
    print(text, file=sys.stderr, flush=True)


# What is installed


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


def environment() -> Path:
    """Return the environment's Python, after installing whatever is not yet installed."""
    try:
        wanted = wanted_stamp(LOCK.read_bytes(), THIS_PYTHON)
    except FileNotFoundError:
        raise SetupError(f"{LOCK} is missing. It belongs to the program: restore it from the repository.") from None
    python = venv_python(VENV, windows=os.name == "nt")
    stamp = read_stamp(STAMP)
    if stamp[:1] == [wanted] and python.exists():
        if len(stamp) > 1:
            write_stamp(STAMP, wanted, still_missing())
        return python
    install(python)
    write_stamp(STAMP, wanted, provide_libraries())
    say("Ready.")
    return python


# Installing


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
    code, output = capture([str(python), "-c", probe])
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
    code, output = capture([base, "-m", "venv", "--clear", str(VENV)])
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
    last: collections.deque[str] = collections.deque(maxlen=TAIL_LINES)
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
    capture([str(python), "-m", "compileall", "-q", "-j", "0", "-x", r"[\\/]tests?[\\/]", str(site_packages())])


def site_packages() -> Path:
    """Return the folder of the environment's packages."""
    if os.name == "nt":
        return VENV / "Lib" / "site-packages"
    return VENV / "lib" / f"python{dotted(THIS_PYTHON)}" / "site-packages"


def tail(lines: Iterable[str]) -> str:
    """Indent the last lines of a program's output."""
    return "\n".join("    " + line for line in list(lines)[-TAIL_LINES:])


# Shared libraries of Qt


def provide_libraries() -> list[str]:
    """Install the shared libraries that Qt lacks on this machine, or say how; return those still missing."""
    missing = missing_libraries()
    if missing and is_present("apt-get") and sys.platform != "win32" and os.geteuid() == 0:
        packages = debian_packages(missing)
        say(f"Installing the system packages that Qt needs: {' '.join(packages)}")
        output = apt_install(packages)
        missing = missing_libraries()
        if missing:
            say(f"apt-get did not provide them all. Its last lines:\n{tail(output.splitlines())}")
    if missing:
        say(advice(missing, is_present))
    return missing


def still_missing() -> list[str]:
    """Look again for libraries that were missing, in case they have been installed since; repeat the advice if not."""
    missing = missing_libraries()
    if missing:
        say(advice(missing, is_present))
    return missing


def missing_libraries() -> list[str]:
    """Ask the system's loader which shared libraries Qt would not find; only Linux leaves any of them to the system."""
    if not sys.platform.startswith("linux"):
        return []
    folder = site_packages() / "PySide6"
    _, output = capture(["ldd", *(str(folder / name) for name in QT_FILES)], {**os.environ, "LC_ALL": "C"})
    return not_found(output)


def not_found(ldd_output: str) -> list[str]:
    """Return the libraries that ldd did not find, each once, in the order of the alphabet."""
    return sorted({line.split()[0] for line in ldd_output.splitlines() if line.rstrip().endswith("=> not found")})


def debian_packages(libraries: Iterable[str]) -> list[str]:
    """Return the Debian packages that hold these libraries, by Debian's own rule for naming them."""
    packages = set()
    for library in libraries:
        name, _, version = library.lower().partition(".so.")
        dash = "-" if name[-1:].isdigit() else ""
        packages.add(ODD_DEBIAN_NAMES.get(library, f"{name}{dash}{version}"))
    return sorted(packages)


def advice(libraries: Sequence[str], present: Callable[[str], bool]) -> str:
    """Say what is missing, and give the one command that installs it on this kind of Linux."""
    if present("apt-get"):
        remedy = "Install them with: sudo apt-get install -y " + " ".join(debian_packages(libraries))
    elif present("dnf"):
        remedy = "Install them with: sudo dnf install -y " + " ".join(f"'{name}()(64bit)'" for name in libraries)
    else:
        remedy = "Install them with the package manager of your system."
    return f"Qt misses shared libraries of the system, so the window may not open: {', '.join(libraries)}\n{remedy}"


def apt_install(packages: Sequence[str]) -> str:
    """Install Debian packages without questions, giving up soon where there is no network; return what apt-get said."""
    apt = ["apt-get", "-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=20", "-o", "DPkg::Lock::Timeout=120"]
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # A list of packages that could not be renewed in full may still do, so both calls are made in any case.
    _, first = capture([*apt, "update"], environ)
    _, second = capture([*apt, "install", "-y", "--no-install-recommends", *packages], environ)
    return first + second


def is_present(program: str) -> bool:
    """Tell whether a program can be called by its name."""
    import shutil

    return shutil.which(program) is not None


# Other programs


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


# The commands


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
    python = environment()
    no_screen = has_no_screen(sys.platform, os.environ)
    main = [str(python), str(ROOT / "main.py")]
    commands = run_commands(arguments, no_screen, Path.cwd())
    if len(commands) == 1:
        return become([*main, *commands[0]])
    say(
        "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window cannot open.\n"
        "Writing the briefing on Peru instead. For everything else without a window: python3 dev.py run --help"
    )
    for command in commands:
        code = call([*main, *command])
        if code:
            return code
    return 0


def test(arguments: Sequence[str]) -> int:
    """Check style, types and import rules, then run the tests; the tests' own summary comes last."""
    python = str(environment())
    os.chdir(ROOT)
    failed = [name for name, check in CHECKS if not passes(name, [python, *check])]
    if failed:
        print(f"FAILED before the tests: {', '.join(failed)}", flush=True)
    code = call(
        [python, "-m", "pytest", *test_processes(arguments, os.cpu_count() or 1), *arguments],
        {**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return 1 if failed else code


def passes(name: str, command: Sequence[str]) -> bool:
    """Run one check; print one line when all is well, and everything it says when not."""
    code, output = capture(command)
    print(f"{name}: FAILED\n{output.rstrip()}" if code else f"{name}: ok", flush=True)
    return code == 0


def test_processes(arguments: Sequence[str], processors: int) -> list[str]:
    """Share the whole suite among processes; a selection of tests runs in one, which starts faster."""
    count = min(processors, MOST_TEST_PROCESSES)
    return [] if arguments or count < 2 else ["-n", str(count), "--dist", "worksteal"]


def bench(arguments: Sequence[str]) -> int:
    """Run the benchmarks."""
    python = environment()
    os.chdir(ROOT)
    return become([str(python), "-m", "benchmarks", *arguments])


def proof(arguments: Sequence[str]) -> int:
    """Prove at full scale that the library loses nothing; that takes hours."""
    python = environment()
    os.chdir(ROOT)
    return become([str(python), "-m", "tests.reliability", *arguments])


def screens(arguments: Sequence[str]) -> int:
    """Take pictures of the window's pages, without a screen if there is none."""
    python = environment()
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    if has_no_screen(sys.platform, os.environ):
        environ["QT_QPA_PLATFORM"] = "offscreen"
    return become([str(python), "-m", "tests.screens", *arguments], environ)


def package(arguments: Sequence[str]) -> int:
    """Build the application folder; what builds it is installed the first time."""
    python = environment()
    if capture([str(python), "-c", "import PyInstaller"])[0]:
        say("Installing what builds the application folder.")
        code, output = capture(pip_command(python, PACKAGE_LOCK))
        if code:
            raise SetupError(f"Installing it failed. pip's last lines:\n{tail(output.splitlines())}")
    os.chdir(ROOT)
    return become([str(python), "-m", "distribution.build", *arguments])


def lock(arguments: Sequence[str]) -> int:
    """Renew the lock file from pyproject.toml, keeping the versions it has unless --upgrade is given."""
    if is_present("uv"):
        uv = ["uv"]
    else:
        python = str(environment())
        code = call([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv"])
        if code:
            raise SetupError("The lock file is made by uv, which could not be installed; pip says above why.")
        uv = [python, "-m", "uv"]
    os.chdir(ROOT)
    code = call([*uv, *lock_options("pyproject.toml --extra dev", LOCK), *arguments])
    return code or call([*uv, *lock_options(f"--group package --constraints {LOCK.name}", PACKAGE_LOCK), *arguments])


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
    complaint = too_old(THIS_PYTHON)
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
