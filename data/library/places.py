"""On what kind of disk a file lies: a write-ahead log is safe on a disk of this computer, and on no share."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Place: TypeAlias = Literal["local", "network", "unknown"]
_MOUNTS = Path("/proc/self/mounts")
# Shares of other computers, folders that a virtual machine shares with its host, and file systems of clusters.
_SHARED = frozenset(
    (
        *("9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "drvfs", "gfs2", "glusterfs", "gpfs"),
        *("lustre", "ncpfs", "nfs", "nfs3", "nfs4", "ocfs2", "prl_fs", "smb2", "smb3", "smbfs", "vboxsf", "virtiofs"),
        *("vmhgfs", "webdav", "fuse.ceph", "fuse.cifs", "fuse.davfs2", "fuse.gcsfuse", "fuse.glusterfs"),
        *("fuse.gvfsd-fuse", "fuse.kio-fuse", "fuse.portal", "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs"),
        *("fuse.sshfs", "fuse.vmhgfs-fuse"),
    )
)
_ESCAPED = re.compile(r"\\([0-7]{3})")
_DRIVE_REMOTE, _DRIVES_LOCAL = 4, (2, 3, 5, 6)
_MNT_LOCAL = 0x1000


def place_of(path: Path) -> Place:
    """Return on what kind of disk a file lies; where that cannot be found out, "unknown"."""
    real = os.path.realpath(path)
    if sys.platform == "win32":
        return _on_windows(real)
    if sys.platform == "darwin":
        return _on_macos(real)
    try:
        return _among_mounts(real, _MOUNTS.read_text("utf-8", errors="surrogateescape").splitlines())
    except OSError:
        return "unknown"


def _among_mounts(real: str, mounts: Iterable[str]) -> Place:
    """Return the kind of the file system that is mounted closest above the path, the last of those mounted there."""
    closest, kind = "", ""
    for line in mounts:
        _, point, found, *_ = [*line.split(" "), "", "", ""]
        above = _ESCAPED.sub(lambda match: chr(int(match[1], 8)), point).rstrip("/") + "/"
        if f"{real}/".startswith(above) and len(above) >= len(closest):
            closest, kind = above, found
    if not kind:
        return "unknown"
    return "network" if kind in _SHARED else "local"


def _is_share_path(real: str) -> bool:
    """Say whether a path of Windows names another computer; those that begin with a question mark or a dot do not."""
    plain = real.replace("/", "\\")
    if plain.upper().startswith("\\\\?\\UNC\\"):
        return True
    return plain.startswith("\\\\") and not plain.startswith(("\\\\?\\", "\\\\.\\"))


def _on_windows(real: str) -> Place:
    if _is_share_path(real):
        return "network"
    if sys.platform == "win32":
        kind = ctypes.windll.kernel32.GetDriveTypeW(os.path.splitdrive(real)[0] + "\\")
        if kind == _DRIVE_REMOTE:
            return "network"
        return "local" if kind in _DRIVES_LOCAL else "unknown"
    return "unknown"


class _Statfs(ctypes.Structure):
    """What statfs tells on macOS, as far as it is asked for; the rest is room."""

    _fields_ = (
        ("sizes", ctypes.c_uint32 * 2),
        ("counts", ctypes.c_uint64 * 5),
        ("id", ctypes.c_int32 * 2),
        ("owner", ctypes.c_uint32),
        ("type", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("rest", ctypes.c_byte * 4096),
    )


def _on_macos(real: str) -> Place:
    found = _Statfs()
    try:
        statfs = getattr(ctypes.CDLL(None), "statfs$INODE64", None) or ctypes.CDLL(None).statfs
        failed = statfs(os.fsencode(os.path.dirname(real)), ctypes.byref(found))
    except (AttributeError, OSError):
        return "unknown"
    if failed:
        return "unknown"
    return "local" if found.flags & _MNT_LOCAL else "network"
