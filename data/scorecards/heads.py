"""Whose scores a workbook holds and of when: from the cells with names, else from what earlier versions wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.case import PlaybookVersion
from data.errors import Problem
from data.scorecards.cells import Unreadable, day_of
from data.workbook.head_names import ANALYST, AS_OF, ASSESSMENT, CASE, PLAYBOOK, PLAYBOOK_VERSION
from data.workbook.text import cell_text

if TYPE_CHECKING:
    import datetime as dt

    from advisor.playbook import Playbook
    from data.importers.contract import Cell
    from data.scorecards.parsed import Parsed

# "Pressures – Peru, 15 May 2014" over the scores: what briefings say that name no cells.
_TITLE = re.compile(r"[^–]+ – (.+), (\d{1,2} [A-Za-z]+ \d{4})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Head:
    """Whose scores these are; `as_of` is None after its problem was reported."""

    case: str
    as_of: dt.date | None
    analyst: str
    assessment: str
    playbook: PlaybookVersion | None


def read_head(parsed: Parsed, header: int, playbook: Playbook, problems: list[Problem]) -> Head:
    """Return the head of a workbook, adding what is wrong with it to the problems.

    Parameters
    ----------
    header
        The number of the header row of the scores, above which the title stands.
    """
    title = _title(parsed, header)
    _check_playbook(parsed, playbook, problems)
    made_with = _text(parsed, PLAYBOOK)
    return Head(
        case=_text(parsed, CASE) or title[0],
        as_of=_as_of(parsed, title[1], problems),
        analyst=_analyst(parsed),
        assessment=_text(parsed, ASSESSMENT),
        playbook=PlaybookVersion(made_with, _text(parsed, PLAYBOOK_VERSION)) if made_with else None,
    )


def _title(parsed: Parsed, header: int) -> tuple[str, str]:
    for number, cells in parsed.rows:
        for cell in cells if number < header else ():
            if isinstance(cell, str) and (match := _TITLE.fullmatch(cell.strip())):
                return match[1].strip(), match[2]
    return "", ""


def _as_of(parsed: Parsed, titled: str, problems: list[Problem]) -> dt.date | None:
    given: Cell = parsed.named.get(AS_OF)
    empty = given is None or (isinstance(given, str) and not given.strip())
    where = parsed.place_of(AS_OF)
    if empty and not titled:
        what = "is empty; write the date that the scores are of, such as 2014-05-15"
        problems.append(Problem(parsed.name, where, what if where else "says of no date that its scores are of it"))
        return None
    try:
        return day_of(titled if empty else given, from_1904=parsed.from_1904)
    except Unreadable as error:
        problems.append(Problem(parsed.name, where, str(error)))
        return None


def _analyst(parsed: Parsed) -> str:
    """Return who signed; a workbook without a cell for that was signed by whoever saved it last."""
    if ANALYST in parsed.names:
        return _text(parsed, ANALYST)
    return parsed.saved_by or parsed.author


def _check_playbook(parsed: Parsed, playbook: Playbook, problems: list[Problem]) -> None:
    named = _text(parsed, PLAYBOOK)
    if named and not playbook.identity.covers(named):
        what = f'is a scorecard of the playbook "{named}", and this one is "{playbook.identity.id}"'
        problems.append(Problem(parsed.name, parsed.place_of(PLAYBOOK), f"{what}; ask for a scorecard of this one"))


def _text(parsed: Parsed, name: str) -> str:
    cell = parsed.named.get(name)
    if cell is None or isinstance(cell, bool):
        return ""
    return f"{cell:g}" if isinstance(cell, int | float) else cell_text(str(cell)).strip()
