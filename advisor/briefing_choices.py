"""What is chosen about a briefing before it is written: its marking, its sheets and its paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from advisor.errors import AdvisorError
from advisor.marking import UNCLASSIFIED

if TYPE_CHECKING:
    from collections.abc import Iterable

SheetName = Literal["Brief", "Pressures", "Options", "Plan", "Why", "Timeline", "Evidence", "Method", "Model"]
Paper = Literal["Letter", "A4"]
SHEET_NAMES: tuple[SheetName, ...] = get_args(SheetName)
PAPERS: tuple[Paper, ...] = get_args(Paper)
ALWAYS: SheetName = "Brief"
LIVE_SHEETS: tuple[SheetName, ...] = ("Pressures", "Options", "Model")
"""The scores, what is ordered by them, and the engine between them: a workbook that recalculates has all of these."""


class UnknownSheet(AdvisorError):
    """A sheet was asked for that no briefing has."""


@dataclass(frozen=True, slots=True)
class BriefingChoices:
    """What the analyst chose; as it stands, everything on Letter paper, unclassified."""

    marking: str = UNCLASSIFIED
    sheets: tuple[SheetName, ...] = SHEET_NAMES
    paper: Paper = "Letter"


def with_needed(chosen: Iterable[SheetName]) -> tuple[SheetName, ...]:
    """Return the sheets chosen with those they cannot do without, in their order.

    The Brief is always there. Model, the engine as formulas, brings the scores it reads and the table it orders;
    without Model, every sheet holds the results as they were computed, as values.
    """
    wanted = {ALWAYS, *chosen}
    if "Model" in wanted:
        wanted |= set(LIVE_SHEETS)
    return tuple(name for name in SHEET_NAMES if name in wanted)


def is_live(sheets: Iterable[str]) -> bool:
    """Say whether a workbook of these sheets follows its scores."""
    return "Model" in sheets


def sheets_named(text: str) -> tuple[SheetName, ...]:
    """Read a list of sheets as it is typed, `plan, why`, and add what they need.

    Raises
    ------
    UnknownSheet
        The text names what is no sheet of a briefing, or nothing.
    """
    by_name = {name.lower(): name for name in SHEET_NAMES}
    words = [word.strip().lower() for word in text.split(",") if word.strip()]
    unknown = [word for word in words if word not in by_name]
    if unknown or not words:
        said = f'there is no sheet "{unknown[0]}"' if unknown else "no sheet is named"
        raise UnknownSheet(f"--sheets: {said}; choose among {', '.join(by_name)}, with commas between them")
    return with_needed(by_name[word] for word in words)
