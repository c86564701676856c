"""What the script of the pictures does with its arguments; the pictures themselves are for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.screens.__main__ import PARTS, ROOT, parse

if TYPE_CHECKING:
    from pathlib import Path


def test_parts_themes_sizes_and_scales_can_be_chosen(tmp_path: Path) -> None:
    given = parse([str(tmp_path), "--part", "tour", "--part", "why", "--theme", "dark", "--size", "1100x700"])
    assert (given.folder, given.part, given.theme, given.size, given.scale) == (
        tmp_path,
        ["tour", "why"],
        ["dark"],
        ["1100x700"],
        None,
    )


def test_every_part_says_what_is_in_it() -> None:
    assert all(take.__doc__ for take in PARTS.values())


def test_no_picture_is_written_into_the_repository(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse([str(ROOT / "screens")])
    assert "inside the repository" in capsys.readouterr().err
