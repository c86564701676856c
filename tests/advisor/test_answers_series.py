from __future__ import annotations

from dataclasses import replace

from advisor.answers_series import series_answer
from tests.advisor.known_peru import PERU, PLAYBOOK

APPROVAL = next(one for one in PERU.series if one.name == "presidential_approval")
ORIGIN = replace(APPROVAL, origin="approval.csv, SHA-256 0123, read on 1 May 2026")


def test_a_series_says_which_scores_it_suggests_and_by_which_steps() -> None:
    found = series_answer(PLAYBOOK, ORIGIN, PERU.series, PERU.latest.as_of)
    names = [part.name for part in found.parts]
    assert names[0] == "Suggests for Unpopular government"
    assert names[1:4] == ["Observation", "Transformation", "Breakpoints"]
    assert any(name.startswith("Reading of ") for name in names)
    assert found.sources == (ORIGIN.origin,)


def test_a_series_whose_readings_come_later_suggests_nothing_yet() -> None:
    later = replace(APPROVAL, points=tuple(replace(one, date="2025") for one in APPROVAL.points[:1]))
    found = series_answer(PLAYBOOK, later, (), PERU.latest.as_of)
    assert "suggests nothing as of 15 May 2014: the readings begin later" in found.meaning


def test_a_series_that_no_proxy_asks_for_is_kept_all_the_same() -> None:
    found = series_answer(PLAYBOOK, replace(APPROVAL, name="poll"), (), PERU.latest.as_of)
    assert "No proxy of this playbook asks for it" in found.meaning
    assert all(part.name.startswith("Reading of ") for part in found.parts)
