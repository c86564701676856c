"""Browse, filter, try out: the view follows the open assessment and the trial."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.trial import NOTHING, Entry
from ui.playbook.playbook_view import PlaybookView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.playbook.conftest import FakePlaybooks
    from ui.playbook.trying import Trying
    from ui.session import Session
    from ui.theme import Theme

VETO = Entry("rule", "military_objection")


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, session: Session, playbooks: FakePlaybooks, trying: Trying) -> PlaybookView:
    made = PlaybookView(session, playbooks, trying)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def test_an_entry_is_described_with_what_it_does_now(view: PlaybookView, session: Session) -> None:
    view.choose("rule", VETO.id)
    assert ["Now", "Fires to the degree", "0.67"] in view.detail.table()
    session.set_score("ms_opposition", None)
    assert ["Now", "Fires to the degree", "0.67"] not in view.detail.table()
    session.close_assessment()
    assert "Now" not in [row[0] for row in view.detail.table()]
    assert not view.firing.isEnabled()


def test_filters_leave_what_matches_and_say_where_nothing_does(view: PlaybookView) -> None:
    view.kind.setCurrentIndex(view.kind.findData("stance_rule"))
    view.firing.setChecked(True)
    shown = [view.tree.entries.item(0).child(row, 1).text() for row in range(view.tree.entries.item(0).rowCount())]
    assert shown
    assert "–" not in shown
    view.filter.setText("no such thing at all")
    assert view.none.isVisible()
    view.none.buttons[0].click()
    assert view.tree.hasFocus()
    view.filter.setText("no such thing at all")
    view.choose("option", "erad_core")
    assert view.tree.current == ("option", "erad_core")
    assert not view.none.isVisible()


def test_switching_off_shows_the_effect_and_one_button_puts_all_back(view: PlaybookView, trying: Trying) -> None:
    view.choose("rule", VETO.id)
    view.detail.dials.on.click()
    assert trying.trial.off == {VETO}
    assert view.effects.isVisible()
    assert view.strip.text.text().startswith("What if, with 1 change")
    view.kind.setCurrentIndex(view.kind.count() - 1)
    assert [view.tree.entries.rowCount(), view.tree.current] == [1, ("rule", VETO.id)]
    view.strip.back.click()
    assert trying.trial == NOTHING
    assert not view.effects.isVisible()
    assert view.detail.dials.on.isChecked()


def test_what_does_not_fit_is_said_and_the_switch_goes_back(view: PlaybookView, trying: Trying) -> None:
    view.choose("option", "alt_dev")
    view.detail.dials.on.click()
    view.choose("option", "territorial_presence")
    view.detail.dials.on.click()
    assert "needs one of these beside it" in view.strip.problem.text()
    assert view.detail.dials.on.isChecked()
    assert trying.trial.off == {Entry("option", "alt_dev")}


def test_another_playbook_is_asked_for_by_its_id(view: PlaybookView, qtbot: QtBot) -> None:
    assert view.opened.currentData() == "counternarcotics"
    view.opened.setCurrentIndex(1)
    with qtbot.waitSignal(view.other_wanted) as asked:
        view.opened.activated.emit(1)
    assert asked.args == ["counternarcotics-mine"]
