from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from data.errors import DataError
from data.locations import data_folder, library_path

if TYPE_CHECKING:
    from pathlib import Path


def test_the_variable_names_the_folder_and_it_is_made_for_its_owner_only(home: Path) -> None:
    assert library_path() == home / "library.sqlite"
    assert home.is_dir()
    if sys.platform != "win32":
        assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_a_folder_that_is_there_is_used_as_it_is(home: Path) -> None:
    home.mkdir()
    home.chmod(0o755)
    assert data_folder() == home
    assert home.stat().st_mode & 0o077


@pytest.mark.skipif(sys.platform != "linux", reason="XDG_DATA_HOME is read on Linux")
@pytest.mark.parametrize("value", [None, ""])
def test_without_the_variable_the_platform_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    if value is None:
        monkeypatch.delenv("SECOND_IMAGE_HOME")
    else:
        monkeypatch.setenv("SECOND_IMAGE_HOME", value)
    assert library_path() == tmp_path / "Second Image" / "library.sqlite"


def test_a_folder_that_cannot_be_made_is_reported_with_the_way_out(home: Path) -> None:
    home.write_text("a file in the way", encoding="utf-8")
    with pytest.raises(DataError, match=r"second-image-home: cannot be made \(.*SECOND_IMAGE_HOME .* --library"):
        data_folder()
