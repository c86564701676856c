"""Read TOML and turn it into frozen domain values, reporting every problem at once and in plain words."""

from __future__ import annotations

import dataclasses
import json
import math
import re
import tomllib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from advisor.errors import did_you_mean
from data.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pydantic_core import ErrorDetails

T = TypeVar("T")
Location = tuple[int | str, ...]
MAX_BYTES = 8 * 1024 * 1024
_MARK = "\ufeff"
_SHOWN = 60
_TOO_DEEP = "is nested too deep to be a case or playbook file"
# A key of a hundred steps, over which the parser would take minutes.
_DEEP_KEY = re.compile(r"(?<![\w'\".-])(?:[\w'\"-]++\s*+\.\s*+){100}")
_UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
_EXPECTED: Mapping[str, str] = {
    "string_type": "text in quotes",
    "float_type": "a number",
    "float_parsing": "a number",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list in [ ]",
    "dict_type": "a table",
    "dataclass_type": "a table",
    "date_type": "a date such as 2014-05-15",
    "date_parsing": "a date such as 2014-05-15",
    "date_from_datetime_parsing": "a date such as 2014-05-15",
    "date_from_datetime_inexact": "a date such as 2014-05-15",
}


_ADAPTERS: dict[object, TypeAdapter[Any]] = {}


class Entries(Generic[T]):
    """Reads the tables of one type in TOML, such as every `[[option]]` of a playbook."""

    def __init__(self, entry_type: type[T]) -> None:
        self._type = entry_type
        if entry_type not in _ADAPTERS:
            _ADAPTERS[entry_type] = TypeAdapter(entry_type)
        self._adapter: TypeAdapter[T] = _ADAPTERS[entry_type]

    def read(self, table: object, file: str, entry: str, problems: list[Problem]) -> T | None:
        """Return the value, or None after adding to `problems` everything that is wrong with it."""
        try:
            endless = list(_not_finite(table))
            problems.extend(Problem(file, _place(entry, at), what) for at, what in endless)
            # Strict JSON mode accepts tables for dataclasses and text for dates, and coerces nothing else.
            read = self._adapter.validate_json(json.dumps(table, default=str), strict=True, extra="forbid")
        except ValidationError as error:
            found = _telling(error.errors(), [at for at, _ in endless])
            problems.extend(Problem(file, _place(entry, one["loc"]), _words(one, self._type)) for one in found)
        except RecursionError:
            problems.append(Problem(file, entry, _TOO_DEEP))
        else:
            return None if endless else read
        return None


def read_toml(path: Path, problems: list[Problem]) -> dict[str, Any] | None:
    """Return the parsed file, or None after adding to `problems` why it cannot be read."""
    text = read_text(path, problems)
    if text is None:
        return None
    try:
        if not _DEEP_KEY.search(text):
            return tomllib.loads(text.removeprefix(_MARK))
        problems.append(Problem(path.name, "", _TOO_DEEP))
    except RecursionError:
        problems.append(Problem(path.name, "", _TOO_DEEP))
    except ValueError as error:  # what TOML forbids, and numbers of more digits than Python reads
        problems.append(Problem(path.name, "", f"is not valid TOML: {error}"))
    return None


def read_text(path: Path, problems: list[Problem]) -> str | None:
    """Return what a file of bearable size holds, or None after adding to `problems` why it cannot be read."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            # A pipe would be waited for until somebody writes into it.
            problems.append(Problem(path.name, "", "is no ordinary file; choose another"))
            return None
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
        if len(raw) <= MAX_BYTES:
            return raw.decode("utf-8")
        size = f"is larger than {MAX_BYTES // 2**20} MB; this is no case or playbook file"
        problems.append(Problem(path.name, "", size))
    except OSError as error:
        problems.append(Problem(path.name, "", f"cannot be read: {error.strerror or error}"))
    except UnicodeDecodeError as error:
        problems.append(Problem(path.name, "", f"is not UTF-8 text (byte {error.start}); save it as UTF-8"))
    return None


def check_keys(table: Mapping[str, object], allowed: Sequence[str], file: str, problems: list[Problem]) -> None:
    """Report top-level keys that the file may not hold."""
    unknown = [key for key in table if key not in allowed]
    problems.extend(Problem(file, _shown(key, ""), _not_known(key, allowed)) for key in unknown)


def tables(parsed: Mapping[str, object], key: str, file: str, problems: list[Problem]) -> list[dict[str, Any]]:
    """Return the tables written as `[[key]]`, reporting anything else found under that name."""
    found = parsed.get(key, [])
    if not isinstance(found, list):
        problems.append(Problem(file, key, f"must be a list of tables, each headed [[{key}]]"))
        return []
    wrong = [number for number, table in enumerate(found, 1) if not isinstance(table, dict)]
    problems.extend(Problem(file, f"{key} {number}", f"must be a table headed [[{key}]]") for number in wrong)
    return [table for table in found if isinstance(table, dict)]


def entry_name(kind: str, table: Mapping[str, object], number: int) -> str:
    """Name an entry for messages: by its id where it has one, else by its place in the file."""
    for key in ("id", "indicator", "name", "episode", "country"):
        if isinstance(table.get(key), str):
            return f"{kind} {_shown(table[key])}"
    return f"{kind} {number}"


def _not_finite(value: object, at: Location = ()) -> Iterator[tuple[Location, str]]:
    """Yield where a number stands that TOML allows and no formula survives, and what is wrong with it."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _not_finite(item, (*at, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _not_finite(item, (*at, number))
    elif isinstance(value, float) and not math.isfinite(value):
        yield at, f"is {value}, but must be an ordinary number"
    elif isinstance(value, int) and value.bit_length() >= 64:
        yield at, f"is {_shown(value)}, which is too large"


def _telling(errors: Sequence[ErrorDetails], reported: Sequence[Location]) -> list[ErrorDetails]:
    """Leave out what follows from another error: a list is too short once its wrong items are not counted."""
    places = [error["loc"] for error in errors]
    return [
        error
        for error in errors
        if error["loc"] not in reported
        and not (error["type"] == "too_short" and any(_below(place, error["loc"]) for place in [*places, *reported]))
    ]


def _below(place: Location, top: Location) -> bool:
    return len(place) > len(top) and place[: len(top)] == top


def _place(entry: str, location: Location) -> str:
    """Join the steps to a value: "scores.eb_pledge.best", or "fact 2, text" with entries counted from 1."""
    steps = ""
    for number, step in enumerate(step for step in location if step != "[key]"):
        counted = bool(number) and steps[-1].isdigit()
        if isinstance(step, int):
            steps += f"{', ' if counted else ' ' if steps else ''}{step + 1}"
        else:
            steps += f"{', ' if counted else '.' if steps else ''}{_shown(step, '')}"
    return ", ".join(part for part in (entry, steps) if part)


def _words(found: ErrorDetails, entry_type: type) -> str:
    kind, context, value = found["type"], found.get("ctx", {}), found["input"]
    if kind in ("missing", "missing_argument"):
        return "is missing"
    if kind in _UNKNOWN:
        return _not_known(str(found["loc"][-1]), _allowed_keys(entry_type, found["loc"]))
    if kind == "literal_error":
        return f"is {_shown(value)}; allowed: {context['expected']}"
    if kind == "string_too_short":
        return "is empty"
    if kind in ("too_short", "too_long"):
        least, bound = ("at least", "min_length") if kind == "too_short" else ("at most", "max_length")
        count = context[bound]
        return f"is {_shown(value)}, but must have {least} {count} {'entry' if count == 1 else 'entries'}"
    if kind == "json_invalid":
        return _TOO_DEEP
    message = _EXPECTED.get(kind, found["msg"].removeprefix("Input should be "))
    return f"is {_shown(value)}, but must be {message}"


def _not_known(key: str, allowed: Sequence[str]) -> str:
    return f"is not known here{did_you_mean(key, allowed)}; allowed: {', '.join(allowed)}"


def _shown(value: object, quote: str = '"') -> str:
    text = f"{quote}{value}{quote}" if isinstance(value, str) else json.dumps(value, default=str)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "..."


def _allowed_keys(entry_type: object, location: Location) -> list[str]:
    """Return the keys allowed at `location` below `entry_type`, as the file spells them."""
    current = entry_type
    for step in location[:-1]:
        current = _hints(current).get(str(step), Any) if dataclasses.is_dataclass(current) else _item_type(current)
        current = _bare(current)
    return list(_hints(current)) if dataclasses.is_dataclass(current) else []


def _hints(dataclass: Any) -> dict[str, Any]:
    hints = get_type_hints(dataclass, include_extras=True)
    return {_alias(hints[item.name]) or item.name: hints[item.name] for item in dataclasses.fields(dataclass)}


def _alias(hint: object) -> str | None:
    return next((extra.alias for extra in getattr(hint, "__metadata__", ()) if isinstance(extra, FieldInfo)), None)


def _item_type(container: object) -> object:
    arguments = get_args(container)
    if not arguments:
        return Any
    return _bare(arguments[-1] if get_origin(container) is Mapping else arguments[0])


def _bare(hint: object) -> object:
    """Strip `Annotated` and `| None` from a type."""
    if hasattr(hint, "__metadata__"):
        return _bare(get_args(hint)[0])
    choices = [one for one in get_args(hint) if one is not type(None)]
    return _bare(choices[0]) if type(None) in get_args(hint) and choices else hint
