"""Which countries a file names, how often, and what becomes of the names that are not known."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from data.importers.contract import CountrySeen
from data.importers.countries import UNMATCHED, Match, code_of, match, name_of
from data.importers.problems import shown, some_of

if TYPE_CHECKING:
    from data.importers.importer import Task


class CountryTally:
    """Resolves each name of a file once and counts its rows."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._matches: dict[tuple[str, str], Match] = {}
        self._rows: Counter[tuple[str, str]] = Counter()
        for name, told in task.mapping.countries.items():
            if told and not match(told).code:
                task.problems.add(f"{shown(name)} is said to be {shown(told)}, which is not known", "countries")

    def code(self, name: object, code: object = "") -> str:
        """Return the ISO3 code for a row's name and code; empty where it is not known.

        A code that is given and not known is not helped by the name beside it: such codes stand for regions and for
        states that are no more.
        """
        key = (str(name or "").strip(), str(code or "").strip())
        if key not in self._matches:
            self._matches[key] = self._resolved(*key)
        self._rows[key] += 1
        return self._matches[key].code

    def wants(self, name: object, code: object = "") -> bool:
        """Count a row and say whether it is of the country asked for."""
        return self.code(name, code) == self._task.country != ""

    @property
    def seen(self) -> tuple[CountrySeen, ...]:
        """The countries by name, those not known last."""
        seen = [
            CountrySeen(name or code, self._matches[name, code].code, count, self._matches[name, code].exact)
            for (name, code), count in self._rows.items()
        ]
        return tuple(sorted(seen, key=lambda one: (not one.code, one.text)))

    def report(self) -> None:
        """Say which names are not known, which fit the country by a pattern, and whether the country is there."""
        task, seen = self._task, self.seen
        unknown = [shown(one.text) for one in seen if not one.code and one.text]
        if unknown:
            task.problems.note(f"names not known as countries, left out: {some_of(unknown)}", "countries")
        for one in seen:
            if one.code and not one.exact and one.code == task.country:
                what = f"{shown(one.text)} is read as {name_of(one.code)}; correct it where that is wrong"
                task.problems.note(what, "countries")
        if task.country and all(one.code != task.country for one in seen):
            known = some_of(dict.fromkeys(name_of(one.code) for one in seen if one.code)) or "no known country"
            task.problems.add(f"holds no row for {name_of(task.country)}; it holds {known}")

    def _resolved(self, name: str, code: str) -> Match:
        told = self._task.mapping.countries
        for text in (name, code):
            if text in told:
                return Match(match(told[text]).code, exact=True) if told[text] else UNMATCHED
        if code:
            return Match(code_of(code), exact=True)
        return match(name)
