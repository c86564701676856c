"""Whatever is asked, there is an answer, and what it leads to has one too."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from advisor.answering import KINDS, answer
from advisor.answers import Answer, Kind, Known, Subject
from tests.advisor.known_peru import barely_known, known

if TYPE_CHECKING:
    from collections.abc import Iterator

ASKED = (
    *(
        Subject(kind)
        for kind in (
            "stance",
            "stance_chance",
            "reversal",
            "win_set",
            "confidence",
            "reliability",
            "evidence",
            "package",
            "switches",
            "worth",
            "futures",
            "timeline",
            "playbook",
        )
    ),
    Subject("side", "domestic"),
    Subject("side", "external"),
    Subject("tipping", "stance"),
    Subject("limit", "budget"),
    Subject("verdict", "lead"),
    Subject("weighing", "su_level"),
    Subject("suggestion", "su_disapproval/0"),
)


def all_answers(of: Known) -> Iterator[tuple[Subject, Answer]]:
    """Ask on wherever an answer leads."""
    seen: set[Subject] = set()
    waiting = list(ASKED)
    while waiting:
        subject = waiting.pop()
        if subject not in seen:
            seen.add(subject)
            found = answer(of, subject)
            yield subject, found
            waiting += [part.subject for part in found.parts if part.subject is not None]


@pytest.mark.parametrize("of", [known, barely_known])
def test_every_question_that_an_answer_leads_to_is_answered(of: type) -> None:
    answers = dict(all_answers(of()))
    assert len(answers) > 300
    assert all(found.title and found.meaning for found in answers.values())
    assert "price" in {subject.kind for subject in answers} or of is barely_known


def test_every_kind_of_number_can_be_asked_about() -> None:
    assert frozenset(get_args(Kind)) == KINDS


def test_an_answer_can_be_copied_as_text() -> None:
    text = answer(known(), Subject("stance")).text
    assert text.startswith("Stance: Divergent: index −1.75\n")
    assert "Military −1.87 7.5 of 10 × −0.250" in text
    assert "What would change it:\nStance turns contested if" in text
    assert "Sources:" in text


def test_what_is_asked_of_another_assessment_leads_on_within_it() -> None:
    found = answer(known(), Subject("stance", of="other"))
    assert {part.subject.of for part in found.parts if part.subject is not None} == {"other"}
