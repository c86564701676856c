"""Find what the command line names: a case, its assessment and the playbook it is read under."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.errors import did_you_mean
from data.case_files import SHIPPED_CASES, read_case
from data.errors import DataError
from data.library import NewerLibrary, open_library
from data.locations import library_path
from data.own_playbooks import folder_of, known_playbooks, own_playbook
from data.playbook_files import DEFAULT_PLAYBOOK, SHIPPED, read_playbook, shipped_playbook

if TYPE_CHECKING:
    from advisor.case import Assessment, Case
    from advisor.playbook import Playbook


class UnknownCase(DataError):
    """The command line names a case that is nowhere."""


class UnknownPlaybook(DataError):
    """A case or the command line names a playbook that is nowhere."""


@dataclass(frozen=True, slots=True)
class Selection:
    """One assessment of a case and the playbook it is read under."""

    playbook: Playbook
    case: Case
    assessment: Assessment


def select(name: str, episode: str | None, library: Path | None, playbook_folder: Path | None) -> Selection:
    """Return the assessment that CASE and `--episode` name.

    Raises
    ------
    UnknownCase, UnknownPlaybook, UnknownAssessment, InvalidFiles, LibraryError
        With what is wrong, where, and what there is.
    """
    basis = named_playbook(playbook_folder)
    case = find_case(name, library, basis)
    assessment = case.assessment(episode)
    if playbook_folder is not None:
        return Selection(basis, case, assessment)
    if assessment.playbook is None:
        print(
            f"{case.name} names no playbook: its stance can be read, but the options are those of "
            f"{basis.identity.name.lower()} and may not apply.",
            file=sys.stderr,
        )
    playbook = basis if assessment.playbook in (None, DEFAULT_PLAYBOOK) else _playbook_of_case(assessment.playbook)
    return Selection(playbook, case, assessment)


def find_case(name: str, library: Path | None, playbook: Playbook) -> Case:
    """Return the case file, the library's country or the shipped case of that name, looked for in this order."""
    path = Path(name)
    if path.suffix == ".toml" or os.path.isfile(path):
        return read_case(path, playbook.indicator_ids)
    found = _in_library(name, library)
    if isinstance(found, tuple):
        shipped = {path.stem: path for path in sorted(SHIPPED_CASES.glob("*.toml"))}
        stem = name.strip().lower().replace(" ", "_")
        if stem in shipped:
            return read_case(shipped[stem], playbook.indicator_ids)
        known = sorted({*found, *(stem.replace("_", " ").title() for stem in shipped)})
        hint = did_you_mean(name.title(), known)
        raise UnknownCase(f'"{name}" is no case{hint}; name a case file (.toml) or one of: {", ".join(known)}')
    return found


def playbook_folder(target: str | None) -> Path:
    """Return the folder that PLAYBOOK names: a path, or a playbook at hand by its id."""
    if target is None:
        return SHIPPED / DEFAULT_PLAYBOOK
    known = None if os.path.exists(target) else folder_of(target)
    return Path(target) if known is None else known


def named_playbook(target: Path | None) -> Playbook:
    """Return the playbook that `--playbook` names, a folder or the id of one at hand; without it the shipped one."""
    return shipped_playbook() if target is None else read_playbook(playbook_folder(str(target)))


def _in_library(name: str, library: Path | None) -> Case | tuple[str, ...]:
    """Return the case of that name, or the names there are; the usual library may be missing, a named one may not."""
    path = library or library_path()
    if library is not None and not path.exists():
        raise UnknownCase(f"{path}: there is no library; leave out --library to use the shipped cases")
    if not path.exists() or (path.is_file() and not path.stat().st_size):
        return ()
    with open_library(path) as opened:
        if opened.from_newer_version:
            raise NewerLibrary(f"{path}: written by a newer version of Second Image; update to work with its numbers")
        for summary in opened.cases():
            if summary.name.casefold() == name.strip().casefold():
                return opened.case(summary.id)
        return tuple(summary.name for summary in opened.cases())


def _playbook_of_case(name: str) -> Playbook:
    found = own_playbook(name)
    if found is None:
        hint = did_you_mean(name, [one.id for one in known_playbooks()])
        raise UnknownPlaybook(
            f'the case is read under playbook "{name}", which is not at hand{hint}; name its folder with --playbook'
        )
    return found
