"""Evidence, History and Backups ask about what is chosen in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.answers import Subject
from advisor.case import Note
from advisor.scores import Score
from tests.ui.conftest import PERU_2014, UNREST
from ui.backups_view import BackupsView
from ui.case_edits import CaseEdits
from ui.evidence_page import EvidencePage
from ui.history_page import HistoryPage
from ui.why.marks_library import mark_backups, mark_evidence, mark_history

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.why.conftest import Questions

NOTE = Note("212 conflicts in April", "SIAR", date="2014-04", reliability="B", credibility=2, indicators=(UNREST,))


def test_notes_and_what_they_suggest_are_asked_about(questions: Questions, qtbot: QtBot) -> None:
    questions.session.open_assessment(PERU_2014)
    added = CaseEdits(questions.session).add_note(NOTE)
    page = EvidencePage(questions.session)
    qtbot.addWidget(page)
    questions.mark(mark_evidence, page)
    page.show()
    assert questions.asking.subject_of(page.filter) == Subject("evidence")
    page.show_indicator(UNREST)
    assert questions.asking.subject_of(page.filter) == Subject("weighing", UNREST)
    assert questions.answer(questions.asking.subject_of(page.weighing)).value.startswith("suggests ")
    assert questions.at(page.notes, 0) == Subject("note", str(added))
    assert questions.answer(Subject("note", str(added))).value.startswith("B2, weight ")


def test_an_edit_says_who_changed_what_and_a_moment_what_it_was(questions: Questions, qtbot: QtBot) -> None:
    session = questions.session
    session.open_assessment(PERU_2014)
    session.set_score(UNREST, Score(1, 2, 3))
    session.set_score("su_trend", Score(0, 1, 2))
    page = HistoryPage(session)
    qtbot.addWidget(page)
    questions.mark(mark_history, page)
    page.show()
    first = questions.at(page.edits, len(page.edits.edits.rows) - 1)
    assert first is not None
    answer = questions.answer(first)
    assert "→" in answer.parts[0].value
    assert " by " in answer.value
    assert questions.asking.subject_of(page.panel.made) == first
    moment = questions.at(page.panel.scores, 0)
    assert moment == Subject("moment", "su_trend")
    assert questions.answer(moment).value.endswith("→ 1")
    assert questions.answer(questions.asking.subject_of(page.panel.sentence)).meaning == page.panel.sentence.text()


def test_a_backup_says_what_it_is(questions: Questions, qtbot: QtBot) -> None:
    view = BackupsView(questions.session)
    qtbot.addWidget(view)
    questions.mark(mark_backups, view)
    questions.session.library.backups.make()
    view.refresh()
    assert questions.answer(questions.at(view.list, 0)).title == view.list.item(0).text()
