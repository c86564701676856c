"""What the window asks of the outside is really there: regions, track record, package of a lock, briefing."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.briefing_choices import BriefingChoices
from advisor.findings import assess
from advisor.progress import Watch
from composition import outside
from data.errors import DataError
from data.library import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws
    from ui.outside import Outside


@pytest.fixture
def given(playbook: Playbook, tmp_path: Path) -> Iterator[Outside]:
    with open_library(tmp_path / "library.sqlite") as library:
        yield outside(playbook, library)


def test_regions_are_those_of_the_countries_that_are_known(given: Outside) -> None:
    assert given.regions(["Peru", "Utopia"]) == {"Peru": "South America"}


def test_the_track_record_is_that_of_the_shipped_episodes(given: Outside) -> None:
    found = given.track_record(Watch())
    assert len(found.episodes) == 29
    assert found.known_acts is not None


def test_a_lock_keeps_what_the_engine_said(
    given: Outside, playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    peru = cases["Peru"]
    kept = json.loads(given.package(peru, assess(playbook, peru.latest.sheet, draws[:1])))
    assert kept


def test_a_lock_keeps_no_playbook_but_the_one_that_was_judged_by(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws], tmp_path: Path
) -> None:
    peru, other = cases["Peru"], replace(playbook, identity=replace(playbook.identity, sha256="0" * 64))
    with open_library(tmp_path / "other.sqlite") as library, pytest.raises(DataError, match="has changed since"):
        outside(other, library).package(peru, assess(playbook, peru.latest.sheet, draws[:1]))


def test_the_briefing_is_a_workbook(
    given: Outside, playbook: Playbook, cases: dict[str, Case], draws: list[Draws], tmp_path: Path
) -> None:
    peru = cases["Peru"]
    found, choices = assess(playbook, peru.latest.sheet, draws[:1]), BriefingChoices()
    given.briefing(peru, peru.latest, found, None, tmp_path / "peru.xlsx", choices, lambda *_: b"")
    assert (tmp_path / "peru.xlsx").read_bytes().startswith(b"PK")
