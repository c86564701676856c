"""Read TOML and turn it into frozen domain values, reporting every problem at once and in plain words."""

from __future__ import annotations

import dataclasses
import json
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from advisor.errors import did_you_mean
from data.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from pydantic_core import ErrorDetails

T = TypeVar("T")
MAX_BYTES = 8 * 1024 * 1024
_SHOWN = 60


class Entries(Generic[T]):
    """Reads the tables of one type in TOML, such as every `[[option]]` of a playbook."""

    def __init__(self, entry_type: type[T]) -> None:
        self._type = entry_type
        self._adapter = _adapter(entry_type)

    def read(self, table: object, file: str, entry: str, problems: list[Problem]) -> T | None:
        """Return the value, or None after adding to `problems` everything that is wrong with it."""
        try:
            # Strict JSON mode accepts tables for dataclasses and text for dates, and coerces nothing else.
            return self._adapter.validate_json(json.dumps(table, default=str), strict=True, extra="forbid")
        except ValidationError as error:
            problems.extend(Problem(file, _path(entry, found), _words(found, self._type)) for found in error.errors())
            return None


@cache
def _adapter(entry_type: type[T]) -> TypeAdapter[T]:
    return TypeAdapter(entry_type)


def read_toml(path: Path, problems: list[Problem]) -> dict[str, Any] | None:
    """Return the parsed file, or None after adding to `problems` why it cannot be read."""
    try:
        raw = path.read_bytes()
        if len(raw) > MAX_BYTES:
            problems.append(
                Problem(path.name, "", f"is larger than {MAX_BYTES // 2**20} MB; this is no case or playbook file")
            )
            return None
        return tomllib.loads(raw.decode("utf-8-sig"))
    except OSError as error:
        problems.append(Problem(path.name, "", f"cannot be read: {error.strerror or error}"))
    except UnicodeDecodeError as error:
        problems.append(Problem(path.name, "", f"is not UTF-8 text (byte {error.start}); save it as UTF-8"))
    except tomllib.TOMLDecodeError as error:
        problems.append(Problem(path.name, "", f"is not valid TOML: {error}"))
    except RecursionError:
        problems.append(Problem(path.name, "", "is nested too deep to be a case or playbook file"))
    return None


def check_keys(table: Mapping[str, object], allowed: Sequence[str], file: str, problems: list[Problem]) -> None:
    """Report top-level keys that the file may not hold."""
    for key in table:
        if key not in allowed:
            problems.append(
                Problem(file, key, f"is not known here{did_you_mean(key, allowed)}; allowed: {', '.join(allowed)}")
            )


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
            return f'{kind} "{table[key]}"'
    return f"{kind} {number}"


def _path(entry: str, found: ErrorDetails) -> str:
    steps = [str(step) for step in found["loc"] if step != "[key]"]
    return ", ".join([entry, ".".join(steps)] if steps else [entry])


def _words(found: ErrorDetails, entry_type: type) -> str:
    kind, context = found["type"], found.get("ctx", {})
    if kind in ("missing", "missing_argument"):
        return "is missing"
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        allowed = _allowed_keys(entry_type, found["loc"])
        return f"is not known here{did_you_mean(str(found['loc'][-1]), allowed)}; allowed: {', '.join(allowed)}"
    if kind == "literal_error":
        return f"is {_shown(found['input'])}; allowed: {context['expected']}"
    if kind == "value_error":
        return str(context["error"])
    message = found["msg"].removeprefix("Input should be ").removeprefix("a valid ")
    return f"is {_shown(found['input'])}, but must be {message}".replace("must be Value error, ", "")


def _shown(value: object) -> str:
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "..."


def _allowed_keys(entry_type: object, location: Sequence[int | str]) -> list[str]:
    """Return the keys allowed at `location` below `entry_type`, following dataclass fields."""
    current = entry_type
    for step in location[:-1]:
        hints = (
            {item.name: item.type for item in dataclasses.fields(current)} if dataclasses.is_dataclass(current) else {}
        )
        current = hints.get(str(step), current)
    return [item.name for item in dataclasses.fields(current)] if dataclasses.is_dataclass(current) else []
