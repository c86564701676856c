"""A copy of the shipped playbook to break, one mistake at a time."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from data.errors import InvalidFiles
from data.playbook_files import DEFAULT_PLAYBOOK, SHIPPED, read_playbook

if TYPE_CHECKING:
    from pathlib import Path


def copied(target: Path) -> Path:
    """Copy the shipped playbook to a new folder."""
    return shutil.copytree(SHIPPED / DEFAULT_PLAYBOOK, target / "playbook")


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Replace the first occurrence of a text that must be there."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} does not hold {old}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def append(folder: Path, file: str, text: str) -> None:
    """Add text at the end of a file."""
    with (folder / file).open("a", encoding="utf-8", newline="\n") as opened:
        opened.write(f"\n{text}\n")


def problems_of(folder: Path) -> list[str]:
    """Return the problems that reading the folder raises."""
    with pytest.raises(InvalidFiles) as caught:
        read_playbook(folder)
    return [str(problem) for problem in caught.value.problems]
