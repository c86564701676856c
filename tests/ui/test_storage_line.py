from __future__ import annotations

from typing import TYPE_CHECKING

from ui.storage_line import StorageLine

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from data.library import Library
    from ui.session import Session


def test_one_line_says_that_the_library_lies_on_a_network_drive_until_it_was_read(
    qtbot: QtBot, empty_session: Session, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = StorageLine(empty_session)
    qtbot.addWidget(line)
    assert line.isHidden()
    monkeypatch.setattr(library._database, "place", "network")
    empty_session.history_changed.emit()
    assert not line.isHidden()
    assert line.text.text.startswith("The library lies on a network drive. ")
    line.hide_it.click()
    assert line.isHidden()
    library.backups.problem = "no backup could be made: the disk is full"
    empty_session.history_changed.emit()
    assert line.text.text == "No backup could be made: the disk is full."
