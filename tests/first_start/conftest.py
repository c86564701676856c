"""An empty place to install in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from first_start import environment, qt_libraries

if TYPE_CHECKING:
    from pathlib import Path

LOCK = b"numpy==2.4.6 --hash=sha256:00\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let dev.py believe that it lives in an empty folder with a lock file."""
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(environment, "STAMP", tmp_path / ".venv" / "installed.stamp")
    environment.LOCK.write_bytes(LOCK)
    return tmp_path


@pytest.fixture
def installs(place: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Record installations instead of making them."""
    done: list[Path] = []

    def install(python: Path) -> None:
        done.append(python)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    monkeypatch.setattr(environment, "install", install)
    monkeypatch.setattr(qt_libraries, "provide", lambda _folder: [])
    return done
