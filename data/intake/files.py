"""Read one file of any kind that can be imported; what is wrong with it is kept beside what was read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from advisor.suggestion import wanted_series
from data.case_files import read_case
from data.errors import DataError, InvalidFiles, Problem
from data.importers.countries import match
from data.importing.recognising import kind_of
from data.intake.data_files import DataFile, read_data
from data.intake.told import ANALYST, FORMAT, TARGET, first
from data.scorecards.reader import read_scorecard

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.progress import Watch
    from advisor.returned import Returned
    from data.intake.told import Told


@dataclass(frozen=True, slots=True)
class ScoreFile:
    """A scorecard or briefing that came back."""

    path: Path
    told: Told
    returned: Returned


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case in a file."""

    path: Path
    told: Told
    case: Case


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that cannot be read, or not as it stands."""

    path: Path
    told: Told
    problems: tuple[Problem, ...]


FileRead: TypeAlias = ScoreFile | CaseFile | DataFile | Refused


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads files for a playbook.

    Parameters
    ----------
    likely
        Names of the countries that an export of data is probably for, such as the one that is open.
    held
        Names of the countries of the library.
    """

    playbook: Playbook
    likely: tuple[str, ...]
    held: tuple[str, ...]
    today: dt.date

    def read(self, path: Path, told: Told, target: str, watch: Watch) -> FileRead:
        """Return a file as it was read, with what is wrong with it.

        Parameters
        ----------
        target
            Name of the country that the analyst has chosen for it, empty where none was.

        Raises
        ------
        Cancelled
            Somebody asked to stop.
        """
        try:
            return self._read(path, told, target, watch)
        except InvalidFiles as error:
            return Refused(path, told, error.problems)
        except DataError as error:
            what = str(error).removeprefix(f"{path}: ").removeprefix(f"{path.name}: ")
            return Refused(path, told, (Problem(path.name, "", what),))
        except OSError as error:
            what = f"cannot be read: {error.strerror or error}"
            return Refused(path, told, (Problem(path.name, "", what),))

    def _read(self, path: Path, told: Told, target: str, watch: Watch) -> FileRead:
        kind = "data" if first(told, FORMAT) else kind_of(path, watch)
        if kind == "scores":
            watch.step(0.0, f"Reading {path.name}")
            returned = read_scorecard(path, self.playbook, watch)
            self._know(returned.case)
            analyst = first(told, ANALYST)
            return ScoreFile(path, told, replace(returned, analyst=analyst) if analyst else returned)
        if kind == "case":
            watch.step(0.0, f"Reading {path.name}")
            case = read_case(path, None)
            self._know(case.name)
            return CaseFile(path, told, case)
        wanted = frozenset(one.name for one in wanted_series(self.playbook))
        likely: Sequence[str] = (target,) if target else self.likely
        held = () if first(told, TARGET) else self.held
        return read_data(path, told, likely, held, wanted, self.today, watch)

    def _know(self, country: str) -> None:
        """Load the names of countries here, in the background, where the library has none of this name."""
        if country and country not in self.held:
            match(country)
