"""Nothing of a case leaves this computer, or goes where others can read it."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.reliability import failing_disk

ROOT = Path(__file__).parent.parent
# What could reach another computer. `urllib.parse` only takes addresses apart.
NETWORK = (
    *("aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "nntplib", "poplib", "requests", "smtplib", "socket"),
    *("socketserver", "ssl", "telnetlib", "urllib.request", "urllib.error", "urllib3", "webbrowser", "websockets"),
    *("xmlrpc", "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets", "pyarrow.fs", "pyarrow.flight"),
)


IMPORTS = re.compile(rf"^\s*(?:import|from) +(?:{'|'.join(map(re.escape, NETWORK))})\b(?! *\. *parse).*", re.MULTILINE)
FROM_A_PARENT = re.compile(
    r"^\s*from +(?:urllib|PySide6) +import .*\b(?:request|error|QtNetwork|QtWeb\w+).*", re.MULTILINE
)


def test_no_module_of_the_program_can_reach_another_computer() -> None:
    assert IMPORTS.search("x = 1\n    from urllib.request import urlopen")
    assert FROM_A_PARENT.search("from PySide6 import QtCore, QtNetwork")
    paths = [path for part in ("advisor", "commands", "data", "ui") for path in (ROOT / part).rglob("*.py")]
    reaching = {
        f"{path.relative_to(ROOT)}: {found[0].strip()}"
        for path in [ROOT / "main.py", *ROOT.glob("composition.py"), *paths]
        for pattern in (IMPORTS, FROM_A_PARENT)
        for found in pattern.finditer(path.read_text("utf-8"))
    }
    assert reaching == set()


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home and a folder of exports after a day of work, in a process that may reach no other computer."""
    folder = tmp_path_factory.mktemp("used").resolve()
    home = folder / "home"
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "OPENBLAS_NUM_THREADS": "1"}
    if not failing_disk.why_not():
        environ = failing_disk.environment(failing_disk.build(folder))
    places = {"SECOND_IMAGE_HOME": str(home), "XDG_CONFIG_HOME": str(folder / "config"), "HOME": str(folder)}
    exports = folder / "exports"
    exports.mkdir()
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "privacy_run.py"), str(exports)],
        env={**environ, **places},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return folder


def test_window_commands_import_and_export_ask_nothing_of_other_computers(used: Path) -> None:
    assert (used / "home" / "library.sqlite").is_file()
    assert sorted(path.name for path in (used / "exports").iterdir()) == ["briefing.xlsx", "case.toml", "copy.sqlite"]


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows the folder of the user is private")
def test_everything_kept_and_exported_is_for_its_owner_alone(used: Path) -> None:
    kept = [path for place in ("home", "exports") for path in (used / place).rglob("*")]
    names = {path.name for path in kept}
    assert {"library.sqlite", "library backups", "window.ini", "crash reports", "crash.log", "case.toml"} <= names
    assert [path.name for path in kept if path.stat().st_mode & 0o077] == []


def test_what_the_window_remembers_of_itself_holds_no_text_of_a_case(used: Path) -> None:
    with closing(sqlite3.connect(used / "home" / "library.sqlite")) as library:
        texts = {
            text
            for sql in (
                "SELECT justification FROM scores",
                "SELECT text FROM notes UNION SELECT source FROM notes",
                "SELECT text FROM facts UNION SELECT source FROM facts",
                "SELECT text FROM events",
                "SELECT issue FROM assessments UNION SELECT note FROM assessments",
                "SELECT label FROM steps",
            )
            for (text,) in library.execute(sql)
            if text
        }
    assert len(texts) > 100
    settings = [used / "home" / "window.ini", *(path for path in (used / "config").rglob("*") if path.is_file())]
    for path in settings:
        content = path.read_text("utf-8", errors="replace")
        assert [text for text in texts if text in content or (len(text) > 24 and text[:24] in content)] == [], path
    log = (used / "home" / "crash reports" / "crash.log").read_text("utf-8")
    assert [text for text in texts if text in log] == []
