"""A built program is found good or bad by what it does; here a script stands in for it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from distribution import trial
from distribution.trial import try_out

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a script is no program there")
GOOD = """
import sys, time
if "--json" in sys.argv:
    print('{"stance": "divergent"}')
elif len(sys.argv) == 1:
    time.sleep(60)
"""


def program(folder: Path, text: str) -> Path:
    path = folder / "program"
    path.write_text(f"#!{sys.executable}\n{text}", encoding="utf-8")
    path.chmod(0o755)
    return path


def source(folder: Path) -> list[str]:
    script = folder / "source.py"
    script.write_text('print(\'{"stance": "divergent"}\')', encoding="utf-8")
    return [sys.executable, str(script)]


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "WINDOW_SECONDS", 0.3)


def test_a_program_that_answers_as_the_source_does_is_good(tmp_path: Path) -> None:
    assert try_out(program(tmp_path, GOOD), source(tmp_path)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace("divergent", "aligned"), "answers something else"),
        (GOOD.replace("time.sleep(60)", "sys.exit('no Qt')"), "the window ended with 1: no Qt"),
        (f"{GOOD}elif 'brief' in sys.argv:\n    sys.exit('no xlsx')", "brief ended with 1: no xlsx"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, said: str) -> None:
    problems = try_out(program(tmp_path, text), source(tmp_path))
    assert len(problems) == 1
    assert said in problems[0]
