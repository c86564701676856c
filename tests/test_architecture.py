"""Rules of the whole repository that neither the linters nor the import contracts can hold."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("advisor", "commands", "data", "ui")
# Packages, and modules of types without behaviour of their own.
WITHOUT_TESTS = {
    "__init__.py",
    "arrays.py",
    "bounds.py",
    "chart.py",
    "errors.py",
    "parameters.py",
    "ports.py",
    "stance_fit.py",
}
# What only some commands need, and what would make every start wait.
SLOW = ("PySide6", "matplotlib", "openpyxl", "pandas", "scipy.stats", "xlsxwriter")
# Written in pieces, so that this file does not name them either.
MACHINE_PATH = re.compile(r"(?<![\w.~/-])(?:/(?:home|mnt|opt|root|tmp|Users|work)/\w|[A-Za-z]:\\+Users\\)")
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pypi", "python"),
        ("pythonhosted", "org"),
        ("anaconda", "org"),
        ("npmjs", "org"),
        ("jfrog", "io"),
    )
)


def modules() -> list[str]:
    """List the modules of the packages, as paths below the root."""
    paths = (path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return sorted(path.relative_to(ROOT).as_posix() for path in paths)


def repository_files() -> list[str]:
    """List the files that are in the repository or about to be."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    except (FileNotFoundError, subprocess.CalledProcessError):
        pytest.skip("this copy of the program is not a git repository")
    return sorted({name for name in result.stdout.split("\0") if (ROOT / name).is_file()})


def offences(pattern: re.Pattern[str]) -> list[str]:
    """List the lines of the repository's text files that match."""
    found = []
    for name in repository_files():
        content = (ROOT / name).read_bytes()
        if b"\0" in content:
            continue
        lines = content.decode("utf-8", errors="replace").splitlines()
        found += [f"{name}:{number}: {line.strip()}" for number, line in enumerate(lines, 1) if pattern.search(line)]
    return found


@pytest.mark.parametrize("module", [name for name in modules() if Path(name).name not in WITHOUT_TESTS])
def test_every_module_has_its_tests(module: str) -> None:
    path = Path(module)
    mirror = Path("tests") / path.parent / f"test_{path.name}"
    assert (ROOT / mirror).is_file(), f"{module} has no tests: write {mirror.as_posix()}"


@pytest.mark.parametrize("folder", sorted({str(Path(name).parent) for name in modules()}))
def test_every_folder_of_modules_is_a_package_that_the_import_contracts_see(folder: str) -> None:
    parts = Path(folder).parts
    for depth in range(len(parts)):
        assert (ROOT.joinpath(*parts[: depth + 1]) / "__init__.py").is_file()


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run this Python in the repository; what it complained about is in the test's message."""
    result = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert result.returncode == 0, result.stderr
    return result


def test_help_is_shown_without_loading_what_only_some_commands_need() -> None:
    result = run_python("-X", "importtime", "main.py", "--help")
    lines = (line for line in result.stderr.splitlines() if line.startswith("import time:"))
    loaded = {line.rpartition("|")[2].strip() for line in lines}
    assert "argparse" in loaded
    assert sorted(name for name in loaded if name.startswith(SLOW)) == []


def test_main_is_imported_without_loading_what_only_some_commands_need() -> None:
    result = run_python("-c", "import sys, main; print(*sys.modules)")
    assert sorted(name for name in result.stdout.split() if name.startswith(SLOW)) == []


def test_no_file_names_a_place_on_one_machine() -> None:
    assert offences(MACHINE_PATH) == []


def test_no_file_names_where_packages_are_fetched_from() -> None:
    assert offences(re.compile("|".join(re.escape(host) for host in REGISTRIES))) == []
