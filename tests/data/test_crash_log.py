"""The crash log says where the program failed, and nothing of what an analyst wrote."""

from __future__ import annotations

import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from data.crash_log import FILE, LARGEST, MOST, CrashLog, recording

ROOT = Path(__file__).parents[2]
SECRET = "the minister is wavering"


def fail(secret: str) -> None:
    known: dict[str, int] = {}
    try:
        known[secret]
    except KeyError as error:
        raise ValueError(f"{secret} cannot be stored") from error


def logged(folder: Path) -> str:
    return (folder / FILE).read_text("utf-8")


def test_it_names_kinds_modules_and_lines_and_no_value(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with recording(tmp_path / "reports"):
        try:
            fail(SECRET)
        except ValueError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    text = logged(tmp_path / "reports")
    assert "uncaught: ValueError from KeyError" in text
    assert "tests/data/test_crash_log.py:" in text
    assert "in fail" in text
    assert SECRET not in text + capsys.readouterr().err
    assert str(Path.home()) not in text


def test_threads_are_recorded_too_and_everything_is_put_back(tmp_path: Path) -> None:
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    with recording(tmp_path):
        thread = threading.Thread(target=fail, args=(SECRET,))
        thread.start()
        thread.join()
    assert "uncaught in a thread: ValueError from KeyError" in logged(tmp_path)
    assert SECRET not in logged(tmp_path)
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == hooks


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    log = CrashLog(tmp_path / "reports")
    log.note("something")
    log.close()
    assert stat.S_IMODE((tmp_path / "reports").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "reports" / FILE).stat().st_mode) == 0o600


def test_what_fails_again_and_again_does_not_fill_the_disk(tmp_path: Path) -> None:
    log = CrashLog(tmp_path)
    for number in range(MOST + 10):
        log.note(f"mishap {number}")
    log.close()
    assert len(logged(tmp_path).splitlines()) == MOST


def test_a_log_that_has_grown_is_put_aside_and_the_oldest_goes(tmp_path: Path) -> None:
    for number in range(6):
        CrashLog(tmp_path).close()
        (tmp_path / FILE).write_text(f"{number}" * LARGEST)
    CrashLog(tmp_path).close()
    kept = {path.name: path.read_text()[:1] for path in tmp_path.iterdir()}
    assert kept == {"crash.log": "", "crash.1.log": "5", "crash.2.log": "4", "crash.3.log": "3"}


def test_without_a_place_for_the_log_the_program_runs_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with recording(tmp_path / "file" / "reports") as log:
        assert "something" in log.note("something")


def test_what_ends_the_process_leaves_the_places_in_the_log(tmp_path: Path) -> None:
    code = (
        "import ctypes, sys\nfrom pathlib import Path\nfrom data.crash_log import recording\n"
        "def wavering(secret):\n    ctypes.string_at(0)\n"
        f"with recording(Path(sys.argv[1])):\n    wavering({SECRET!r})\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode != 0
    assert "in wavering" in logged(tmp_path)
    assert SECRET not in logged(tmp_path)
