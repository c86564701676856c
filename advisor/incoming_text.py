"""One sentence about an import: what it would add, and what it has added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.phrasing import capitalised, country_in_text, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMED = 12


@dataclass(frozen=True, slots=True)
class Addition:
    """What one country gets, each as a clause such as "2 data series with 72 readings"; `new` adds the country too."""

    country: str
    clauses: tuple[str, ...]
    new: bool = False


def summary(additions: Sequence[Addition]) -> str:
    """Say what an import would add; empty where that is nothing."""
    said = [_said(one, "to") for one in additions]
    return f"Import adds {'; and '.join(said)}." if said else ""


def done(additions: Sequence[Addition]) -> str:
    """Say what an import has added."""
    said = [_said(one, "into") for one in additions]
    return f"Imported {'; and '.join(said)}."


def label(additions: Sequence[Addition], files: Sequence[str]) -> str:
    """Name the step of the history: "Peru: import scores.xlsx"."""
    countries = listed([one.country for one in additions], _NAMED)
    return f"{capitalised(countries)}: import {listed(files, 3)}" if countries else f"Import {listed(files, 3)}"


def _said(one: Addition, where: str) -> str:
    clauses = listed(one.clauses, _NAMED)
    country = country_in_text(one.country)
    return f"the new country {country} with {clauses}" if one.new else f"{where} {country} {clauses}"
