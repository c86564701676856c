"""How an export was read, as settings that the analyst sees and corrects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.incoming import NO, YES, Choice, Setting
from advisor.phrasing import listed
from data.importers.acled import ACLED
from data.importers.countries import country as known_country
from data.importers.countries import name_of
from data.importers.date_values import DATE_VALUES
from data.importers.elections import ELECTIONS
from data.importers.registry import IMPORTERS
from data.importers.text_files import WESTERN
from data.intake import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from data.intake.data_files import DataFile

_ENCODINGS = {
    "utf-8": "UTF-8",
    WESTERN: "Western (Windows-1252)",
    "utf-16": "UTF-16",
    "windows-1250": "Central European (Windows-1250)",
    "windows-1251": "Cyrillic (Windows-1251)",
    "windows-1256": "Arabic (Windows-1256)",
    "gb18030": "Chinese (GB 18030)",
}
_MARKED = {"utf-8-sig": "UTF-8 with a mark"}
_DELIMITERS = {",": "Comma", ";": "Semicolon", "\t": "Tab", "|": "Bar |"}
_ORDERS = {
    "ymd": "Year first, 2014-05-15",
    "dmy": "Day first, 15/05/2014",
    "mdy": "Month first, 05/15/2014",
}
_DECIMALS = {".": "Point, 1,234.5", ",": "Comma, 1.234,5"}
_ROLES = {"date": "Column of dates", "value": "Column of values", "country": "Column of countries"}
_KINDS = {told.OUT: "Leave out", "executive": "Executive", "legislative": "Legislative"}
_FILTER = "Names or words, separated by commas"
_UNKNOWN_SHOWN = 12


def settings_of(read: DataFile, informed: Mapping[str, Sequence[str]]) -> tuple[Setting, ...]:
    """Return what was found of a file, what was assumed, and what it leaves open.

    Parameters
    ----------
    informed
        The series that the playbook asks for, with the names of the indicators for which each suggests scores.
    """
    found = read.found
    formats = [Choice(one, IMPORTERS[one].dataset) for one in read.formats]
    format_ = _choice(told.FORMAT, "Format", found.importer if found else "", formats, resets=True)
    parts: list[Iterator[Setting]] = [_written(read)]
    if found is not None and found.importer == DATE_VALUES.id:
        parts += [_columns(read), _own_series(read, informed)]
    elif found is not None:
        parts += [_calendar(read), _dates(read), _offered(read, informed), _filters(read), _kinds(read)]
    if read.formats:
        parts += [_names(read), _bad_rows(read)]
    return (format_, *(one for part in parts for one in part)) if read.formats else ()


def _choice(key: str, label: str, value: str, choices: Sequence[Choice], *, resets: bool = False) -> Setting:
    return Setting(key, label, "choice", (value,), tuple(choices), resets=resets)


def _of(words: dict[str, str], value: str) -> list[Choice]:
    """Return choices by their words; a value that is none of them stands for itself."""
    more = {} if value in words else {value: value or "Choose"}
    return [Choice(name, word) for name, word in {**more, **words}.items()]


def _written(read: DataFile) -> Iterator[Setting]:
    """Yield how a text is written, or the sheet of a workbook."""
    mapping = read.mapping
    if read.sheets:
        if mapping.sheet and len(read.sheets) > 1:
            yield _choice(told.SHEET, "Sheet", mapping.sheet, [Choice(one, one) for one in read.sheets], resets=True)
        return
    if mapping.encoding:
        words = {**(_MARKED if mapping.encoding in _MARKED else {}), **_ENCODINGS}
        yield _choice(told.ENCODING, "Encoding", mapping.encoding, _of(words, mapping.encoding))
        yield _choice(told.DELIMITER, "Separated by", mapping.delimiter, _of(_DELIMITERS, mapping.delimiter))


def _columns(read: DataFile) -> Iterator[Setting]:
    """Yield which columns hold what, and how dates and numbers are written there."""
    mapping = read.mapping
    for role, label in _ROLES.items():
        used = mapping.columns.get(role, "")
        nothing = [Choice("", "None" if role == "country" else "Choose")] if not used or role == "country" else []
        choices = [*nothing, *(Choice(one, one) for one in read.headings)]
        yield _choice(f"{told.COLUMN}{role}", label, used, choices)
    yield _choice(told.DATE_ORDER, "Dates", mapping.date_order, _of(_ORDERS, mapping.date_order))
    yield _choice(told.DECIMAL, "Numbers", mapping.decimal, _of(_DECIMALS, mapping.decimal))


def _calendar(read: DataFile) -> Iterator[Setting]:
    """Yield which columns of an election calendar hold what, where they are not the usual ones."""
    assert read.found is not None
    if read.found.importer == ELECTIONS.id:
        choices = [Choice("", "The usual one"), *(Choice(one, one) for one in read.headings)]
        for role, label in {"date": _ROLES["date"], "country": _ROLES["country"], "type": "Column of types"}.items():
            yield _choice(f"{told.COLUMN}{role}", label, read.mapping.columns.get(role, ""), choices)


def _dates(read: DataFile) -> Iterator[Setting]:
    """Yield the order of day and month, for formats with days."""
    if read.found is not None and read.found.importer in (ACLED.id, ELECTIONS.id):
        order = read.mapping.date_order
        choices = [Choice("", "As usual, day first"), *(Choice(name, word) for name, word in _ORDERS.items())]
        yield _choice(told.DATE_ORDER, "Dates", order, choices)


def _own_series(read: DataFile, informed: Mapping[str, Sequence[str]]) -> Iterator[Setting]:
    """Yield the name of a series of one's own; under the name that a proxy asks for, it suggests scores."""
    mapping = read.mapping
    foreign = tuple(f"{one}." for one in IMPORTERS)
    proposed = tuple(Choice(name, name) for name in sorted(informed) if not name.startswith(foreign))
    hint = "A name that the playbook asks for lets the series suggest scores"
    yield Setting(told.SERIES, "Name of the series", "text", mapping.series, proposed, hint)
    yield Setting(told.TITLE, "Title", "text", (mapping.title,))
    yield Setting(told.UNIT, "Unit", "text", (mapping.unit,))


def _offered(read: DataFile, informed: Mapping[str, Sequence[str]]) -> Iterator[Setting]:
    """Yield which series to import, out of those the file can give."""
    assert read.found is not None
    offers = [Choice(one.name, f"{one.title} ({one.name}){_use(informed, one.name)}") for one in read.found.offers]
    offers += [Choice(one, one) for one in read.mapping.series if one not in {offer.value for offer in offers}]
    yield Setting(told.SERIES, "Series", "several", read.mapping.series, tuple(offers))


def _use(informed: Mapping[str, Sequence[str]], series: str) -> str:
    names = informed.get(series, ())
    return f": suggests scores for {listed(names)}" if names else ""


def _filters(read: DataFile) -> Iterator[Setting]:
    """Yield which events to count, for what counts events."""
    if read.found is None or read.found.importer != ACLED.id:
        return
    events = read.mapping.events
    for key, label, given in (
        (told.ACTORS, "Actors", events.actors),
        (told.PLACES, "Places", events.places),
        (told.WORDS, "Words in the notes", events.words),
    ):
        yield Setting(key, label, "text", (", ".join(given),), hint=_FILTER)


def _kinds(read: DataFile) -> Iterator[Setting]:
    """Yield what each type of election decides that nobody knows or that was settled."""
    unknown = read.preview.kinds if read.preview else ()
    for kind in dict.fromkeys((*unknown, *read.mapping.kinds)):
        value = (read.mapping.kinds[kind] or told.OUT) if kind in read.mapping.kinds else ""
        yield _choice(f"{told.KIND}{kind}", f"Election “{kind}”", value, _of(_KINDS, value))


def _names(read: DataFile) -> Iterator[Setting]:
    """Yield the names that may mean the country asked for: it by a pattern alone, or, where it is missing, unknown."""
    if not read.country:
        return
    code = known_country(read.country).code
    told_of = read.mapping.countries
    there = any(one.code == code for one in read.countries)
    open_ = [
        one.text
        for one in read.countries
        if one.text and ((one.code == code and not one.exact) or (not one.code and not there))
    ]
    for name in [*dict.fromkeys((*told_of, *open_))][:_UNKNOWN_SHOWN]:
        seen = next((one.code for one in read.countries if one.text == name), "")
        choices = [Choice("", "Left out"), Choice(code, f"Read as {name_of(code)}")]
        if seen not in ("", code):
            choices.append(Choice(seen, f"Read as {name_of(seen)}"))
        yield _choice(f"{told.NAME}{name}", f"Country “{name}”", seen, choices)


def _bad_rows(read: DataFile) -> Iterator[Setting]:
    """Yield whether rows with a problem are left out, where there are such rows or were."""
    left_out = read.mapping.leave_out_bad_rows
    in_rows = read.preview is not None and any(one.entry.startswith("row ") for one in read.preview.problems)
    if left_out or in_rows:
        yield Setting(told.LEAVE_OUT, "Leave out the rows with a problem", "flag", (YES if left_out else NO,))


def country_setting(read: DataFile, target: str) -> Iterator[Setting]:
    """Yield the name of the country in the file, where the country imported into is not known by its own name."""
    if read.found is None or not target or (read.country and not read.told.get(told.COUNTRY)):
        return
    names = dict.fromkeys(name_of(one.code) for one in read.countries if one.code)
    value = read.told.get(told.COUNTRY, (target,))
    yield Setting(told.COUNTRY, "Country in the file", "text", value, tuple(Choice(name, name) for name in names))
