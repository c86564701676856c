"""The list is walked with the arrow keys, from entry to entry and from group to group."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from advisor.playbook_contents import contents
from advisor.trial import NOTHING
from ui.copying import rows_of
from ui.playbook.entry_tree import EntryTree

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook
    from ui.theme import Theme


@pytest.fixture
def tree(qtbot: QtBot, theme: Theme, playbook: Playbook) -> EntryTree:
    made = EntryTree()
    qtbot.addWidget(made)
    made.resize(360, 400)
    made.show_groups(contents(playbook), NOTHING, lambda _: True)
    made.show()
    return made


def test_arrows_go_to_entries_and_from_group_to_group(tree: EntryTree) -> None:
    chosen: list[str] = []
    tree.chosen.connect(lambda _, name: chosen.append(name))
    assert tree.current == ("rule", "base_in_valley")
    QTest.keyClick(tree, Qt.Key.Key_Down)
    QTest.keyClick(tree, Qt.Key.Key_Right)
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert chosen == ["pledge_plus_base", "unrest_core", "base_in_valley"]
    tree.grab()


def test_the_entry_chosen_stays_while_a_filter_leaves_it(tree: EntryTree, playbook: Playbook) -> None:
    assert tree.choose("option", "erad_core")
    tree.show_groups(contents(playbook), NOTHING, lambda item: item.kind == "option")
    assert tree.current == ("option", "erad_core")
    tree.show_groups(contents(playbook), NOTHING, lambda item: item.kind == "lever")
    assert tree.current == ("lever", playbook.levers[0].indicator)
    assert not tree.choose("option", "erad_core")
    assert len(rows_of(tree)) == 1 + 1 + len(playbook.levers)
