from __future__ import annotations

from dataclasses import dataclass

import pytest

from ui.palette.matching import closeness, ranked


@dataclass(frozen=True)
class Thing:
    key: str
    label: str
    kind: str = ""


THINGS = [Thing("undo", "Undo", "Edit"), Thing("export", "Export briefing", "File"), Thing("brief", "Brief", "Help")]


def test_letters_are_found_in_order_and_whatever_the_case_or_accent() -> None:
    assert closeness("xbr", "Export briefing") is not None
    assert closeness("peru", "Perú, 15 May 2014") is not None
    assert closeness("bx", "Export") is None


@pytest.mark.parametrize(
    ("wanted", "better", "worse"),
    [
        ("eb", "Export briefing", "Debit"),
        ("plan", "Plan", "Patrons: leverage abroad next"),
        ("brief", "Brief", "Export briefing"),
    ],
)
def test_starts_of_words_and_runs_of_letters_count_most(wanted: str, better: str, worse: str) -> None:
    first, second = closeness(wanted, better), closeness(wanted, worse)
    assert first is not None
    assert second is None or first > second


def test_the_best_match_comes_first_and_the_kind_is_searched_too() -> None:
    assert [one.key for one in ranked("brief", THINGS)] == ["brief", "export"]
    assert [one.key for one in ranked("edit", THINGS)] == ["undo"]
    assert ranked("zzz", THINGS) == []


def test_without_letters_what_was_used_lately_comes_first() -> None:
    assert [one.key for one in ranked(" ", THINGS, ["brief", "undo"])] == ["brief", "undo", "export"]


def test_words_may_stand_in_any_order() -> None:
    assert closeness("2011 peru dec", "Peru, 31 Dec 2011") is not None
    assert closeness("2014 peru dec", "Peru, 31 Dec 2011") is None
