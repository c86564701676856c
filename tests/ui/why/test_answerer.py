"""Questions about assessments that are not open are answered from the library, and from what views have computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.answers import EPISODE_MARK, NOT_OPEN, Answer, Subject
from advisor.scores import Score
from tests.ui.conftest import PERU_2012, PERU_2014, UNREST
from ui.why.answerer import known_alone

if TYPE_CHECKING:
    from tests.ui.why.conftest import Questions

OTHER = Subject("stance", of=PERU_2012)


def test_an_assessment_that_is_not_open_is_answered_and_named(questions: Questions) -> None:
    questions.session.open_assessment(PERU_2014)
    answer = questions.answer(OTHER)
    assert answer.title == "Stance: Aligned"
    assert all(part.subject is None or part.subject.of == PERU_2012 for part in answer.parts)
    assert questions.answerer.about(OTHER) == "Peru, 31 Dec 2011"
    assert questions.answer(Subject("reversal", of=PERU_2012)).meaning == NOT_OPEN


def test_the_open_assessment_is_the_open_one_also_by_its_id(questions: Questions) -> None:
    questions.session.open_assessment(PERU_2014)
    assert questions.answerer.known(PERU_2014) is not None
    assert questions.answerer.about(Subject("stance", of=PERU_2014)) == ""


def test_an_edit_of_another_assessment_is_seen(questions: Questions) -> None:
    before = questions.answer(Subject("score", UNREST, PERU_2012)).value
    questions.session.open_assessment(PERU_2012)
    questions.session.set_score(UNREST, Score(0, 0.5, 1))
    questions.session.open_assessment(PERU_2014)
    assert questions.answer(Subject("score", UNREST, PERU_2012)).value != before


def test_what_is_gone_or_was_never_offered_has_no_answer(questions: Questions) -> None:
    answerer = questions.answerer
    assert answerer.answer(Subject("stance")) is None
    assert answerer.answer(Subject("stance", of="gone")) is None
    assert answerer.answer(Subject("stance", of=f"{EPISODE_MARK}gone")) is None
    assert answerer.answer(Subject("comparison")) is None


def test_views_answer_their_own_kinds_and_lend_the_past(questions: Questions) -> None:
    answerer, session = questions.answerer, questions.session
    answerer.offer(("comparison",), lambda _: Answer("Compared", "", "Both."))
    assert questions.answer(Subject("comparison")).title == "Compared"
    session.open_assessment(PERU_2014)
    case = session.case
    assert case is not None
    answerer.offer_past(lambda name: known_alone(session.playbook, case, case.assessment(name)))
    assert questions.answer(Subject("stance", of=f"{EPISODE_MARK}{PERU_2012}")).title == "Stance: Aligned"
