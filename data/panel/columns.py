"""What the columns of a panel are called, and whether a file has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.errors import did_you_mean
from data.errors import InvalidFiles, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CASE, DATE = "case", "date"
LOW, HIGH = "_low", "_high"
_EXAMPLES = 3
_NO_PANEL = "is no panel: not one of its columns is an indicator ({}, ...); each needs a column of scores under its id"


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the columns of a file stand, by name; `unused` ones are not read, `absent` indicators count as not scored.

    `places` holds case, date and indicators, and the ends of ranges where they are wanted.
    """

    places: Mapping[str, int]
    unused: tuple[str, ...]
    absent: tuple[str, ...]


def known_names(indicators: Sequence[str]) -> tuple[str, ...]:
    """Return the names that mean something in a panel."""
    ends = (name + end for name in indicators for end in (LOW, HIGH))
    return (CASE, DATE, *indicators, *ends)


def read_layout(
    header: Sequence[str], indicators: Sequence[str], file: str, *, ranges: bool = False, partial: bool = False
) -> Layout:
    """Find the columns in a header.

    Parameters
    ----------
    ranges
        Whether the ends of ranges are wanted.
    partial
        Whether indicators may be left out.

    Raises
    ------
    InvalidFiles
        With every column that is missing, misspelt or there twice.
    """
    names = [name.strip() for name in header]
    known = known_names(indicators)
    needed = [CASE, DATE, *indicators]
    wanted = known if ranges else needed
    missing = [name for name in needed if name not in names]
    unknown = [name for name in dict.fromkeys(names) if name and name not in known]
    problems = [
        Problem(file, f"column {name}", "is there more than once; keep one of them")
        for name in known
        if names.count(name) > 1
    ]
    misspelt = {name: hint for name in unknown if (hint := did_you_mean(name.casefold(), missing))}
    problems += [
        Problem(file, f"column {name}", f"is not known{hint} Rename it, or leave it out if it is something else")
        for name, hint in misspelt.items()
    ]
    if not misspelt and set(indicators) <= set(missing):
        problems.append(Problem(file, "", _NO_PANEL.format(", ".join(indicators[:_EXAMPLES]))))
        missing = [name for name in missing if name not in indicators]
    problems += [
        Problem(file, f"column {name}", remedy)
        for name in missing
        if (remedy := _remedy(name, partial)) and not any(f'"{name}"' in hint for hint in misspelt.values())
    ]
    if problems:
        raise InvalidFiles(problems)
    return Layout(
        {name: names.index(name) for name in wanted if name in names},
        tuple(unknown),
        tuple(name for name in missing if name in indicators),
    )


def _remedy(name: str, partial: bool) -> str:
    if name == CASE:
        return "is missing; it names the country or whatever the row is about"
    if name == DATE:
        return "is missing; it holds dates such as 2014-05-15 or 2014-05"
    if partial:
        return ""
    return "is missing; add it and leave its cells empty, or say --partial to count it as not scored in every row"
