"""What stands on disk is what the window asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.own_playbooks import known_playbooks
from data.playbook_shelf import PlaybookShelf

if TYPE_CHECKING:
    from ui.playbook_ports import KnownPlaybookPort, PlaybooksPort


def test_the_shelf_and_its_playbooks_are_what_the_window_asks_for() -> None:
    shelf: PlaybooksPort = PlaybookShelf()
    first: KnownPlaybookPort = known_playbooks()[0]
    assert shelf.known()[0] == first
