"""Compare and the track record stand in the menu and open in place of the assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.hindcast import hindcast
from ui.more_views import COMPARE, TRACK_RECORD, add_more_views

if TYPE_CHECKING:
    from advisor.case import Case
    from ui.main_window import MainWindow


def test_both_open_from_the_menu(window: MainWindow, shipped_cases: tuple[Case, ...]) -> None:
    playbook = window.session.playbook
    add_more_views(window, lambda names: dict.fromkeys(names, "America"), lambda _: hindcast(playbook, shipped_cases))
    assert {COMPARE, TRACK_RECORD} <= set(window.views.names)
    window.menus.compare.trigger()
    assert window.views.isVisible()
    assert window.views.heading.text() == COMPARE
    window.menus.track_record.trigger()
    assert window.views.heading.text() == TRACK_RECORD
