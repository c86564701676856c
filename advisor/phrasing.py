"""Small matters of English in composed sentences: lists, capitals, articles of countries, dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

_COUNTRY_LENGTH = 80
_NAMED = 4
_WITH_ARTICLE = ("bahamas", "gambia", "maldives", "netherlands", "philippines", "seychelles")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ENDING_WITH_ARTICLE = ("republic", "islands", "emirates", "kingdom", "states")


def country_in_text(country: str) -> str:
    """Name a country inside a sentence, with its article where it takes one."""
    name = one_line(country, _COUNTRY_LENGTH) or "the partner"
    lowered = name.lower()
    takes = lowered in _WITH_ARTICLE or lowered.endswith(_ENDING_WITH_ARTICLE)
    return f"the {name}" if takes and not lowered.startswith("the ") else name


def capitalised(text: str) -> str:
    """Return the text with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """Return a name or clause as it is written inside a sentence; abbreviations keep their capitals."""
    first = text.partition(" ")[0]
    return text if any(letter.isupper() for letter in first[1:]) else text[:1].lower() + text[1:]


def one_line(text: str, length: int) -> str:
    """Return free text on one line, cut at a word with an ellipsis where it is longer than `length`."""
    joined = " ".join(text.split())
    return joined if len(joined) <= length else joined[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def listed(names: Sequence[str], shown: int = _NAMED) -> str:
    """Join names as in "a, b and c", or with semicolons where a name has a comma itself; count those beyond `shown`."""
    kept = [*names[:shown], *([f"{len(names) - shown} more"] if len(names) > shown else [])]
    if len(kept) == 1:
        return kept[0]
    between, last = ("; ", "; and ") if any("," in name for name in kept) else (", ", " and ")
    return f"{between.join(kept[:-1])}{last}{kept[-1]}"


def day_text(day: dt.date) -> str:
    """Print a date as in "15 May 2014", whatever the locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
