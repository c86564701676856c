"""The composition root: what it says without its environment, and how commands end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import main

if TYPE_CHECKING:
    import pytest

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
