"""Countries by the names and codes that datasets give them; what is not known is said to be so, never guessed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from advisor.errors import did_you_mean
from data.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_CODE = re.compile(r"[A-Z]{2,3}|\d{1,3}", re.ASCII)
_NUMERIC_WIDTH = 3


class UnknownCountry(DataError):
    """A country that nobody knows by this name or code."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its ISO 3166 code of three letters and its usual name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Match:
    """The country a text stands for; `exact` where it is a code or the full name, else it fits a pattern."""

    code: str
    exact: bool


UNMATCHED = Match("", exact=True)


@dataclass(frozen=True, slots=True)
class _Known:
    names: Mapping[str, str]
    codes: Mapping[str, str]
    exact: Mapping[str, str]
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    regions: Mapping[str, str]


def country(text: str) -> Country:
    """Return the country that a name or code stands for.

    Raises
    ------
    UnknownCountry
        None does, or more than one.
    """
    found = match(text)
    if not found.code:
        hint = did_you_mean(text, _known().names.values())
        raise UnknownCountry(f'"{text}" is not known as a country: write its English name or its ISO code{hint}')
    return Country(found.code, _known().names[found.code])


def match(text: str) -> Match:
    """Return the country that a name or code stands for, without a code where there is none or more than one."""
    known, stripped = _known(), " ".join(text.split())
    exact = known.exact.get(stripped.casefold()) or code_of(stripped)
    if exact:
        return Match(exact, exact=True)
    plain = without_accents(stripped)
    if plain.casefold() in known.exact:
        return Match(known.exact[plain.casefold()], exact=False)
    found = {code for pattern, code in known.patterns if pattern.search(plain)} if plain else set()
    return Match(found.pop(), exact=False) if len(found) == 1 else UNMATCHED


def code_of(text: str) -> str:
    """Return the ISO3 code for an ISO2, ISO3 or UN numeric code, empty for any other text."""
    stripped = text.strip()
    if not _CODE.fullmatch(stripped):
        return ""
    return _known().codes.get(stripped.zfill(_NUMERIC_WIDTH) if stripped.isdigit() else stripped, "")


def name_of(code: str) -> str:
    """Return the usual name of a country by its ISO3 code; a code not known is its own name."""
    return _known().names.get(code, code)


def regions(names: Sequence[str]) -> dict[str, str]:
    """Return the region of the United Nations' M49 standard that each country lies in; unknown countries are absent."""
    codes = {name: match(name).code for name in names}
    return {name: region for name, code in codes.items() if (region := _known().regions.get(code))}


def without_accents(text: str) -> str:
    """Return a text with its letters as plain ones: "Perú" gives "Peru"."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


@cache
def _known() -> _Known:
    # Here and not above: country_converter loads pandas, which takes about a second.
    import pandas as pd
    from country_converter import CountryConverter
    from country_converter.country_converter import COUNTRY_DATA_FILE

    # Handed over as a frame: read by country_converter 1.3 itself under pandas 3, the code NA of Namibia goes missing
    # and its constructor fails.
    table = pd.read_csv(COUNTRY_DATA_FILE, sep="\t", dtype=str, keep_default_na=False)
    table["obsolete"] = table["obsolete"].where(table["obsolete"] != "", None)
    converter = CountryConverter(country_data=table)
    names: dict[str, str] = {}
    codes: dict[str, str] = {}
    exact: dict[str, str] = {}
    regions: dict[str, str] = {}
    for row in converter.data.itertuples():
        names[row.ISO3] = row.name_short
        regions[row.ISO3] = row.UNregion
        exact[row.name_short.casefold()] = exact[row.name_official.casefold()] = row.ISO3
        two_letters = row.ISO2.replace("^", "").replace("$", "").split("|")
        numeric = row.UNcode or row.ISOnumeric
        for code in (*two_letters, row.ISO3, *([numeric.zfill(_NUMERIC_WIDTH)] if numeric else [])):
            codes[code] = row.ISO3
    patterns = tuple(zip(converter.regexes, converter.data.ISO3, strict=True))
    return _Known(names, codes, exact, patterns, regions)
