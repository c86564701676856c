from __future__ import annotations

import errno
import os
import stat
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from data.errors import DataError
from data.safe_file import check_writable, replace_file, replacing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD = b"what stood there before"
NEW = b"what is to stand there"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "briefings"
    folder.mkdir()
    path = folder / "peru.xlsx"
    path.write_bytes(OLD)
    return path


def failing(number: int) -> Callable[..., NoReturn]:
    def fail(*_arguments: Any, **_options: Any) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


def assert_untouched(target: Path) -> None:
    assert target.read_bytes() == OLD
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_new_file_is_written_whole(tmp_path: Path) -> None:
    replace_file(tmp_path / "new.xlsx", NEW)
    assert (tmp_path / "new.xlsx").read_bytes() == NEW


def test_an_old_file_is_replaced_and_nothing_is_left_behind(target: Path) -> None:
    replace_file(target, NEW)
    assert target.read_bytes() == NEW
    assert [path.name for path in target.parent.iterdir()] == [target.name]


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "close the file where it is open"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EIO, "choose another place"),
    ],
)
def test_a_failure_leaves_the_old_file_as_it_was_and_says_what_to_do(
    target: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, said: str
) -> None:
    monkeypatch.setattr(os, step, failing(number))
    with pytest.raises(DataError, match=said) as caught:
        replace_file(target, NEW)
    assert str(target) in str(caught.value)
    assert_untouched(target)


def test_a_disk_that_fills_up_while_writing_leaves_the_old_file(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pathlib.Path.open", failing(errno.ENOSPC))
    with pytest.raises(DataError, match="the disk is full"):
        replace_file(target, NEW)
    monkeypatch.undo()
    assert_untouched(target)


def test_what_fails_its_check_never_replaces_the_old_file(target: Path) -> None:
    def refuse(path: Path) -> None:
        assert path.read_bytes() == NEW
        raise DataError("not a workbook")

    with pytest.raises(DataError, match="not a workbook"):
        replace_file(target, NEW, refuse)
    assert_untouched(target)


def test_an_interrupted_write_leaves_the_old_file(target: Path) -> None:
    def interrupt(_path: Path) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replace_file(target, NEW, interrupt)
    assert_untouched(target)


def test_a_missing_folder_is_named_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="folder does not exist; create the folder"):
        replace_file(tmp_path / "nowhere" / "peru.xlsx", NEW)


def test_a_folder_is_no_file_to_write_to(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="this is a folder; add a file name"):
        replace_file(tmp_path, NEW)


def test_what_could_not_be_written_is_known_beforehand_and_nothing_changed(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_writable(target)
    check_writable(target.with_name("new.xlsx"))
    assert_untouched(target)
    with pytest.raises(DataError, match="folder does not exist; create the folder"):
        check_writable(target.parent / "nowhere" / "peru.xlsx")
    monkeypatch.setattr(os, "access", lambda *_arguments: False)
    with pytest.raises(DataError, match="writing there is not allowed"):
        check_writable(target)
    assert_untouched(target)


def test_a_read_only_file_is_not_overwritten(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_arguments: False)
    with pytest.raises(DataError, match="writing there is not allowed"):
        replace_file(target, NEW)
    assert_untouched(target)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of this kind do not exist there")
def test_the_new_file_has_the_permissions_of_the_old_one(target: Path) -> None:
    target.chmod(0o640)
    replace_file(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="links need special rights there")
def test_a_link_goes_on_pointing_to_the_file_it_names(target: Path) -> None:
    link = target.parent.parent / "latest.xlsx"
    link.symlink_to(target)
    replace_file(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_a_folder_that_cannot_be_flushed_does_not_undo_the_write(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def refuse_folders(path: Path, flags: int, mode: int = 0o777) -> int:
        if os.path.isdir(path):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse_folders)
    replace_file(target, NEW)
    assert target.read_bytes() == NEW


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_new_file_is_for_its_owner_alone_and_an_old_one_keeps_its_permissions(target: Path) -> None:
    target.chmod(0o644)
    replace_file(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == 0o644

    def check(written: Path) -> None:
        assert stat.S_IMODE(written.stat().st_mode) == 0o600

    replace_file(target.with_name("new.xlsx"), NEW, check)
    assert stat.S_IMODE(target.with_name("new.xlsx").stat().st_mode) == 0o600


def test_a_leftover_that_cannot_be_deleted_does_not_turn_a_written_file_into_an_error(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(target), "unlink", failing(errno.EIO))
    replace_file(target, NEW)
    assert target.read_bytes() == NEW


def test_a_file_too_long_for_memory_is_written_piece_by_piece_and_put_in_place_at_the_end(target: Path) -> None:
    with replacing(target) as temporary:
        with temporary.open("wb") as file:
            for piece in (NEW, NEW):
                file.write(piece)
        assert target.read_bytes() == OLD
    assert target.read_bytes() == NEW + NEW
    assert [path.name for path in target.parent.iterdir()] == [target.name]


@pytest.mark.parametrize("stop", [KeyboardInterrupt, ValueError])
def test_what_stops_the_writing_leaves_the_old_file(target: Path, stop: type[BaseException]) -> None:
    def write_half() -> None:
        with replacing(target) as temporary:
            temporary.write_bytes(NEW)
            raise stop

    with pytest.raises(stop):
        write_half()
    assert_untouched(target)
