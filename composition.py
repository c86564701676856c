"""Joins the window to data and engine: all it asks of them; each part is loaded when it is first asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from data.crash_log import FOLDER
from data.intake.intake import Intake
from data.locations import data_folder
from data.playbook_shelf import PlaybookShelf
from ui.outside import Outside

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from advisor.briefing_choices import BriefingChoices
    from advisor.case import Assessment, Case
    from advisor.findings import Findings
    from advisor.hindcast import Hindcast
    from advisor.plan import Plan
    from advisor.playbook import Playbook
    from advisor.progress import Watch
    from data.briefing_file import PaintPdf
    from data.library import Library


def outside(playbook: Playbook, library: Library) -> Outside:
    """Return all that the window needs besides the library itself."""
    return Outside(
        briefing=partial(_write_briefing, playbook),
        package=partial(_package, playbook),
        imports=Intake(library, playbook),
        regions=_regions,
        track_record=partial(_track_record, playbook),
        example=partial(_example, playbook),
        scorecard=partial(_write_scorecard, playbook),
        playbooks=PlaybookShelf(),
        crash_reports=data_folder() / FOLDER,
    )


def _write_briefing(
    playbook: Playbook,
    case: Case,
    assessment: Assessment,
    findings: Findings,
    plan: Plan | None,
    path: Path,
    choices: BriefingChoices,
    paint_pdf: PaintPdf,
) -> None:
    import datetime as dt

    from advisor.briefing import compose
    from commands.as_briefed import as_briefed, compose_as_briefed
    from commands.selection import Selection
    from data.briefing_file import write_file

    analyst, marking = assessment.analyst, choices.marking
    briefed = as_briefed(Selection(playbook, case, assessment))
    if briefed is not None:
        briefing = compose_as_briefed(briefed, analyst=analyst, marking=marking)
    else:
        now = dt.datetime.now()
        briefing = compose(playbook, case, assessment, findings, plan, analyst=analyst, marking=marking, now=now)
    write_file(briefing, path, choices, paint_pdf)


def _write_scorecard(
    playbook: Playbook, case: Case, assessment: Assessment, path: Path, marking: str, *, blank: bool
) -> None:
    from advisor.scorecard_form import scorecard_form
    from data.workbook.scorecard import write_scorecard

    write_scorecard(scorecard_form(playbook, case, assessment, blank=blank, marking=marking), path)


def _regions(countries: Sequence[str]) -> dict[str, str]:
    from data.importers.countries import regions

    return regions(countries)


def _track_record(playbook: Playbook, watch: Watch) -> Hindcast:
    from advisor.hindcast import hindcast
    from advisor.uncertainty import draw_blocks
    from data.case_files import SHIPPED_CASES, read_cases

    spread = playbook.uncertainty
    draws = tuple(draw_blocks(playbook, spread.draws, spread.seed_fit))
    watch.step(0.0, "Reading the past episodes")
    return hindcast(playbook, read_cases(SHIPPED_CASES, playbook.indicator_ids), draws, watch)


def _example(playbook: Playbook) -> Case:
    from data.examples import two_analysts

    return two_analysts(playbook)


def _package(playbook: Playbook, case: Case, findings: Findings) -> str:
    """Return what a lock keeps: what the engine said, and all that it was computed from."""
    from advisor.briefed import result_text
    from data.briefed import package_of
    from data.own_playbooks import source_of

    # Of a playbook that changed on disk since, the lock would keep other rules than those it names.
    return result_text(findings, package_of(source_of(playbook), case))
