from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.briefed import departure_sentence, playbook_sentence, result_text, said_in, said_sentence
from advisor.case import Lock, PlaybookVersion
from advisor.findings import Findings, assess
from advisor.uncertainty import draw_blocks
from data.case_files import SHIPPED_CASES, read_case
from data.playbook_files import shipped_playbook

if TYPE_CHECKING:
    from advisor.playbook import Playbook

HERE = PlaybookVersion("counternarcotics", "1.0", "aaaaaaaa11")
PERU_2012, PERU_2014 = "PER-2012-2014", "PER-2014-2016"


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    shipped = shipped_playbook()
    return replace(shipped, uncertainty=replace(shipped.uncertainty, draws=64))


@pytest.fixture(scope="module")
def findings(playbook: Playbook) -> dict[str, Findings]:
    case = read_case(SHIPPED_CASES / "peru.toml", playbook.indicator_ids)
    draws = list(draw_blocks(playbook, 64, playbook.uncertainty.seed_fit))
    return {name: assess(playbook, case.assessment(name).sheet, draws) for name in (PERU_2012, PERU_2014)}


def lock(result: str, playbook: PlaybookVersion = HERE) -> Lock:
    return Lock(dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC), "Ana", playbook, result)


def test_a_lock_says_what_was_briefed(findings: dict[str, Findings]) -> None:
    said = said_in(result_text(findings[PERU_2014], {"package": "x"}))
    assert said is not None
    assert said.stance == "divergent"
    assert len(said.verdicts) == len(findings[PERU_2014].options)
    assert said_sentence(lock(result_text(findings[PERU_2014]))).startswith("Briefed as divergent, likely, ")


@pytest.mark.parametrize("result", ["{}", "[]", '{"said": 3}', "no JSON"])
def test_a_result_of_another_program_is_left_unsaid(result: str, findings: dict[str, Findings]) -> None:
    assert said_sentence(lock(result)) == ""
    assert departure_sentence(lock(result), findings[PERU_2014]) == ""


def test_the_same_figures_need_no_word_and_others_are_named(findings: dict[str, Findings]) -> None:
    kept = lock(result_text(findings[PERU_2014]))
    assert departure_sentence(kept, findings[PERU_2014]) == ""
    told = departure_sentence(kept, findings[PERU_2012])
    assert told.startswith("Computed again, this is not what was briefed on 2026-03-01: the stance was divergent")
    assert "verdicts differ" in told


def test_another_playbook_is_named_by_version_or_where_that_is_the_same_by_hash() -> None:
    assert playbook_sentence(lock("{}"), HERE) == ""
    newer = playbook_sentence(lock("{}"), replace(HERE, version="1.1", sha256="bb"))
    assert "judged with playbook counternarcotics 1.0, and this window with playbook counternarcotics 1.1" in newer
    assert "(bbbbbbbb)" in playbook_sentence(lock("{}"), replace(HERE, sha256="bbbbbbbb22"))
