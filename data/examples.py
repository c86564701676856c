"""Cases that show something and are no part of the library until somebody asks for them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.case import Analyst, Case
from data.case_files import SECOND_CODER, SHIPPED_CASES, read_case, read_second_coder

if TYPE_CHECKING:
    from advisor.playbook import Playbook

_COUNTRY, _EPISODE = "peru", "PER-2014-2016"
NAME = "Peru, two analysts"
FIRST, SECOND = "First analyst", "Second analyst"
_NOTE = "Scored independently of the other assessment of this date, from the same facts."


def two_analysts(playbook: Playbook) -> Case:
    """Return Peru in May 2014 as both analysts of the shipped episodes scored it, each in an assessment."""
    case = read_case(SHIPPED_CASES / f"{_COUNTRY}.toml", playbook.indicator_ids)
    second = read_second_coder(SECOND_CODER, playbook.indicator_ids)[_EPISODE]
    episode = replace(case.assessment(_EPISODE), country=NAME, outcome=None, note=_NOTE)
    assessments = tuple(
        replace(episode, id=f"{_EPISODE}-{number}", analyst=name, sheet=sheet)
        for number, (name, sheet) in enumerate(((FIRST, episode.sheet), (SECOND, second)), 1)
    )
    ids = tuple(one.id for one in assessments)
    notes = tuple(replace(note, assessments=ids) for note in case.notes if _EPISODE in note.assessments)
    analysts = (Analyst(FIRST), Analyst(SECOND))
    return Case(NAME, assessments, case.series, notes, analysts=analysts, playbook=episode.playbook)
