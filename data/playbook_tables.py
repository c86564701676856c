"""The tables of a playbook's files, and the problems met while reading them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from advisor.condition import ConditionError, parse
from advisor.errors import did_you_mean
from data.errors import Problem
from data.toml_files import Entries, entry_name, tables

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from advisor.condition import Condition

T = TypeVar("T")


@dataclass(slots=True)
class Tables:
    """The files of one folder as parsed TOML, without those that cannot be read, and the problems so far.

    What an unreadable file would hold is unknown, so nothing is held against the others for it.
    """

    parsed: dict[str, dict[str, Any]]
    problems: list[Problem] = field(default_factory=list)

    def add(self, file: str, entry: str, what: str) -> None:
        """Report a problem."""
        self.problems.append(Problem(file, entry, what))

    def all(self, file: str, key: str, entry_type: type[T], identifier: str = "id") -> tuple[T, ...]:
        """Return the entries headed `[[key]]` that can be read; each has an identifier of its own."""
        entries = Entries(entry_type)
        found = tables(self.parsed.get(file, {}), key, file, self.problems)
        read = [
            entries.read(table, file, entry_name(key, table, number), self.problems)
            for number, table in enumerate(found, 1)
        ]
        self._check_unique(file, key, identifier)
        return tuple(entry for entry in read if entry is not None)

    def one(self, file: str, key: str, entry_type: type[T]) -> T | None:
        """Return the entry headed `[key]`, or None where it is missing or wrong."""
        if file not in self.parsed:
            return None
        if key not in self.parsed[file]:
            self.add(file, key, f"is missing; write it as a table headed [{key}]")
            return None
        return Entries(entry_type).read(self.parsed[file][key], file, key, self.problems)

    def values(self, file: str, key: str, column: str = "id") -> list[str] | None:
        """Return the texts of one column, also of entries that cannot be read; None where the file cannot be."""
        if file not in self.parsed:
            return None
        found = (table.get(column) for table in tables(self.parsed[file], key, file, []))
        return [value for value in found if isinstance(value, str)]

    def known(self, file: str, entry: str, kind: str, names: Iterable[str], allowed: Collection[str] | None) -> None:
        """Report names that are not among those allowed."""
        for name in names:
            if allowed is not None and name not in allowed:
                self.add(file, entry, f'"{name}" is no {kind} of this playbook{did_you_mean(name, allowed)}')

    def condition(self, file: str, entry: str, text: str, names: Collection[str] | None) -> Condition | None:
        """Return the condition, or None after reporting where it goes wrong."""
        try:
            return parse(text, names)
        except ConditionError as error:
            self.add(file, entry, f"if: {error}")
            return None

    def _check_unique(self, file: str, key: str, identifier: str) -> None:
        for repeated, count in Counter(self.values(file, key, identifier) or ()).items():
            if count > 1:
                self.add(
                    file,
                    f'{key} "{repeated}"',
                    f"stands {count} times; write it once, or give each its own {identifier}",
                )
