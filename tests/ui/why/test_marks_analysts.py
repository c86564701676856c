from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.analysts import PackageOf
from advisor.answers import Subject
from data.examples import two_analysts
from ui.analysts.analysts_view import AnalystsView
from ui.why.marks_analysts import mark_analysts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.why.conftest import Questions


@pytest.fixture
def view(qtbot: QtBot, questions: Questions, monkeypatch: pytest.MonkeyPatch) -> Iterator[AnalystsView]:
    session = questions.session
    library = session.library
    session.open_assessment(library.case(library.import_case(two_analysts(session.playbook))).latest.id)
    made = AnalystsView(session)
    qtbot.addWidget(made)
    # Working out the packages takes longer than all else here.
    monkeypatch.setattr(made.worker, "want", lambda found, _: made.worker.found.emit(_alike(found.merged.analysts)))
    questions.mark(mark_analysts, made)
    made.show()
    yield made
    made.close_work()


def _alike(names: tuple[str, ...]) -> tuple[PackageOf, ...]:
    return tuple(PackageOf(name, ("alt_dev",)) for name in names)


def test_cells_chart_and_sentences_ask_about_what_they_say(view: AnalystsView, questions: Questions) -> None:
    assert view.opinions is not None
    second = view.opinions.positions[1].assessment
    kinds = [questions.at(view.side.positions, 1, column) for column in range(5)]
    assert [one.kind for one in kinds if one] == ["stance", "stance", "win_set", "confidence", "confidence"]
    assert {one.of for one in kinds if one} == {second}
    view.frame.toggle.click()
    widest = view.opinions.merged.widest[0]
    assert questions.at(view.frame.table, 0, 1) == Subject("spread", widest.indicator)
    assert questions.answer(questions.asking.subject_of(view.chart)).parts[0].value == f"{widest.gap:g}"
    said = ((view.headline, "split"), (view.plan, "packages"), (view.side.statistics, "agreement"))
    for label, kind in said:
        subject = questions.asking.subject_of(label)
        assert subject is not None
        assert subject.kind == kind
        assert questions.answer(subject).parts
    assert questions.answer(Subject("packages")).value == "1 option in every one"
