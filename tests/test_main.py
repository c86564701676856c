"""The composition root: what it says without its environment, and how commands end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import main
from data.library import LibraryUnavailable, open_library
from ui import recovery_page, text_size
from ui.recovery_page import Problem, WayOn
from ui.text_size import OPEN_AGAIN

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


@pytest.mark.parametrize(
    ("variables", "case", "code", "said"),
    [
        ({"PYTHONIOENCODING": "ascii"}, "laos", 0, "◆ Contested"),
        ({"LC_ALL": "C", "PYTHONUTF8": "0"}, "Perú", 1, 'did you mean "Peru"?'),
        ({}, "Perú", 1, 'did you mean "Peru"?'),
    ],
)
def test_without_locale_or_home_all_letters_come_out(
    tmp_path: Path, variables: dict[str, str], case: str, code: int, said: str
) -> None:
    bare = {"SYSTEMROOT": os.environ.get("SYSTEMROOT", ""), "SECOND_IMAGE_HOME": str(tmp_path), **variables}
    command = [sys.executable, str(ROOT / "main.py"), "assess", case]
    done = subprocess.run(command, capture_output=True, check=False, cwd=tmp_path, env=bare)
    assert done.returncode == code
    assert said in (done.stderr if code else done.stdout).decode("utf-8")


def test_a_damaged_library_is_opened_again_from_its_backup_or_another_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, other = tmp_path / "library.sqlite", tmp_path / "other.sqlite"
    with open_library(library) as opened:
        opened.add_case("Peru")
        made = opened.backups.make()
    library.write_bytes(b"damaged")
    seen: list[tuple[Path, str]] = []
    ways = [WayOn("another", other), WayOn("another", library), WayOn("recover"), WayOn("leave")]

    def work(_opening: object, path: Path, *_: object) -> int:
        if path == other:
            raise LibraryUnavailable("out of reach")
        with open_library(path) as opened:
            return len(opened.cases())

    def ask(_opening: object, problem: Problem) -> WayOn:
        seen.append((problem.library, problem.loss))
        return ways.pop(0)

    monkeypatch.setattr(main, "_work", work)
    monkeypatch.setattr(recovery_page, "ask_how_to_go_on", ask)
    on_some_library = partial(main._work_on_some_library, None, library, None, None, None)  # type: ignore[arg-type]
    assert on_some_library() == 1
    assert [path for path, _ in seen] == [library, other, library]
    assert ["would be lost" in loss for _, loss in seen] == [True, False, True]
    assert made.exists()
    library.write_bytes(b"damaged again")
    assert on_some_library() == 1
    assert library.read_bytes() == b"damaged again"


def test_the_window_opens_anew_as_long_as_it_is_left_for_another_size(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes, ended = [OPEN_AGAIN, OPEN_AGAIN, 0], []
    opened: list[tuple[Path | None, Path | None]] = []

    def open_window(named: Path | None, case_file: Path | None = None) -> int:
        opened.append((named, case_file))
        return codes.pop(0)

    monkeypatch.setattr(main, "_open_window", open_window)
    monkeypatch.setattr(text_size, "end_application", lambda: ended.append(True))
    assert main.main(["--library", "kept.sqlite"]) == 0
    assert len(opened) == 3
    assert {named for named, _ in opened} == {Path("kept.sqlite")}
    assert len(ended) == 2
