"""The composition root: what it says without its environment, and how commands end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import main

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent


def test_without_the_environment_it_says_what_to_type() -> None:
    bare = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "main.py"), "assess", "peru"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert bare.returncode == 1
    assert bare.stderr.strip() == "Second Image is not set up for this Python. Type: python3 dev.py run"


def test_the_real_program_answers_in_a_process_of_its_own(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "assess", "peru"], capture_output=True, check=False, cwd=ROOT.parent
    )
    assert done.returncode == 0
    assert "Divergent" in done.stdout.decode("utf-8")


def test_a_reader_that_has_seen_enough_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_parsed: object) -> int:
        raise BrokenPipeError

    monkeypatch.setattr(main, "_dispatch", closed)
    monkeypatch.setattr(sys, "stdout", sys.stdout)
    assert main.main(["check", "counternarcotics"]) == 0


def started(*arguments: str, stdout: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.Popen(command, stdout=stdout, stderr=subprocess.PIPE, cwd=ROOT.parent)


@pytest.mark.parametrize("arguments", [("check", "counternarcotics"), ("assess", "peru", "--json")])
def test_output_that_nobody_reads_ends_the_program_quietly(home: Path, arguments: tuple[str, ...]) -> None:
    with started(*arguments) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_disk_that_fills_up_under_the_output_is_said_without_a_traceback(home: Path) -> None:
    with Path("/dev/full").open("wb") as full, started("check", "counternarcotics", stdout=full.fileno()) as program:
        assert program.stderr is not None
        said = program.stderr.read().decode()
    assert program.returncode == 1
    assert said.strip() == "the output: cannot be used (No space left on device); choose another"


@pytest.fixture
def heard_interrupts() -> Iterator[None]:
    """Let programs started here hear an interrupt, also where the shell has put the tests into the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows interrupts processes in another way")
def test_ctrl_c_stops_the_program_with_its_own_exit_code_and_no_traceback(home: Path, heard_interrupts: None) -> None:
    with started("fit", "--dry-run") as program:
        assert program.stderr is not None
        assert program.stderr.readline().startswith(b"Fitting")
        program.send_signal(signal.SIGINT)
        assert program.stderr.read().strip() == b"Stopped."
    assert program.returncode == 130


@pytest.mark.parametrize("variables", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {}])
@pytest.mark.parametrize(("case", "code", "said"), [("laos", 0, "◆ Contested"), ("Perú", 1, 'did you mean "Peru"?')])
def test_without_locale_or_home_all_letters_come_out(
    tmp_path: Path, variables: dict[str, str], case: str, code: int, said: str
) -> None:
    bare = {"SYSTEMROOT": os.environ.get("SYSTEMROOT", ""), "SECOND_IMAGE_HOME": str(tmp_path), **variables}
    command = [sys.executable, str(ROOT / "main.py"), "assess", case]
    done = subprocess.run(command, capture_output=True, check=False, cwd=tmp_path, env=bare)
    assert done.returncode == code
    assert said in (done.stderr if code else done.stdout).decode("utf-8")
