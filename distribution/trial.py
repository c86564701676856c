"""Try a built application as on a machine without Python: an empty environment, and answers as from the source."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

QUESTION = ("assess", "peru", "--json")
WINDOW_SECONDS = 5
_PATIENCE_SECONDS = 120


def try_out(program: Path, source: Sequence[str]) -> list[str]:
    """Return what is wrong with a built program; `source` is the command that starts the program from its source."""
    with tempfile.TemporaryDirectory() as home:
        empty = {"SECOND_IMAGE_HOME": home, "HOME": home, "PATH": "", "QT_QPA_PLATFORM": "offscreen"}
        folder = Path(home)
        return [
            *_answers(program, source, empty),
            *_window(program, empty),
            *_does(program, empty, "brief", "peru", "--pdf", "-o", folder / "peru.xlsx"),
            *_does(program, empty, "scorecard", "peru", "-o", folder / "card.xlsx"),
            *_does(program, empty, "import", folder / "card.xlsx", "--dry-run"),
        ]


def _answers(program: Path, source: Sequence[str], empty: Mapping[str, str]) -> list[str]:
    ours = subprocess.run([*source, *QUESTION], capture_output=True, check=True, env=dict(empty))
    built = subprocess.run([program, *QUESTION], capture_output=True, check=False, env=dict(empty))
    if built.returncode:
        return [f"{' '.join(QUESTION)} ended with {built.returncode}: {built.stderr.decode(errors='replace')}"]
    same = json.loads(built.stdout) == json.loads(ours.stdout)
    return [] if same else [f"{' '.join(QUESTION)} answers something else than the source does"]


def _window(program: Path, empty: Mapping[str, str]) -> list[str]:
    """Open the window for some seconds; nothing may be said, and it must not end by itself."""
    with subprocess.Popen([program], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=dict(empty)) as window:
        try:
            said, _ = window.communicate(timeout=WINDOW_SECONDS)
        except subprocess.TimeoutExpired:
            window.terminate()
            said, _ = window.communicate(timeout=_PATIENCE_SECONDS)
            lines = [line for line in said.decode(errors="replace").splitlines() if "propagateSizeHints" not in line]
            return [f"the window said: {line}" for line in lines]
    return [f"the window ended with {window.returncode}: {said.decode(errors='replace')}"]


def _does(program: Path, empty: Mapping[str, str], *arguments: str | Path) -> list[str]:
    """Run a command that takes parts of the libraries, or processes, that the others do not."""
    command = [program, *arguments]
    done = subprocess.run(command, capture_output=True, check=False, env=dict(empty), timeout=_PATIENCE_SECONDS)
    said = done.stderr.decode(errors="replace")
    wrong = done.returncode or "Traceback" in said
    return [f"{arguments[0]} ended with {done.returncode}: {said}"] if wrong else []
