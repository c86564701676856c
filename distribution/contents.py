"""What goes into the application folder beside the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OUR_PACKAGES = ("advisor", "commands", "data", "ui")
# Parts of the libraries that the program never loads; what Qt needs for QML alone is as large as all the rest of it.
UNUSED = [
    "IPython",
    "PySide6.QtDesigner",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtQuickControls2",
    "PySide6.QtQuickWidgets",
    "pytest",
    "tkinter",
]
DOCUMENTS = ("docs", "ui/help/docs")
_CODE = (".py", ".pyc")


def shipped_files(root: Path) -> Iterator[tuple[str, str]]:
    """Yield each file that is no code, as a path below the root, with the folder it goes to in the application."""
    for package in OUR_PACKAGES:
        for path in sorted((root / package).rglob("*")):
            if path.is_file() and path.suffix not in _CODE:
                yield path.relative_to(root).as_posix(), path.parent.relative_to(root).as_posix()
    source, target = DOCUMENTS
    for path in sorted((root / source).rglob("*")):
        if path.is_file():
            below = path.parent.relative_to(root / source).as_posix()
            yield path.relative_to(root).as_posix(), target if below == "." else f"{target}/{below}"
    yield "pyproject.toml", "."
    yield "LICENSE", "."
