"""What each file would bring, put into words, settings and tables for the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor import incoming_case, incoming_scores, incoming_series
from advisor.incoming import NO, YES, Choice, Column, Part, Setting, Table
from advisor.phrasing import capitalised, listed
from data.importers.countries import name_of
from data.importers.registry import IMPORTERS
from data.intake.data_settings import country_setting, settings_of
from data.intake.guide import CASE, DATA, SCORES
from data.intake.told import ANALYST, NEW, SEPARATELY, TARGET, first

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.proposal import Proposal
    from data.intake.data_files import DataFile
    from data.intake.files import CaseFile, Refused, ScoreFile
    from data.library import CaseSummary

COUNTRIES = "Countries to check"
_HASH_SHOWN = 12
_COUNTRIES_SHOWN = 40
_UNKNOWN = "names not known as countries"


class Targets:
    """The countries that a file can go to: those of the library by their ids, and new ones."""

    def __init__(self, cases: Sequence[CaseSummary]) -> None:
        self.cases = tuple(cases)
        self._names = {str(one.id): one.name for one in self.cases}

    def name(self, target: str) -> str:
        """Return the name of the country."""
        return self._names.get(target, target.removeprefix(NEW))

    def setting(self, target: str, proposed: Sequence[str]) -> Setting:
        """Return the choice of where to; `proposed` are names of countries that may be added."""
        held = {name.casefold() for name in self._names.values()}
        added = [name for name in dict.fromkeys(proposed) if name and name.casefold() not in held]
        choices = (
            *([Choice("", "Choose the country")] if not target else []),
            *(Choice(identifier, name) for identifier, name in self._names.items()),
            *(Choice(f"{NEW}{name}", f"New country: {name}") for name in added),
        )
        return Setting(TARGET, "Import into", "choice", (target,), choices)


def score_part(
    playbook: Playbook, proposal: Proposal, files: Sequence[ScoreFile], targets: Targets, target: str
) -> Part:
    """Return what scorecards of one country and date would change."""
    names = [one.path.name for one in files]
    return Part(
        files=tuple(str(one.path) for one in files),
        title=listed(names),
        kind=SCORES.name if len(files) == 1 else f"{len(files)} scorecards",
        judgements=incoming_scores.judgements(playbook, proposal),
        lines=incoming_scores.facts(playbook, proposal),
        settings=tuple(_score_settings(proposal, files, targets, target)),
        tables=incoming_scores.tables(playbook, proposal),
        notes=incoming_scores.notes(playbook, proposal),
    )


def case_part(file: CaseFile, held: Case | None, targets: Targets, target: str) -> Part:
    """Return what a case file would add."""
    return Part(
        files=(str(file.path),),
        title=file.path.name,
        kind=CASE.name,
        lines=incoming_case.facts(file.case, held),
        settings=(targets.setting(target, [file.case.name]),),
        tables=(incoming_case.assessments_table(file.case, held),),
    )


def data_part(playbook: Playbook, read: DataFile, held: Case | None, targets: Targets, target: str) -> Part:
    """Return what an export of public data would add, and how it was read."""
    informed = incoming_series.informed(playbook)
    proposed = [read.country, *sorted(name_of(one.code) for one in read.countries if one.code)]
    into = targets.setting(target, proposed)
    series = read.preview.series if read.preview and read.country else ()
    there, as_of = (held.series, held.latest.as_of) if held and held.assessments else ((), None)
    shown = [incoming_series.series_table(playbook, series, there, as_of)] if series else []
    importer = IMPORTERS.get(read.found.importer) if read.found else None
    # What is not known of countries stands in a table of its own.
    notes = [one for one in read.preview.notes if not one.what.startswith(_UNKNOWN)] if read.preview else []
    return Part(
        files=(str(read.path),),
        title=read.path.name,
        kind=DATA[importer.id].name if importer else "Not recognised",
        lines=tuple(_data_lines(read)),
        settings=(into, *country_setting(read, targets.name(target)), *settings_of(read, informed)),
        tables=(*shown, *_countries(read)),
        notes=tuple(capitalised(f"{one.entry}: {one.what}" if one.entry else one.what) for one in notes),
    )


def refused_part(file: Refused) -> Part:
    """Return a file that cannot be read: its problems stand in the list of all of them."""
    return Part((str(file.path),), file.path.name, "Cannot be imported as it is")


def _score_settings(proposal: Proposal, files: Sequence[ScoreFile], targets: Targets, target: str) -> Iterator[Setting]:
    yield targets.setting(target, [one.returned.case for one in files])
    for one in files:
        label = "Analyst" if len(files) == 1 else f"Analyst of {one.path.name}"
        yield Setting(ANALYST, label, "text", (one.returned.analyst,), file=str(one.path))
    separately = any(first(one.told, SEPARATELY) == YES for one in files)
    if len(proposal.returned) > 1 or separately:
        label = "Keep each analyst's scores as an assessment of its own"
        yield Setting(SEPARATELY, label, "flag", (YES if separately else NO,))


def _data_lines(read: DataFile) -> Iterator[str]:
    said = []
    if read.found and read.found.found:
        said.append(f"Found: {'; '.join(read.found.found)}.")
    if read.preview and read.preview.rows:
        left_out = f", {read.preview.rows_left_out:,} left out" if read.preview.rows_left_out else ""
        of_country = f" for {read.country}" if read.country else ""
        said.append(f"{read.preview.rows:,} rows, {read.preview.rows_used:,} used{of_country}{left_out}.")
    if read.imported:
        said.append(f"The file's SHA-256, {read.imported.provenance.sha256[:_HASH_SHOWN]}…, is kept with the series.")
    if said:
        yield " ".join(said)


def _countries(read: DataFile) -> Iterator[Table]:
    """Yield the names of countries that are not known, or known by a pattern alone."""
    doubtful = [one for one in read.countries if one.text and (not one.code or not one.exact)]
    if doubtful:
        columns = (Column("Name in the file", 220, 2), Column("Read as", 220, 2), Column("Rows", 90, 1))
        rows = tuple(
            (one.text, name_of(one.code) if one.code else "not known: left out", f"{one.rows:,}")
            for one in doubtful[:_COUNTRIES_SHOWN]
        )
        yield Table(COUNTRIES, columns, rows)
