"""The description shows all sections, and copies as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.playbook_words import describe
from ui.playbook.entry_detail import EntryDetail

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook
    from ui.theme import Theme


def test_it_says_and_copies_what_the_playbook_says(qtbot: QtBot, theme: Theme, playbook: Playbook) -> None:
    detail = EntryDetail(playbook)
    qtbot.addWidget(detail)
    detail.show_description(describe(playbook, None, "rule", "military_objection"))
    assert detail.title.text() == "The command objects"
    assert ["Points at full degree", "Forced eradication in the core area", "−2.0"] in detail.table()
    assert detail.table()[0][0] == "The command objects"
