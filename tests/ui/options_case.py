"""The shipped Peru case, assessed with few draws, and a session over it, for tests of the options page."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from advisor.findings import assess, judge
from advisor.scores import Score
from advisor.uncertainty import draw_blocks
from data.case_files import SHIPPED_CASES, read_case
from data.library import open_library
from data.playbook_files import shipped_playbook
from ui.option_rows import option_rows
from ui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.case import Case
    from advisor.findings import BestFindings, Findings
    from advisor.playbook import Playbook
    from data.library import Library
    from ui.option_rows import OptionRow

DRAWS = 256


@lru_cache
def playbook() -> Playbook:
    """Return the shipped playbook with few draws, so that a test of the window is quick."""
    shipped = shipped_playbook()
    return replace(shipped, uncertainty=replace(shipped.uncertainty, draws=DRAWS))


@lru_cache
def case() -> Case:
    """Return the shipped Peru case."""
    return read_case(SHIPPED_CASES / "peru.toml", playbook().indicator_ids)


@lru_cache
def findings() -> Findings:
    """Return the findings of the latest assessment of Peru."""
    return assess(playbook(), case().latest.sheet, tuple(draw_blocks(playbook(), DRAWS, 1)))


@lru_cache
def findings_if(indicator: str, value: float) -> Findings:
    """Return the findings of Peru with one indicator scored otherwise."""
    sheet = case().latest.sheet.with_score(indicator, Score(value, value, value, "high"))
    return assess(playbook(), sheet, tuple(draw_blocks(playbook(), DRAWS, 1)))


def best_if(indicator: str, value: float) -> BestFindings:
    """Return what best scores say of Peru with one indicator scored otherwise."""
    return judge(playbook(), findings_if(indicator, value).best.sheet)


def row(option_id: str, found: Findings | None = None, *, stale: bool = False) -> OptionRow:
    """Return one option as the page shows it."""
    shown = found or findings()
    rows = option_rows(playbook(), shown.best, shown, stale=stale)
    return next(one for one in rows if one.best.id == option_id)


def session_over(folder: Path) -> tuple[Session, Library]:
    """Return a session, nothing open yet, over a new library that holds Peru."""
    library = open_library(folder / "library.sqlite", who="Rosa")
    library.import_case(case())
    return Session(playbook(), library), library
