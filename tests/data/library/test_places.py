from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from data.library import places
from data.library.places import _among_mounts, _is_share_path, place_of

if TYPE_CHECKING:
    from pathlib import Path

MOUNTS = r"""
sysfs /sys sysfs rw 0 0
/dev/sda1 / ext4 rw 0 0
/dev/sda2 /data ext4 rw 0 0
server:/export /data/rosa/share nfs4 rw 0 0
//server/team /media/team\040files cifs rw 0 0
rosa@host:/ /data/rosa/ssh fuse.sshfs rw 0 0
/dev/fuse /data/rosa/local fuse.gocryptfs rw 0 0
/dev/sdb1 /data/rosa/share/disk xfs rw 0 0
C:\134 /windows/c 9p rw 0 0
overlay /over overlay rw 0 0
server:/late /over nfs rw 0 0
""".strip().splitlines()


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/library.sqlite", "local"),
        ("/data/rosa/library.sqlite", "local"),
        ("/data/rosa/share", "network"),
        ("/data/rosa/share/library.sqlite", "network"),
        ("/data/rosa/shared/library.sqlite", "local"),
        ("/data/rosa/share/disk/library.sqlite", "local"),
        ("/media/team files/deep/library.sqlite", "network"),
        ("/data/rosa/ssh/library.sqlite", "network"),
        ("/data/rosa/local/library.sqlite", "local"),
        ("/windows/c/library.sqlite", "network"),
        ("/over/library.sqlite", "network"),
    ],
)
def test_the_file_system_closest_above_a_file_says_where_it_lies(path: str, place: str) -> None:
    assert _among_mounts(path, MOUNTS) == place


@pytest.mark.parametrize("mounts", [[], [""], ["nonsense"], ["a b"]])
def test_where_the_mounts_say_nothing_the_place_is_unknown(mounts: list[str]) -> None:
    assert _among_mounts("/data/rosa/library.sqlite", mounts) == "unknown"


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"\\server\team\library.sqlite", True),
        ("//server/team/library.sqlite", True),
        (r"\\?\UNC\server\team\library.sqlite", True),
        (r"\\?\C:\library.sqlite", False),
        (r"\\.\C:\library.sqlite", False),
        (r"C:\library.sqlite", False),
    ],
)
def test_a_path_of_windows_that_names_another_computer_is_a_share(path: str, share: bool) -> None:
    assert _is_share_path(path) == share


@pytest.mark.skipif(sys.platform != "linux", reason="reads the mounts of Linux")
def test_the_mounts_of_this_computer_are_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    share = tmp_path / "share"
    share.mkdir()
    link = tmp_path / "link"
    link.symlink_to(share)
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/x {share} nfs rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(places, "_MOUNTS", mounts)
    assert place_of(tmp_path / "library.sqlite") == "local"
    assert place_of(share / "library.sqlite") == "network"
    assert place_of(link / "library.sqlite") == "network"
    monkeypatch.setattr(places, "_MOUNTS", tmp_path / "gone")
    assert place_of(tmp_path / "library.sqlite") == "unknown"
