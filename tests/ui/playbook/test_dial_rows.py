"""Switch and numbers of an entry ask for a trial, and show the one that is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.trial import NOTHING, Entry, Number, Trial
from ui.playbook.dial_rows import DialRows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook
    from ui.theme import Theme

RULE, OPTION = Entry("rule", "military_objection"), Entry("option", "erad_core")


@pytest.fixture
def rows(qtbot: QtBot, theme: Theme, playbook: Playbook) -> DialRows:
    made = DialRows(playbook)
    qtbot.addWidget(made)
    made.wanted.connect(made.show_trial)
    made.show()
    return made


def test_a_rule_is_switched_off_and_on_and_its_strength_moved(rows: DialRows) -> None:
    rows.show_entry(RULE, NOTHING)
    rows.on.click()
    assert rows.trial == Trial(frozenset({RULE}))
    assert not rows.groups[0].isEnabled()
    rows.on.click()
    slider = rows.groups[0].rows["strength"].slider
    slider.setValue(slider.value() - 2)
    assert rows.trial == Trial(numbers={Number(RULE, "strength"): 0.5})
    assert slider.accessibleName() == "Strength: × 0.5, playbook × 1"
    rows.back.click()
    assert rows.trial == NOTHING
    assert not rows.back.isVisible()


def test_an_option_opens_the_numbers_that_are_tried_out(rows: DialRows) -> None:
    rows.show_entry(OPTION, Trial(numbers={Number(OPTION, "us_value", "finance"): 9.0}))
    assert [group.button.isChecked() for group in rows.groups] == [False, False, True]
    assert rows.groups[2].rows["finance"].number.text() == "9"
    rows.groups[0].button.click()
    assert rows.groups[0].rows["unrest"].value is None
    rows.show_entry(Entry("option", "alt_dev"), NOTHING)
    assert rows.groups[0].button.isChecked()


def test_what_cannot_be_tried_out_says_where_it_can_be_changed(rows: DialRows) -> None:
    rows.show_entry(None, NOTHING)
    assert rows.fixed.isVisible()
    assert "page Score" in rows.fixed.text()
    assert rows.groups == []
