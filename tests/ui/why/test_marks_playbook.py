"""Every number of the view Playbook can be asked about."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from advisor.answers import Known, Subject
from advisor.trial import Entry
from tests.ui.playbook.conftest import FakePlaybooks
from ui.playbook.playbook_view import PlaybookView
from ui.playbook.trying import Trying
from ui.why.answerer import Answerer
from ui.why.asking import Asking
from ui.why.marks_playbook import mark_playbook

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.case import Case
    from ui.session import Session
    from ui.theme import Theme

ASKED = {"rule": "entry", "stance_rule": "entry", "option": "standing", "indicator": "score", "objective": "entry"}


def test_entries_and_the_trial_have_answers(
    qtbot: QtBot, theme: Theme, session: Session, shipped_cases: tuple[Case, ...]
) -> None:
    playbooks = FakePlaybooks(shipped_cases)
    trying = Trying(session, playbooks)
    view = PlaybookView(session, playbooks, trying)
    qtbot.addWidget(view)
    view.show()
    case, assessment, best = session.case, session.assessment, session.best
    assert case is not None
    assert assessment is not None
    assert best is not None
    asking = Asking(view)
    answerer = Answerer(session, lambda: Known(session.playbook, case, assessment, best), view)
    mark_playbook(asking, answerer, view, SimpleNamespace(session=session))  # type: ignore[arg-type]
    for kind, wanted in ASKED.items():
        view.choose(*next((item.kind, item.id) for group in view.groups for item in group.items if item.kind == kind))
        subject = asking.subject_of(view.detail.title)
        assert subject is not None
        assert subject.kind == wanted
        found = answerer.answer(subject)
        assert found is not None
        assert found.meaning
    trying.try_out(trying.trial.switched(Entry("rule", "unrest_core"), on=False))
    assert asking.subject_of(view.effects.stance) == Subject("trial")
    found = answerer.answer(Subject("trial"))
    assert found is not None
    assert found.value == "1 change tried out"
    assert trying.close()
