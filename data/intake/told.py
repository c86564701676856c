"""What the analyst has told of a file, as settings by their keys, and as the mapping that importers take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias, cast, get_args

from advisor.incoming import YES
from data.importers.contract import DateOrder, Decimal, EventFilter, ImportMapping
from data.importers.date_values import DATE_VALUES, series_name

if TYPE_CHECKING:
    from collections.abc import Collection

    from data.importers.contract import Sniffed

Told: TypeAlias = Mapping[str, tuple[str, ...]]
TARGET, FORMAT, COUNTRY, SERIES, LEAVE_OUT = "target", "format", "country", "series", "leave_out"
ENCODING, DELIMITER, DECIMAL, DATE_ORDER, SHEET = "encoding", "delimiter", "decimal", "date_order", "sheet"
TITLE, UNIT = "title", "unit"
ACTORS, PLACES, WORDS = "actors", "places", "words"
ANALYST, SEPARATELY = "analyst", "separately"
COLUMN, NAME, KIND = "column:", "name:", "kind:"
"""How the keys of columns, names of countries and types of elections begin."""
NEW = "new:"
"""How a target begins that is no country of the library yet; the others are ids of cases."""

OUT = "leave out"
"""What stands for leaving out a type of elections: without a value nothing was told."""


def first(told: Told, key: str) -> str:
    """Return the first value of a setting, empty where nothing was told."""
    return next(iter(told.get(key, ())), "").strip()


def named(told: Told, start: str) -> dict[str, str]:
    """Return the settings whose keys begin so, by what follows."""
    return {key.removeprefix(start): first(told, key) for key in told if key.startswith(start)}


def mapping_told(told: Told) -> ImportMapping:
    """Return how to read a file, as far as the analyst has told it."""
    order, decimal = first(told, DATE_ORDER), first(told, DECIMAL)
    columns = {role: heading for role, heading in named(told, COLUMN).items() if heading}
    return ImportMapping(
        encoding=first(told, ENCODING),
        delimiter=_unescaped(told.get(DELIMITER, ())),
        decimal=cast("Decimal", decimal) if decimal in get_args(Decimal) else "",
        date_order=cast("DateOrder", order) if order in get_args(DateOrder) else "",
        sheet=first(told, SHEET),
        columns=columns,
        series=tuple(one.strip() for one in told.get(SERIES, ()) if one.strip()),
        countries=named(told, NAME),
        kinds={kind: _kind(what) for kind, what in named(told, KIND).items() if what},
        events=EventFilter(*(_several(first(told, key)) for key in (ACTORS, PLACES, WORDS))),
        title=first(told, TITLE),
        unit=first(told, UNIT),
        leave_out_bad_rows=first(told, LEAVE_OUT) == YES,
    )


def with_defaults(told: ImportMapping, found: Sniffed, wanted: Collection[str]) -> ImportMapping:
    """Choose series where the analyst has chosen none: those that the playbook asks for, else those usually meant."""
    if found.importer == DATE_VALUES.id:
        value = told.columns.get("value", "")
        if not value:
            return told
        return replace(told, series=told.series or (series_name(value),), title=told.title or value)
    if told.series or found.mapping.series:
        return told
    return replace(told, series=tuple(offer.name for offer in found.offers if offer.name in wanted))


def _unescaped(values: tuple[str, ...]) -> str:
    # A tab must not be stripped away as blanks of other settings are.
    return values[0] if values else ""


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _kind(what: str) -> str:
    return "" if what == OUT else what
