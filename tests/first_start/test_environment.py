"""The virtual environment: what is decided, without making one."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from first_start import environment, programs, qt_libraries

LOCK = b"numpy==2.4.6 --hash=sha256:00\n"


@pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
def test_new_enough_python(version: tuple[int, int]) -> None:
    assert environment.too_old(version) is None


@pytest.mark.parametrize("version", [(2, 7), (3, 9), (3, 10)])
def test_too_old_python_is_told_what_to_do(version: tuple[int, int]) -> None:
    message = environment.too_old(version)
    assert message is not None
    assert f"this is Python {version[0]}.{version[1]}" in message
    assert "needs Python 3.11 or newer" in message
    assert "python3.11 dev.py run" in message


def test_stamp_tells_lock_files_and_pythons_apart() -> None:
    stamps = {environment.wanted_stamp(lock, version) for lock in (b"a", b"b") for version in ((3, 11), (3, 12))}
    assert len(stamps) == 4


def test_stamp_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "stamp"
    environment.write_stamp(path, "wanted", ["libGL.so.1"])
    assert environment.read_stamp(path) == ["wanted", "libGL.so.1"]
    assert list(tmp_path.iterdir()) == [path]


def test_no_stamp_reads_as_nothing_installed(tmp_path: Path) -> None:
    assert environment.read_stamp(tmp_path / "none" / "stamp") == []


def test_first_start_installs_and_the_second_does_not(installs: list[Path]) -> None:
    assert environment.ensure() == environment.ensure()
    assert len(installs) == 1


def test_changed_lock_file_installs_again(installs: list[Path]) -> None:
    environment.ensure()
    environment.LOCK.write_bytes(LOCK + b"scipy==1.17.1\n")
    environment.ensure()
    assert len(installs) == 2


def test_other_python_installs_again(installs: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    environment.ensure()
    monkeypatch.setattr(environment, "THIS_PYTHON", (3, 99))
    environment.ensure()
    assert len(installs) == 2


def test_lost_interpreter_installs_again(installs: list[Path]) -> None:
    environment.ensure().unlink()
    environment.ensure()
    assert len(installs) == 2


def test_missing_libraries_are_looked_for_again_until_they_are_there(
    installs: list[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(qt_libraries, "provide", lambda _folder: ["libGL.so.1"])
    monkeypatch.setattr(qt_libraries, "missing_libraries", lambda _folder: ["libGL.so.1"])
    environment.ensure()
    environment.ensure()
    assert "Qt misses shared libraries of the system, so the window may not open: libGL.so.1" in capsys.readouterr().err
    monkeypatch.setattr(qt_libraries, "missing_libraries", lambda _folder: [])
    environment.ensure()
    monkeypatch.delattr(qt_libraries, "missing_libraries")
    environment.ensure()
    assert len(installs) == 1
    assert capsys.readouterr().err == ""


def test_pip_installs_only_what_the_lock_file_vouches_for(place: Path) -> None:
    command = environment.pip_command(Path("python"), environment.LOCK)
    assert command[:4] == ["python", "-m", "pip", "install"]
    assert {"--require-hashes", "--no-deps", "--no-input", "--disable-pip-version-check"} <= set(command)
    assert command[command.index("--only-binary") + 1] == ":all:"
    assert command[-2:] == ["-r", str(place / "requirements.lock")]


def test_failing_pip_is_quoted_with_what_to_do(place: Path) -> None:
    pip = place / "pip"
    pip.write_text(f"#!{sys.executable}\nprint('ERROR: no network')\nraise SystemExit(2)\n", encoding="utf-8")
    pip.chmod(0o755)
    with pytest.raises(programs.SetupError, match=r"code 2(?s:.*)ERROR: no network(?s:.*)HTTPS_PROXY"):
        environment.install_packages(pip)


def test_folder_that_cannot_be_written_to(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(programs.SetupError, match="cannot be written to"):
        environment.install(place / "python")


@pytest.mark.parametrize("absent", ["venv", "ensurepip"])
def test_python_without_venv(absent: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == absent else object())
    with pytest.raises(programs.SetupError, match="apt install python3-venv"):
        environment.make_venv()


def test_failing_venv_is_quoted(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "capture", lambda _command: (1, os.strerror(errno.ENOSPC)))
    with pytest.raises(programs.SetupError, match="No space left on device"):
        environment.make_venv()


def test_environment_is_sound_only_with_the_same_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.is_sound(Path(sys.executable))
    assert not environment.is_sound(tmp_path / "no-python")
    monkeypatch.setattr(environment, "THIS_PYTHON", (3, 99))
    assert not environment.is_sound(Path(sys.executable))


def test_environment_has_its_python_where_the_system_puts_it() -> None:
    assert environment.venv_python(Path("e"), windows=False) == Path("e/bin/python")
    assert environment.venv_python(Path("e"), windows=True) == Path("e/Scripts/python.exe")
