"""dev.py: what its commands decide."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from first_start import environment, programs


@pytest.mark.parametrize(
    "path", [Path(dev.__file__), *Path(environment.__file__).parent.glob("*.py")], ids=lambda path: path.name
)
def test_parses_on_pythons_too_old_to_run_it(path: Path) -> None:
    ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 7))


def test_imports_nothing_slow_at_the_start() -> None:
    code = "import sys; before = set(sys.modules); import dev; print(*(set(sys.modules) - before))"
    result = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(environment.ROOT)!r}); {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not {"argparse", "hashlib", "shutil", "subprocess", "typing", "venv"} & set(result.stdout.split())


def test_too_old_python_ends_the_start(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(environment, "THIS_PYTHON", (3, 10))
    assert dev.main(["run"]) == 1
    assert "Python 3.11 or newer" in capsys.readouterr().err


def test_missing_lock_file_is_explained(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    environment.LOCK.unlink()
    assert dev.main(["run"]) == 1
    assert capsys.readouterr().err == (
        f"{place / 'requirements.lock'} is missing. It belongs to the program: restore it from the repository.\n"
    )


def test_interrupted_installation_leaves_no_stamp_even_of_the_one_before(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_python: Path) -> None:
        raise KeyboardInterrupt

    environment.VENV.mkdir()
    environment.write_stamp(environment.STAMP, "older", [])
    monkeypatch.setattr(environment, "is_sound", lambda _python: True)
    monkeypatch.setattr(environment, "install_packages", interrupt)
    assert dev.main(["run"]) == 130
    assert environment.read_stamp(environment.STAMP) == []
    assert "finished by the next start" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("linux", {}, True),
        ("linux", {"DISPLAY": ""}, True),
        ("linux", {"DISPLAY": ":0"}, False),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, False),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, False),
        ("darwin", {}, False),
        ("win32", {}, False),
    ],
)
def test_no_screen(platform: str, environ: dict[str, str], expected: bool) -> None:
    assert dev.has_no_screen(platform, environ) is expected


def test_with_a_screen_the_window_opens(tmp_path: Path) -> None:
    assert dev.run_commands([], no_screen=False, folder=tmp_path) == [[]]


def test_without_a_screen_the_main_job_is_done(tmp_path: Path) -> None:
    briefing = str(tmp_path / "peru-briefing.xlsx")
    assert dev.run_commands([], no_screen=True, folder=tmp_path) == [
        ["brief", "peru", "-o", briefing],
        ["assess", "peru"],
    ]


@pytest.mark.parametrize("no_screen", [True, False])
def test_arguments_are_passed_on_as_they_are(no_screen: bool, tmp_path: Path) -> None:
    arguments = ["plan", "peru", "--json"]
    assert dev.run_commands(arguments, no_screen, tmp_path) == [arguments]


def test_no_briefing_is_overwritten(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        path = dev.free_name(tmp_path)
        path.touch()
        names.append(path.name)
    assert names == ["peru-briefing.xlsx", "peru-briefing-2.xlsx", "peru-briefing-3.xlsx"]


def test_run_stops_at_the_first_failure_and_passes_its_code_on(
    installs: list[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls: list[list[str]] = []

    def call(command: list[str]) -> int:
        calls.append(command[1:])
        return 3

    monkeypatch.setattr(dev, "has_no_screen", lambda _platform, _environ: True)
    monkeypatch.setattr(programs, "call", call)
    assert dev.main(["run"]) == 3
    assert [arguments[:2] for arguments in calls] == [[str(Path(dev.__file__).with_name("main.py")), "brief"]]
    assert "There is no screen here" in capsys.readouterr().err


def test_whole_suite_is_shared_and_a_selection_is_not() -> None:
    assert dev.test_processes([], 2) == ["-n", "2", "--dist", "worksteal"]
    assert dev.test_processes([], 64)[1] == str(dev.MOST_TEST_PROCESSES)
    assert dev.test_processes([], 1) == []
    assert dev.test_processes(["tests/test_dev.py"], 2) == []


@pytest.mark.parametrize(("check_code", "pytest_code", "expected"), [(0, 0, 0), (0, 5, 5), (1, 0, 1), (1, 2, 1)])
def test_tests_run_even_when_a_check_fails(
    check_code: int,
    pytest_code: int,
    expected: int,
    installs: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def call(command: list[str], environ: dict[str, str]) -> int:
        assert command[1:] == ["-m", "pytest", "-k", "some"]
        assert environ["QT_QPA_PLATFORM"] == "offscreen"
        sys.stdout.write("= the summary of pytest =\n")
        return pytest_code

    monkeypatch.setattr(
        programs, "capture", lambda command: (check_code if "mypy" in command else 0, "main.py:1: wrong")
    )
    monkeypatch.setattr(programs, "call", call)
    monkeypatch.chdir(environment.ROOT)
    assert dev.main(["test", "-k", "some"]) == expected
    ok = ["ruff check: ok", "ruff format: ok", "mypy: ok", "imports: ok"]
    bad = [*ok[:2], "mypy: FAILED", "main.py:1: wrong", ok[3], "FAILED before the tests: mypy"]
    assert capsys.readouterr().out.splitlines() == [*(bad if check_code else ok), "= the summary of pytest ="]


def test_lock_file_names_no_registry() -> None:
    assert {"--universal", "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"} <= set(
        dev.lock_options("pyproject.toml", environment.LOCK)
    )


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["--help"]) == 0
    text = capsys.readouterr().out
    assert all(f"dev.py {command}" in text for command in dev.COMMANDS)


@pytest.mark.parametrize("arguments", [[], ["start"]])
def test_wrong_command_is_answered_with_the_help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(arguments) == 2
    assert "python3 dev.py run" in capsys.readouterr().err


@pytest.mark.parametrize("is_there", [False, True])
def test_what_builds_the_application_folder_is_installed_from_its_own_lock_file(
    place: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    called: list[list[str]] = []

    def capture(command: list[str]) -> tuple[int, str]:
        called.append(command)
        return (0 if is_there or "pip" in command else 1), ""

    def become(command: list[str]) -> int:
        called.append(command)
        return 0

    monkeypatch.chdir(place)
    monkeypatch.setattr(environment, "ensure", lambda: Path("python"))
    monkeypatch.setattr(programs, "capture", capture)
    monkeypatch.setattr(programs, "become", become)
    assert dev.package(["--test"]) == 0
    installs = [command for command in called if "pip" in command]
    assert len(installs) == (0 if is_there else 1)
    assert all(command[-1] == str(environment.PACKAGE_LOCK) and "--require-hashes" in command for command in installs)
    assert called[-1][1:] == ["-m", "distribution.build", "--test"]
