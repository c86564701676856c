"""What somebody changes in a playbook, to try it out or to keep it: entries switched off, and numbers set."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from advisor.frozen import freeze

if TYPE_CHECKING:
    from collections.abc import Mapping

EntryKind: TypeAlias = Literal["rule", "option"]
NumberName: TypeAlias = Literal[
    "strength", "veto_at", "political", "us_value", "visibility", "coerciveness", "reversibility"
]
STRENGTH_DIGITS = 6


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A rule of either kind, or an option."""

    kind: EntryKind
    id: str


@dataclass(frozen=True, slots=True, order=True)
class Number:
    """One number of an entry; `of` is the factor of a political effect or the objective of a US value."""

    entry: Entry
    name: NumberName
    of: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """Entries switched off, and the numbers that others have instead of the playbook's.

    A `strength` multiplies the points of a rule; every other number takes the place of the playbook's.
    """

    off: frozenset[Entry] = frozenset()
    numbers: Mapping[Number, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        freeze(self, "numbers")

    def __len__(self) -> int:
        """Return how many changes there are."""
        return len(self.off) + len(self.numbers)

    @property
    def entries(self) -> frozenset[Entry]:
        """What is changed in any way."""
        return self.off | {number.entry for number in self.numbers}

    def is_off(self, kind: EntryKind, name: str) -> bool:
        """Say whether an entry is switched off."""
        return Entry(kind, name) in self.off

    def switched(self, entry: Entry, *, on: bool) -> Trial:
        """Return the trial with an entry switched on or off."""
        return replace(self, off=self.off - {entry} if on else self.off | {entry})

    def turned(self, number: Number, value: float | None) -> Trial:
        """Return the trial with a number set; None sets the playbook's again."""
        kept = {one: held for one, held in self.numbers.items() if one != number}
        return replace(self, numbers=kept if value is None else {**kept, number: value})

    def without(self, entry: Entry) -> Trial:
        """Return the trial with an entry as the playbook has it."""
        return Trial(self.off - {entry}, {one: held for one, held in self.numbers.items() if one.entry != entry})

    def then(self, later: Trial) -> Trial:
        """Return both as one: what `later` changes in a playbook that this trial has changed already."""
        numbers = dict(self.numbers)
        for number, value in later.numbers.items():
            before = numbers.get(number, 1.0) if number.name == "strength" else 1.0
            numbers[number] = round(before * value, STRENGTH_DIGITS) if number.name == "strength" else value
        return Trial(self.off | later.off, numbers)


NOTHING = Trial()


@dataclass(frozen=True, slots=True)
class Origin:
    """A playbook that another was made from."""

    id: str
    version: str
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """What a playbook was made from, the first one first, and all that differs from that first one."""

    origins: tuple[Origin, ...]
    changes: Trial

    @property
    def sentence(self) -> str:
        """Say what it was made from, and how much was changed."""
        first, count = self.origins[0], len(self.changes)
        return f"{first.id} {first.version}, with {count} {'change' if count == 1 else 'changes'}"
