from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.answers import EPISODE_MARK, Subject
from advisor.hindcast import hindcast
from ui.track_record_view import TrackRecordView
from ui.why.marks_record import mark_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from advisor.case import Case
    from tests.ui.why.conftest import Questions


@pytest.fixture
def view(qtbot: QtBot, questions: Questions, shipped_cases: tuple[Case, ...]) -> Iterator[TrackRecordView]:
    playbook = questions.session.playbook
    made = TrackRecordView(playbook, lambda _: hindcast(playbook, shipped_cases))
    qtbot.addWidget(made)
    questions.mark(mark_record, made)
    made.show()
    qtbot.waitUntil(lambda: made.found is not None)
    yield made
    made.close_work()


def test_measures_bands_and_episodes_are_told_apart(view: TrackRecordView, questions: Questions) -> None:
    view.frame.toggle.click()
    assert view.found is not None
    first = view.found.episodes[0].id
    assert questions.at(view.records, 1, 3) == Subject("record", "bare/concordance")
    assert questions.at(view.episodes, 0, 5) == Subject("episode", first)
    assert questions.at(view.frame.table, 0, 4) == Subject("band", "0")
    for label, kind in ((view.headline, "record"), (view.caveat, "caveat"), (view.acts, "acts"), (view.chart, "band")):
        subject = questions.asking.subject_of(label)
        assert subject is not None
        assert subject.kind == kind
        assert questions.answer(subject).meaning
    leading_on = [part.subject for part in questions.answer(Subject("episode", first)).parts if part.subject]
    assert questions.answer(leading_on[-1]).title.startswith("Stance: ")
    assert questions.answerer.about(Subject("stance", of=f"{EPISODE_MARK}{first}")) != ""


def test_before_it_is_computed_nothing_is_answered(
    questions: Questions, qtbot: QtBot, shipped_cases: tuple[Case, ...]
) -> None:
    made = TrackRecordView(questions.session.playbook, lambda _: hindcast(questions.session.playbook, shipped_cases))
    qtbot.addWidget(made)
    questions.mark(mark_record, made)
    assert questions.answerer.answer(Subject("record")) is None
    assert questions.answerer.answer(Subject("stance", of=f"{EPISODE_MARK}PER-2014-2016")) is None
    made.close_work()
