from __future__ import annotations

import re
import tomllib
from email.message import Message
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ui.help.licences import FONTS, LIBRARIES, UNKNOWN, libraries, licence, program_version
from ui.theme import font_files

if TYPE_CHECKING:
    from importlib.metadata import PackageMetadata

PROJECT = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def described(**fields: str) -> PackageMetadata:
    message = Message()
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    return cast("PackageMetadata", message)


def test_the_version_is_that_of_the_project() -> None:
    assert program_version() == PROJECT["version"]


def test_every_dependency_is_listed_with_what_it_needs_in_turn() -> None:
    wanted = {re.split(r"[<>=!\[; ]", one)[0].casefold() for one in PROJECT["dependencies"]}
    assert wanted == {name.casefold() for name in LIBRARIES}
    found = {one.name.casefold().replace("_", "-"): one for one in libraries()}
    assert wanted <= set(found)
    assert "fonttools" in found
    assert all(one.licence != UNKNOWN and "\n" not in one.licence for one in found.values())


def test_a_licence_is_taken_from_where_the_library_says_it() -> None:
    assert licence(described(License_Expression="MIT", License="something")) == "MIT"
    assert licence(described(Classifier="License :: OSI Approved :: BSD License", License="x" * 99)) == "BSD License"
    assert licence(described(License="PSFL")) == "PSFL"
    assert licence(described()) == UNKNOWN


def test_the_shipped_fonts_are_those_named() -> None:
    shipped = {path.name.split("-")[0] for path in font_files()}
    assert shipped == {name.replace(" ", "") for name, _, _ in FONTS}
