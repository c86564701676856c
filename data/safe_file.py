"""Replace a file as a whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OWNER_ONLY = 0o600
_NOT_ALLOWED = "writing there is not allowed; close the file where it is open, in Excel say, or choose another folder"
_REMEDIES = {
    errno.ENOENT: "its folder does not exist; create the folder or choose another",
    errno.ENOTDIR: "its folder is no folder; choose another",
    errno.EISDIR: "this is a folder; add a file name",
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EBUSY: "the file is in use by another program; close it there and try again",
    errno.EROFS: "the disk is read-only; choose another place",
    errno.ENOSPC: "the disk is full; free some space or choose another disk",
    errno.EDQUOT: "your share of the disk is full; free some space or choose another disk",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
}


def replace_file(path: Path, content: bytes, check: Callable[[Path], None] | None = None) -> None:
    """Write `content` to a file beside `path`, check it, and put it in place of `path` in one step.

    Parameters
    ----------
    check
        Called with the written file before it is put in place; what it raises stops the replacement.

    Raises
    ------
    DataError
        The file could not be written; what stood at `path` is as it was, and nothing is left behind.
    """
    with replacing(path) as temporary:
        with temporary.open("wb") as file:
            file.write(content)
        if check is not None:
            check(temporary)


def check_writable(path: Path) -> None:
    """Find out, before long work, whether `replacing` would be allowed to write `path`; nothing is changed.

    Raises
    ------
    DataError
        The file could not be written.
    """
    target = Path(os.path.realpath(path))
    try:
        _mode_of(target)
        with _temporary_beside(target):
            pass
    except OSError as error:
        raise DataError(f"{path}: not written: {_remedy(error)}") from error


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield an empty file beside `path` to write; without an exception it takes the place of `path` in one step.

    A new file is for its owner's eyes alone, from the first byte; one that was there keeps its permissions.

    Raises
    ------
    DataError
        The file could not be written; what stood at `path` is as it was, and nothing is left behind.
    """
    target = Path(os.path.realpath(path))
    try:
        mode = _mode_of(target)
        with _temporary_beside(target) as temporary:
            yield temporary
            _flush_file(temporary, mode)
            os.replace(temporary, target)
    except OSError as error:
        raise DataError(f"{path}: not written: {_remedy(error)}") from error
    _flush_folder(target.parent)


def _mode_of(target: Path) -> int | None:
    """Return the permissions of the file to be replaced, None where there is none yet."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not target.exists():
        return None
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(target.stat().st_mode)


@contextlib.contextmanager
def _temporary_beside(target: Path) -> Iterator[Path]:
    temporary = target.parent / f".second-image-{secrets.token_hex(8)}.tmp"
    os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY))
    try:
        yield temporary
    finally:
        # What cannot be deleted now is deleted neither by a second try nor by an error.
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _flush_file(path: Path, mode: int | None) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    if mode is not None:
        path.chmod(mode)


def _flush_folder(folder: Path) -> None:
    # Windows cannot open folders and some network drives cannot flush them. The file is whole and in place by now:
    # only a power cut in the next seconds could still bring the old one back.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _remedy(error: OSError) -> str:
    return _REMEDIES.get(error.errno or 0, f"{error.strerror or error}; choose another place")
