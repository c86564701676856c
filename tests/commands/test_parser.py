"""Usage: exit code 2 and a hint; options stand before or after the command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from commands.parser import parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.commands.conftest import Run


@pytest.mark.parametrize(
    "arguments", [["--library", "a.sqlite", "assess", "peru"], ["assess", "peru", "--library", "a.sqlite"]]
)
def test_the_library_is_read_from_either_place(arguments: list[str]) -> None:
    assert parse(arguments).library == Path("a.sqlite")


def test_without_a_command_the_window_is_meant() -> None:
    parsed = parse([])
    assert parsed.command is None
    assert parsed.library is None


@pytest.mark.parametrize("arguments", [["open", "peru.second-image.toml"], ["peru.second-image.toml"]])
def test_a_case_file_alone_is_opened_in_the_window(arguments: list[str]) -> None:
    parsed = parse(arguments)
    assert (parsed.command, parsed.file) == ("open", Path("peru.second-image.toml"))
    assert parse(["open"]).file is None


@pytest.mark.parametrize("arguments", [["asses", "peru"], ["assess"], ["brief", "peru"], ["assess", "peru", "--jsn"]])
def test_mistakes_in_usage_end_with_code_2_and_say_what_may_be_typed(
    run: Callable[..., Run], arguments: list[str]
) -> None:
    result = run(*arguments)
    assert result.code == 2
    assert "usage:" in result.err
    assert result.out == ""


@pytest.mark.parametrize("command", ["assess", "brief", "plan", "panel", "check", "hindcast", "fit"])
def test_every_command_explains_itself(run: Callable[..., Run], command: str) -> None:
    result = run(command, "--help")
    assert result.code == 0
    assert "--library" in result.out
