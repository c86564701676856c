"""The one error base of storage: a `DataError` is something wrong with a file, a folder or the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class DataError(Exception):
    """A file, folder or library that cannot be used; the message says where, what and what to do."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file: where, what, and what is allowed or to be done."""

    file: str
    entry: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}: {self.entry}: {self.what}" if self.entry else f"{self.file}: {self.what}"


class InvalidFiles(DataError):
    """All problems of the files read, together."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))
