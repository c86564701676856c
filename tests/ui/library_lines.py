"""Lines of a library that is not there, for the tests of its list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence


@dataclass(frozen=True)
class Assessment:
    """An assessment as `AssessmentSummary` has it."""

    id: str
    as_of: dt.date
    issue: str = "Eradication"
    analyst: str = ""
    locked: bool = False


@dataclass(frozen=True)
class Case:
    """A country as `CaseSummary` has it."""

    id: int
    name: str
    assessments: Sequence[Assessment] = ()
    playbook: str | None = None
