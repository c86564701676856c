"""The list keeps its rows while only numbers change, and marks what is tried out in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt

from advisor.playbook_contents import contents
from advisor.trial import NOTHING, Entry
from ui.playbook.entry_model import CHANGED, OFF, EntryModel, entry_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook


def test_marks_are_words_and_the_rows_stay(qtbot: QtBot, playbook: Playbook) -> None:
    model, groups = EntryModel(), contents(playbook)
    assert model.show_groups(groups, NOTHING, lambda _: True)
    place = model.index_of("rule", "military_objection")
    trial = NOTHING.switched(Entry("rule", "military_objection"), on=False)
    assert not model.show_groups(groups, trial, lambda _: True)
    assert place.siblingAtColumn(2).data() == OFF
    assert OFF in place.data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.key(place.siblingAtColumn(1)) == ("rule", "military_objection")
    assert model.key(place.parent()) is None
    assert CHANGED != OFF


def test_only_what_is_wanted_is_shown(qtbot: QtBot, playbook: Playbook) -> None:
    model = EntryModel()
    model.show_groups(contents(playbook), NOTHING, lambda item: item.kind == "lever")
    assert (model.rowCount(), model.rowCount(model.index(0, 0))) == (1, len(playbook.levers))
    assert model.key(model.first()) == ("lever", playbook.levers[0].indicator)
    assert not model.index_of("rule", "military_objection").isValid()
    model.show_groups((), NOTHING, lambda _: True)
    assert model.first() == QModelIndex()


def test_rules_of_both_kinds_and_options_can_be_tried_out() -> None:
    assert entry_of("stance_rule", "a") == Entry("rule", "a")
    assert entry_of("option", "b") == Entry("option", "b")
    assert entry_of("indicator", "c") is None
