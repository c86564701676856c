"""Surveys of Peru for the sections of the page Robustness."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.scores import Score, ScoreSheet
from advisor.survey import Survey, survey
from advisor.uncertainty import draw_blocks

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook

OF = "Peru, 15 May 2014"


@pytest.fixture(scope="session")
def sheet(shipped_cases: tuple[Case, ...]) -> ScoreSheet:
    return next(case for case in shipped_cases if case.name == "Peru").assessment("PER-2014-2016").sheet


@pytest.fixture(scope="session")
def peru(playbook: Playbook, sheet: ScoreSheet) -> Survey:
    return survey(playbook, sheet, draw_blocks(playbook, 256, 1))


@pytest.fixture(scope="session")
def blank(playbook: Playbook) -> Survey:
    return survey(playbook, ScoreSheet(), draw_blocks(playbook, 64, 1))


@pytest.fixture(scope="session")
def certain(playbook: Playbook, sheet: ScoreSheet) -> Survey:
    """Peru with every range closed."""
    firm = ScoreSheet({name: Score(one.best, one.best, one.best) for name, one in sheet.scores.items()})
    return survey(playbook, firm, draw_blocks(playbook, 64, 1))
