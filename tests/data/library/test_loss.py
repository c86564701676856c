from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING

import pytest

from data.library.backups import Backup
from data.library.loss import loss_sentence

if TYPE_CHECKING:
    from pathlib import Path

MADE = dt.datetime(2026, 3, 1, 9, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("later", "told"),
    [
        (dt.timedelta(seconds=20), "Nothing, or next to nothing, would be lost."),
        (dt.timedelta(minutes=40), "edits made in the 40 minutes between would be lost."),
        (dt.timedelta(hours=1), "edits made in the hour between would be lost."),
        (dt.timedelta(days=3), "edits made in the 3 days between would be lost."),
    ],
)
def test_it_is_said_how_much_work_a_backup_lacks(tmp_path: Path, later: dt.timedelta, told: str) -> None:
    library = tmp_path / "library.sqlite"
    library.touch()
    log = tmp_path / "library.sqlite-wal"
    log.touch()
    changed = (MADE + later).timestamp()
    os.utime(library, (MADE.timestamp(), MADE.timestamp()))
    os.utime(log, (changed, changed))
    sentence = loss_sentence(library, Backup(tmp_path / "b.sqlite", MADE, True))
    assert sentence.endswith(told)
    assert "March 2026" in sentence


def test_a_library_that_is_gone_loses_what_came_after(tmp_path: Path) -> None:
    sentence = loss_sentence(tmp_path / "gone.sqlite", Backup(tmp_path / "b.sqlite", MADE, True))
    assert sentence.endswith("Edits made since then would be lost.")
