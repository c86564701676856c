"""Where nothing is to be seen, one sentence says why and a button does something about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_says_why_and_offers_its_buttons_only_where_they_help(qtbot: QtBot) -> None:
    state = EmptyState("Clear the filter", "Import…")
    qtbot.addWidget(state)
    state.show()
    state.say("Nothing matches.")
    assert state.sentence.text() == "Nothing matches."
    assert not state.advice.isVisible()
    assert [button.isVisible() for button in state.buttons] == [True, True]
    assert [button.property("primary") for button in state.buttons] == ["true", None]
    state.say("The library is empty.", "Add a country.", offers=False)
    assert state.advice.isVisible()
    assert not any(button.isVisible() for button in state.buttons)
