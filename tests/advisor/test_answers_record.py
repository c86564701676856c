"""The track record taken apart: what the parts say adds up to what the tables show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.answers import EPISODE_MARK, Subject
from advisor.answers_record import acts_answer, band_answer, case_of, caveat_answer, episode_answer, record_answer
from advisor.hindcast import Hindcast, hindcast

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws


@pytest.fixture(scope="module")
def found(playbook: Playbook, cases: dict[str, Case], draws: list[Draws]) -> Hindcast:
    return hindcast(playbook, list(cases.values()), draws[:1])


def number(text: str) -> float:
    return float(text.replace("−", "-"))


def test_what_is_added_up_is_the_index_of_an_episode(playbook: Playbook, found: Hindcast) -> None:
    for one in found.episodes:
        answer = episode_answer(playbook, found, one.id)
        added = [part for part in answer.parts if part.value.startswith(("+", "−", "0.00"))]
        assert sum(number(part.value) for part in added) == pytest.approx(one.index, abs=0.06)
        assert answer.parts[-1].subject == Subject("stance", of=f"{EPISODE_MARK}{one.id}")


def test_a_band_lists_as_many_statements_as_it_counts(found: Hindcast) -> None:
    for place, band in enumerate(found.reliability):
        answer = band_answer(found, str(place))
        assert len(answer.parts) == band.stated
        assert sum("did not" not in part.note for part in answer.parts) == round(band.happened * band.stated)
    assert len(band_answer(found, "").parts) == len(found.reliability)


def test_the_record_as_a_whole_leads_to_its_measures_and_episodes(found: Hindcast) -> None:
    kinds = [part.subject.kind for part in record_answer(found, "").parts if part.subject]
    assert kinds == ["record", "record", *["episode"] * len(found.episodes)]


def test_offers_that_were_judged_worst_come_first(playbook: Playbook, found: Hindcast) -> None:
    assert found.known_acts is not None
    answer = acts_answer(playbook, found)
    squares = [float(part.note.rsplit(" ", 1)[1]) for part in answer.parts]
    assert squares == sorted(squares, reverse=True)
    assert sum(squares) / len(squares) == pytest.approx(found.known_acts.brier, abs=0.005)


def test_the_caveat_names_those_scored_without_knowing(found: Hindcast) -> None:
    assert len(caveat_answer(found).parts) == found.coded_blind
    assert case_of(found, found.episodes[0].id) is not None
    assert case_of(found, "nothing") is None
