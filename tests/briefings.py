"""Briefings of shipped and made-up assessments for the tests, each composed once."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from advisor.briefing import Briefing, compose
from advisor.briefing_choices import BriefingChoices, with_needed
from advisor.findings import Findings, assess
from advisor.knobs import Knobs, apply
from advisor.plan import Plan, solve, with_worth
from advisor.scores import Score, ScoreSheet
from advisor.tipping import tipping_points
from advisor.uncertainty import draw_blocks
from data.case_files import SHIPPED_CASES, read_case
from data.playbook_files import shipped_playbook
from data.workbook.writer import workbook_bytes

if TYPE_CHECKING:
    from advisor.briefing_choices import SheetName
    from advisor.case import Assessment, Case
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws

NOW = dt.datetime(2014, 5, 15, 9, 30)
ANALYST = "Country analyst, Andean desk"
MARKING = "UNCLASSIFIED"
PERU_2014, PERU_2012, PERU_2011 = "PER-2014-2016", "PER-2012-2014", "PER-2011H2"
BLANK = ScoreSheet()
ONE_SCORE = ScoreSheet({"de_pressure": Score(4, 6, 7)})


@cache
def playbook() -> Playbook:
    return shipped_playbook()


@cache
def draws() -> tuple[Draws, ...]:
    return tuple(draw_blocks(playbook(), 256, 1))


@cache
def case(name: str = "peru") -> Case:
    return read_case(SHIPPED_CASES / f"{name}.toml", playbook().indicator_ids)


def all_cases() -> list[tuple[str, str]]:
    """List every shipped assessment as case file and id."""
    names = sorted(path.stem for path in SHIPPED_CASES.glob("*.toml"))
    return [(name, one.id) for name in names for one in case(name).assessments]


def latest_of_each_case() -> list[tuple[str, str]]:
    """List the latest assessment of every shipped case."""
    return list(dict(sorted(all_cases(), key=lambda one: case(one[0]).assessment(one[1]).as_of)).items())


def peru(sheet: ScoreSheet | None = None, **changes: object) -> Assessment:
    """Return the assessment of Peru in 2014, with other scores or texts where given."""
    given = case().assessment(PERU_2014)
    return replace(given, sheet=given.sheet if sheet is None else sheet, **changes)  # type: ignore[arg-type]


@cache
def findings(name: str = "peru", episode: str = PERU_2014) -> Findings:
    return findings_of(case(name).assessment(episode).sheet)


def findings_of(sheet: ScoreSheet) -> Findings:
    return assess(playbook(), sheet, list(draws()))


@cache
def briefing(name: str = "peru", episode: str = PERU_2014) -> Briefing:
    return brief_of(case(name).assessment(episode), findings(name, episode), case(name))


@cache
def blank() -> Briefing:
    return brief_of(peru(BLANK), findings_of(BLANK))


@cache
def plan(name: str = "peru", episode: str = PERU_2012) -> Plan:
    """Return the plan of an assessment with its worth; Peru's in 2012 has a switch."""
    return plan_of(case(name).assessment(episode).sheet)


def plan_of(sheet: ScoreSheet, knobs: Knobs | None = None) -> Plan:
    points = tipping_points(apply(playbook(), knobs or Knobs()), sheet, playbook().option_ids)
    return with_worth(playbook(), sheet, solve(playbook(), sheet, list(draws()), knobs, points))


@cache
def briefing_with_plan(name: str = "peru", episode: str = PERU_2012) -> Briefing:
    return brief_of(case(name).assessment(episode), findings(name, episode), case(name), plan(name, episode))


@cache
def blank_with_plan() -> Briefing:
    return brief_of(peru(BLANK), findings_of(BLANK), None, plan_of(BLANK))


def brief_of(
    assessment: Assessment,
    found: Findings,
    of: Case | None = None,
    made: Plan | None = None,
    *,
    marking: str = MARKING,
) -> Briefing:
    return compose(playbook(), of or case(), assessment, found, made, analyst=ANALYST, marking=marking, now=NOW)


@lru_cache(maxsize=64)
def content_of(written: Briefing) -> bytes:
    """Return the workbook of a briefing; the last ones are kept, for they are small and take a while to write."""
    return workbook_bytes(written)


def page_alone(written: Briefing, sheet: SheetName) -> Any:
    """Return one sheet of a made-up briefing as openpyxl reads it, written beside the Brief alone: a tenth of the time.

    It holds values where the whole workbook holds formulas.
    """
    return opened(workbook_bytes(written, BriefingChoices(sheets=with_needed((sheet,)))))[sheet]


@lru_cache(maxsize=12)
def read_back(written: Briefing, *, formulas: bool = False) -> Any:
    """Return what openpyxl reads in the workbook of a briefing; its types call every part of it optional.

    Of a formula it reads the value that is stored with it, or the formula itself. The last few are kept: look only.
    """
    return opened(content_of(written), formulas=formulas)


def opened(content: bytes, *, formulas: bool = False) -> Any:
    """Return a workbook as openpyxl reads it."""
    with warnings.catch_warnings():
        # It knows no data bars of Excel 2010 and says so.
        warnings.filterwarnings("ignore", message=".* extension is not supported")
        return load_workbook(io.BytesIO(content), data_only=not formulas)
