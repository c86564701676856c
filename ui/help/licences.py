"""What the program is made of: versions and licences of the libraries and fonts that come with it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

PROGRAM = "second-image"
UNKNOWN = "not recorded"
# The direct dependencies, also where the program runs from its source and is no installed package itself.
LIBRARIES = (
    "PySide6-Essentials",
    "XlsxWriter",
    "annotated-types",
    "country-converter",
    "defusedxml",
    "matplotlib",
    "numpy",
    "openpyxl",
    "pandas",
    "platformdirs",
    "pyarrow",
    "pydantic",
    "python-calamine",
    "scipy",
    "tomli-w",
)
FONTS = (
    ("Inter", "SIL Open Font License 1.1", "https://rsms.me/inter"),
    ("Source Serif 4", "SIL Open Font License 1.1", "https://github.com/adobe-fonts/source-serif"),
)
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LONGEST = 60
_SOURCE = Path(__file__).parents[2] / "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Library:
    """One library that comes with the program."""

    name: str
    version: str
    licence: str


def program_version() -> str:
    """Return the version of the program, installed or run from its source."""
    try:
        return metadata.version(PROGRAM)
    except metadata.PackageNotFoundError:
        if not _SOURCE.is_file():
            return UNKNOWN
        return str(tomllib.loads(_SOURCE.read_text(encoding="utf-8"))["project"]["version"])


def libraries(roots: Iterable[str] = LIBRARIES) -> tuple[Library, ...]:
    """Return these libraries with all that they need in turn, by name; what is not installed is left out."""
    found: dict[str, Library] = {}
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).casefold()
        if key in found:
            continue
        try:
            described = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        found[key] = Library(described.metadata["Name"], described.version, licence(described.metadata))
        waiting += [_name_of(one) for one in described.requires or () if "extra ==" not in one]
    return tuple(found[key] for key in sorted(found))


def licence(described: metadata.PackageMetadata) -> str:
    """Return the licence that a library gives: its expression, else its classifier, else the first line of it."""
    known = dict.fromkeys(described.get_all("License-Expression") or ())
    classified = [one.rpartition(" :: ")[2] for one in described.get_all("Classifier") or () if "License ::" in one]
    plain = [text.strip().splitlines()[0] for text in described.get_all("License") or () if text.strip()]
    short = [text for text in plain if len(text) <= _LONGEST]
    return next((text for text in (*known, *classified, *short) if text), UNKNOWN)


def _name_of(requirement: str) -> str:
    match = _NAME.match(requirement)
    return match.group() if match else requirement
