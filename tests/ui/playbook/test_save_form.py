"""A name keeps the trial as a playbook of one's own; what stands in the way is said beside the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.trial import Entry, Trial
from ui.forms import NAME_MISSING
from ui.playbook.save_form import SavePlaybookForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.playbook.conftest import FakePlaybooks
    from ui.session import Session
    from ui.theme import Theme

TRIAL = Trial(frozenset({Entry("rule", "unrest_core")}))


def test_it_saves_under_a_name_and_stays_while_that_fails(
    qtbot: QtBot, theme: Theme, empty_session: Session, playbooks: FakePlaybooks
) -> None:
    form = SavePlaybookForm(empty_session, playbooks, TRIAL)
    qtbot.addWidget(form)
    form.submit()
    assert form.problem(form.name) == NAME_MISSING
    form.name.setText("Mine")
    playbooks.error = OSError("the disk is full")
    form.submit()
    assert form.problem(form.name) == "the disk is full"
    playbooks.error = None
    with qtbot.waitSignals([form.saved, form.closed]):
        form.submit()
    assert playbooks.kept == [(TRIAL, "Mine")]
