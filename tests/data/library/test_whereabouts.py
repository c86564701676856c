"""A library whose file is gone takes no edits, and can still be kept."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from data.library import LibraryUnavailable, open_library
from data.library.whereabouts import Whereabouts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from data.library import Library


def delete(path: Path) -> None:
    path.unlink()


def take_the_folder_away(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))


def replace(path: Path) -> None:
    other = path.with_name("other.sqlite")
    shutil.copy(path, other)
    other.replace(path)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    return folder / "library.sqlite"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps an open file where it is")
@pytest.mark.parametrize(
    ("harm", "words"),
    [(delete, "was moved or deleted"), (take_the_folder_away, "was moved or deleted"), (replace, "was replaced")],
)
def test_an_edit_that_nobody_could_find_again_is_refused_and_what_is_open_can_be_kept(
    library: Library, path: Path, tmp_path: Path, harm: Callable[[Path], None], words: str
) -> None:
    library.add_case("Peru")
    assert not library.lost
    harm(path)
    assert words in library.lost
    for edit in (lambda: library.add_case("Chile"), library.undo, library.backups.make):
        with pytest.raises(LibraryUnavailable, match=words):
            edit()
    kept = tmp_path / "kept.sqlite"
    library.backups.write_to(kept)
    with open_library(kept) as copy:
        assert [case.name for case in copy.cases()] == ["Peru"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps an open file where it is")
def test_a_file_that_is_put_back_takes_edits_again(library: Library, path: Path) -> None:
    path.rename(path.with_name("aside.sqlite"))
    assert library.lost
    path.with_name("aside.sqlite").rename(path)
    library.add_case("Peru")
    assert not library.lost


def test_a_share_may_number_its_files_anew_but_not_lose_or_empty_them(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(b"held")
    found = Whereabouts(path, "network")
    path.with_name("other").write_bytes(b"held")
    path.with_name("other").replace(path)
    assert not found.lost
    path.write_bytes(b"")
    assert "was emptied" in found.lost
    path.unlink()
    assert "was moved or deleted" in found.lost
