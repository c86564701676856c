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


def test_that_the_library_is_gone_stays_until_it_is_back_and_offers_a_copy(
    qtbot: QtBot, empty_session: Session, library: Library
) -> None:
    line = StorageLine(empty_session)
    qtbot.addWidget(line)
    aside = library.path.rename(library.path.with_name("aside.sqlite"))
    line.refresh()
    assert line.text.text.startswith("The library was moved or deleted while it was open, so nothing can be saved.")
    assert line.hide_it.isHidden()
    with qtbot.waitSignal(line.copy_wanted):
        line.keep.click()
    aside.rename(library.path)
    line.refresh()
    assert line.isHidden()
