"""Files that were read, beside the library: what they would bring, and keeping it as one step of the history."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from advisor import incoming_case, incoming_scores, incoming_series, incoming_text
from advisor.incoming import YES, Imported, ImportPreview, Trouble
from advisor.incoming_text import Addition
from data.importing.countries import find_case
from data.importing.storing import proposals_for, store_scores
from data.intake.data_files import DataFile
from data.intake.files import CaseFile, Refused, ScoreFile
from data.intake.parts import Targets, case_part, data_part, refused_part, score_part
from data.intake.told import NEW, SEPARATELY, TARGET, first

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisor.case import Case
    from advisor.incoming import Part
    from advisor.playbook import Playbook
    from advisor.proposal import Proposal
    from data.intake.files import FileRead
    from data.library import Library


class Reading:
    """Some files as they were read, compared with the library as it stands when it is asked first."""

    def __init__(self, library: Library, playbook: Playbook, files: Sequence[FileRead], opened: int | None) -> None:
        self._library, self._playbook = library, playbook
        self._files = tuple(files)
        self._opened = opened
        self._held: dict[str, Case | None] = {}

    def preview(self) -> ImportPreview:
        """Return what would be kept, and all that stands in the way."""
        troubles = tuple(
            Trouble(problem.file, problem.entry, problem.what)
            for file in self._files
            if isinstance(file, Refused | DataFile)
            for problem in file.problems
        )
        return ImportPreview(tuple(self._parts()), troubles, incoming_text.summary(self._additions()))

    def keep(self) -> Imported:
        """Keep everything as one step of the history; what the library refuses leaves it as it was.

        Raises
        ------
        LibraryError
            The library refuses.
        """
        additions = self._additions()
        names = [file.path.name for file in self._files]
        opened: list[str] = []
        with self._library.edit(incoming_text.label(additions, names)):
            ids: dict[str, int] = {}
            for target, file in self._cases:
                opened += self._keep_case(target, file, ids)
            for target, proposals in self._scores:
                case_id = self._case_id(target, ids)
                opened += store_scores(self._library, self._playbook, case_id, [one for one in proposals if one.new])
            for target, data in self._data:
                if data.imported is not None:
                    case_id = self._case_id(target, ids)
                    held = self._library.case(case_id).series
                    series = [incoming_series.joined(one, held) for one in data.imported.series]
                    self._library.import_series(case_id, series)
        return Imported(incoming_text.done(additions), opened[-1] if opened else None)

    def _keep_case(self, target: str, file: CaseFile, ids: dict[str, int]) -> list[str]:
        """Add a case, or merge it into one, and return the ids of its new assessments in order of date."""
        if target.startswith(NEW):
            case_id = ids[target] = self._library.import_case(file.case)
            before: set[str] = set()
        else:
            case_id = int(target)
            before = {one.id for one in self._library.case(case_id).assessments}
            self._library.merge_case(case_id, file.case)
        return [one.id for one in self._library.case(case_id).assessments if one.id not in before]

    def _case_id(self, target: str, ids: dict[str, int]) -> int:
        """Return the id of a target, adding the country where it is new."""
        if not target.startswith(NEW):
            return int(target)
        if target not in ids:
            ids[target] = self._library.add_case(target.removeprefix(NEW), self._playbook.identity.id)
        return ids[target]

    # What the files would bring

    @cached_property
    def _targets(self) -> Targets:
        return Targets(self._library.cases())

    @cached_property
    def _cases(self) -> list[tuple[str, CaseFile]]:
        return [(self._target(one, one.case.name), one) for one in self._files if isinstance(one, CaseFile)]

    @cached_property
    def _data(self) -> list[tuple[str, DataFile]]:
        return [(self._target(one, one.country), one) for one in self._files if isinstance(one, DataFile)]

    @cached_property
    def _sheets(self) -> list[ScoreFile]:
        return [one for one in self._files if isinstance(one, ScoreFile)]

    @cached_property
    def _scores(self) -> list[tuple[str, tuple[Proposal, ...]]]:
        """What the scorecards propose, by the country they are for."""
        sheets = [(self._target(one, one.returned.case), one) for one in self._sheets]
        found = []
        for target, group in groupby(sorted(sheets, key=lambda pair: pair[0]), key=lambda pair: pair[0]):
            files = [file for _, file in group]
            separately = any(first(file.told, SEPARATELY) == YES for file in files)
            returned = [file.returned for file in files]
            proposals = proposals_for(self._playbook, self._case(target), returned, separately=separately)
            found.append((target, proposals))
        return found

    def _target(self, file: ScoreFile | CaseFile | DataFile, name: str) -> str:
        """Return where a file goes: where the analyst says, else to the country it names, else to what is open."""
        told = first(file.told, TARGET)
        if told:
            return told
        if not name:
            return "" if self._opened is None else str(self._opened)
        made_from = file.returned.assessment if isinstance(file, ScoreFile) else ""
        opened = [one for one in self._targets.cases if one.id == self._opened]
        found = find_case(opened, name) or find_case(self._targets.cases, name, made_from)
        return f"{NEW}{name}" if found is None else str(found.id)

    def _case(self, target: str) -> Case | None:
        if target not in self._held:
            self._held[target] = self._library.case(int(target)) if target.isdecimal() else None
        return self._held[target]

    def _parts(self) -> Iterator[Part]:
        for target, proposals in self._scores:
            for one in proposals:
                sheets = {(sheet.file, sheet.as_of) for sheet in one.returned}
                files = [file for file in self._sheets if (file.returned.file, file.returned.as_of) in sheets]
                yield score_part(self._playbook, one, files, self._targets, target)
        for target, case in self._cases:
            yield case_part(case, self._case(target), self._targets, target)
        for target, data in self._data:
            yield data_part(self._playbook, data, self._case(target), self._targets, target)
        for file in self._files:
            if isinstance(file, Refused):
                yield refused_part(file)

    def _additions(self) -> list[Addition]:
        """Return what each country gets, those of the library by name and new ones after them."""
        clauses: dict[str, list[str]] = {}
        for target, text in self._clauses():
            if text:
                clauses.setdefault(target, []).append(text)
        ordered = sorted(clauses, key=lambda target: (target.startswith(NEW), self._targets.name(target)))
        return [
            Addition(self._targets.name(target), tuple(clauses[target]), new=target.startswith(NEW))
            for target in ordered
        ]

    def _clauses(self) -> Iterator[tuple[str, str]]:
        for target, proposals in self._scores:
            yield from ((target, incoming_scores.brought(one)) for one in proposals if one.new)
        for target, file in self._cases:
            yield target, incoming_case.brought(file.case, self._case(target))
        for target in dict.fromkeys(target for target, _ in self._data):
            imported = [data.imported for other, data in self._data if other == target and data.imported is not None]
            series = [series for one in imported for series in one.series]
            yield target, incoming_series.brought(series) if series else ""
