from __future__ import annotations

from advisor.answers import Answer, Part
from tests.advisor.known_peru import barely_known, known


def test_the_text_of_an_answer_leaves_out_what_it_does_not_have() -> None:
    assert Answer("Win-set", "", "Options it can live with.").text == "Win-set\nOptions it can live with."
    full = Answer("A", "1", "B", (Part("C", "2", "D"),), ("E",), ("F",))
    assert full.text == "A: 1\nB\nC 2 D\nWhat would change it:\nE\nSources:\nF"


def test_an_option_is_found_with_its_likelihoods_once_they_are_computed() -> None:
    first = known().best.options[0].id
    assert known().option(first).id == first
    finding = known().finding(first)
    assert finding is not None
    assert finding.best.id == first
    assert barely_known().finding(first) is None
