"""dev.py: what it decides, without making an environment."""

from __future__ import annotations

import ast
import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev

LDD = """\
/venv/PySide6/QtGui.abi3.so:
\tlinux-vdso.so.1 (0x00007ffd5d3f2000)
\tlibEGL.so.1 => not found
\tlibQt6Gui.so.6 => /venv/PySide6/Qt/lib/libQt6Gui.so.6 (0x00007f0b1c000000)
\tlibxcb-icccm.so.4 => not found
/venv/PySide6/Qt/plugins/platforms/libqxcb.so:
\tlibxcb-icccm.so.4 => not found
"""
LOCK = b"numpy==2.4.6 --hash=sha256:00\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let dev.py believe that it lives in an empty folder with a lock file."""
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(dev, "STAMP", tmp_path / ".venv" / "installed.stamp")
    dev.LOCK.write_bytes(LOCK)
    return tmp_path


@pytest.fixture
def installs(place: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Record installations instead of making them."""
    done: list[Path] = []

    def install(python: Path) -> None:
        done.append(python)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    monkeypatch.setattr(dev, "install", install)
    monkeypatch.setattr(dev, "provide_libraries", list)
    return done


def test_parses_on_pythons_too_old_to_run_it() -> None:
    ast.parse(Path(dev.__file__).read_text(encoding="utf-8"), feature_version=(3, 7))


def test_imports_nothing_slow_at_the_start() -> None:
    code = "import sys; before = set(sys.modules); import dev; print(*(set(sys.modules) - before))"
    result = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(dev.ROOT)!r}); {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not {"argparse", "hashlib", "shutil", "subprocess", "typing", "venv"} & set(result.stdout.split())


@pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
def test_new_enough_python(version: tuple[int, int]) -> None:
    assert dev.too_old(version) is None


@pytest.mark.parametrize("version", [(2, 7), (3, 9), (3, 10)])
def test_too_old_python_is_told_what_to_do(version: tuple[int, int]) -> None:
    message = dev.too_old(version)
    assert message is not None
    assert f"this is Python {version[0]}.{version[1]}" in message
    assert "needs Python 3.11 or newer" in message
    assert "python3.11 dev.py run" in message


def test_too_old_python_ends_the_start(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(dev, "THIS_PYTHON", (3, 10))
    assert dev.main(["run"]) == 1
    assert "Python 3.11 or newer" in capsys.readouterr().err


# Stamp


def test_stamp_tells_lock_files_and_pythons_apart() -> None:
    stamps = {dev.wanted_stamp(lock, version) for lock in (b"a", b"b") for version in ((3, 11), (3, 12))}
    assert len(stamps) == 4


def test_stamp_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "stamp"
    dev.write_stamp(path, "wanted", ["libGL.so.1"])
    assert dev.read_stamp(path) == ["wanted", "libGL.so.1"]
    assert list(tmp_path.iterdir()) == [path]


def test_no_stamp_reads_as_nothing_installed(tmp_path: Path) -> None:
    assert dev.read_stamp(tmp_path / "none" / "stamp") == []


def test_first_start_installs_and_the_second_does_not(installs: list[Path]) -> None:
    assert dev.environment() == dev.environment()
    assert len(installs) == 1


def test_changed_lock_file_installs_again(installs: list[Path]) -> None:
    dev.environment()
    dev.LOCK.write_bytes(LOCK + b"scipy==1.17.1\n")
    dev.environment()
    assert len(installs) == 2


def test_other_python_installs_again(installs: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    dev.environment()
    monkeypatch.setattr(dev, "THIS_PYTHON", (3, 99))
    dev.environment()
    assert len(installs) == 2


def test_lost_interpreter_installs_again(installs: list[Path]) -> None:
    dev.environment().unlink()
    dev.environment()
    assert len(installs) == 2


def test_missing_lock_file_is_explained(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dev.LOCK.unlink()
    assert dev.main(["run"]) == 1
    assert capsys.readouterr().err == (
        f"{place / 'requirements.lock'} is missing. It belongs to the program: restore it from the repository.\n"
    )


def test_interrupted_installation_leaves_no_stamp_even_of_the_one_before(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_python: Path) -> None:
        raise KeyboardInterrupt

    dev.VENV.mkdir()
    dev.write_stamp(dev.STAMP, "older", [])
    monkeypatch.setattr(dev, "is_sound", lambda _python: True)
    monkeypatch.setattr(dev, "install_packages", interrupt)
    assert dev.main(["run"]) == 130
    assert dev.read_stamp(dev.STAMP) == []
    assert "finished by the next start" in capsys.readouterr().err


def test_missing_libraries_are_looked_for_again_until_they_are_there(
    installs: list[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "provide_libraries", lambda: ["libGL.so.1"])
    monkeypatch.setattr(dev, "missing_libraries", lambda: ["libGL.so.1"])
    dev.environment()
    dev.environment()
    assert "Qt misses shared libraries of the system, so the window may not open: libGL.so.1" in capsys.readouterr().err
    monkeypatch.setattr(dev, "missing_libraries", list)
    dev.environment()
    monkeypatch.delattr(dev, "missing_libraries")
    dev.environment()
    assert len(installs) == 1
    assert capsys.readouterr().err == ""


# Installing


def test_pip_installs_only_what_the_lock_file_vouches_for(place: Path) -> None:
    command = dev.pip_command(Path("python"), dev.LOCK)
    assert command[:4] == ["python", "-m", "pip", "install"]
    assert {"--require-hashes", "--no-deps", "--no-input", "--disable-pip-version-check"} <= set(command)
    assert command[command.index("--only-binary") + 1] == ":all:"
    assert command[-2:] == ["-r", str(place / "requirements.lock")]


def test_failing_pip_is_quoted_with_what_to_do(place: Path) -> None:
    pip = place / "pip"
    pip.write_text(f"#!{sys.executable}\nprint('ERROR: no network')\nraise SystemExit(2)\n", encoding="utf-8")
    pip.chmod(0o755)
    with pytest.raises(dev.SetupError, match=r"code 2(?s:.*)ERROR: no network(?s:.*)HTTPS_PROXY"):
        dev.install_packages(pip)


def test_folder_that_cannot_be_written_to(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(dev.SetupError, match="cannot be written to"):
        dev.install(place / "python")


@pytest.mark.parametrize("absent", ["venv", "ensurepip"])
def test_python_without_venv(absent: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == absent else object())
    with pytest.raises(dev.SetupError, match="apt install python3-venv"):
        dev.make_venv()


def test_failing_venv_is_quoted(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "capture", lambda _command: (1, os.strerror(errno.ENOSPC)))
    with pytest.raises(dev.SetupError, match="No space left on device"):
        dev.make_venv()


def test_environment_is_sound_only_with_the_same_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert dev.is_sound(Path(sys.executable))
    assert not dev.is_sound(tmp_path / "no-python")
    monkeypatch.setattr(dev, "THIS_PYTHON", (3, 99))
    assert not dev.is_sound(Path(sys.executable))


def test_environment_has_its_python_where_the_system_puts_it() -> None:
    assert dev.venv_python(Path("e"), windows=False) == Path("e/bin/python")
    assert dev.venv_python(Path("e"), windows=True) == Path("e/Scripts/python.exe")


def test_tail_keeps_the_last_lines() -> None:
    assert dev.tail(str(number) for number in range(100)).split() == [str(number) for number in range(88, 100)]


# Shared libraries of Qt


def test_missing_libraries_are_read_from_ldd() -> None:
    assert dev.not_found(LDD) == ["libEGL.so.1", "libxcb-icccm.so.4"]


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libGL.so.1", "libgl1"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libwayland-cursor.so.0", "libwayland-cursor0"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxcb-render-util.so.0", "libxcb-render-util0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libxkbcommon.so.0", "libxkbcommon0"),
    ],
)
def test_debian_package_of_a_library(library: str, package: str) -> None:
    assert dev.debian_packages([library]) == [package]


def test_each_debian_package_is_named_once() -> None:
    assert dev.debian_packages(["libgthread-2.0.so.0", "libglib-2.0.so.0", "libGL.so.1"]) == ["libgl1", "libglib2.0-0"]


@pytest.mark.parametrize(
    ("installer", "remedy"),
    [
        ("apt-get", "sudo apt-get install -y libegl1 libxcb-icccm4"),
        ("dnf", "sudo dnf install -y 'libEGL.so.1()(64bit)' 'libxcb-icccm.so.4()(64bit)'"),
        ("", "the package manager of your system"),
    ],
)
def test_advice_fits_the_system(installer: str, remedy: str) -> None:
    text = dev.advice(["libEGL.so.1", "libxcb-icccm.so.4"], lambda program: program == installer)
    assert "libEGL.so.1, libxcb-icccm.so.4" in text
    assert remedy in text


def test_libraries_are_installed_by_root_and_asked_of_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacking = ["libGL.so.1"]
    asked: list[list[str]] = []

    def apt_install(packages: list[str]) -> str:
        asked.append(packages)
        lacking.clear()
        return ""

    monkeypatch.setattr(dev, "missing_libraries", lambda: list(lacking))
    monkeypatch.setattr(dev, "is_present", lambda program: program == "apt-get")
    monkeypatch.setattr(dev, "apt_install", apt_install)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert dev.provide_libraries() == ["libGL.so.1"]
    assert asked == []
    assert "sudo apt-get install -y libgl1" in capsys.readouterr().err
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert dev.provide_libraries() == []
    assert asked == [["libgl1"]]


def test_failing_apt_is_quoted_and_the_start_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "missing_libraries", lambda: ["libGL.so.1"])
    monkeypatch.setattr(dev, "is_present", lambda program: program == "apt-get")
    monkeypatch.setattr(dev, "apt_install", lambda _packages: "E: Unable to locate package libgl1")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert dev.provide_libraries() == ["libGL.so.1"]
    said = capsys.readouterr().err
    assert "E: Unable to locate package libgl1" in said
    assert "sudo apt-get install -y libgl1" in said


# The commands


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
    monkeypatch.setattr(dev, "call", call)
    assert dev.main(["run"]) == 3
    assert [arguments[:2] for arguments in calls] == [[str(dev.ROOT / "main.py"), "brief"]]
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

    monkeypatch.setattr(dev, "capture", lambda command: (check_code if "mypy" in command else 0, "main.py:1: wrong"))
    monkeypatch.setattr(dev, "call", call)
    monkeypatch.chdir(dev.ROOT)
    assert dev.main(["test", "-k", "some"]) == expected
    ok = ["ruff check: ok", "ruff format: ok", "mypy: ok", "imports: ok"]
    bad = [*ok[:2], "mypy: FAILED", "main.py:1: wrong", ok[3], "FAILED before the tests: mypy"]
    assert capsys.readouterr().out.splitlines() == [*(bad if check_code else ok), "= the summary of pytest ="]


def test_exit_codes_are_those_of_a_shell() -> None:
    assert dev.call([sys.executable, "-c", "raise SystemExit(7)"]) == 7


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals")
def test_death_by_signal_is_not_success() -> None:
    assert dev.call([sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"]) == 137


def test_program_that_cannot_start_is_reported() -> None:
    code, output = dev.capture(["no-such-program"])
    assert code == 127
    assert "no-such-program" in output


def test_lock_file_names_no_registry() -> None:
    assert {"--universal", "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"} <= set(
        dev.lock_options("pyproject.toml", dev.LOCK)
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
    monkeypatch.setattr(dev, "environment", lambda: Path("python"))
    monkeypatch.setattr(dev, "capture", capture)
    monkeypatch.setattr(dev, "become", become)
    assert dev.package(["--test"]) == 0
    installs = [command for command in called if "pip" in command]
    assert len(installs) == (0 if is_there else 1)
    assert all(command[-1] == str(dev.PACKAGE_LOCK) and "--require-hashes" in command for command in installs)
    assert called[-1][1:] == ["-m", "distribution.build", "--test"]
